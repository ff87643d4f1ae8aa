package dev.codemod.parser;

import dev.codemod.lexer.GrammarMatrix;
import dev.codemod.lexer.Lexer;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes small programs that are nearly Python: tokens of real ones deleted, doubled, exchanged and spliced. */
public final class MutatedSnippets {
    private static final int MAX_LENGTH = 600;

    private final List<Source> sources = new ArrayList<>();
    private final List<TokenTape> tapes = new ArrayList<>();
    private final Random random;

    public MutatedSnippets(long seed) {
        this.random = new Random(seed);
    }

    /** Adds the snippets of the grammar matrix. */
    public void addMatrix() {
        for (GrammarMatrix.Snippet snippet : GrammarMatrix.snippets()) {
            if (snippet.bytes().length <= MAX_LENGTH) {
                add(snippet.bytes());
            }
        }
    }

    /** Adds the pieces of a file between its top-level definitions, as far as they are small. */
    public void addPieces(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int start = 0;
        for (int i = 1; i < bytes.length; i++) {
            boolean isTopLevel = bytes[i - 1] == '\n' && (bytes[i] >= 'a' || bytes[i] == '@') && i - start > 40;
            if (isTopLevel) {
                if (i - start <= MAX_LENGTH) {
                    byte[] piece = new byte[i - start];
                    System.arraycopy(bytes, start, piece, 0, piece.length);
                    add(piece);
                }
                start = i;
            }
        }
    }

    private void add(byte[] bytes) {
        Source source = Source.of("mutated", bytes);
        TokenTape tape = Lexer.lex(source, LanguageLevel.LATEST);
        if (source.problems().isEmpty() && tape.count() > 2) {
            sources.add(source);
            tapes.add(tape);
        }
    }

    /** Returns the number of programs that the mutations start from. */
    public int size() {
        return sources.size();
    }

    /** Returns the next program. */
    public byte[] next() {
        int victim = random.nextInt(sources.size());
        byte[] bytes = sources.get(victim).bytes();
        TokenTape tape = tapes.get(victim);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int changes = 1 + random.nextInt(3);
        int[] places = new int[changes];
        for (int i = 0; i < changes; i++) {
            places[i] = random.nextInt(tape.count());
        }
        int p = 0;
        for (int token = 0; token < tape.count(); token++) {
            out.write(bytes, p, tape.start(token) - p);
            mutate(bytes, tape, token, places, out);
            p = tape.end(token);
        }
        return out.toByteArray();
    }

    private void mutate(byte[] bytes, TokenTape tape, int token, int[] places, ByteArrayOutputStream out) {
        boolean keep = true;
        for (int place : places) {
            if (place == token) {
                switch (random.nextInt(4)) {
                    case 0:
                        write(bytes, tape, token, out);
                        out.write(' ');
                        break;
                    case 1:
                        splice(out);
                        break;
                    case 2:
                        splice(out);
                        keep = false;
                        break;
                    default:
                        keep = false;
                        break;
                }
            }
        }
        if (keep) {
            write(bytes, tape, token, out);
        }
    }

    private void write(byte[] bytes, TokenTape tape, int token, ByteArrayOutputStream out) {
        out.write(bytes, tape.start(token), tape.end(token) - tape.start(token));
    }

    /** Writes a few tokens of another program. */
    private void splice(ByteArrayOutputStream out) {
        int donor = random.nextInt(sources.size());
        TokenTape tape = tapes.get(donor);
        int first = random.nextInt(tape.count());
        int last = Math.min(tape.count() - 1, first + random.nextInt(3));
        out.write(' ');
        out.write(sources.get(donor).bytes(), tape.start(first), tape.end(last) - tape.start(first));
        out.write(' ');
    }
}
