package dev.codemod.codemods.singleton;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileContext;
import dev.codemod.rewrite.TreeReplacer;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.StringConstant;
import java.util.ArrayList;
import java.util.List;

/** The third pass: rewrites the singletons of a file, and its uses of those of other files. */
final class ModuleRewrite {
    private final FileContext file;
    private final SingletonFacts facts;
    private final Decisions decisions;
    private final MetaclassResolver resolver;

    ModuleRewrite(FileContext file, SingletonFacts facts, Decisions decisions) {
        this.file = file;
        this.facts = facts;
        this.decisions = decisions;
        this.resolver = new MetaclassResolver(file.path(), file.semantics(), facts);
    }

    Module run() {
        if (StubRewrite.isStub(file.path())) {
            return new StubRewrite(file, decisions).run();
        }
        List<Conversion> conversions = new ArrayList<>();
        List<ClassAnalysis> singletons = ClassAnalysis.of(file, facts);
        if (file.isExplaining()) {
            new ClassExplanation(file, resolver, decisions).tell(singletons);
        }
        for (ClassAnalysis analysis : singletons) {
            Conversion conversion = convert(analysis);
            if (conversion != null) {
                conversions.add(conversion);
            }
        }
        for (ClassDef definition : file.module().findAll(ClassDef.class)) {
            MetaclassUse use = MetaclassUse.of(definition, file.semantics());
            if (use == null) {
                reportBorg(definition);
                reportNear(definition, singletons);
            } else if (resolver.resolve(use.metaclass()) == null) {
                reportUnseen(definition, use);
            }
        }
        TreeReplacer replacer = new TreeReplacer();
        UserRewrite user = new UserRewrite(file, decisions, replacer);
        user.run();
        return new ConversionWriter(
                        file, facts, decisions, conversions, replacer, user.removedStatements(), user.exportedNames())
                .write();
    }

    private void reportNear(ClassDef definition, List<ClassAnalysis> singletons) {
        boolean isSingleton =
                singletons.stream().anyMatch(analysis -> analysis.view().definition() == definition);
        ClassKey key = new ClassKey(file.path(), definition.name().sourceText());
        Blocker near = isSingleton || !facts.others().contains(key)
                ? null
                : NearSingleton.of(definition, file.path(), file.semantics());
        if (near != null) {
            refuse(near);
        }
    }

    private void reportUnseen(ClassDef definition, MetaclassUse use) {
        if (resolver.isSuspicious(use.metaclass())) {
            refuse(new Blocker(
                    definition.name(),
                    "metaclass-not-seen",
                    "no metaclass " + use.metaclass().sourceText()
                            + " that derives from type or ABCMeta alone and whose __call__ keeps one instance is defined"
                            + " in the files of this run"));
        }
    }

    private void refuse(Blocker blocker) {
        file.refuse(blocker.place(), blocker.reason(), blocker.message());
    }

    private Conversion convert(ClassAnalysis analysis) {
        Decision decision = decisions.of(analysis.key());
        Node place = analysis.view().definition().name();
        List<Blocker> blockers = new ArrayList<>(analysis.blockers());
        boolean isTopLevel = file.semantics().path(analysis.view().definition()).parent() instanceof Module;
        if (isTopLevel && decision != null) {
            for (Decision.Obstacle obstacle : decision.obstacles()) {
                blockers.add(new Blocker(place, obstacle.reason(), obstacle.message()));
            }
        }
        if (!blockers.isEmpty() || !isTopLevel || decision == null) {
            blockers.forEach(this::refuse);
            return null;
        }
        if (isDone(analysis, decision)) {
            return null;
        }
        InstancePlanner planner = analysis.planner(decision.elsewhere());
        InstancePlan plan = planner.plan();
        if (plan == null) {
            refuse(planner.blocker());
            return null;
        }
        if (!decision.isConverted()) {
            // What was in the way has gone with another class; the next run sees that in all files.
            return null;
        }
        Conversion conversion = new Conversion(
                analysis.view(), analysis.use(), analysis.metaclass(), analysis.own(), plan, analysis.isExported());
        return offer(conversion, decision, planner) ? conversion : null;
    }

    /** Returns whether the instance is there already; of a class that inherits from another file nothing else tells. */
    private boolean isDone(ClassAnalysis analysis, Decision decision) {
        boolean isNew = decision.outcome() != ClassFact.Outcome.EXISTING
                && !decision.name().isEmpty();
        return analysis.use().isForeign() && isNew && file.semantics().scope().binding(decision.name()) != null;
    }

    private boolean offer(Conversion conversion, Decision decision, InstancePlanner planner) {
        String unit = decision.isShared() ? decision.unit() : null;
        InstancePlan plan = conversion.plan();
        Node place = conversion.view().definition().name();
        String name = conversion.className();
        String message = message(name, plan);
        String unsafe = decision.unsafe(file);
        if (!unsafe.isEmpty()) {
            String why = switch (unsafe) {
                case "weak-instances" -> "so far an instance that nobody used was forgotten, and with it its state";
                case "construction-moved" -> "it is constructed at import now, and " + planner.movedReason();
                case "exported" -> "__all__ names the class, so that users outside of the project may call it";
                default -> "it is part of a library, whose users may call it; -P public-api=safe says that they do not";
            };
            return file.offer(Applicability.UNSAFE, place, unsafe, message + "; " + why, unit);
        }
        String reason = switch (plan.kind()) {
            case LAZY -> "lazy-accessor";
            case NONE -> "plain-base";
            default -> "module-instance";
        };
        boolean isApplied = file.offer(Applicability.SAFE, place, reason, message, unit);
        if (isApplied) {
            documentation(name);
            for (UseFact use : facts.usesOf(file.path(), name)) {
                if (use.kind() == UseFact.Kind.DOCUMENTATION) {
                    file.refuse(
                            place,
                            "documentation-mention",
                            use.place() + " tells readers of " + name + "; it is not edited");
                }
            }
        }
        return isApplied;
    }

    private static String message(String name, InstancePlan plan) {
        return switch (plan.kind()) {
            case LAZY ->
                name + " becomes a plain class whose one instance " + plan.name()
                        + "() constructs at first use, because " + plan.why();
            case NONE ->
                name + " becomes a plain class without an instance, because only its subclasses are constructed";
            default -> name + " becomes a plain class with the one instance " + plan.name();
        };
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
                && new ClassView(definition, file.semantics())
                                .member(attribute.attr().sourceText())
                        instanceof Assign;
    }
}
