package dev.codemod.codemods.singleton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in strings: {@code app.config.Config}, {@code app.config:Config}, {@code Config}. */
final class DottedNames {
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_]\\w*(?:[.:][A-Za-z_]\\w*)*");

    private DottedNames() {}

    /** Returns the names in a text, each as its parts; single words are names of one part. */
    static List<List<String>> in(String text) {
        List<List<String>> found = new ArrayList<>();
        if (text != null) {
            Matcher matcher = DOTTED.matcher(text);
            while (matcher.find()) {
                found.add(Arrays.asList(matcher.group().split("[.:]")));
            }
        }
        return found;
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
