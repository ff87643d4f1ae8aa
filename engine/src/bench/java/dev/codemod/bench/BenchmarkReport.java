package dev.codemod.bench;

import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and prints megabytes a second and the ratio to CPython's own parser, measured in the same run on
 * the same files; a figure without a peer beside it says nothing about anybody's machine.
 */
public final class BenchmarkReport {
    private static final String PEER = String.join(
            "\n",
            "import ast, os, sys, time, warnings",
            "warnings.simplefilter('ignore')",
            "sources = []",
            "for folder, _, names in os.walk(sys.argv[1]):",
            "    for name in names:",
            "        if name.endswith('.py'):",
            "            sources.append(open(os.path.join(folder, name), 'rb').read())",
            "best = 0",
            "for _ in range(3):",
            "    start, size = time.perf_counter(), 0",
            "    for source in sources:",
            "        try:",
            "            ast.parse(source); size += len(source)",
            "        except (SyntaxError, ValueError):",
            "            pass",
            "    best = max(best, size / 1e6 / (time.perf_counter() - start))",
            "print(sys.version.split()[0], best)");

    private BenchmarkReport() {}

    /** Runs everything; an argument is a pattern of benchmark names. */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        Corpus corpus = Corpus.load();
        double megabytes = corpus.bytes() / 1e6;
        String pattern = arguments.length == 0 ? TreeBenchmark.class.getSimpleName() : arguments[0];
        Collection<RunResult> results =
                new Runner(new OptionsBuilder().include(pattern).build()).run();
        String[] peer = measurePeer(corpus).split(" ");
        double peerSpeed = Double.parseDouble(peer[1]);
        System.out.printf(Locale.ROOT, "%ncorpus: %d files, %.1f MB%n", corpus.files().size(), megabytes);
        System.out.printf(
                Locale.ROOT,
                "java %s, %d processors%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        System.out.printf(Locale.ROOT, "%-40s %8.1f MB/s%n", "ast.parse of CPython " + peer[0], peerSpeed);
        for (RunResult result : results) {
            double speed = megabytes / (result.getPrimaryResult().getScore() / 1000);
            String name = result.getPrimaryResult().getLabel();
            System.out.printf(Locale.ROOT, "%-40s %8.1f MB/s %8.1f x ast.parse%n", name, speed, speed / peerSpeed);
        }
        System.out.printf(Locale.ROOT, "%-40s %8.2f bytes a source byte%n", "retained by trees", retained(corpus));
    }

    private static String measurePeer(Corpus corpus) throws IOException, InterruptedException {
        Process python = new ProcessBuilder(
                        "python3", "-c", PEER, corpus.folder().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (python.waitFor() != 0) {
            throw new IOException("python3 could not measure itself");
        }
        return line;
    }

    /** Returns the heap that sources, tapes and trees of the corpus keep alive, per byte of source. */
    private static double retained(Corpus corpus) {
        long before = usedHeap();
        List<Object> trees = new ArrayList<>();
        for (byte[] file : corpus.files()) {
            trees.add(Parser.parse(Source.of("corpus", file.clone()), LanguageLevel.LATEST)
                    .module());
        }
        long after = usedHeap();
        if (trees.isEmpty()) {
            throw new IllegalStateException("the corpus is empty");
        }
        return (after - before) / (double) corpus.bytes();
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
