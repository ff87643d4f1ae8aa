package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.FileContext;
import dev.codemod.codemod.Option;
import dev.codemod.codemod.Prefilter;
import dev.codemod.codemods.Pages;
import dev.codemod.rewrite.Imports;
import dev.codemod.rewrite.Snippet;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.ModifierVisitor;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns a blocking call in an {@code async def} into its awaitable equivalent.
 *
 * <p>It rewrites calls whose nearest enclosing function is async. It does not follow a call through helper functions.
 */
public final class AwaitBlockingCalls extends Codemod {
    private static final Option FRAMEWORK = new Option(
            "framework", "the library that runs the event loop", List.of("auto", "asyncio", "anyio", "trio"));

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
        return Prefilter.anyOf("async").and("sleep", "input", "requests", "urlopen", "subprocess", "system");
    }

    @Override
    public boolean supports(LanguageLevel level) {
        return level.isAtLeast(LanguageLevel.PY35);
    }

    @Override
    public List<Option> options() {
        return List.of(FRAMEWORK);
    }

    @Override
    public String page() {
        return Pages.read(AwaitBlockingCalls.class, id());
    }

    @Override
    public Module rewrite(FileContext file) {
        List<BlockingSite> sites = BlockingSiteFinder.find(file.module(), file.semantics());
        if (sites.isEmpty()) {
            return file.module();
        }
        Framework framework = framework(file);
        boolean drivenByHand = isDrivenByHand(file.module());
        Map<Call, BlockingSite> accepted = new IdentityHashMap<>();
        for (BlockingSite site : sites) {
            if (isAccepted(file, site, framework, drivenByHand)) {
                accepted.put(site.call(), site);
            }
        }
        if (accepted.isEmpty()) {
            return file.module();
        }
        return rewrite(file, framework, accepted);
    }

    private static Framework framework(FileContext file) {
        String wanted = file.option(FRAMEWORK.name());
        return wanted.equals("auto")
                ? Framework.detect(file.module(), file.path())
                : Framework.valueOf(wanted.toUpperCase(Locale.ROOT));
    }

    /** Returns whether a file runs coroutines with {@code send(None)}, without any loop. */
    private static boolean isDrivenByHand(Module module) {
        return module.findAll(Call.class).stream()
                .anyMatch(call -> call.func() instanceof Attribute method
                        && method.attr().is("send")
                        && call.arguments().size() == 1
                        && call.arguments().first().is("None"));
    }

    private static boolean isAccepted(FileContext file, BlockingSite site, Framework framework, boolean drivenByHand) {
        Verdict verdict = site.verdict().and(frameworkVerdict(file, site, framework));
        if (drivenByHand) {
            verdict = verdict.and(Verdict.refuse(
                    "driven-by-hand",
                    "this file runs coroutines with send(None), where no event loop serves the await"));
        }
        if (hasUnsafeChild(site.call())) {
            verdict = verdict.and(Verdict.unsafe(
                    "preexec-fn",
                    "the child would be forked from a process with threads, where preexec_fn may deadlock"));
        }
        String blocks = site.blocking().displayName() + " blocks the event loop";
        if (verdict.applicability() == Applicability.MANUAL) {
            file.refuse(site.call(), verdict.reason(), blocks + "; not rewritten: " + verdict.message());
            return false;
        }
        String becomes = blocks + ": awaited as " + replacement(site.blocking(), framework);
        String message = verdict.message().isEmpty() ? becomes : becomes + ", but " + verdict.message();
        return file.offer(verdict.applicability(), site.call(), verdict.reason(), message);
    }

    private static boolean hasUnsafeChild(Call call) {
        return call.arguments().stream()
                .anyMatch(argument -> argument instanceof Keyword keyword
                        && keyword.name() != null
                        && keyword.name().is("preexec_fn"));
    }

    private static Verdict frameworkVerdict(FileContext file, BlockingSite site, Framework framework) {
        if (framework == null) {
            return Verdict.refuse(
                    "unknown-framework",
                    "the file does not tell for sure which library runs the event loop: say it with -P framework=asyncio, anyio"
                            + " or trio");
        }
        boolean needsToThread =
                framework == Framework.ASYNCIO && site.blocking().replacement() == BlockingCall.Replacement.THREAD;
        if (needsToThread && !file.level().isAtLeast(LanguageLevel.PY39)) {
            return Verdict.refuse("needs-python-3.9", "asyncio.to_thread is new in Python 3.9");
        }
        return Verdict.SAFE;
    }

    private static String replacement(BlockingCall blocking, Framework framework) {
        return framework.module() + "." + framework.member(blocking.replacement());
    }

    private static Module rewrite(FileContext file, Framework framework, Map<Call, BlockingSite> accepted) {
        Imports imports = Imports.of(file.module());
        Module rewritten = (Module) file.module().accept(new Rewriter(framework, accepted, imports), null);
        boolean hasSleep = accepted.values().stream()
                .anyMatch(site -> site.blocking().replacement() == BlockingCall.Replacement.SLEEP);
        if (hasSleep) {
            imports.removeIfUnused("time");
            imports.removeIfUnused("time.sleep");
        }
        return imports.applyTo(rewritten);
    }

    /** Puts the awaitable calls in the places of the blocking ones, innermost first. */
    private static final class Rewriter extends ModifierVisitor<Void> {
        private final Framework framework;
        private final Map<Call, BlockingSite> accepted;
        private final Imports imports;

        Rewriter(Framework framework, Map<Call, BlockingSite> accepted, Imports imports) {
            this.framework = framework;
            this.accepted = accepted;
            this.imports = imports;
        }

        @Override
        public Node visit(Call n, Void arg) {
            Call call = (Call) super.visit(n, arg);
            BlockingSite site = accepted.get(n);
            if (site == null) {
                return call;
            }
            Expression function = imports.ensure(
                    framework.module(), framework.member(site.blocking().replacement()), n);
            Call awaitable = site.blocking().replacement() == BlockingCall.Replacement.SLEEP
                    ? call.withFunc(function)
                    : inThread(call, function, n);
            return Snippet.expression("await $call").bind("call", awaitable).build();
        }

        private Call inThread(Call call, Expression function, Node place) {
            boolean hasKeywords = call.arguments().stream().anyMatch(argument -> argument instanceof Keyword);
            NodeList<Argument> arguments = call.arguments().insert(0, call.func());
            if (hasKeywords && !framework.passesKeywords()) {
                Call partial = call.withFunc(imports.ensure("functools", "partial", place))
                        .withArguments(arguments);
                return (Call) Snippet.expression("$function($partial)")
                        .bind("function", function)
                        .bind("partial", partial)
                        .build();
            }
            return call.withFunc(function).withArguments(arguments);
        }
    }
}
