package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import java.util.ArrayList;
import java.util.List;

/** Sorts the mentions of a class in its own module: calls to rewrite, harmless ones, and those that are in the way. */
final class ClassUses {
    private final ClassDef definition;
    private final String name;
    private final ClassView view;
    private final Semantics names;
    private final OwnSingleton own;
    private final boolean isByClass;
    private final UseClassifier classifier;
    private final List<Call> calls = new ArrayList<>();
    private final List<Blocker> blockers = new ArrayList<>();

    /**
     * @param own how the class keeps its instance, if it does that itself; else null
     * @param isByClass whether a subclass has an instance of its own, which is no business of this class
     */
    ClassUses(ClassView view, Semantics names, OwnSingleton own, boolean isByClass) {
        this.own = own;
        this.isByClass = isByClass;
        this.definition = view.definition();
        this.name = definition.name().sourceText();
        this.view = view;
        this.names = names;
        this.classifier = new UseClassifier(names);
        Binding binding = names.bindingOf(definition.name());
        for (Definition other : binding.definitions()) {
            if (other.site() != definition) {
                block(
                        other.name(),
                        "rebound",
                        name + " is bound to something else here, so a call may not mean the class");
            }
        }
        for (ImportFrom star : names.scope().starImports()) {
            if (star.firstToken() > definition.firstToken()) {
                block(star, "rebound", "the star import may bind " + name + " to something else");
            }
        }
        for (Name reference : binding.references()) {
            if (own == null || !ClassHazards.isInside(reference, own.use().place())) {
                sort(reference, names.path(reference));
            }
        }
    }

    /** Returns the calls of the class, in source order. */
    List<Call> calls() {
        return calls;
    }

    List<Blocker> blockers() {
        return blockers;
    }

    private void block(Node place, String reason, String message) {
        blockers.add(new Blocker(place, reason, message));
    }

    private void sort(Name reference, Path path) {
        UseKind kind = classifier.kind(reference);
        if (kind == UseKind.SHOWN) {
            block(reference, "source-text", "the text of this call of " + name + " is part of the string around it");
            return;
        }
        if (own != null && !own.method().isEmpty()) {
            sortForMethod(reference, path);
            return;
        }
        switch (kind) {
            case CALL, DROPPED_CALL, CALL_WITH_ARGUMENTS -> calls.add((Call) path.parent());
            case CONSTRUCTOR ->
                block(
                        path.parent(),
                        "class-passed",
                        path.parent().sourceText() + " constructs or shows the class behind the metaclass");
            case ATTRIBUTE, METHOD_CALL, DROPPED_METHOD_CALL -> attribute((Attribute) path.parent());
            case PATCHED -> {
                String attr = ((Attribute) path.parent()).attr().sourceText();
                if (UseClassifier.isHook(attr)) {
                    block(
                            path.parent(),
                            "construction-patched",
                            attr + " of " + name + " is assigned here, and it is not certain whether before or after"
                                    + " the instance is made");
                }
            }
            case SUBCLASSED -> {
                if (!isByClass || !names.module().statements().contains(path.ancestor(2))) {
                    block(
                            reference,
                            "subclassed",
                            "a subclass of " + name + " inherits the metaclass and has an instance of its own");
                }
            }
            case GENERIC ->
                block(
                        path.parent(),
                        "generic",
                        "the generic alias " + path.parent().sourceText() + " may be called like the class");
            case PASSED ->
                block(
                        reference,
                        "class-passed",
                        name + " is used without a call, and whoever gets the class may call it; pass a function that"
                                + " returns the instance instead");
            default -> {
                // Nothing can call the class there.
            }
        }
    }

    /** A class whose method returns the instance: only that method matters, and calling the class makes another one. */
    private void sortForMethod(Name reference, Path path) {
        UseKind kind = classifier.kind(reference);
        if (kind == UseKind.SUBCLASSED) {
            block(
                    reference,
                    "subclassed",
                    "a subclass of " + name + " inherits " + own.method() + "() and shares or hides its instance");
        } else if (path.parent() instanceof Attribute attribute
                && attribute.attr().is(own.method())) {
            if (kind == UseKind.METHOD_CALL || kind == UseKind.DROPPED_METHOD_CALL) {
                calls.add((Call) path.ancestor(2));
            } else {
                block(
                        attribute,
                        "class-passed",
                        attribute.sourceText() + " is not called here, or gets arguments; call it without any");
            }
        } else if (kind == UseKind.PASSED || kind == UseKind.GENERIC) {
            block(
                    reference,
                    "class-passed",
                    "whoever gets the class " + name + " here may call " + own.method() + "()");
        }
    }

    private void attribute(Attribute attribute) {
        String attr = attribute.attr().sourceText();
        if (!view.hasMember(attr) && !isStoredAnywhere(attr)) {
            block(
                    attribute,
                    "metaclass-attribute",
                    name + " defines no " + attr + ": it comes from the metaclass, which goes away");
        }
    }

    private boolean isStoredAnywhere(String attr) {
        for (Attribute target : names.attributeTargets()) {
            if (target.attr().is(attr) && ClassView.classOf(target.value(), names) == definition) {
                return true;
            }
        }
        return false;
    }
}
