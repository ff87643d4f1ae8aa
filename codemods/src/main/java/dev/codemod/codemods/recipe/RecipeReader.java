package dev.codemod.codemods.recipe;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.Severity;
import dev.codemod.match.MalformedPatternException;
import dev.codemod.match.Pattern;
import dev.codemod.match.Rewrite;
import dev.codemod.rewrite.CommentPolicy;
import dev.codemod.semantics.TypeTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Makes a recipe of its YAML. */
final class RecipeReader {
    private static final int MAX_CYCLES = 5;
    private static final Set<String> OF_PATTERNS = RecipeKeys.set(
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
            "scan",
            "severity",
            "applicability");

    private final YamlMap yaml;
    private final Function<String, Codemod> known;
    private final List<String> warnings = new ArrayList<>();
    private final TypeTable.Builder table = TypeTable.builder();
    private final Map<String, String> members = new LinkedHashMap<>();
    private final List<String> modules = new ArrayList<>();
    private Applicability applicability;
    private String collected;

    RecipeReader(YamlMap yaml, Function<String, Codemod> known) {
        this.yaml = yaml;
        this.known = known;
    }

    Recipe read() {
        checkHead();
        List<Recipe.Example> examples = new ExampleReader(yaml).read();
        if (yaml.has("steps")) {
            List<Codemod> steps = steps();
            Codemod stepped = new SteppedCodemod(
                    yaml.text("id"), yaml.text("message"), RecipePage.ofSteps(yaml, steps, examples), steps);
            return new Recipe(stepped, yaml.place("id"), examples, warnings);
        }
        applicability = applicability();
        ScanCodemod.Scan scan = scan();
        RecipeDefinition definition = definition();
        String page = RecipePage.of(yaml, definition, examples);
        Codemod codemod = scan == null
                ? new RecipeCodemod(yaml.text("id"), page, definition)
                : new ScanCodemod(yaml.text("id"), page, definition, scan);
        return new Recipe(codemod, yaml.place("id"), examples, warnings);
    }

    private void checkHead() {
        if (!yaml.text("id").matches("[a-z0-9]+([-/][a-z0-9]+)*")) {
            throw yaml.error(
                    "id", "an id is in kebab case, rename-helper or team/rename-helper, not " + yaml.text("id"));
        }
        yaml.text("message");
        yaml.word("language", RecipeKeys.set("python"), "python");
        severity();
        yaml.number("version", 1);
    }

