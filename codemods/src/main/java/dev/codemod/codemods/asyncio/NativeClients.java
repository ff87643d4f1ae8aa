package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileContext;
import dev.codemod.codemods.asyncio.AsyncClients.Maker;
import dev.codemod.codemods.asyncio.AsyncClients.Member;
import dev.codemod.rewrite.Snippet;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Scope;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Block;
import dev.codemod.tree.Call;
import dev.codemod.tree.Elif;
import dev.codemod.tree.Else;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.If;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import dev.codemod.tree.Starred;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces clients by their asynchronous counterparts, where a function makes one for itself and every use has an equal.
 *
 * <p>A client, and what its methods give, is followed through variables, {@code with} and loops of the function. One use
 * without an equal, and all calls stay what they are and move into threads.
 */
final class NativeClients {
    private final FileContext file;
    private final Semantics semantics;
    private final AsyncClients table = AsyncClients.table();
    private final Framework framework;
    private final Map<Node, BlockingSite> sites;
    private final Plan plan;

    /** What becomes what, for the client that is being looked at. */
    private Map<Node, Node> changes;

    private Set<With> entered;
    private Scope function;

    NativeClients(FileContext file, Framework framework, Map<Node, BlockingSite> sites, Plan plan) {
        this.file = file;
        this.semantics = file.semantics();
        this.framework = framework;
        this.sites = sites;
        this.plan = plan;
    }

