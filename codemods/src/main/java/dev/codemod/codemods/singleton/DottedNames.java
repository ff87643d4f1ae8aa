package dev.codemod.codemods.singleton;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names in strings: {@code app.config.Config}, {@code app.config:Config}, {@code Config}. */
final class DottedNames {
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_]\\w*(?:[.:][A-Za-z_]\\w*)*");

    private DottedNames() {}

    /** Returns the names in a text, each as its parts; single words are names of one part. */
    static List<List<String>> in(String text) {
        List<List<String>> found = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (startsName(text, i)) {
                List<String> parts = new ArrayList<>();
                i = readName(text, i, parts);
                found.add(parts);
            } else {
                i++;
            }
        }
        return found;
    }

    /** Adds the parts of the name at {@code start}; returns the index after it. */
    private static int readName(String text, int start, List<String> parts) {
        int part = start;
        while (true) {
            int end = part;
            while (end < text.length() && isNamePart(text.charAt(end))) {
                end++;
            }
            parts.add(text.substring(part, end));
            boolean isSeparated = end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ':');
            if (!isSeparated || !startsName(text, end + 1)) {
                return end;
            }
            part = end + 1;
        }
    }

    private static boolean startsName(String text, int index) {
        return index < text.length()
                && isNamePart(text.charAt(index))
                && (text.charAt(index) < '0' || text.charAt(index) > '9');
    }

    private static boolean isNamePart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    /** Returns whether a text is a sentence: words that neither import nor call the class. */
    private static boolean isProse(String text, String name) {
        return text.strip().contains(" ") && !text.contains("import") && !text.contains(name + "(");
    }

    /**
     * Returns whether a string may name a class to code that looks it up.
     *
     * @param text the content of the string
     * @param name the class
     * @param module the last part of the name of its module
     * @param isNear whether the code around has to do with the module, so that the bare name is enough
     */
    static boolean mayName(String text, String name, String module, boolean isNear) {
        if (text == null || !text.contains(name)) {
            return false;
        }
        if (text.equals(name)) {
            return isNear;
        }
        if (isProse(text, name)) {
            return false;
        }
        for (List<String> dotted : in(text)) {
            int index = dotted.indexOf(name);
            boolean isWhole = DOTTED.matcher(text).matches();
            if (index > 0 && (isWhole || dotted.get(index - 1).equals(module))) {
                return true;
            }
        }
        return false;
    }
}