    /** Returns the severity, or null if the recipe does not say. */
    private Severity severity() {
        if (!yaml.has("severity")) {
            return null;
        }
        String word = yaml.word("severity", RecipeKeys.set("info", "warning", "error"), null);
        return Severity.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private List<Codemod> steps() {
        for (String key : yaml.keys()) {
            if (OF_PATTERNS.contains(key)) {
                throw yaml.keyError(key, "a recipe with steps has no " + key + "; its steps have");
            }
        }
        List<Codemod> steps = new ArrayList<>();
        List<String> ids = yaml.texts("steps");
        for (int i = 0; i < ids.size(); i++) {
            steps.add(step(ids.get(i), i));
        }
        if (steps.isEmpty()) {
            throw yaml.error("steps", "steps are missing");
        }
        return steps;
    }

    private Codemod step(String id, int index) {
        Codemod step;
        try {
            step = known.apply(id);
        } catch (IllegalArgumentException e) {
            throw yaml.error("steps", index, e.getMessage());
        }
        if (step == null) {
            throw yaml.error("steps", index, "no recipe or codemod " + id);
        }
        return step;
    }

    private Applicability applicability() {
        String word = yaml.text("applicability");
        for (Applicability candidate : List.of(Applicability.SAFE, Applicability.UNSAFE, Applicability.MANUAL)) {
            if (candidate.toString().equals(word)) {
                return candidate;
            }
        }
        throw yaml.error("applicability", "applicability is safe, unsafe or manual, not " + word);
    }

    // ---------------------------------------------------------------- scan

    private ScanCodemod.Scan scan() {
        if (!yaml.has("scan")) {
            return null;
        }
        YamlMap scan = yaml.map("scan", RecipeKeys.SCAN);
        Pattern pattern = PatternReader.read(scan, "match");
        if (pattern.isRun()) {
            throw scan.error("match", "a scan looks for one node, not for several statements");
        }
        String value = scan.text("value");
        String name = value.startsWith("$") ? value.substring(1) : value;
        if (!Boolean.FALSE.equals(pattern.metavariables().get(name))) {
            throw scan.error("value", "the pattern binds no single node as $" + name);
        }
        if (pattern.requiredWords().isEmpty()) {
            warnings.add(scan.place("match") + ": the pattern names no word, so every file is parsed");
        }
        Condition where = new ConditionReader(bound(pattern), table, null).read(scan, "where");
        collected = scan.text("collect");
        return new ScanCodemod.Scan(PatternReader.search(pattern), where, name);
    }

    private static Set<String> bound(Pattern pattern) {
        Set<String> bound = new LinkedHashSet<>(pattern.metavariables().keySet());
        bound.addAll(pattern.comments());
        return bound;
    }

    // ---------------------------------------------------------------- rules

    private RecipeDefinition definition() {
        List<String> unwanted = new ArrayList<>();
        if (yaml.has("imports")) {
            YamlMap imports = yaml.map("imports", RecipeKeys.IMPORTS);
            unwanted.addAll(imports.texts("remove-if-unused"));
            readAdded(imports);
        }
        List<YamlMap> alternatives = new ArrayList<>(yaml.maps("any", RecipeKeys.RULE));
        if (alternatives.isEmpty()) {
            alternatives.add(yaml);
        } else {
            for (String key : List.of("match", "rewrite", "kind", "let")) {
                if (yaml.has(key)) {
                    throw yaml.keyError(key, "a recipe has either match and rewrite or any");
                }
            }
        }
        List<Rule> rules = new ArrayList<>();
        for (YamlMap alternative : alternatives) {
            rules.add(rule(alternative));
        }
        checkAdded(rules);
        String repeat = yaml.word("repeat", RecipeKeys.set("until-stable", "once"), "until-stable");
        int cycles = repeat.equals("once") ? 1 : yaml.number("max-cycles", MAX_CYCLES);
        if (cycles < 1 || cycles > 20) {
            throw yaml.error("max-cycles", "max-cycles is 1 to 20");
        }
        return new RecipeDefinition(
                yaml.text("message"),
                severity(),
                applicability,
                Requirements.read(yaml),
                rules,
                table.build(),
                unwanted,
                comments(),
                cycles);
    }

    private CommentPolicy comments() {
        return switch (yaml.word("comments", RecipeKeys.set("keep", "attach", "refuse"), "keep")) {
            case "attach" -> CommentPolicy.APPEND_TRAILING;
            case "refuse" -> CommentPolicy.FAIL;
            default -> CommentPolicy.HOIST;
        };
    }

    /** A name that is added is a member if the replacement uses its last part alone, else a module. */
    private void readAdded(YamlMap imports) {
        for (String name : imports.texts("add")) {
            int dot = name.lastIndexOf('.');
            if (dot > 0) {
                members.put(name.substring(dot + 1), name);
            }
            modules.add(name);
        }
    }

    private void checkAdded(List<Rule> rules) {
        for (int i = 0; i < modules.size(); i++) {
            String module = modules.get(i);
            boolean isUsed = false;
            for (Rule rule : rules) {
                for (String name : rule.rewrite().dottedNames()) {
                    isUsed |= name.equals(module) || name.startsWith(module + ".");
                }
            }
            if (!isUsed) {
                throw yaml.map("imports", RecipeKeys.IMPORTS)
                        .error("add", i, "no rewrite uses " + module + " or its last part");
            }
        }
    }

    private Rule rule(YamlMap rule) {
        Pattern pattern = PatternReader.read(rule, "match");
        if (pattern.requiredWords().isEmpty()) {
            warnings.add(rule.place("match") + ": the pattern names no word, so every file is parsed");
        }
        ConditionReader conditions = new ConditionReader(bound(pattern), table, collected);
        List<Condition> where = new ArrayList<>(List.of(conditions.read(rule, "where")));
        if (rule != yaml) {
            where.add(conditions.read(yaml, "where"));
        }
        boolean isChosen = rule.has("where") || yaml.has("where");
        ValueReader.Values values = new ValueReader(pattern.metavariables()).read(rule);
        return new Rule(rewrite(rule, pattern, values, isChosen), Condition.all(where), values.values());
    }

    private Rewrite rewrite(YamlMap rule, Pattern pattern, ValueReader.Values values, boolean isChosen) {
        if (!rule.has("rewrite") && applicability == Applicability.MANUAL) {
            return PatternReader.search(pattern);
        }
        String replacement = rule.text("rewrite");
        Rewrite.Options options = new Rewrite.Options(
                modules,
                PatternReader.moduleRoots(pattern),
                values.kinds(),
                members,
                isChosen || !values.kinds().isEmpty());
        try {
            return Rewrite.of(pattern, replacement, options);
        } catch (MalformedPatternException e) {
            throw PatternReader.error(rule, "rewrite", e);
        }
    }
}
