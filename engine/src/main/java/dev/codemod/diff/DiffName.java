package dev.codemod.diff;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The name of a file in a diff: a relative path with {@code /} between its parts, quoted as git quotes it.
 *
 * <p>Names with control characters, {@code "} or {@code \} are written as C strings, otherwise git ends the name at the
 * first tab or newline. After a name with a space the {@code ---} and {@code +++} lines carry a tab, without which GNU
 * patch takes the space for the end of the name. Bytes that are not UTF-8 become octal escapes, so that a diff of UTF-8
 * files stays UTF-8 whatever the files are called.
 */
public final class DiffName {
    private final byte[] name;
    private final boolean quoted;

    private DiffName(byte[] name) {
        if (name.length == 0) {
            throw new IllegalArgumentException("name is empty");
        }
        this.name = name;
        this.quoted = needsQuotes(name);
    }

    /** Returns the name with the characters of {@code path}, written as UTF-8. */
    public static DiffName of(String path) {
        return new DiffName(path.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the name with exactly these bytes, for file names that are not text in any known encoding. */
    public static DiffName ofBytes(byte[] path) {
        return new DiffName(path.clone());
    }

    private static boolean needsQuotes(byte[] name) {
        boolean ascii = true;
        for (byte b : name) {
            if ((b >= 0 && b < 0x20) || b == 0x7f || b == '"' || b == '\\') {
                return true;
            }
            ascii &= b >= 0;
        }
        // Decoding replaces what is malformed, so only well-formed UTF-8 comes back unchanged.
        return !ascii
                && !Arrays.equals(new String(name, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), name);
    }

    /** Writes {@code prefix} and the name, for example {@code a/src/x.py}, quoted if it has to be. */
    void writeTo(ByteArrayOutputStream out, String prefix) {
        if (!quoted) {
            out.writeBytes(prefix.getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(name);
            return;
        }
        out.write('"');
        out.writeBytes(prefix.getBytes(StandardCharsets.US_ASCII));
        for (byte b : name) {
            writeEscaped(out, b);
        }
        out.write('"');
    }

    /** Writes the name as the {@code ---} and {@code +++} lines want it: with a tab after a name that has a space. */
    void writeWithTab(ByteArrayOutputStream out, String prefix) {
        writeTo(out, prefix);
        for (byte b : name) {
            if (b == ' ') {
                out.write('\t');
                return;
            }
        }
    }

    private static void writeEscaped(ByteArrayOutputStream out, byte b) {
        int letter = "\007\b\t\n\013\f\r\"\\".indexOf(b);
        if (letter >= 0) {
            out.write('\\');
            out.write("abtnvfr\"\\".charAt(letter));
        } else if (b < 0x20 || b == 0x7f) {
            out.write('\\');
            out.write('0' + ((b >> 6) & 3));
            out.write('0' + ((b >> 3) & 7));
            out.write('0' + (b & 7));
        } else {
            out.write(b);
        }
    }

    @Override
    public String toString() {
        return new String(name, StandardCharsets.UTF_8);
    }
}
