package dev.codemod.codemod;

import java.util.Locale;

/** How bad what a codemod finds is, for code hosts and editors; it decides nothing about rewrites. */
public enum Severity {
    /** Good to know. */
    INFO,
    /** Should be changed. */
    WARNING,
    /** Must be changed. */
    ERROR;

    /** Returns the word as users see it: {@code info}, {@code warning} or {@code error}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
