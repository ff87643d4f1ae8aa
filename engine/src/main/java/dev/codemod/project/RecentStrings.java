package dev.codemod.project;

/**
 * Makes equal strings one string, mostly: the names of a project repeat in all its files.
 *
 * <p>A fixed number of strings is remembered. Threads may overwrite each other's entries, which costs a duplicate and
 * nothing else.
 */
final class RecentStrings {
    private static final int SIZE = 1 << 15;
    private static final String[] RECENT = new String[SIZE];

    private RecentStrings() {}

    static String canonical(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 15) & SIZE - 1;
        String known = RECENT[slot];
        if (known != null && known.equals(text)) {
            return known;
        }
        RECENT[slot] = text;
        return text;
    }
}
