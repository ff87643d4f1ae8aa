package dev.codemod.codemods.recipe;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.PatternCodemod;
import dev.codemod.match.MalformedPatternException;
import dev.codemod.match.Pattern;
import dev.codemod.match.Rewrite;
import dev.codemod.source.LanguageLevel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A codemod in YAML: {@code id}, {@code message}, {@code why}, {@code applicability}, {@code requires: {python: ">=3.3"}},
 * {@code match} and {@code rewrite} or a list of such pairs under {@code any}, {@code imports: {add: [module]}} to name
 * submodules, and {@code tests}.
 *
 * <p>Patterns and replacements are those of {@link Pattern} and {@link Rewrite}, but dotted names always mean modules,
 * except those that begin with {@code self} or {@code cls}.
 */
public final class Recipe extends PatternCodemod {
    private static final Set<String> KEYS = keys(
            "id",
            "version",
            "message",
            "why",
            "applicability",
            "requires",
            "match",
            "rewrite",
            "any",
            "imports",
            "tests");

    /**
     * A test of a recipe.
     *
     * @param before the file before the rewrite
     * @param after the file after it, the same for a test of what must not change
     */
    public record Example(String before, String after) {}

    private final String why;
    private final LanguageLevel oldest;
    private final List<Example> examples;

    private Recipe(YamlMap yaml, Applicability applicability, List<Rewrite> rewrites) {
        super(yaml.text("id"), yaml.text("message"), applicability, rewrites);
        why = yaml.text("why");
        oldest = oldest(yaml);
        examples = examples(yaml);
    }

    /**
     * Reads a recipe.
     *
     * @param file the name of the file in messages
     * @throws RecipeException if it cannot be used, with the place in the YAML
     */
    public static Recipe parse(String file, String text) {
        YamlMap yaml = YamlMap.read(file, text, KEYS);
        List<String> modules =
                yaml.has("imports") ? yaml.map("imports", keys("add")).texts("add") : List.of();
        List<YamlMap> pairs = new ArrayList<>(yaml.maps("any", keys("match", "rewrite")));
        if (pairs.isEmpty()) {
            pairs.add(yaml);
        } else if (yaml.has("match") || yaml.has("rewrite")) {
            throw yaml.error("any", "a recipe has either match and rewrite or any");
        }
        List<Rewrite> rewrites = new ArrayList<>();
        for (YamlMap pair : pairs) {
            rewrites.add(rewrite(pair, modules));
        }
        return new Recipe(yaml, applicability(yaml), rewrites);
    }

    private static Rewrite rewrite(YamlMap pair, List<String> modules) {
        String match = pair.text("match");
        String replacement = pair.text("rewrite");
        Pattern pattern;
        try {
            pattern = Pattern.of(match);
        } catch (MalformedPatternException e) {
            throw pair.error("match", e.getMessage());
        }
        if (pattern.requiredWords().isEmpty()) {
            throw pair.error("match", "the pattern names no word, so every file would be parsed");
        }
        Set<String> roots = new LinkedHashSet<>(pattern.dottedRoots());
        roots.removeAll(Set.of("self", "cls"));
        try {
            return Rewrite.of(pattern, replacement, modules, roots);
        } catch (MalformedPatternException e) {
            throw pair.error("rewrite", e.getMessage());
        }
    }

    private static Applicability applicability(YamlMap yaml) {
        String word = yaml.text("applicability");
        for (Applicability applicability : List.of(Applicability.SAFE, Applicability.UNSAFE, Applicability.MANUAL)) {
            if (applicability.toString().equals(word)) {
                return applicability;
            }
        }
        throw yaml.error("applicability", "applicability is safe, unsafe or manual, not " + word);
    }

    private static LanguageLevel oldest(YamlMap yaml) {
        if (!yaml.has("requires")) {
            return null;
        }
        YamlMap requires = yaml.map("requires", keys("python"));
        String text = requires.text("python");
        try {
            if (text.startsWith(">=")) {
                return LanguageLevel.parse(text.substring(2).strip());
            }
        } catch (IllegalArgumentException e) {
            throw requires.error("python", "no version of Python: " + text);
        }
        throw requires.error("python", "a version is written \">=3.3\", not " + text);
    }

    private static List<Example> examples(YamlMap yaml) {
        List<Example> examples = new ArrayList<>();
        for (YamlMap test : yaml.maps("tests", keys("before", "after", "unchanged"))) {
            examples.add(
                    test.has("unchanged")
                            ? new Example(test.text("unchanged"), test.text("unchanged"))
                            : new Example(test.text("before"), test.text("after")));
        }
        if (examples.isEmpty()) {
            throw yaml.error("tests", "a recipe needs tests");
        }
        return examples;
    }

    private static Set<String> keys(String... keys) {
        return new LinkedHashSet<>(List.of(keys));
    }

    /** Returns the tests, at least one. */
    public List<Example> examples() {
        return List.copyOf(examples);
    }

    @Override
    public boolean supports(LanguageLevel level) {
        return oldest == null || level.isAtLeast(oldest);
    }

    @Override
    public String page() {
        StringBuilder page = new StringBuilder("# ").append(id()).append("\n\n## What it does\n\n");
        page.append(summary()).append("\n\n");
        page.append(rewritesAsTable())
                .append("\n## Why\n\n")
                .append(why.strip())
                .append("\n\n## Example\n\n");
        Example example = examples.get(0);
        page.append("```python\n").append(example.before()).append("```\n\nbecomes\n\n```python\n");
        page.append(example.after()).append("```\n\n## Safety\n\nIts rewrites are `");
        page.append(applicability().toString().toLowerCase(Locale.ROOT)).append("`.");
        if (oldest != null) {
            page.append(" It rewrites files of Python ").append(oldest).append(" and later.");
        }
        return page.append(" It is applied only when it is named: `codemod apply -c ")
                .append(id())
                .append("`.\n")
                .toString();
    }
}
