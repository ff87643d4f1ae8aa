package dev.codemod.lexer;

import java.util.Arrays;

/**
 * Which characters outside ASCII make up identifiers (PEP 3131): XID_Start and XID_Continue of Unicode 16.0.
 *
 * <p>A table of our own because the JDK's data is older than CPython 3.14's (Unicode 13 in Java 17, 16 in 3.14) and
 * because the JDK has ID_Start and ID_Continue only. What a newer Unicode version allows is allowed at every level.
 *
 * <h2>Layout</h2>
 *
 * <p>The source form lists ranges of characters in ascending order from U+0080 on, separated by blanks, numbers in base
 * 36: the gap since the range before, {@code +} and the length less one if that is not 0, and {@code *} if the
 * characters can only continue an identifier. Made from {@code str.isidentifier} of CPython 3.13 (Unicode 15.1) and, for
 * the characters new in 16.0, from {@code Character.isUnicodeIdentifierStart} and {@code -Part} of Java 25.
 */
final class IdentifierCharacters {
    private static final String RANGES = """
            16 a 1* 2 5+m 1+u 1+cp 4+b e+4 7 1 h+33* 0+4 1+1 3+2 1 6 0* 0+2 1 1+j 1+2a 1+3u 1+4* 2+4l 1+11 2
            6+14 8+18* 1* 1+1* 1+1* 1* 8+q 4+3 t+a* 5+16 0+u* 4+1 0* 0+2q 1 0+6* 2+5* 0+1 0+1* 1+3* 0+1 0+9* 0+2
            2 g 0* 0+t 0+q* 2+2g 0+a* 0 e+9* 0+w 0+8* 0+1 4 2* 2+l 0+3* 0 0+8* 0 0+2* 0 0+4* i+o 0+2* 4+a 5+n
            1+5 8+8* 0+15 0+n* 1+w* 0+1h 0+2* 0 0+h* 0 0+6* 0+9 0+1* 2+9* 1+f 0+2* 1+7 2+1 2+l 1+6 1 3+3 2* 0
            0+6* 2+1* 2+2* 0 8* 4+1 1+2 0+1* 2+9* 0+1 a 1* 2+2* 1+5 4+1 2+l 1+6 1+1 1+1 1+1 2* 1+4* 4+1* 2+2* 3*
            7+3 1 7+b* 0+2 0* b+2* 1+8 1+2 1+l 1+6 1+1 1+4 2* 0 0+7* 1+2* 1+2* 2 f+1 0+1* 2+9* 9 0+5* 1+2* 1+7
            2+1 2+l 1+6 1+1 1+4 2* 0 0+6* 2+1* 2+2* 7+2* 4+1 1+2 0+1* 2+9* 1 g* 0 1+5 3+2 1+3 3+1 1 1+1 3+1 3+2
            3+b 4+4* 3+2* 1+3* 2 6* e+9* g+4* 0+7 1+2 1+m 1+f 2* 0 0+6* 1+2* 1+3* 7+1* 1+2 2 2+1 0+1* 2+9* g
            0+2* 1+7 1+2 1+m 1+9 1+4 2* 0 0+6* 1+2* 1+3* 7+1* 6+1 1+1 0+1* 2+9* 1+1 0* c+3* 0+8 1+2 1+14 0+1* 0
            0+6* 1+2* 1+3* 0 5+2 0* 7+2 0+1* 2+9* a+5 1+2* 1+h 3+n 1+8 1 2+6 3* 4+5* 1* 1+7* 6+9* 2+1* d+1b 0* 0
            0+7* 5+6 0+7* 1+9* 13+1 1 1+4 1+n 1 1+9 0* 0 0+9* 0 2+4 1 1+6* 1+9* 2+3 w n+1* 6+9* b* 1* 1* 4+1*
            0+7 1+z 4+j* 1+1* 0+4 0+a* 1+z* 9* 1l+16 0+j* 0 0+9* 6+5 0+3* 0+3 0+2* 0 0+2* 0+1 0+6* 0+2 0+3* 0+c
            0+b* 0 0+e* 2+11 1 5 2+16 1+98 1+3 2+6 1 1+3 2+14 1+3 2+w 1+3 2+6 1 1+3 2+e 1+1k 1+3 2+1u 2+2* 9+8*
            e+f g+2d 2+5 3+h7 2+g 1+p 5+22 3+a 7+h 0+3* 9+i 0+2* b+h 0+1* c+c 1+2 1+1* c+1f 0+v* 3 4 0* 2+9*
            x+2* 1+a* 6+2g 7+14 0* 0 5+1x a+u 1+b* 4+b* a+9* 0+t 2+4 b+17 4+p 6+a* 11+m 0+4* 4+1g 0+9* 1+s* 2+a*
            6+9* d 8+d* 1+f* 1d+4* 0+1a 0+g* 0+7 3+9* h+8* c+2* 0+t 0+c* 0+1 0+9* 0+17 0+d* c+z 0+j* 8+9* 3+2
            0+9* 0+z 2+a 5+16 2+2 g+2* 1+k* 0+3 0* 0+5 0* 0+1 0+2* 0 5+5b 0+1r* 0+7p 2+5 2+11 2+5 2+7 1 1 1 1+u
            2+1g 1+6 1 3+2 1+6 3+3 2+5 4+c 5+2 1+6 f+1* 1d+1* j* s d g+c 1f+c* 4* 3+b* h 4 2+9 1 2+5 6 1 1 1+f
            2+3 5+4 4 h+14 22f+6c 6+3 0+2* 0+1 c+11 1 5 2+1j 7 f* 0+m 9+6 1+6 1+6 1+6 1+6 1+6 1+6 1+6 1+v* ed+2
            p+8 0+5* 1+4 2+4 4+2d 2+1* 2+2 1+2h 0* 0+3 5+16 1+2l h+v 1c+f e8+533 1s+h3g 1v+19 2+7g 3+f 0+9* 0+1
            k+1a 0* 4+9* 1+u 0+1* 0+27 0+1* 11+8 2+2u 2+1u 2+1 1 1+7 l+f 0* 0+2 0* 0+3 0* 0+m 0+4* 4* j+1f c+1*
            0+1d 0+h* a+9* 6+h* 0+5 3 1+1 0+a* 0+r 0+7* 2+m 0+c* c+s 3+3* 0+1a 0+d* e 0+9* 6+4 0* 0+9 0+9* 0+4
            1+14 0+d* 9+2 0* 0+7 0+1* 2+9* 6+m 3 0+2* 0+1d 0* 0 0+2* 0+1 0+1* 0+4 0+1* 0 0* 0 o+2 2+a 0+4* 2+2
            0+1* a+5 2+5 2+5 9+6 1+6 1+16 1+d 6+36 0+7* 1+1* 2+9* 6+8mb c+m 4+1c 6is+a5 2+2x 12+6 c+4 5 0* 0+9
            1+c 1+4 1 1+1 1+1 1+2z x+3u 6+61 i+1r 2+1h 14+9 6+f* g+f* 3+1* o+2* x 1 3 1 1 1 1+3h j+9* 7+p 4* 1+p
            a* 0+1j 0+1* 0+u 3+5 2+5 2+5 2+2 z+b 1+p 1+i 1+1 1+e 2+d y+3e 1x+1g 3s* 3m+s 3+1c f* v+v d+t 5+11
            0+4* 5+t 2+z 4+7 1+4 16+4d 2+9* 6+z 4+z 4+13 8+1f c+a 1+e 1+6 1+1 1+a 1+e 1+6 1+1 3+1f c+8m 9+l a+7
            o+5 1+15 1+8 1x+5 2 1+17 1+1 3 2+m a+m 9+u 1t+i 1+1 a+l a+p 1y+1j 6+1 1s 0+2* 1+1* 5+3* 0+3 1+2 1+s
            2+2* 4* w+s 3+s z+7 1+r 0+1* p+1h a+l a+i d+h 32+20 1j+1e d+1e d+z 0+3* 8+9* 6+9* 0+r 3+4* 1+m 6y+15
            1+1* 3+1 g+2 1j+3* 0+s a 8+l 0+a* v+h 0+3* 16+k r+m 9+2* 0+1g 0+e* v+a* 0+1 0+1* 0 9+3* 0+18 0+a* 7*
            d+o 7+9* 6+2* 0+z 0+d* 1+9* 4 0+1* 0 8+y 0* 2 9+2* 0+1b 0+d* 0+3 4+3* 1+b* 0 1 z+h 1+o 0+b* 6* 0+1
            0* 1q+6 1 1+3 1+e 1+9 7+1a 0+b* 5+9* 6+3* 1+7 2+1 2+l 1+6 1+1 1+4 1+1* 0 0+6* 2+1* 2+2* 2 6* 5+4
            0+1* 2+6* 3+4* b+9 1 2 1+11 1 0+8* 1* 2* 1+3* 1+4* 0 0* 0 d+1* t+1g 0+h* 0+3 5+9* 4* 0+2 u+1b 0+j*
            0+1 1 8+9* 4m+1a 0+6* 2+8* n+3 0+1* y+1b 0+g* 3 b+9* 12+16 0+c* 0 7+9* 6+j* s+q 2+e* 4+9* 6+6 55+17
            0+e* 2t+1r 0+9* l+7 2 2+7 1+1 1+n 0+5* 1+1* 2+3* 0 0* 0 0+1* c+9* 1y+7 2+12 0+6* 2+6* 0 1 0* r 0+9*
            0+13 0+6* 0 0+3* 8* 8 0+a* 0+19 0+f* 3 i+20 5j+w f+9* 6+8 1+10 0+7* 1+7* 0 f+9* o+t 2+l* 1+d* 21+6
            1+1 1+11 0+5* 3* 1+1* 1+6* 0 0* 8+9* 6+5 1+1 1+v 0+4* 1+1* 1+4* 0 7+9* 8m+i 0+3* 9+1* 0 0* 0+c 1+x
            0+6* 3+4* d+a* 2d 27+pl 2u+32 h+5f 218+2o f+tr g* 0+5 0+e* a+32y 5+g6 5a1+t 0+r* 1c6+fs 7+u 1+9*
            6+26 1+9* 6+t 2+4* b+1b 0+6* 9+3 c+9* 9+k 5+i c0+18 3+9* 5i+1r 3k+22 4* 0 0+1i* 7+3* 0+c 1s+1 1 0*
            b+1* e+4qf 8+yd 15+9 6w7+3 1+6 1+1 1+82 f t+2 2 e+3 8+az 1s4+2y 5+c 3+8 7+9 3+1* 381+9* ee+19* 2+m*
            f2+4* 3+5* 8+7* 2+6* u+3* 44+2* cb+2c 1+1y 1+1 2 2+1 2+3 1+b 1 1+6 1+1s 1+3 2+7 1+6 1+r 1+3 1+4 1
            3+6 1+9f 2+o 1+o 1+u 1+o 1+u 1+o 1+u 1+o 1+u 1+o 1+7 2+1d* e8+1i* 4+1d* 8* e* m+4* 1+e* uo+u 6+5
            5x+6* 1+g* 2+6* 1+1* 1+4* 5+1p x* 34+18 3+6* 0+6 2+9* 4 8x+t 0* h+17 0+d* d2+r 0+d* 5y+t 0+1* 0 0+9*
            dh+6 1+3 1+1 1+e 1+5g b+6* 15+1v 0+6* 0 4+9* x2+3 1+q 1+1 1 2 1+9 1+3 1 1 6 4 1 1 1+2 1+1 1 2 1 1 1
            1 1+1 1 2+3 1+6 1+3 1+3 1 1+9 1+g 5+2 1+4 1+g 2lw+9* sm+wyn w+37d 6+65 2+4g1 e+5rk f+h9 1wi+f1
            15u+3t6 5+38f f9e8+6n*
            """;

