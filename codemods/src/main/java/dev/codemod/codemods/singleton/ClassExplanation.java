package dev.codemod.codemods.singleton;

import dev.codemod.codemod.FileContext;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Node;
import java.util.List;

/** Tells what was seen in the classes of a file, for {@code codemod explain}. */
final class ClassExplanation {
    private final FileContext file;
    private final MetaclassResolver resolver;
    private final Decisions decisions;

    ClassExplanation(FileContext file, MetaclassResolver resolver, Decisions decisions) {
        this.file = file;
        this.resolver = resolver;
        this.decisions = decisions;
    }

    /** Tells about all classes of the file; the singletons among them are given. */
    void tell(List<ClassAnalysis> singletons) {
        for (ClassDef definition : file.module().findAll(ClassDef.class)) {
            ClassAnalysis found = null;
            for (ClassAnalysis analysis : singletons) {
                found = analysis.view().definition() == definition ? analysis : found;
            }
            if (found == null) {
                other(definition);
            } else {
                singleton(found);
            }
        }
    }

    private void other(ClassDef definition) {
        String name = definition.name().sourceText();
        MetaclassUse use = MetaclassUse.of(definition, file.semantics());
        ClassView view = new ClassView(definition, file.semantics());
        FunctionDef creation = view.method("__new__");
        Blocker near = NearSingleton.of(definition, file.path(), file.semantics());
        String why;
        if (near != null) {
            why = near.message();
        } else if (use != null) {
            why = resolver.resolve(use.metaclass()) == null
                    ? "no " + use.metaclass().sourceText()
                            + " whose __call__ stores instances is defined in the files of this run"
                    : "it is not at the top of the module";
        } else if (creation != null) {
            why = "its __new__ in line " + file.lineOnDisk(creation)
                    + " does not store one instance and return it from then on";
        } else {
            why = "it has no metaclass, decorator, __new__ or class method that stores one instance and returns it from"
                    + " then on";
        }
        file.explain(definition.name(), name + " is not taken for a singleton: " + why);
    }

    private void singleton(ClassAnalysis analysis) {
        Node place = analysis.view().definition().name();
        file.explain(place, analysis.name() + " " + keeper(analysis));
        Decision decision = decisions.of(analysis.key());
        if (decision == null || !analysis.blockers().isEmpty()) {
            return;
        }
        file.explain(
                place,
                decision.elsewhere().isCalled()
                        ? "other files ask for the instance of " + analysis.name()
                        : "no other file asks for the instance of " + analysis.name());
        InstancePlanner planner = analysis.planner(decision.elsewhere());
        planner.plan();
        if (planner.judgement() != null) {
            file.explain(
                    place,
                    planner.judgement().isEmpty()
                            ? "constructing " + analysis.name() + " only stores values, so that it may happen at import"
                            : "constructing " + analysis.name() + " may be noticed at import: " + planner.judgement());
        }
        if (decision.obstacles().isEmpty()) {
            file.explain(place, "no use of " + analysis.name() + " in another file is in the way");
        }
        for (Decision.Obstacle obstacle : decision.obstacles()) {
            file.explain(place, "in the way: " + obstacle.message());
        }
    }

    private static String inherited(ClassAnalysis analysis) {
        ClassKey base = analysis.view().heritage().relatives().get(0);
        return "; it inherits it from " + base.name() + " of " + base.path();
    }

    private static String keeper(ClassAnalysis analysis) {
        MetaclassFact fact = analysis.metaclass();
        if (fact.kind() != MetaclassFact.Kind.SINGLETON) {
            return "has " + fact.name() + " (" + fact.path() + ":" + fact.line()
                    + "), which stores instances but is no plain singleton's";
        }
        MetaclassUse.Form form = analysis.use().form();
        String place = " (" + fact.path() + ":" + fact.line() + ")";
        return switch (form) {
            case NEW -> "is a singleton: its __new__" + place + " returns one object again and again";
            case ACCESSOR ->
                "is a singleton: " + analysis.own().method() + "()" + place + " returns one object again and again";
            case DECORATOR -> "is a singleton: the decorator " + fact.name() + place + " keeps its instance";
            default ->
                "is a singleton: the metaclass " + fact.name() + place + " keeps its instance "
                        + (fact.isByClass() ? "in a mapping by class" : "in an attribute")
                        + (analysis.use().isForeign() ? inherited(analysis) : "");
        };
    }
}
