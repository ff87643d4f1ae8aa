package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileContext;
import dev.codemod.rewrite.Snippet;
import dev.codemod.semantics.Scope;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opens files by the asynchronous functions of anyio, trio or aiofiles: {@code async with}, awaited methods and
 * {@code async for}.
 *
 * <p>Only where every use of the file is one that these have. Elsewhere the file stays what it is, and its blocking
 * uses move into threads one by one.
 */
final class NativeFiles {
    private static final Set<String> OPENERS = Set.of("builtins.open", "io.open", "pathlib.Path.open");

    private static final Set<String> AWAITED = Set.of(
            "read",
            "read1",
            "readline",
            "readlines",
            "readinto",
            "write",
            "writelines",
            "truncate",
            "seek",
            "tell",
            "flush",
            "close");

    private static final Set<String> PLAIN = Set.of("name", "mode", "closed", "encoding", "fileno");

    private final FileContext file;
    private final Semantics semantics;
    private final Framework framework;
    private final Map<Node, BlockingSite> sites;
    private final Plan plan;

    NativeFiles(FileContext file, Framework framework, Map<Node, BlockingSite> sites, Plan plan) {
        this.file = file;
        this.semantics = file.semantics();
        this.framework = framework;
        this.sites = sites;
        this.plan = plan;
    }

    /** Plans the files that can be opened asynchronously; their sites count as replaced then. */
    void plan() {
        for (With statement : file.module().findAll(With.class)) {
            List<Name> uses = statement.isAsync() ? null : usesOf(statement);
            if (uses != null && offer(statement)) {
                rewrite(statement, uses);
            }
        }
    }

    /** Returns the uses of all files that a statement opens, or null if any of them cannot be asynchronous. */
    private List<Name> usesOf(With statement) {
        List<Name> uses = new ArrayList<>();
        Scope function = semantics.functionAround(statement);
        for (WithItem item : statement.items()) {
            BlockingSite site = sites.get(item.context());
            if (!isSafe(site)
                    || !OPENERS.contains(site.blocking().name())
                    || !(item.target() instanceof Name target)
                    || !addUses(target, statement, function, uses)) {
                return null;
            }
        }
        return uses;
    }

    private static boolean isSafe(BlockingSite site) {
        return site != null && site.verdict().applicability() == Applicability.SAFE;
    }

    private boolean addUses(Name target, With statement, Scope function, List<Name> uses) {
        List<Name> reads = VariableReads.of(target, function, semantics);
        boolean areConvertible = reads != null
                && reads.stream().allMatch(read -> isInside(read, statement.body()) && isConvertible(read));
        if (areConvertible) {
            uses.addAll(reads);
        }
        return areConvertible;
    }

    private static boolean isInside(Node node, Node block) {
        return block.firstToken() <= node.firstToken() && node.lastToken() <= block.lastToken();
    }

    private boolean isConvertible(Name use) {
        Path path = semantics.path(use);
        if (path.parent() instanceof For loop) {
            return loop.iter() == use && !loop.isAsync() && isSafe(sites.get(use));
        }
        if (path.parent() instanceof Comprehension clause) {
            return clause.iter() == use
                    && !clause.isAsync()
                    && !(path.ancestor(2) instanceof GeneratorExp)
                    && isSafe(sites.get(use));
        }
        if (!(path.parent() instanceof Attribute member)) {
            return false;
        }
        String name = member.attr().sourceText();
        if (!AWAITED.contains(name)) {
            return PLAIN.contains(name);
        }
        boolean isCall = path.ancestor(2) instanceof Call call && call.func() == member;
        BlockingSite site = sites.get(path.ancestor(2));
        return isCall && (site == null ? name.equals("seek") || name.equals("tell") : isSafe(site));
    }

    private boolean offer(With statement) {
        return file.offer(
                Applicability.SAFE,
                statement.items().first().context(),
                Verdict.SAFE.reason(),
                "opening a file and using it blocks the event loop: opened by " + opener() + ", and each use awaited");
    }

    private String opener() {
        return framework == Framework.ASYNCIO ? "aiofiles.open" : framework.module() + ".open_file";
    }

    private void rewrite(With statement, List<Name> uses) {
        for (WithItem item : statement.items()) {
            plan.replace(item.context(), opened((Call) item.context()));
        }
        plan.replace(statement, statement.withAsync(true));
        for (Name use : uses) {
            Path path = semantics.path(use);
            if (path.parent() instanceof For loop) {
                plan.replace(loop, loop.withAsync(true));
                plan.markReplaced(use);
            } else if (path.parent() instanceof Comprehension clause) {
                plan.replace(clause, clause.withAsync(true));
                plan.markReplaced(use);
            } else if (path.parent() instanceof Attribute member
                    && AWAITED.contains(member.attr().sourceText())) {
                rewriteCall((Call) path.ancestor(2), member);
            }
        }
    }

    private void rewriteCall(Call call, Attribute member) {
        boolean isClose = member.attr().is("close") && framework != Framework.ASYNCIO;
        Call renamed = isClose ? call.withFunc(member.withAttr(Snippet.identifier("aclose"))) : call;
        plan.replace(call, ThreadCalls.awaited(renamed));
    }

    private Expression opened(Call call) {
        boolean isMethod = sites.get(call).blocking().name().equals("pathlib.Path.open");
        if (framework == Framework.ASYNCIO) {
            Expression open = plan.imports().ensure("aiofiles", "open", call);
            Call plain = call.withFunc(open);
            return isMethod
                    ? plain.withArguments(call.arguments().insert(0, ((Attribute) call.func()).value()))
                    : plain;
        }
        if (isMethod) {
            Attribute method = (Attribute) call.func();
            Expression path = Snippet.expression("$type($path)")
                    .bind("type", plan.imports().ensure(framework.module(), "Path", call))
                    .bind("path", method.value())
                    .build();
            return ThreadCalls.awaited(call.withFunc(method.withValue(path)));
        }
        return ThreadCalls.awaited(call.withFunc(plan.imports().ensure(framework.module(), "open_file", call)));
    }
}
