package dev.codemod.codemods.recipe;

import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tests of a recipe. */
final class ExampleReader {
    /** The name of the file of a test that has only one. */
    static final String FILE = "test.py";

    private final YamlMap yaml;

    ExampleReader(YamlMap yaml) {
        this.yaml = yaml;
    }

    List<Recipe.Example> read() {
        List<Recipe.Example> examples = new ArrayList<>();
        for (YamlMap test : yaml.maps("tests", RecipeKeys.TEST)) {
            examples.add(example(test));
        }
        if (examples.isEmpty()) {
            throw yaml.error("tests", "a recipe needs tests");
        }
        return examples;
    }

    private static Recipe.Example example(YamlMap test) {
        boolean isUnchanged = test.has("unchanged");
        if (isUnchanged && (test.has("before") || test.has("after"))) {
            throw test.keyError("unchanged", "a test has either before and after or unchanged");
        }
        Map<String, String> before = files(test, isUnchanged ? "unchanged" : "before");
        Map<String, String> after = new LinkedHashMap<>(before);
        after.putAll(files(test, isUnchanged ? "unchanged" : "after"));
        if (!after.keySet().equals(before.keySet())) {
            throw test.error("after", "after names a file that before has not");
        }
        LanguageLevel level = level(test);
        checkPython(test, isUnchanged ? "unchanged" : "before", before, level);
        checkPython(test, isUnchanged ? "unchanged" : "after", after, level);
        String first = before.values().iterator().next();
        String name = test.text("name", first.lines().findFirst().orElse(""));
        List<String> findings = test.has("findings") ? test.texts("findings") : null;
        return new Recipe.Example(
                test.place(), name, before, after, level, test.flag("unsafe", true), findings, skipped(test));
    }

    /** A text that is not Python stays as it is whatever the recipe does, so a test of it could not fail. */
    private static void checkPython(YamlMap test, String key, Map<String, String> files, LanguageLevel level) {
        files.forEach((path, text) -> {
            if (path.endsWith(".py") || path.endsWith(".pyi")) {
                Source source = Source.of(text);
                List<Problem> problems = Parser.parse(source, level).problems();
                if (!problems.isEmpty()) {
                    Problem problem = problems.get(0);
                    throw test.error(
                            key, "line " + source.line(problem.offset()) + " is not Python: " + problem.message());
                }
            }
        });
    }

    private static Map<String, String> skipped(YamlMap test) {
        Map<String, String> skipped = new LinkedHashMap<>();
        if (test.has("skip")) {
            YamlMap map = test.map("skip", null);
            map.keys().forEach(variant -> skipped.put(variant, map.text(variant)));
        }
        return skipped;
    }

    private static Map<String, String> files(YamlMap test, String key) {
        Map<String, String> files = new LinkedHashMap<>();
        if (!test.isMap(key)) {
            files.put(FILE, test.text(key));
            return files;
        }
        YamlMap map = test.map(key, null);
        map.keys().forEach(path -> files.put(path, map.text(path)));
        if (files.isEmpty()) {
            throw test.error(key, "files are missing");
        }
        return files;
    }

    private static LanguageLevel level(YamlMap test) {
        if (!test.has("level")) {
            return null;
        }
        try {
            return Requirements.level(test.text("level"));
        } catch (IllegalArgumentException e) {
            throw test.error("level", e.getMessage());
        }
    }
}
