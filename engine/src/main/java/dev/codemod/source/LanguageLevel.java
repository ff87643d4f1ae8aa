package dev.codemod.source;

/**
 * A version of the Python language, the input that decides how bytes are read.
 *
 * <p>The same bytes have different trees at different levels: {@code except A, B:} binds {@code B} in
 * 2.7, is an error in 3.0-3.13 and catches two types from 3.14 on (PEP 758).
 */
public enum LanguageLevel {
    PY27(2, 7),
    PY30(3, 0),
    PY31(3, 1),
    PY32(3, 2),
    PY33(3, 3),
    PY34(3, 4),
    PY35(3, 5),
    PY36(3, 6),
    PY37(3, 7),
    PY38(3, 8),
    PY39(3, 9),
    PY310(3, 10),
    PY311(3, 11),
    PY312(3, 12),
    PY313(3, 13),
    PY314(3, 14);

    /** The newest level that the parser knows; the default for Python 3 sources. */
    public static final LanguageLevel LATEST = PY314;

    private final int major;
    private final int minor;

    LanguageLevel(int major, int minor) {
        this.major = major;
        this.minor = minor;
    }

    /** Returns the major version, 2 or 3. */
    public int major() {
        return major;
    }

    /** Returns the minor version. */
    public int minor() {
        return minor;
    }

    /** Returns whether this is a level of Python 2. */
    public boolean isPython2() {
        return major == 2;
    }

    /** Returns whether this level is {@code other} or newer. */
    public boolean isAtLeast(LanguageLevel other) {
        return compareTo(other) >= 0;
    }

    /**
     * Returns the level written as {@code 2.7} or {@code 3.12}.
     *
     * @return the level, or null if {@code text} names none
     */
    public static LanguageLevel parse(String text) {
        for (LanguageLevel level : values()) {
            if (level.toString().equals(text)) {
                return level;
            }
        }
        return null;
    }

    /** Returns the version as Python users write it, for example {@code 3.12}. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
