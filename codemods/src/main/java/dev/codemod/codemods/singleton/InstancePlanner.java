package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides where and when the instance is made, by the calls of the class in its module. */
final class InstancePlanner {
    private final String path;
    private final ClassView view;
    private final MetaclassFact metaclass;
    private final OwnSingleton keeper;
    private final List<Call> calls;
    private final Semantics names;
    private final InstanceNames free;
    private final String option;
    private final Elsewhere elsewhere;
    private final boolean isInFamily;
    private final List<String> paths;
    private final List<Statement> statements;
    private final ConstructionOrder order;
    private final int own;
    private ModuleConstants constants;
    private Set<HelperUse> uses = Set.of();
    private Set<String> classReads = Set.of();
    private Statement existing;
    private Blocker blocker;
    private boolean isMoved;
    private String movedReason = "";
    private String judgement;

    /**
     * @param path the file
     * @param keeper how the class keeps its instance, if it does that itself; else null
     * @param option {@code auto}, {@code eager} or {@code lazy}
     * @param elsewhere what other files do with the class and its module
     * @param isInFamily whether the class derives from other singletons or they from it
     * @param paths the files of the project
     */
    InstancePlanner(
            String path,
            ClassView view,
            MetaclassFact metaclass,
            OwnSingleton keeper,
            List<Call> calls,
            Semantics names,
            InstanceNames free,
            String option,
            Elsewhere elsewhere,
            boolean isInFamily,
            List<String> paths) {
        this.path = path;
        this.view = view;
        this.metaclass = metaclass;
        this.keeper = keeper;
        this.calls = calls;
        this.names = names;
        this.free = free;
        this.option = option;
        this.elsewhere = elsewhere;
        this.isInFamily = isInFamily;
        this.paths = paths;
        this.statements = names.module().statements();
        this.order = new ConstructionOrder(view.definition(), metaclass, calls, names, elsewhere.isCalled());
        this.own = order.indexOf(view.definition());
    }

    /** Returns the names of the module on which the plan relies. */
    Set<String> reads() {
        Set<String> reads = new HashSet<>();
        if (existing != null) {
            reads.add(target(existing).sourceText());
        }
        if (constants != null) {
            reads.addAll(constants.reads());
        }
        return reads;
    }

    /** Returns the attributes of the class that the construction reads. */
    Set<String> classReads() {
        return classReads;
    }

    /** Returns what the plan takes for pure of other modules. */
    Set<HelperUse> uses() {
        return uses;
    }

    /** Returns why there is no plan, or null. */
    Blocker blocker() {
        return blocker;
    }

    /** Returns whether construction moves to the time of import although it may do something then. */
    boolean isMoved() {
        return isMoved;
    }

    /**
     * Returns what constructing may do besides storing values, a clause for messages; empty if nothing, null if that did
     * not matter.
     */
    String judgement() {
        return judgement;
    }

    /** Returns what the moved construction may do, a clause for messages. */
    String movedReason() {
        return movedReason;
    }

    /** Returns the plan, or null: see {@link #blocker()}. */
    InstancePlan plan() {
        if (calls.isEmpty() && !elsewhere.isCalled() && isInFamily) {
            return new InstancePlan(InstancePlan.Kind.NONE, "", "", "", "", null, null, calls, "");
        }
        if (calls.isEmpty() && !elsewhere.isCalled()) {
            return refuse(
                    view.definition().name(),
                    "never-constructed",
                    "nothing in the project constructs " + className() + ", so whoever does cannot follow");
        }
        existing = option.equals("lazy") ? null : findExisting();
        for (Call call : calls) {
            boolean isDefinition = existing != null && ClassHazards.isInside(call, existing);
            if (!call.arguments().isEmpty() && !isDefinition) {
                return refuse(
                        call,
                        "constructor-arguments",
                        "this call passes arguments, and it is not certain that it is the one that constructs "
                                + className() + "; assign it to a variable of the module first");
            }
        }
        constants = new ModuleConstants(names, elsewhere.stored());
        ConstructionSafety safety = new ConstructionSafety(path, names, constants, paths, elsewhere.doubt());
        boolean isPure = safety.isPure(view, keeper);
        judgement = safety.reason();
        uses = safety.uses();
        classReads = safety.members();
        if (metaclass.isRebuilding() && !isPure) {
            return refuse(
                    view.definition().name(),
                    "constructs-every-time",
                    metaclass.name() + " constructs " + className() + " at every call and throws the result away, and "
                            + safety.reason());
        }
        String required = RequiredParameter.of(view);
        if (existing != null && (required.isEmpty() || !metaclass.isRebuilding())) {
            String name = target(existing).sourceText();
            return new InstancePlan(
                    InstancePlan.Kind.EXISTING, name, "", "", "", existing, null, callsOutside(existing), "");
        }
        if (!required.isEmpty()) {
            return refuse(
                    view.definition().name(),
                    "constructor-arguments",
                    "constructing " + className() + " needs the argument " + required
                            + ", which the calls do not pass");
        }
        return option.equals("eager") ? forced(safety, isPure) : chosen(safety, isPure);
    }

