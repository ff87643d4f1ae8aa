package dev.codemod.codemods.recipe;

import dev.codemod.codemod.Prefilter;
import dev.codemod.source.LanguageLevel;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file must be for a recipe to look at it.
 *
 * @param oldest the oldest level of Python, or null
 * @param tooNew the first level that is too new, or null
 * @param imports modules of which the file must import one; empty for none
 */
record Requirements(LanguageLevel oldest, LanguageLevel tooNew, List<String> imports) {
    /** Reads the requirements of a recipe. */
    static Requirements read(YamlMap yaml) {
        if (!yaml.has("requires")) {
            return new Requirements(null, null, List.of());
        }
        YamlMap requires = yaml.map("requires", RecipeKeys.REQUIRES);
        LanguageLevel oldest = null;
        LanguageLevel tooNew = null;
        if (requires.has("python")) {
            for (String part : requires.text("python").split(",")) {
                String text = part.strip();
                if (text.startsWith(">=")) {
                    oldest = level(requires, text.substring(2).strip());
                } else if (text.startsWith("<") && !text.startsWith("<=")) {
                    tooNew = level(requires, text.substring(1).strip());
                } else {
                    throw requires.error("python", "a version is written \">=3.3\" or \"<3\", not " + text);
                }
            }
        }
        return new Requirements(oldest, tooNew, requires.texts("imports-any"));
    }

    private static LanguageLevel level(YamlMap requires, String text) {
        try {
            return level(text.equals("3") ? "3.0" : text);
        } catch (IllegalArgumentException e) {
            throw requires.error("python", e.getMessage());
        }
    }

    /**
     * Returns the level of a version.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    static LanguageLevel level(String text) {
        LanguageLevel level = LanguageLevel.parse(text);
        if (level == null) {
            throw new IllegalArgumentException("no known version of Python: " + text);
        }
        return level;
    }

    boolean supports(LanguageLevel level) {
        return (oldest == null || level.isAtLeast(oldest)) && (tooNew == null || !level.isAtLeast(tooNew));
    }

    boolean holdIn(RecipeContext context) {
        return imports.isEmpty() || imports.stream().anyMatch(context::imports);
    }

    /** Returns a filter that also needs one of the imports. */
    Prefilter restrict(Prefilter filter) {
        if (imports.isEmpty()) {
            return filter;
        }
        List<String> words = new ArrayList<>();
        for (String module : imports) {
            words.add(module.contains(".") ? module.substring(0, module.indexOf('.')) : module);
        }
        return filter.and(words.toArray(new String[0]));
    }

    /** Returns a sentence about the levels for the page, or nothing. */
    String sentence() {
        String since = oldest == null ? "" : " and later";
        if (oldest == null && tooNew == null) {
            return "";
        }
        return " It rewrites files of Python "
                + (oldest == null ? "before " + tooNew : oldest + since + (tooNew == null ? "" : ", before " + tooNew))
                + (oldest == null ? "" : ", unless the project says that it supports an older one")
                + ".";
    }
}
