package dev.codemod.codemods.singleton;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileContext;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.StringConstant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The third pass: decides about every singleton of a file and rewrites those that can be. */
final class ModuleRewrite {
    private final FileContext file;
    private final SingletonFacts facts;
    private final Semantics names;
    private final MetaclassResolver resolver;
    private final Set<String> givenNames = new HashSet<>();

    ModuleRewrite(FileContext file, SingletonFacts facts) {
        this.file = file;
        this.facts = facts;
        this.names = file.semantics();
        this.resolver = new MetaclassResolver(file.path(), names, facts);
    }

    Module run() {
        List<Conversion> conversions = new ArrayList<>();
        for (ClassDef definition : file.module().findAll(ClassDef.class)) {
            MetaclassUse use = MetaclassUse.of(definition, names);
            if (use == null) {
                reportBorg(definition);
                continue;
            }
            MetaclassFact metaclass = resolver.resolve(use.metaclass());
            Conversion conversion = metaclass == null ? unseen(definition, use) : convert(definition, use, metaclass);
            if (conversion != null) {
                conversions.add(conversion);
            }
        }
        return conversions.isEmpty() ? file.module() : new ConversionWriter(file, facts, conversions).write();
    }

    private Conversion unseen(ClassDef definition, MetaclassUse use) {
        if (resolver.isSuspicious(use.metaclass())) {
            refuse(new Blocker(
                    definition.name(),
                    "metaclass-not-seen",
                    "no metaclass " + use.metaclass().sourceText()
                            + " whose __call__ keeps one instance is defined in the files of this run"));
        }
        return null;
    }

    private void refuse(Blocker blocker) {
        file.refuse(blocker.place(), blocker.reason(), blocker.message());
    }

    private Conversion convert(ClassDef definition, MetaclassUse use, MetaclassFact metaclass) {
        List<Blocker> blockers = new ArrayList<>();
        ClassView view = new ClassView(definition, names);
        InstancePlan plan = null;
        boolean isExported = Exports.contains(file.module(), definition.name().sourceText());
        boolean isMoved = false;
        String movedReason = "";
        Blocker kind = kind(definition, use, metaclass, isExported);
        if (kind != null) {
            blockers.add(kind);
        } else {
            blockers.addAll(new ClassHazards(view, use, metaclass, names).find());
            if (names.path(definition).parent() instanceof Module) {
                ClassUses uses = new ClassUses(view, names);
                blockers.addAll(uses.blockers());
                elsewhere(definition, metaclass, blockers);
                if (blockers.isEmpty()) {
                    InstancePlanner planner = planner(view, metaclass, uses.calls());
                    plan = planner.plan();
                    isMoved = planner.isMoved();
                    movedReason = planner.movedReason();
                    if (plan == null) {
                        blockers.add(planner.blocker());
                    }
                }
            }
        }
        if (plan == null) {
            blockers.forEach(this::refuse);
            return null;
        }
        Conversion conversion = new Conversion(view, use, metaclass, plan, isExported);
        return offer(conversion, isMoved, movedReason) ? conversion : null;
    }

    private InstancePlanner planner(ClassView view, MetaclassFact metaclass, List<Call> calls) {
        boolean isPackage = ModulePath.of(file.path()).isPackage();
        return new InstancePlanner(
                view,
                metaclass,
                calls,
                names,
                new InstanceNames(names, isPackage, calls, givenNames),
                file.option(SingletonToModule.INSTANCE),
                facts.storedIn(file.path()));
    }

    /** Returns why a class cannot be converted whatever is done with it, or null. */
    private Blocker kind(ClassDef definition, MetaclassUse use, MetaclassFact metaclass, boolean isExported) {
        Node place = definition.name();
        if (metaclass.kind() == MetaclassFact.Kind.MULTITON) {
            return new Blocker(
                    place,
                    "multiton",
                    metaclass.name()
                            + " keeps an instance for each set of arguments, which no single variable can hold");
        }
        if (metaclass.kind() == MetaclassFact.Kind.OTHER) {
            return new Blocker(
                    place,
                    "metaclass-not-plain",
                    metaclass.name() + " does more than keep one instance: " + metaclass.why());
        }
        boolean isAttribute = use.form() == MetaclassUse.Form.CLASS_ATTRIBUTE;
        if (isAttribute && !file.level().isPython2()) {
            return new Blocker(
                    use.place(),
                    "level-unclear",
                    "Python 3 ignores __metaclass__; if this is Python 2 say so with --python-version 2.7");
        }
        if (metaclass.isAbstract() && new AbstractMetaclass(file, use).expression() == null) {
            return new Blocker(
                    place,
                    "abstract-metaclass",
                    metaclass.name() + " is an ABCMeta too, and this file does not import ABCMeta to take its place");
        }
        if (isExported && Exports.statement(file.module()) == null) {
            return new Blocker(place, "exported", "__all__ names the class, and is not one list of names");
        }
        return null;
    }