    private InstancePlan chosen(ConstructionSafety safety, boolean isPure) {
        if (option.equals("lazy")) {
            return lazy("the option instance=lazy says so");
        }
        if (!isPure) {
            return lazy(safety.reason());
        }
        Statement after = order.positionAfter(safety.needed());
        if (after == null) {
            return lazy("it may be used before everything that its construction needs is defined");
        }
        for (Call call : calls) {
            if (names.path(call).parent() instanceof ExpressionStatement) {
                return lazy("line " + call.line() + " only makes sure that it exists");
            }
        }
        if (elsewhere.isDropped()) {
            return lazy("another file only makes sure that it exists, or assigns what the construction reads");
        }
        return eager(after);
    }

    private InstancePlan forced(ConstructionSafety safety, boolean isPure) {
        Set<Statement> needed = new HashSet<>(safety.needed());
        if (!isPure) {
            ReachableNames.of(view, names)
                    .forEach(definition -> needed.add(statements.get(order.indexOf(definition.name()))));
        }
        Statement after = order.positionAfter(needed);
        if (after == null) {
            return refuse(
                    view.definition().name(),
                    "used-before-instance",
                    className() + " may be used before everything that its construction needs is defined; the lazy"
                            + " form has no such problem");
        }
        isMoved = !isPure || elsewhere.isDropped();
        movedReason =
                isPure ? "another file relies on the time, or assigns what the construction reads" : safety.reason();
        return eager(after);
    }

    private InstancePlan eager(Statement after) {
        return new InstancePlan(InstancePlan.Kind.EAGER, free.instance(), "", "", "", null, after, calls, "");
    }

    private InstancePlan lazy(String why) {
        String storage = free.storage();
        String lockName = metaclass.lock().isEmpty() ? "" : free.lock(storage);
        return new InstancePlan(
                InstancePlan.Kind.LAZY,
                free.accessor(),
                storage,
                lockName,
                metaclass.lock(),
                null,
                view.definition(),
                calls,
                why);
    }

    private InstancePlan refuse(Node place, String reason, String message) {
        blocker = new Blocker(place, reason, message);
        return null;
    }

    private String className() {
        return view.definition().name().sourceText();
    }

    // ---------------------------------------------------------------- an instance that is there already

    /** Returns the statement {@code config = Config(...)} of the module that certainly constructs, or null. */
    private Statement findExisting() {
        for (int i = own + 1; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            Call call = instanceCall(statement);
            if (call != null) {
                boolean hasActiveArguments = !call.arguments().stream().allMatch(InstancePlanner::isQuietArgument);
                boolean isFirst = isFirst(i, hasActiveArguments);
                return isFirst && isOnlyMeaning(statement) ? statement : null;
            }
            if (order.hasCallAtImport(i)) {
                return null;
            }
        }
        return null;
    }

    private static boolean isQuietArgument(Node argument) {
        return argument instanceof Expression expression && ModuleConstants.isImmutable(expression)
                || argument instanceof Name
                || argument instanceof Keyword keyword
                        && keyword.name() != null
                        && (ModuleConstants.isImmutable(keyword.value()) || keyword.value() instanceof Name);
    }

    private Call instanceCall(Statement statement) {
        Expression value = null;
        if (statement instanceof Assign assign && assign.targets().size() == 1) {
            value = assign.value();
        } else if (statement instanceof AnnAssign assign) {
            value = assign.value();
        }
        return value instanceof Call call && calls.contains(call) && target(statement) instanceof Name ? call : null;
    }

    private static Expression target(Statement statement) {
        return statement instanceof Assign assign ? assign.targets().first() : ((AnnAssign) statement).target();
    }

    private boolean isOnlyMeaning(Statement statement) {
        Binding binding = names.bindingOf(target(statement));
        Definition only = binding == null ? null : binding.onlyDefinition();
        String name = target(statement).sourceText();
        return only != null
                && only.site() == statement
                && !elsewhere.stored().contains(name)
                && !elsewhere.stored().contains("")
                && free.isVisibleEverywhere(name);
    }

    /** Returns whether no call can have run before a statement that comes after the class. */
    private boolean isFirst(int index, boolean hasActiveArguments) {
        if (order.isCalledInFunctionBefore(index)) {
            return order.isQuiet(own + 1, index) && !hasActiveArguments;
        }
        return true;
    }

    private List<Call> callsOutside(Statement existing) {
        List<Call> others = new ArrayList<>();
        for (Call call : calls) {
            if (!ClassHazards.isInside(call, existing)) {
                others.add(call);
            }
        }
        return others;
    }
}