    /**
     * Plans the clients that can be replaced; their sites count as replaced then.
     *
     * @param withOtherLibraries whether clients of another package than the blocking ones count
     */
    void plan(boolean withOtherLibraries) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (BlockingSite site : sites.values()) {
            if (site.at() instanceof Call call && call.func() instanceof Attribute method) {
                Call maker = makerOf(method.value(), 0);
                if (maker != null && seen.add(maker)) {
                    planClient(maker, withOtherLibraries);
                }
            }
        }
    }

    /** Returns the call that made the client that an expression comes from, or null. */
    private Call makerOf(Expression expression, int depth) {
        Expression value = expression;
        if (value instanceof Name name && depth < 10) {
            Definition only = semantics.singleAssignment(name);
            Expression from = only == null ? null : valueOf(only);
            return from == null ? null : makerOf(from, depth + 1);
        }
        if (value instanceof Call call) {
            String name = semantics.qualifiedName(call.func());
            if (name != null && table.maker(name) != null) {
                return call;
            }
            return call.func() instanceof Attribute method && depth < 10 ? makerOf(method.value(), depth + 1) : null;
        }
        return null;
    }

    private static Expression valueOf(Definition definition) {
        return definition.site() instanceof WithItem item ? item.context() : definition.value();
    }

    private void planClient(Call call, boolean withOtherLibraries) {
        Maker maker = table.maker(semantics.qualifiedName(call.func()));
        function = semantics.functionAround(call);
        changes = new LinkedHashMap<>();
        entered = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean isWanted = maker.isDefault() || withOtherLibraries;
        boolean fits = framework == Framework.ASYNCIO || !maker.needsAsyncio();
        if (isWanted
                && fits
                && isAsyncFunction()
                && hasKnownArguments(call, maker)
                && follow(call, maker.type(), maker)) {
            apply(call, maker);
        }
    }

    private boolean isAsyncFunction() {
        return function != null && function.node() instanceof FunctionDef definition && definition.isAsync();
    }

    private boolean hasKnownArguments(Call call, Maker maker) {
        for (Argument argument : call.arguments()) {
            boolean isKnown = argument instanceof Keyword keyword
                    ? keyword.name() != null
                            && table.hasOption(maker.type(), keyword.name().sourceText())
                    : !(argument instanceof Starred);
            if (!isKnown) {
                return false;
            }
        }
        BlockingSite site = sites.get(call);
        return site == null || isSafe(site);
    }

    private static boolean isSafe(BlockingSite site) {
        return site.verdict().applicability() == Applicability.SAFE;
    }

    // ---------------------------------------------------------------- following

    /** Follows a value of a type that an expression gives; false if it is used in a way that has no equal. */
    private boolean follow(Expression value, String type, Maker made) {
        Path path = semantics.path(value);
        Node parent = path.parent();
        if (semantics.functionAround(value) != function) {
            return false;
        }
        if (parent instanceof ExpressionStatement) {
            return made == null;
        }
        if (parent instanceof Assign assign
                && assign.value() == value
                && assign.targets().size() == 1) {
            return assign.targets().first() instanceof Name name && followVariable(name, type);
        }
        if (parent instanceof WithItem item) {
            return followEntered(item, (With) path.ancestor(2), type);
        }
        if (parent instanceof Attribute member && made == null) {
            return followMember(member, type);
        }
        if (parent instanceof For loop && loop.iter() == value && table.isIterated(type) && isPlainPlace(loop)) {
            changes.put(loop, loop.withAsync(true));
            return true;
        }
        return false;
    }

    private boolean followVariable(Name variable, String type) {
        List<Name> reads = VariableReads.of(variable, function, semantics);
        return reads != null && reads.stream().allMatch(read -> follow(read, type, null));
    }

    private boolean followEntered(WithItem item, With statement, String type) {
        if (statement.isAsync() || !table.isEntered(type)) {
            return false;
        }
        entered.add(statement);
        return item.target() == null || item.target() instanceof Name name && followVariable(name, type);
    }

    private boolean followMember(Attribute attribute, String type) {
        Member member = table.member(type, attribute.attr().sourceText());
        if (member == null) {
            return false;
        }
        boolean isCalled = semantics.path(attribute).parent() instanceof Call parent && parent.func() == attribute;
        if (!isCalled) {
            return !member.isAwaited() && member.type() == null;
        }
        Call call = (Call) semantics.path(attribute).parent();
        BlockingSite site = sites.get(call);
        if (semantics.functionAround(call) != function || site != null && !isSafe(site)) {
            return false;
        }
        if (member.isAwaited()) {
            if (site == null && !isPlainPlace(semantics.path(call).statement())) {
                return false;
            }
            Attribute renamed = attribute.attr().is(member.name())
                    ? attribute
                    : attribute.withAttr(Snippet.identifier(member.name()));
            changes.put(call, ThreadCalls.awaited(renamed == attribute ? call : call.withFunc(renamed)));
        }
        return member.type() == null || follow(call, member.type(), null);
    }

    /** Returns whether nothing but branches, loops and asynchronous contexts stands around a statement. */
    private boolean isPlainPlace(Node statement) {
        Path path = semantics.path(statement);
        for (int i = 1; i < path.length() && path.ancestor(i) != function.node(); i++) {
            Node around = path.ancestor(i);
            boolean isPlain = around instanceof Block
                    || around instanceof If
                    || around instanceof Elif
                    || around instanceof Else
                    || around instanceof For
                    || around instanceof With with && (with.isAsync() || entered.contains(with));
            if (!isPlain) {
                return false;
            }
        }
        return true;
    }

    // ---------------------------------------------------------------- writing

    private void apply(Call call, Maker maker) {
        for (With statement : entered) {
            boolean isWhole = statement.items().stream()
                    .allMatch(item -> item.context() == call || changes.containsKey(item.context()) || isGiven(item));
            if (!isWhole) {
                return;
            }
            changes.put(statement, statement.withAsync(true));
        }
        boolean isFree = changes.keySet().stream().noneMatch(plan::isReplaced);
        String name = maker.module() + "." + maker.member();
        if (!isFree
                || !file.offer(
                        Applicability.SAFE,
                        call,
                        Verdict.SAFE.reason(),
                        semantics.qualifiedName(call.func()) + " makes a client that blocks the event loop: " + name
                                + ", and each use awaited")) {
            return;
        }
        Expression function = plan.imports().ensure(maker.module(), maker.member(), call);
        Expression made = call.withFunc(function);
        plan.replace(call, maker.isAwaited() ? ThreadCalls.awaited(made) : made);
        changes.forEach(plan::replace);
        markUses();
        plan.imports().removeIfUnused(maker.type().substring(0, maker.type().indexOf('.')));
    }

    /** A context that is a variable that is followed, or what a plain method of one gives. */
    private boolean isGiven(WithItem item) {
        Call maker = makerOf(item.context(), 0);
        return maker != null && entered.size() > 0 && semantics.functionAround(maker) == function;
    }

    /** Sites that an asynchronous loop takes care of. */
    private void markUses() {
        for (Node changed : changes.keySet()) {
            if (changed instanceof For loop) {
                plan.markReplaced(loop.iter());
            }
        }
    }
}
