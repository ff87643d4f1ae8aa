package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileContext;
import dev.codemod.codemods.asyncio.BlockingCall.Replacement;
import dev.codemod.rewrite.Snippet;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Node;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Blocking calls whose nearest enclosing function is async: those of libraries, and those of helper functions of the
 * project that block.
 */
final class DirectStage implements Stage {
    private static final Snippet<Expression> WRAP_FUTURE = Snippet.expression("$wrap($future)");

    private final AwaitFacts facts;
    private final boolean withOwn;

    private DirectStage(AwaitFacts facts, boolean withOwn) {
        this.facts = facts;
        this.withOwn = withOwn;
    }

    /** Returns the stage for calls of libraries. */
    static DirectStage ofLibraries(AwaitFacts facts) {
        return new DirectStage(facts, true);
    }

    /** Returns the stage for calls of the project's own helpers. */
    static DirectStage ofHelpers(AwaitFacts facts) {
        return new DirectStage(facts, false);
    }

    /** Returns both in one, for blocking calls inside arguments of helpers and the other way round. */
    static DirectStage ofAll(AwaitFacts facts) {
        return new DirectStage(facts, true);
    }

    @Override
    public void plan(FileContext file, Plan plan) {
        HelperExplanations.give(file, facts);
        boolean withCheap = file.option(AwaitBlockingCalls.CHEAP.name()).equals("yes");
        CallPlaces<Helper> helpers = CallPlaces.of(file, facts.helpersToWrap(file.path()));
        CallClassifier classifier = new CallClassifier(file.semantics(), withCheap, helpers, withOwn);
        List<BlockingSite> sites = BlockingSiteFinder.find(file, classifier);
        if (sites.isEmpty()) {
            return;
        }
        Framework framework = framework(file);
        boolean drivenByHand = CoroutineDrivers.areIn(file.module(), file.semantics());
        ThreadCalls threads = framework == null
                ? null
                : new ThreadCalls(framework, usesExecutor(file), TargetPython.of(file), plan.imports());
        if (framework != null && !drivenByHand) {
            planNative(file, framework, sites, plan);
        }
        HttpClient client = HttpClient.of(file.option(AwaitBlockingCalls.HTTP.name()));
        HttpRequests requests = client == null
                ? null
                : new HttpRequests(
                        file, classifier.types(), client, plan, facts.hints().requests());
        for (int i = 0; i < sites.size(); i++) {
            BlockingSite site = sites.get(i);
            Verdict verdict = verdict(site, framework, drivenByHand).and(patches(file, site));
            if (requests != null && HttpRequests.isRequest(site)) {
                requests.add(site, verdict.and(fits(client, framework)));
            } else if (!plan.isReplaced(site.at()) && isAccepted(file, site, classifier, verdict, framework, threads)) {
                BlockingSite maker = makerOf(site, i + 1 < sites.size() ? sites.get(i + 1) : null);
                boolean isMoved = maker != null
                        && isAccepted(
                                file, maker, classifier, verdict(maker, framework, drivenByHand), framework, threads);
                Expression made = isMoved ? replacement(maker, site.at(), framework, threads, plan) : site.at();
                plan.replace(site.at(), replacement(site, made, framework, threads, plan));
            }
        }
        if (requests != null) {
            requests.plan();
        }
    }

    /** What is gone through may be what a blocking call gives, {@code for row in cursor.execute(...)}: a site of its own. */
    private static BlockingSite makerOf(BlockingSite iteration, BlockingSite next) {
        return next != null && next.at() == iteration.at() ? next : null;
    }

    /** Tests of other files replace the sleep of a module by its name. */
    private Verdict patches(FileContext file, BlockingSite site) {
        PatchFact patch = site.blocking().replacement() == Replacement.SLEEP ? facts.patchOf(file.path()) : null;
        return patch == null
                ? Verdict.SAFE
                : Verdict.unsafe(
                        "stale-patch",
                        patch.path() + ":" + patch.line() + " patches " + patch.target()
                                + ", which would no longer have its effect: patch the awaitable sleep there");
    }

    private static Verdict fits(HttpClient client, Framework framework) {
        return client.isAiohttp() && framework != Framework.ASYNCIO
                ? Verdict.refuse("aiohttp-needs-asyncio", "aiohttp runs on asyncio only: choose httpx")
                : Verdict.SAFE;
    }

    /** anyio and trio open files themselves; for asyncio that is another package, which only an option brings in. */
    private static void planNative(FileContext file, Framework framework, List<BlockingSite> sites, Plan plan) {
        Map<Node, BlockingSite> byNode = new IdentityHashMap<>();
        sites.forEach(site -> byNode.put(site.at(), site));
        String files = file.option(AwaitBlockingCalls.FILES.name());
        if (files.equals("native") || files.equals("auto") && framework != Framework.ASYNCIO) {
            new NativeFiles(file, framework, byNode, plan).plan();
        }
        String clients = file.option(AwaitBlockingCalls.CLIENTS.name());
        if (!clients.equals("to_thread")) {
            new NativeClients(file, framework, byNode, plan).plan(clients.equals("native"));
        }
    }

