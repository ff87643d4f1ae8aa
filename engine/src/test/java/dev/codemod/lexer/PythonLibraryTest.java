package dev.codemod.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.Python3;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PythonLibraryTest {
    /** Every so many files are mutated. */
    private static final int SAMPLE = 16;

    @Test
    void theWholeLibraryHasExactTapes() throws IOException {
        List<Path> files = Python3.library();
        assertThat(files).hasSizeGreaterThan(500);
        List<String> rejected = new ArrayList<>();
        for (Path file : files) {
            Source source = Source.of(file.toString(), Files.readAllBytes(file));
            TokenTape tape = Lexer.lex(source, LanguageLevel.LATEST);
            TapeInvariants.check(source, tape);
            boolean meantToFail = file.getFileName().toString().contains("bad")
                    || file.toString().contains("lib2to3");
            if (!meantToFail
                    && (!tape.problems().isEmpty() || !source.problems().isEmpty())) {
                rejected.add(file + ": " + source.problems() + tape.problems());
            }
        }
        assertThat(rejected).isEmpty();
    }

    @Test
    void lineEndsDoNotChangeTheTokens() throws IOException {
        for (Path file : sample(1)) {
            Source source = source(Files.readAllBytes(file));
            String text = new String(source.bytes(), StandardCharsets.ISO_8859_1).replace("\r", "");
            String expected = kinds(source(text));
            assertThat(kinds(source(text.replace("\n", "\r\n")))).isEqualTo(expected);
            assertThat(kinds(source(text.replace("\n", "\r")))).isEqualTo(expected);
        }
    }

    @Test
    void byteOrderMarkAndMissingFinalLineEndDoNotChangeTheTokens() throws IOException {
        for (Path file : sample(2)) {
            Source source = source(Files.readAllBytes(file));
            String text = new String(source.bytes(), StandardCharsets.ISO_8859_1);
            if (!source.encoding().bom()) {
                assertThat(kinds(source("\u00EF\u00BB\u00BF" + text))).isEqualTo(kinds(source));
            }
            assertThat(kinds(source(text.stripTrailing()))).isEqualTo(kinds(source(text.stripTrailing() + "\n")));
        }
    }

    @Test
    void tabsAndFormFeedsAtLineStartsAreTrivia() throws IOException {
        for (Path file : sample(3)) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            source(text.replace("        ", "\t"));
            Source source = source(text.replace("\ndef ", "\n\f\ndef "));
            assertThat(kinds(source)).isEqualTo(kinds(source(text)));
        }
    }

    @Test
    void damagedFilesHaveExactTapes() throws IOException {
        Random random = new Random(20261123);
        for (Path file : sample(4)) {
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < 8; i++) {
                source(withoutSomeBytes(bytes, random));
                source(withRandomBytes(bytes, random));
            }
        }
    }

    private static byte[] withoutSomeBytes(byte[] bytes, Random random) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        int each = 1 + random.nextInt(2000);
        for (byte b : bytes) {
            if (random.nextInt(each) != 0) {
                result.write(b);
            }
        }
        return result.toByteArray();
    }

    private static byte[] withRandomBytes(byte[] bytes, Random random) {
        byte[] result = bytes.clone();
        String likely = "\"'\\{}()[]#\n\r\t\f fr0b!:`\0\u00E9";
        for (int i = 0; i < result.length; i += 1 + random.nextInt(400)) {
            result[i] = (byte) likely.charAt(random.nextInt(likely.length()));
        }
        return result;
    }

    private static List<Path> sample(int offset) {
        List<Path> files = Python3.library();
        List<Path> sample = new ArrayList<>();
        for (int i = offset; i < files.size(); i += SAMPLE) {
            sample.add(files.get(i));
        }
        return sample;
    }

    private static Source source(String latin1) {
        return source(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Returns the source after checking its tapes at both ends of the range of levels. */
    private static Source source(byte[] bytes) {
        Source source = Source.of("mutation", bytes);
        TapeInvariants.check(source, Lexer.lex(source, LanguageLevel.LATEST));
        TapeInvariants.check(source, Lexer.lex(source, LanguageLevel.PY27));
        return source;
    }

    private static String kinds(Source source) {
        TokenTape tape = Lexer.lex(source, LanguageLevel.LATEST);
        StringBuilder kinds = new StringBuilder();
        for (int i = 0; i < tape.count(); i++) {
            kinds.append((char) (' ' + tape.kind(i)));
        }
        return kinds.toString();
    }
}
