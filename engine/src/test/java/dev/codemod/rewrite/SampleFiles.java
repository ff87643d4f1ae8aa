package dev.codemod.rewrite;

import dev.codemod.Python3;
import dev.codemod.lexer.TokenKind;
import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Module;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Files of the installed python3's library, as they are and with other line ends, indentation and comments. */
final class SampleFiles {
    private static final int LARGEST = 40_000;

    /** What is done to the bytes of a file that changes its trivia and not its tree. */
    enum Mutation {
        NONE,
        CRLF,
        CR,
        NO_FINAL_LINE_END,
        BYTE_ORDER_MARK,
        TABS,
        COMMENTS,
        CONTINUATIONS
    }

    private SampleFiles() {}

    /** Returns a fixed sample of files, each with one of the mutations; those that become invalid are left out. */
    static List<Module> mutated(long seed, int count) {
        List<Path> files = new ArrayList<>(Python3.library());
        Collections.shuffle(files, new Random(seed));
        List<Module> result = new ArrayList<>();
        for (int i = 0; i < files.size() && result.size() < count; i++) {
            byte[] bytes = read(files.get(i));
            if (bytes.length == 0 || bytes.length > LARGEST || !isUtf8(bytes)) {
                continue;
            }
            Mutation mutation = Mutation.values()[result.size() % Mutation.values().length];
            Module original = parse(files.get(i) + "", bytes);
            Module module = original == null ? null : parse(files.get(i) + " " + mutation, mutate(original, mutation));
            if (module != null && !module.statements().isEmpty()) {
                result.add(module);
            }
        }
        return result;
    }

    private static Module parse(String name, byte[] bytes) {
        ParseResult result = Parser.parse(Source.of(name, bytes), LanguageLevel.LATEST);
        return result.isValid() ? result.module() : null;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0;
    }

    private static byte[] mutate(Module module, Mutation mutation) {
        byte[] bytes = module.parsed().source().bytes();
        return switch (mutation) {
            case NONE -> bytes;
            case CRLF -> replaceLineEnds(bytes, "\r\n");
            case CR -> replaceLineEnds(bytes, "\r");
            case NO_FINAL_LINE_END -> Arrays.copyOf(bytes, Text.lineContentEnd(bytes, 0, bytes.length));
            case BYTE_ORDER_MARK -> concat(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, bytes);
            case TABS -> eachGap(module, SampleFiles::tabs);
            case COMMENTS -> eachGap(module, SampleFiles::comment);
            case CONTINUATIONS -> eachGap(module, SampleFiles::continuation);
        };
    }

    private static byte[] replaceLineEnds(byte[] bytes, String lineEnd) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    /** Changes the text between two tokens. */
    private interface GapChange {
        String change(String gap, Module module, int token);
    }

    private static byte[] eachGap(Module module, GapChange change) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Source source = module.parsed().source();
        int at = 0;
        for (int i = 0; i < module.parsed().tape().count(); i++) {
            int start = module.parsed().tape().start(i);
            int end = module.parsed().tape().end(i);
            out.writeBytes(change.change(source.text(at, start), module, i).getBytes(StandardCharsets.UTF_8));
            out.write(source.bytes(), start, end - start);
            at = end;
        }
        return out.toByteArray();
    }

    private static String tabs(String gap, Module module, int token) {
        int line = gap.lastIndexOf('\n') + 1;
        boolean startsLine = line > 0 || token > 0 && module.parsed().tape().kind(token - 1) == TokenKind.NEWLINE;
        return startsLine ? gap.replace("    ", "\t") : gap;
    }

    private static String comment(String gap, Module module, int token) {
        boolean endsLine = module.parsed().tape().kind(token) == TokenKind.NEWLINE
                || gap.contains("\n") && token > 0 && module.parsed().tape().kind(token - 1) != TokenKind.NEWLINE;
        boolean isFree = !gap.contains("#") && !gap.contains("\\") && token % 3 == 0;
        return endsLine && isFree ? "  # t" + token + gap : gap;
    }

    private static String continuation(String gap, Module module, int token) {
        boolean isPlain = gap.equals(" ") && token % 11 == 0 && !inString(module, token);
        return isPlain ? " \\\n  " : gap;
    }

    private static boolean inString(Module module, int token) {
        for (int i = token; i >= 0 && module.parsed().tape().kind(i) != TokenKind.NEWLINE; i--) {
            if (module.parsed().tape().kind(i) == TokenKind.FSTRING_START) {
                return true;
            }
        }
        return false;
    }
}
