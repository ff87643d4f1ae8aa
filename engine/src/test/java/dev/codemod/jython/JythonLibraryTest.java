package dev.codemod.jython;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.lexer.TapeInvariants;
import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.parser.TreeInvariants;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Our parser and Jython's on 561 real files of Python 2.7, whole and damaged. */
class JythonLibraryTest {
    /** They use a keyword as the name of an attribute, {@code exec} for example, which Jython allows and CPython does not. */
    private static final Set<String> JYTHON_ONLY = Set.of("Lib/javashell.py", "Lib/pydoc.py", "Lib/signal.py");

    private static ParseResult parse(String name, byte[] bytes) {
        return Parser.parse(Source.of(name, bytes, LanguageLevel.PY27), LanguageLevel.PY27);
    }

    @Test
    void everyFileIsKeptAndAcceptedByBoth() {
        List<String> differences = new ArrayList<>();
        JythonLib.files().forEach((name, bytes) -> {
            ParseResult result = parse(name, bytes);
            TapeInvariants.check(result.parsed().source(), result.parsed().tape());
            TreeInvariants.check(result.module());
            Verdict verdict = JythonWitness.check(bytes);
            if (result.isValid() != (verdict.isAccepted() && !JYTHON_ONLY.contains(name))) {
                differences.add(name + ": " + result.firstProblem() + ", Jython: " + verdict);
            }
        });

        assertThat(differences).isEmpty();
    }

    @Test
    void whatHasLostATokenIsJudgedAlike() {
        Random random = new Random(27);
        List<String> differences = new ArrayList<>();
        int rejected = 0;
        int index = 0;
        for (Map.Entry<String, byte[]> file : JythonLib.files().entrySet()) {
            if (index++ % 8 != 0) {
                continue;
            }
            byte[] damaged = withoutAToken(parse(file.getKey(), file.getValue()), random);
            boolean valid = parse(file.getKey(), damaged).isValid();
            Verdict verdict = JythonWitness.check(damaged);
            if (valid == verdict.isRejected()) {
                differences.add(file.getKey() + ": ours " + valid + ", Jython: " + verdict);
            }
            rejected += verdict.isRejected() ? 1 : 0;
        }

        assertThat(differences).isEmpty();
        assertThat(rejected).isGreaterThan(20);
    }

    private static byte[] withoutAToken(ParseResult result, Random random) {
        int token = random.nextInt(result.parsed().tape().count());
        int start = result.parsed().tape().start(token);
        int end = result.parsed().tape().end(token);
        byte[] bytes = result.parsed().source().bytes();
        byte[] damaged = new byte[bytes.length - (end - start)];
        System.arraycopy(bytes, 0, damaged, 0, start);
        System.arraycopy(bytes, end, damaged, start, bytes.length - end);
        return damaged;
    }
}