    /** First character of each range, ascending. */
    private static final int[] FIRST;
    /** Last character of each range. */
    private static final int[] LAST;

    private static final boolean[] IS_START;

    static {
        String[] ranges = RANGES.split("\\s+");
        FIRST = new int[ranges.length];
        LAST = new int[ranges.length];
        IS_START = new boolean[ranges.length];
        int next = 0x80;
        for (int i = 0; i < ranges.length; i++) {
            String range = ranges[i];
            IS_START[i] = !range.endsWith("*");
            String numbers = IS_START[i] ? range : range.substring(0, range.length() - 1);
            int plus = numbers.indexOf('+');
            FIRST[i] = next + Integer.parseInt(plus < 0 ? numbers : numbers.substring(0, plus), 36);
            LAST[i] = FIRST[i] + (plus < 0 ? 0 : Integer.parseInt(numbers.substring(plus + 1), 36));
            next = LAST[i] + 1;
        }
    }

    private IdentifierCharacters() {}

    /** Returns whether an identifier may begin with a character. */
    static boolean isStart(int c) {
        if (c < 0x80) {
            return CharacterClasses.NAME_PART[c] && !CharacterClasses.isDigit((byte) c);
        }
        int range = rangeOf(c);
        return range >= 0 && IS_START[range];
    }

    /** Returns whether an identifier may have a character after its first. */
    static boolean isPart(int c) {
        return c < 0x80 ? CharacterClasses.NAME_PART[c] : rangeOf(c) >= 0;
    }

    /** Returns the index of the range that holds a character, negative if none does. */
    private static int rangeOf(int c) {
        int found = Arrays.binarySearch(FIRST, c);
        int range = found >= 0 ? found : -found - 2;
        return range >= 0 && c <= LAST[range] ? range : -1;
    }
}
