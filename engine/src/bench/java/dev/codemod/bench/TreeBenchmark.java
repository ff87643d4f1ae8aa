package dev.codemod.bench;

import dev.codemod.lexer.Lexer;
import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.ModifierVisitor;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.VoidVisitorAdapter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** One pass over the whole corpus on one warm thread: lexing, parsing, walking the trees. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xss64m", "-Xmx2g", "-XX:+UseParallelGC"})
public class TreeBenchmark {
    private List<byte[]> files;
    private List<Module> trees;

    /** Reads the corpus and parses it once for the benchmarks that need trees. */
    @Setup
    public void load() throws IOException, InterruptedException {
        files = Corpus.load().files();
        trees = new ArrayList<>();
        for (byte[] file : files) {
            trees.add(Parser.parse(Source.of("corpus", file), LanguageLevel.LATEST)
                    .module());
        }
    }

    /** Bytes to tokens. */
    @Benchmark
    public void lex(Blackhole sink) {
        for (byte[] file : files) {
            sink.consume(Lexer.lex(Source.of("corpus", file), LanguageLevel.LATEST));
        }
    }

    /** Bytes to trees. */
    @Benchmark
    public void parse(Blackhole sink) {
        for (byte[] file : files) {
            sink.consume(Parser.parse(Source.of("corpus", file), LanguageLevel.LATEST));
        }
    }

    /** A visitor that counts names. */
    @Benchmark
    public int walk() {
        NameCounter counter = new NameCounter();
        for (Module tree : trees) {
            tree.accept(counter, null);
        }
        return counter.count;
    }

    /** A modifier that changes nothing. */
    @Benchmark
    public void modifyNothing(Blackhole sink) {
        Identity identity = new Identity();
        for (Module tree : trees) {
            sink.consume(tree.accept(identity, null));
        }
    }

    private static final class NameCounter extends VoidVisitorAdapter<Void> {
        private int count;

        @Override
        public void visit(Name n, Void arg) {
            count++;
        }
    }

    private static final class Identity extends ModifierVisitor<Void> {}
}
