package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.FileContext;
import dev.codemod.codemod.Option;
import dev.codemod.codemod.Prefilter;
import dev.codemod.codemod.ProjectCodemod;
import dev.codemod.codemods.Pages;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Module;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Turns what blocks an event loop into its awaitable equivalent, in {@linkplain Stage stages}. */
public final class AwaitBlockingCalls extends ProjectCodemod<AwaitFacts> {
    static final Option FRAMEWORK = new Option(
            "framework", "the library that runs the event loop", List.of("auto", "asyncio", "anyio", "trio"));
    static final Option THREAD = new Option(
            "thread",
            "how asyncio runs a function in a thread: auto takes to_thread from Python 3.9 on",
            List.of("auto", "to_thread", "run_in_executor"));
    static final Option CHEAP = new Option(
            "cheap", "whether to await calls that block for microseconds, os.stat for one", List.of("no", "yes"));

    static final Option HTTP = new Option(
            "http",
            "what makes the requests of requests: threads, or an asynchronous client",
            List.of("to_thread", "httpx", "httpx2", "aiohttp"));
    static final Option CLIENTS = new Option(
            "clients",
            "whether to use the asynchronous client of httpx (auto), or also those of redis, psycopg, elasticsearch, aiosqlite",
            List.of("auto", "to_thread", "native"));
    static final Option FILES = new Option(
            "files",
            "whether to open files by anyio, trio or (asyncio) aiofiles; auto does so for anyio and trio",
            List.of("auto", "to_thread", "native"));

    private static final Option STAGES = new Option(
            "stages",
            "what to look for: blocking calls, asyncio as of Python 3.4, forgotten awaits, helper functions that block",
            List.of("all", "direct", "legacy", "forgotten", "propagation"));

    private static final Option PROPAGATE = new Option(
            "propagate",
            "what becomes of helper functions that block: run in a thread where coroutines call them, or made async with"
                    + " all their callers",
            List.of("wrap", "convert"));

    @Override
    public String id() {
        return "await-blocking-calls";
    }

    @Override
    public String summary() {
        return "Replace blocking calls in async functions by awaitable ones.";
    }

    @Override
    public Prefilter prefilter() {
        return Prefilter.anyOf("async", "sleep\"", "sleep'");
    }

    @Override
    public boolean supports(LanguageLevel level) {
        return level.isAtLeast(LanguageLevel.PY35);
    }

    @Override
    public List<Option> options() {
        return List.of(STAGES, PROPAGATE, FRAMEWORK, THREAD, HTTP, CLIENTS, FILES, CHEAP);
    }

    @Override
    public String page() {
        return Pages.read(AwaitBlockingCalls.class, id());
    }

    /** What one stage writes may be what another one looks for. */
    @Override
    public int cycles() {
        return 8;
    }

    // ---------------------------------------------------------------- facts of the project

    @Override
    public AwaitFacts none() {
        return AwaitFacts.NONE;
    }

    @Override
    public AwaitFacts merge(AwaitFacts left, AwaitFacts right) {
        return left.merge(right);
    }

    @Override
    public AwaitFacts scanPaths(List<String> paths) {
        return AwaitFacts.ofPaths(paths);
    }

    @Override
    public AwaitFacts scan(FileContext file) {
        String stages = file.option(STAGES.name());
        boolean needsFacts = !stages.equals("direct") && hasCoroutine(file.module());
        AwaitFacts facts = needsFacts ? AwaitFacts.of(file, converts(file)) : AwaitFacts.NONE;
        LoopFact loop = Framework.otherLoopOf(file.module(), file.path());
        return facts.with(FileHints.ofPatches(PatchedFunctions.in(file)))
                .with(loop == null ? FileHints.NONE : FileHints.ofLoop(loop))
                .with(FileHints.ofSleepImports(SleepImports.in(file.module(), file.path())))
                .with(requests(file));
    }

    /** What counts on requests is looked for only where another client is to make them. */
    private static FileHints requests(FileContext file) {
        return file.option(HTTP.name()).equals("to_thread")
                ? FileHints.NONE
                : FileHints.ofRequests(RequestHint.in(file.path(), file.semantics()));
    }

    private static boolean converts(FileContext file) {
        return file.option(PROPAGATE.name()).equals("convert");
    }

    private static boolean hasCoroutine(Module module) {
        return module.findAll(FunctionDef.class).stream()
                .anyMatch(function -> function.isAsync()
                        || function.decorators().stream()
                                .anyMatch(decorator -> decorator.sourceText().contains("coroutine")));
    }

    @Override
    public Prefilter usesPrefilter(AwaitFacts facts) {
        Set<String> wantedFiles = facts.wantedFiles();
        if (!wantedFiles.isEmpty()) {
            // Which methods block, and so which literals matter, is known when all that coroutines call is.
            return Prefilter.anyOf().orFiles(wantedFiles);
        }
        Set<String> literals = new TreeSet<>(facts.literalsOfCalls());
        literals.addAll(SleepImports.literals(facts.hints().sleepImports()));
        if (facts.hints().makesRequests()) {
            literals.add("requests");
        }
        return Prefilter.anyOf(literals);
    }

    @Override
    public AwaitFacts scanUses(FileContext file, AwaitFacts facts) {
        boolean mayCall = !file.option(STAGES.name()).equals("direct");
        AwaitFacts found = mayCall ? AwaitFacts.of(file, converts(file)) : AwaitFacts.NONE;
        return found.with(FileHints.ofSleepImports(SleepImports.uses(file.module(), file.path())))
                .with(requests(file));
    }

    @Override
    public AwaitFacts unknownUses(String path, AwaitFacts facts) {
        return AwaitFacts.unreadable(path);
    }

    @Override
    public Prefilter rewritePrefilter(AwaitFacts facts) {
        Set<String> literals = new TreeSet<>(facts.conversions().names());
        literals.add("async");
        return Prefilter.anyOf(literals.toArray(new String[0]));
    }

    @Override
    public Module rewrite(FileContext file, AwaitFacts facts) {
        if (!file.isExplaining() && !facts.converts() && isSynchronous(file, facts)) {
            return file.module();
        }
        Plan plan = new Plan(file.module());
        stages(file.option(STAGES.name()), facts).forEach(stage -> stage.plan(file, plan));
        return plan.apply();
    }

    /** Returns whether no coroutine is defined or called in a file, so that no stage has anything to do. */
    private static boolean isSynchronous(FileContext file, AwaitFacts facts) {
        return file.module().findAll(FunctionDef.class).stream().noneMatch(FunctionDef::isAsync)
                && Collections.disjoint(Framework.importedPackages(file.module()), Awaitables.PACKAGES)
                && facts.coroutinesOf(file.path()).called().isEmpty();
    }

    private static List<Stage> stages(String wanted, AwaitFacts facts) {
        return switch (wanted) {
            case "direct" -> List.of(DirectStage.ofLibraries(facts));
            case "legacy" -> List.of(new LegacyStage(facts));
            case "forgotten" -> List.of(new ForgottenStage(facts));
            case "propagation" ->
                facts.converts()
                        ? List.of(new ConversionStage(facts), DirectStage.ofAll(facts))
                        : List.of(DirectStage.ofHelpers(facts));
            default ->
                List.of(
                        new LegacyStage(facts),
                        new ForgottenStage(facts),
                        new ConversionStage(facts),
                        DirectStage.ofAll(facts));
        };
    }
}
