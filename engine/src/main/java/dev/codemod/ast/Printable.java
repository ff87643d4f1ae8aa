package dev.codemod.ast;

import dev.codemod.source.DataFile;
import java.util.Arrays;

/**
 * Which characters Python's {@code repr} prints as they are.
 *
 * <p>From a table and not from {@link Character}, so that the answer is CPython 3.13's whatever the JDK's Unicode is.
 */
final class Printable {
    /** The code points at which the answer changes, from no at 0; read when the first character beyond Latin-1 is met. */
    private static final class Table {
        private static final int[] CHANGES = read();

        private Table() {}

        private static int[] read() {
            CodePoints changes = new CodePoints();
            for (String line : DataFile.lines(Printable.class, "printable.txt")) {
                for (String change : line.split(" ")) {
                    changes.add(Integer.parseInt(change, 16));
                }
            }
            return changes.toArray();
        }
    }

    private Printable() {}

    static boolean is(int codePoint) {
        if (codePoint < 0x100) {
            return codePoint >= ' ' && codePoint < 0x7F || codePoint > 0xA0 && codePoint != 0xAD;
        }
        int found = Arrays.binarySearch(Table.CHANGES, codePoint);
        int changes = found >= 0 ? found + 1 : -found - 1;
        return (changes & 1) == 1;
    }
}
