package dev.codemod.codemods.recipe;

import dev.codemod.match.MalformedPatternException;
import dev.codemod.match.Pattern;
import dev.codemod.match.PatternForm;
import dev.codemod.match.Rewrite;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads the patterns of a recipe: every dotted name in them means a module, except after self and cls. */
final class PatternReader {
    private static final Set<String> RECEIVERS = Set.of("self", "cls");

    private PatternReader() {}

    /** Returns the pattern of a key, which the other keys of the mapping qualify. */
    static Pattern read(YamlMap yaml, String key) {
        String exact = yaml.word("strictness", RecipeKeys.set("python", "exact"), "python");
        boolean resolves = yaml.flag("resolve", true);
        return read(yaml, key, new Pattern.Options(form(yaml), exact.equals("exact"), resolves));
    }

    /** Returns the pattern of a key without options. */
    static Pattern readPlain(YamlMap yaml, String key) {
        return read(yaml, key, Pattern.Options.DEFAULT);
    }

    private static Pattern read(YamlMap yaml, String key, Pattern.Options options) {
        try {
            return Pattern.of(yaml.text(key), options);
        } catch (MalformedPatternException e) {
            throw error(yaml, key, e);
        }
    }

    private static PatternForm form(YamlMap yaml) {
        if (!yaml.has("kind")) {
            return null;
        }
        PatternForm form = PatternForm.of(yaml.text("kind"));
        if (form == null) {
            Set<String> words = new LinkedHashSet<>(PatternForm.words());
            throw yaml.error(
                    "kind",
                    yaml.text("kind") + " is no kind of pattern" + YamlMap.suggestion(yaml.text("kind"), words));
        }
        return form;
    }

    static RecipeException error(YamlMap yaml, String key, MalformedPatternException e) {
        boolean hasPlace = !e.problem().equals(e.getMessage());
        return hasPlace ? yaml.error(key, e.line(), e.column(), e.problem()) : yaml.error(key, e.problem());
    }

    /** Returns a search for a pattern. */
    static Rewrite search(Pattern pattern) {
        return Rewrite.search(pattern, moduleRoots(pattern));
    }

    /** Returns the first parts of the dotted names of a pattern that mean modules. */
    static Set<String> moduleRoots(Pattern pattern) {
        Set<String> roots = new LinkedHashSet<>(pattern.dottedRoots());
        roots.removeAll(RECEIVERS);
        return roots;
    }
}
