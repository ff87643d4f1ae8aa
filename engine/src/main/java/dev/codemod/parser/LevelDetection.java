package dev.codemod.parser;

import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;

/**
 * Finds the level of a text when nobody says which one it is.
 *
 * <p>A first line like {@code #!/usr/bin/env python3} decides; one that names Python 2 does if the text is valid there or
 * valid nowhere, for programs that moved to Python 3 often kept it. Otherwise the text is read as the newest Python 3
 * and, where that fails, as 2.7. What both accept is Python 3, with one exception: {@code except A, B:} binds B in 2.7 and
 * catches two types in 3.14. Where this is the only thing that could tell, the level is ambiguous. Where both fail,
 * the level that got further is reported, and 3 if they got equally far.
 */
final class LevelDetection {
    private static final String PYTHON = "python";

    private LevelDetection() {}

    static ParseResult parse(Source source) {
        int major = majorFromFirstLine(source.bytes(), source.textStart());
        if (major == 2) {
            return parsePython2(source);
        }
        Attempt newest = Parser.parseAt(source, LanguageLevel.LATEST);
        if (major == 3) {
            return newest.result();
        }
        if (newest.isValid()) {
            return newest.hasCommaInExcept() ? checkAmbiguity(source, newest) : newest.result();
        }
        Attempt python2 = Parser.parseAt(source, LanguageLevel.PY27);
        boolean isPython2 = python2.isValid() || python2.failureOffset() > newest.failureOffset();
        return (isPython2 ? python2 : newest).result();
    }

    private static ParseResult parsePython2(Source source) {
        Attempt python2 = Parser.parseAt(source, LanguageLevel.PY27);
        if (python2.isValid()) {
            return python2.result();
        }
        Attempt newest = Parser.parseAt(source, LanguageLevel.LATEST);
        return (newest.isValid() ? newest : python2).result();
    }

    private static ParseResult checkAmbiguity(Source source, Attempt newest) {
        if (!Parser.parseAt(source, LanguageLevel.PY27).isValid()) {
            return newest.result();
        }
        return newest.ambiguous(new Problem(
                newest.commaInExceptOffset(),
                "ambiguous language level: 'except A, B:' binds B in Python 2.7 and catches two types in Python 3.14"));
    }

    /** Returns 2 or 3 for a first line that names the interpreter with its version, else 0. */
    private static int majorFromFirstLine(byte[] bytes, int start) {
        if (start + 1 >= bytes.length || bytes[start] != '#' || bytes[start + 1] != '!') {
            return 0;
        }
        int major = 0;
        for (int p = start + 2; p < bytes.length && bytes[p] != '\n' && bytes[p] != '\r'; p++) {
            int digit = p + PYTHON.length();
            if (digit < bytes.length && startsWithPython(bytes, p) && (bytes[digit] == '2' || bytes[digit] == '3')) {
                major = bytes[digit] - '0';
            }
        }
        return major;
    }

    private static boolean startsWithPython(byte[] bytes, int offset) {
        for (int i = 0; i < PYTHON.length(); i++) {
            if (bytes[offset + i] != PYTHON.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