    private Framework framework(FileContext file) {
        String wanted = file.option(AwaitBlockingCalls.FRAMEWORK.name());
        return wanted.equals("auto")
                ? Framework.detect(file.module(), file.path(), facts.loopsNear(file.path()))
                : Framework.valueOf(wanted.toUpperCase(Locale.ROOT));
    }

    private static boolean usesExecutor(FileContext file) {
        String wanted = file.option(AwaitBlockingCalls.THREAD.name());
        return wanted.equals("auto")
                ? !TargetPython.of(file).isAtLeast(LanguageLevel.PY39)
                : wanted.equals("run_in_executor");
    }

    private static Verdict verdict(BlockingSite site, Framework framework, boolean drivenByHand) {
        Verdict verdict = site.verdict().and(site.threadVerdict());
        if (framework == null) {
            verdict = verdict.and(Verdict.refuse(
                    "unknown-framework",
                    "the file does not tell for sure which library runs the event loop: say it with -P framework=asyncio, anyio"
                            + " or trio"));
        }
        if (drivenByHand) {
            verdict = verdict.and(Verdict.refuse(
                    "driven-by-hand",
                    "this file runs coroutines with send(None), where no event loop serves the await"));
        }
        if (site.at() instanceof Call call && hasUnsafeChild(call)) {
            verdict = verdict.and(Verdict.unsafe(
                    "preexec-fn",
                    "the child would be forked from a process with threads, where preexec_fn may deadlock"));
        }
        return verdict;
    }

    private static boolean hasUnsafeChild(Call call) {
        return call.arguments().stream()
                .anyMatch(argument -> argument instanceof Keyword keyword
                        && keyword.name() != null
                        && keyword.name().is("preexec_fn"));
    }

    private boolean isAccepted(
            FileContext file,
            BlockingSite site,
            CallClassifier classifier,
            Verdict verdict,
            Framework framework,
            ThreadCalls threads) {
        boolean isIteration = site.blocking().replacement() == Replacement.LIST;
        String blocks =
                (isIteration ? "iterating over " : "") + site.blocking().displayName() + " blocks the event loop";
        Helper helper = site.at() instanceof Call call ? classifier.helperOf(call) : null;
        blocks += helper == null ? "" : " (" + helper.trace() + ")";
        String obstacle = helper == null ? null : facts.conversions().obstacle(helper.definition());
        blocks += obstacle == null ? "" : " (it cannot become async: " + obstacle + ")";
        if (verdict.applicability() == Applicability.MANUAL) {
            file.refuse(site.at(), verdict.reason(), blocks + "; not rewritten: " + verdict.message());
            return false;
        }
        String becomes = blocks + ": " + becomes(site, framework, threads);
        String message = verdict.message().isEmpty() ? becomes : becomes + ", but " + verdict.message();
        return file.offer(verdict.applicability(), site.at(), verdict.reason(), message);
    }

    private static String becomes(BlockingSite site, Framework framework, ThreadCalls threads) {
        return switch (site.blocking().replacement()) {
            case SLEEP -> "awaited as " + framework.module() + ".sleep";
            case ARGUMENT -> "its argument is awaited";
            case FUTURE ->
                wrapsFuture(site, framework) ? "awaited as asyncio.wrap_future" : "awaited as " + threads.displayName();
            case LIST -> "a list is made of it by " + threads.displayName();
            case THREAD -> "awaited as " + threads.displayName();
        };
    }

    /** A cancelled future raises another exception when it is awaited, which a handler of the file may wait for. */
    private static boolean wrapsFuture(BlockingSite site, Framework framework) {
        Call call = (Call) site.at();
        Source source = call.parsed().source();
        return framework == Framework.ASYNCIO
                && call.arguments().isEmpty()
                && !source.text(0, source.bytes().length).contains("CancelledError");
    }

    private Expression replacement(
            BlockingSite site, Expression iterated, Framework framework, ThreadCalls threads, Plan plan) {
        Replacement replacement = site.blocking().replacement();
        if (replacement == Replacement.LIST) {
            return threads.applied("list", iterated, site.at());
        }
        Call call = (Call) site.at();
        if (replacement == Replacement.SLEEP) {
            for (String name : List.of("time", "sleep")) {
                if (!SleepImports.isUsedElsewhere(
                        facts.hints().sleepImports(), call.parsed().source().name(), name)) {
                    plan.imports().removeIfUnused(name.equals("time") ? name : "time.sleep");
                }
            }
            return ThreadCalls.awaited(call.withFunc(plan.imports().ensure(framework.module(), "sleep", call)));
        }
        if (replacement == Replacement.ARGUMENT) {
            return ThreadCalls.awaited(NestedLoops.argumentOf(call));
        }
        if (replacement == Replacement.FUTURE && wrapsFuture(site, framework)) {
            return ThreadCalls.awaited(WRAP_FUTURE
                    .bind("wrap", plan.imports().ensure("asyncio", "wrap_future", call))
                    .bind("future", ((Attribute) call.func()).value())
                    .build());
        }
        return threads.moved(call);
    }
}
