package dev.codemod.codemods.recipe;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The keys of the mappings in a recipe, in the order of messages. */
final class RecipeKeys {
    static final Set<String> RECIPE = set(
            "id",
            "version",
            "language",
            "message",
            "why",
            "severity",
            "applicability",
            "requires",
            "match",
            "kind",
            "strictness",
            "resolve",
            "any",
            "where",
            "let",
            "rewrite",
            "imports",
            "comments",
            "repeat",
            "max-cycles",
            "steps",
            "scan",
            "tests");
    static final Set<String> RULE = set("match", "kind", "strictness", "resolve", "where", "let", "rewrite");
    static final Set<String> REQUIRES = set("python", "imports-any");
    static final Set<String> IMPORTS = set("add", "remove-if-unused");
    static final Set<String> SCAN = set("collect", "match", "kind", "where", "value");
    static final Set<String> TEST = set("name", "before", "after", "unchanged", "level", "unsafe", "findings", "skip");
    static final Set<String> PLACE = set("inside", "has", "follows", "not", "any", "all");
    static final Set<String> VALUE =
            set("kind", "regex", "type", "type-any", "composed", "matches", "has", "in", "not", "any");
    static final Set<String> NODE = set("kind", "match", "not");
    static final Set<String> COMPOSED = set("min-dynamic", "max-dynamic");
    static final Set<String> LET =
            set("replace", "regex", "by", "case", "of", "parts-of", "template-of", "placeholder");

    private RecipeKeys() {}

    static Set<String> set(String... keys) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(keys)));
    }
}