    /** Adds the uses of the class, of its metaclass's storage, and of everything, in other files. */
    private void elsewhere(ClassDef definition, MetaclassFact metaclass, List<Blocker> blockers) {
        String name = definition.name().sourceText();
        List<UseFact> uses = facts.usesOf(file.path(), name);
        if (!uses.isEmpty()) {
            UseFact first = uses.get(0);
            String more = uses.size() == 1 ? "" : " and in " + (uses.size() - 1) + " more places";
            String reason = switch (first.kind()) {
                case STRING -> "string-elsewhere";
                case STAR -> "star-import";
                case STUB -> "stub";
                case UNREADABLE -> "unreadable-file";
                default -> "used-elsewhere";
            };
            blockers.add(new Blocker(
                    definition.name(),
                    reason,
                    name + " " + first.kind().words() + " at " + first.place() + more
                            + "; only a class that no other module uses is converted"));
        }
        List<UseFact> resets = new ArrayList<>();
        for (String path : new TreeSet<>(List.of(file.path(), metaclass.path()))) {
            for (UseFact use : facts.usesOf(path, metaclass.storage())) {
                if (use.kind() == UseFact.Kind.USE) {
                    resets.add(use);
                }
            }
        }
        resets.removeIf(use -> use.path().equals(metaclass.path()));
        if (!resets.isEmpty()) {
            blockers.add(new Blocker(
                    definition.name(),
                    "instances-reset",
                    "the instances that " + metaclass.name() + " keeps are reached at "
                            + resets.get(0).place() + "; give the class a method that resets it"));
        }
    }

    private boolean offer(Conversion conversion, boolean isMoved, String movedReason) {
        InstancePlan plan = conversion.plan();
        Node place = conversion.view().definition().name();
        String name = conversion.className();
        String message = plan.kind() == InstancePlan.Kind.LAZY
                ? name + " becomes a plain class whose one instance " + plan.name()
                        + "() constructs at first use, because " + plan.why()
                : name + " becomes a plain class with the one instance " + plan.name();
        if (conversion.metaclass().isWeak()) {
            return file.offer(
                    Applicability.UNSAFE,
                    place,
                    "weak-instances",
                    message + "; so far an instance that nobody used was forgotten, and with it its state");
        }
        if (isMoved) {
            return file.offer(
                    Applicability.UNSAFE,
                    place,
                    "construction-moved",
                    message + "; it is constructed at import now, and " + movedReason);
        }
        if (conversion.isExported()) {
            return file.offer(
                    Applicability.UNSAFE,
                    place,
                    "exported",
                    message + "; __all__ names the class, so that users outside of the project may call it");
        }
        String reason = plan.kind() == InstancePlan.Kind.LAZY ? "lazy-accessor" : "module-instance";
        boolean isApplied = file.offer(Applicability.SAFE, place, reason, message);
        if (isApplied) {
            documentation(name);
        }
        return isApplied;
    }

    /** Reports texts for people that show the call. */
    private void documentation(String name) {
        for (ExpressionStatement statement : file.module().findAll(ExpressionStatement.class)) {
            if (statement.value() instanceof StringConstant string
                    && Text.content(string).contains(name + "()")) {
                file.refuse(
                        statement,
                        "docstring-mention",
                        "this text tells readers to call " + name + "(); it is not edited");
            }
        }
    }

    /** A class all of whose instances share their attributes; the instances are many, so it is left alone. */
    private void reportBorg(ClassDef definition) {
        for (Assign assign : definition.body().findAll(Assign.class)) {
            for (Expression target : assign.targets()) {
                if (target instanceof Attribute attribute
                        && attribute.attr().is("__dict__")
                        && attribute.value() instanceof Name self
                        && self.is("self")
                        && isShared(definition, assign.value())) {
                    refuse(new Blocker(
                            definition.name(),
                            "borg",
                            "the instances of " + definition.name().sourceText()
                                    + " share their attributes but are different objects"));
                    return;
                }
            }
        }
    }

    private boolean isShared(ClassDef definition, Expression value) {
        return value instanceof Attribute attribute
                && attribute.value() instanceof Name
                && new ClassView(definition, names).member(attribute.attr().sourceText()) instanceof Assign;
    }
}
