package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Compare;
import dev.codemod.tree.Comparison;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds where methods of a class use the class without its name, so that the metaclass would be missed. */
final class OwnClassUses {
    private static final Set<String> CLASS_METHODS = Set.of("__init_subclass__", "__class_getitem__", "__new__");

    private final ClassView view;
    private final String name;
    private final OwnSingleton own;
    private final Semantics names;
    private final List<Blocker> blockers = new ArrayList<>();

    /**
     * @param own how the class keeps its instance, if it does that itself; else null
     */
    OwnClassUses(ClassView view, OwnSingleton own, Semantics names) {
        this.view = view;
        this.name = view.definition().name().sourceText();
        this.own = own;
        this.names = names;
    }

    /** Returns what keeps the class as it is. */
    List<Blocker> find() {
        view.classes().forEach(this::ownClass);
        return blockers;
    }

    private void block(Node place, String reason, String message) {
        blockers.add(new Blocker(place, reason, message));
    }

    /** The class as methods of it or its bases see it: {@code cls}, {@code type(self)}, {@code self.__class__}. */
    private void ownClass(ClassDef part) {
        for (Statement statement : part.body().statements()) {
            if (statement instanceof FunctionDef method && isClassMethod(method) && !isRemoved(method)) {
                String cls = MetaclassMembers.firstParameter(method);
                for (Name mention : method.findAll(Name.class)) {
                    if (Text.isName(mention, cls)) {
                        classValue(mention);
                    }
                }
            }
        }
        for (Call call : part.findAll(Call.class)) {
            if (isTypeOf(call, names) && !isRemoved(call)) {
                classValue(call);
            }
        }
        for (Attribute attribute : part.findAll(Attribute.class)) {
            if (attribute.attr().is("__class__")) {
                classValue(attribute);
            }
        }
        for (Name mention : part.findAll(Name.class)) {
            if (mention.is("__class__")) {
                classValue(mention);
            }
        }
    }

    private boolean isRemoved(Node node) {
        return own != null && ClassHazards.isInside(node, own.use().place());
    }

    private boolean isClassMethod(FunctionDef method) {
        if (CLASS_METHODS.contains(method.name().sourceText())) {
            return true;
        }
        for (Decorator decorator : method.decorators()) {
            if (decorator.expression().is("classmethod")) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a call asks for the class of an object. */
    static boolean isTypeOf(Call call, Semantics names) {
        String function = names.qualifiedName(call.func());
        return call.arguments().size() == 1
                && ("builtins.type".equals(function) || "__builtin__.type".equals(function));
    }

    private void classValue(Expression value) {
        Node parent = names.path(value).parent();
        boolean isMethod = own != null && !own.method().isEmpty();
        if (isMethod) {
            method(value, parent);
        } else if (parent instanceof Call call && call.func() == value) {
            block(
                    call,
                    "constructs-itself",
                    call.func().sourceText() + "() means the one instance as long as the metaclass is there; name the"
                            + " class or return the instance");
        } else if (parent instanceof Attribute attribute) {
            String attr = attribute.attr().sourceText();
            boolean isKnown = view.hasMember(attr)
                    || names.attributeTargets().contains(attribute)
                    || attr.startsWith("__") && attr.endsWith("__") && !UseClassifier.isClassGiver(attr);
            if (!isKnown) {
                block(
                        attribute,
                        "metaclass-attribute",
                        name + " defines no " + attr + ": it may come from the metaclass");
            }
        } else if (!isCompared(parent) && !isTypeTest(parent)) {
            block(value, "class-passed", "whoever gets the class " + name + " here may call it");
        }
    }

    /** The class inside its methods, if one of them returns the instance: only that method matters. */
    private void method(Expression value, Node parent) {
        if (parent instanceof Attribute attribute && attribute.attr().is(own.method())) {
            block(
                    attribute,
                    "constructs-itself",
                    attribute.sourceText() + "() gets the one instance; name the class or use self");
        }
    }

    private static boolean isCompared(Node parent) {
        return parent instanceof Compare || parent instanceof Comparison || parent instanceof ExpressionStatement;
    }

    private boolean isTypeTest(Node parent) {
        return parent instanceof Call call
                && (call.func().is("isinstance")
                        || call.func().is("issubclass")
                        || call.func().is("super"));
    }
}
