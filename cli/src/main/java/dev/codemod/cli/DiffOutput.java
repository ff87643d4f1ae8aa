package dev.codemod.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Where diffs go; with colours if people look at them, and byte for byte otherwise. */
final class DiffOutput {
    private static final byte[] BOLD = ansi("1");
    private static final byte[] RED = ansi("31");
    private static final byte[] GREEN = ansi("32");
    private static final byte[] CYAN = ansi("36");
    private static final byte[] RESET = ansi("0");

    private final OutputStream out;
    private final boolean isColored;

    DiffOutput(OutputStream out, boolean isColored) {
        this.out = out;
        this.isColored = isColored;
    }

    /** Writes the diff of one file. */
    void write(byte[] diff) throws IOException {
        out.write(isColored ? colored(diff) : diff);
    }

    private static byte[] colored(byte[] diff) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(diff.length * 2);
        boolean inHeader = true;
        int start = 0;
        while (start < diff.length) {
            int end = start;
            while (end < diff.length && diff[end] != '\n') {
                end++;
            }
            inHeader &= diff[start] != '@';
            byte[] color = color(diff[start], inHeader);
            if (color != null) {
                text.writeBytes(color);
            }
            text.write(diff, start, end - start);
            if (color != null) {
                text.writeBytes(RESET);
            }
            text.write('\n');
            start = end + 1;
        }
        return text.toByteArray();
    }

    private static byte[] color(byte mark, boolean inHeader) {
        if (inHeader) {
            return BOLD;
        }
        return switch (mark) {
            case '-' -> RED;
            case '+' -> GREEN;
            case '@' -> CYAN;
            default -> null;
        };
    }

    private static byte[] ansi(String code) {
        return ("\033[" + code + "m").getBytes(StandardCharsets.US_ASCII);
    }
}
