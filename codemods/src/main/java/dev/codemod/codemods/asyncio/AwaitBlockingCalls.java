package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.FileContext;
import dev.codemod.codemod.Option;
import dev.codemod.codemod.Prefilter;
import dev.codemod.codemods.Pages;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Module;
import java.util.List;

/** Turns what blocks an event loop into its awaitable equivalent, in {@linkplain Stage stages}. */
public final class AwaitBlockingCalls extends Codemod {
    static final Option FRAMEWORK = new Option(
            "framework", "the library that runs the event loop", List.of("auto", "asyncio", "anyio", "trio"));
    static final Option THREAD = new Option(
            "thread",
            "how asyncio runs a function in a thread: auto takes to_thread from Python 3.9 on",
            List.of("auto", "to_thread", "run_in_executor"));
    static final Option CHEAP = new Option(
            "cheap", "whether to await calls that block for microseconds, os.stat for one", List.of("no", "yes"));

    static final Option FILES = new Option(
            "files",
            "whether to open files by anyio, trio or (asyncio) aiofiles; auto does so for anyio and trio",
            List.of("auto", "to_thread", "native"));

    private static final List<Stage> STAGES = List.of(new DirectStage());

    private static final Option WHICH_STAGES = new Option("stages", "what to look for", List.of("all", "direct"));

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
        return Prefilter.anyOf("async").and(BlockingCalls.table().literals().toArray(new String[0]));
    }

    @Override
    public boolean supports(LanguageLevel level) {
        return level.isAtLeast(LanguageLevel.PY35);
    }

    @Override
    public List<Option> options() {
        return List.of(WHICH_STAGES, FRAMEWORK, THREAD, FILES, CHEAP);
    }

    @Override
    public String page() {
        return Pages.read(AwaitBlockingCalls.class, id());
    }

    @Override
    public Module rewrite(FileContext file) {
        String wanted = file.option(WHICH_STAGES.name());
        Plan plan = new Plan(file.module());
        for (Stage stage : STAGES) {
            if (wanted.equals("all") || wanted.equals(stage.name())) {
                stage.plan(file, plan);
            }
        }
        return plan.apply();
    }
}
