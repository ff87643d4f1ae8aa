package dev.codemod.codemods.recipe;

import dev.codemod.ast.StringValue;
import dev.codemod.match.ComposedString;
import dev.codemod.match.Match;
import dev.codemod.match.Pattern;
import dev.codemod.match.PatternKind;
import dev.codemod.match.Rewrite;
import dev.codemod.rewrite.Comments;
import dev.codemod.semantics.Truth;
import dev.codemod.semantics.TypeTable;
import dev.codemod.tree.Constant;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/** Reads the conditions of {@code where}. */
final class ConditionReader {
    /** The metavariables that every match binds. */
    private final Set<String> bound;

    /** Gets the types that are asked about, so that calls of their names are known to make them. */
    private final TypeTable.Builder table;

    /** The set that the scan of the recipe collects, or null. */
    private final String collected;

    ConditionReader(Set<String> bound, TypeTable.Builder table, String collected) {
        this.bound = bound;
        this.table = table;
        this.collected = collected;
    }

    /** Returns the condition that all in the list of a key are. */
    Condition read(YamlMap yaml, String key) {
        List<Condition> all = new ArrayList<>();
        for (YamlMap element : yaml.maps(key, null)) {
            all.add(readMap(element));
        }
        return Condition.all(all);
    }

    private Condition readMap(YamlMap yaml) {
        List<Condition> all = new ArrayList<>();
        for (String key : yaml.keys()) {
            all.add(RecipeKeys.PLACE.contains(key) ? place(yaml, key) : value(yaml, key));
        }
        return Condition.all(all);
    }

    // ---------------------------------------------------------------- places

    private Condition place(YamlMap yaml, String key) {
        return switch (key) {
            case "inside" -> inside(yaml);
            case "has" -> {
                Rewrite search = PatternReader.search(PatternReader.readPlain(yaml, key));
                yield (match, context) -> Condition.truth(
                        match.nodes().stream().anyMatch(node -> context.matches(search, node, true, match)));
            }
            case "follows" -> follows(yaml);
            case "not" -> Condition.not(readMap(yaml.map(key, null)));
            case "any" -> Condition.any(list(yaml, key));
            default -> Condition.all(list(yaml, key));
        };
    }

    private List<Condition> list(YamlMap yaml, String key) {
        List<Condition> all = new ArrayList<>();
        for (YamlMap element : yaml.maps(key, null)) {
            all.add(readMap(element));
        }
        if (all.isEmpty()) {
            throw yaml.error(key, key + " needs conditions");
        }
        return all;
    }

    /** A node around the match, at any distance. */
    private Condition inside(YamlMap yaml) {
        if (yaml.isText("inside")) {
            return around(search(PatternReader.readPlain(yaml, "inside")));
        }
        YamlMap node = yaml.map("inside", RecipeKeys.NODE);
        List<Condition> all = new ArrayList<>();
        if (node.has("kind")) {
            List<PatternKind> kinds = kinds(node);
            all.add(around((around, match, context) -> kinds.stream().anyMatch(kind -> kind.accepts(around))));
        }
        if (node.has("match")) {
            all.add(around(search(PatternReader.readPlain(node, "match"))));
        }
        if (node.has("not")) {
            YamlMap inner = yaml.map("inside", null);
            all.add(Condition.not(insideOf(inner)));
        }
        return Condition.all(all);
    }

    private Condition insideOf(YamlMap yaml) {
        if (yaml.isText("not")) {
            return around(search(PatternReader.readPlain(yaml, "not")));
        }
        YamlMap node = yaml.map("not", RecipeKeys.set("kind", "match"));
        if (node.has("kind") == node.has("match")) {
            throw yaml.error("not", "either kind or match is expected here");
        }
        if (node.has("match")) {
            return around(search(PatternReader.readPlain(node, "match")));
        }
        List<PatternKind> kinds = kinds(node);
        return around((around, match, context) -> kinds.stream().anyMatch(kind -> kind.accepts(around)));
    }

    /** A question about a node of the file. */
    private interface NodeTest {
        boolean holds(Node node, Match match, RecipeContext context);
    }

    private static NodeTest search(Pattern pattern) {
        Rewrite search = PatternReader.search(pattern);
        return (node, match, context) -> context.matches(search, node, false, match);
    }

    private static Condition around(NodeTest test) {
        return (match, context) -> {
            Path path = context.file().semantics().path(match.node());
            for (int i = 1; i < path.length(); i++) {
                if (test.holds(path.ancestor(i), match, context)) {
                    return Truth.YES;
                }
            }
            return Truth.NO;
        };
    }

    /** A comment above the statement of the match or at the end of its line. */
    private static Condition follows(YamlMap yaml) {
        String text = yaml.text("follows");
        if (!text.startsWith("#")) {
            throw yaml.error("follows", "a comment begins with #: \"# " + text + "\"");
        }
        return (match, context) -> {
            Path path = context.file().semantics().path(match.node());
            int i = 0;
            while (i < path.length() - 1 && !(path.ancestor(i) instanceof Statement)) {
                i++;
            }
            Node statement = path.ancestor(i);
            Comments comments = Comments.of(statement.parsed());
            List<String> all = new ArrayList<>(comments.leading(statement));
            String trailing = comments.trailing(statement);
            all.add(trailing == null ? "" : trailing);
            return Condition.truth(all.stream().anyMatch(comment -> comment.startsWith(text)));
        };
    }

    // ---------------------------------------------------------------- metavariables

    private Condition value(YamlMap yaml, String key) {
        String name = key.startsWith("$") ? key.replaceFirst("^\\$+", "") : key;
        if (!bound.contains(name)) {
            Set<String> known = new LinkedHashSet<>(bound);
            known.addAll(RecipeKeys.PLACE);
            throw yaml.keyError(key, "no pattern binds $" + name + YamlMap.suggestion(name, known));
        }
        return constraints(name, yaml.map(key, RecipeKeys.VALUE));
    }

    private Condition constraints(String name, YamlMap yaml) {
        List<Condition> all = new ArrayList<>();
        for (String key : yaml.keys()) {
            all.add(constraint(name, yaml, key));
        }
        return Condition.all(all);
    }

    private Condition constraint(String name, YamlMap yaml, String key) {
        switch (key) {
            case "kind":
                List<PatternKind> kinds = kinds(yaml);
                return each(name, node -> kinds.stream().anyMatch(kind -> kind.accepts(node)));
            case "regex":
                java.util.regex.Pattern regex = regex(yaml, "regex");
                return (match, context) ->
                        Condition.truth(allTexts(match.bindings().get(name), regex));
            case "type":
            case "type-any":
                return type(name, yaml.texts(key));
            case "composed":
                return composed(name, yaml.map(key, RecipeKeys.COMPOSED));
            case "matches":
            case "has":
                Rewrite search = PatternReader.search(PatternReader.readPlain(yaml, key));
                boolean isDeep = key.equals("has");
                return (match, context) ->
                        Condition.truth(nodes(match.bindings().get(name)).stream()
                                .anyMatch(node -> context.matches(search, node, isDeep, match)));
            case "in":
                return membership(name, yaml);
            case "not":
                return Condition.not(constraints(name, yaml.map(key, RecipeKeys.VALUE)));
            default:
                List<Condition> any = new ArrayList<>();
                yaml.maps(key, RecipeKeys.VALUE).forEach(element -> any.add(constraints(name, element)));
                return Condition.any(any);
        }
    }

    private static List<PatternKind> kinds(YamlMap yaml) {
        List<PatternKind> kinds = new ArrayList<>();
        List<String> words = yaml.texts("kind");
        for (int i = 0; i < words.size(); i++) {
            PatternKind kind = PatternKind.of(words.get(i));
            if (kind == null) {
                Set<String> known = new LinkedHashSet<>(PatternKind.words());
                throw yaml.error("kind", i, words.get(i) + " is no kind" + YamlMap.suggestion(words.get(i), known));
            }
            kinds.add(kind);
        }
        return kinds;
    }

    static java.util.regex.Pattern regex(YamlMap yaml, String key) {
        try {
            return java.util.regex.Pattern.compile(yaml.text(key));
        } catch (PatternSyntaxException e) {
            throw yaml.error(key, "no regular expression: " + e.getDescription());
        }
    }

    private static List<? extends Node> nodes(Object bound) {
        if (bound instanceof NodeList<?> list) {
            return list;
        }
        return bound instanceof Node node ? List.of(node) : List.of();
    }

    private static Condition each(String name, Predicate<Node> test) {
        return (match, context) ->
                Condition.truth(nodes(match.bindings().get(name)).stream().allMatch(test));
    }

    /** A string is compared by its value, anything else as it is written; of a list every element counts. */
    private static boolean allTexts(Object bound, java.util.regex.Pattern regex) {
        if (bound instanceof String comment) {
            return regex.matcher(comment).find();
        }
        return nodes(bound).stream().allMatch(node -> regex.matcher(text(node)).find());
    }

    static String text(Node node) {
        StringValue value = node instanceof Constant constant ? StringValue.of(constant) : null;
        return value == null ? node.sourceText() : value.text();
    }

    private Condition type(String name, List<String> types) {
        List<String> qualified = new ArrayList<>();
        for (String type : types) {
            String full = type.contains(".") ? type : "builtins." + type;
            qualified.add(full);
            table.type(full);
        }
        return (match, context) -> {
            Truth any = Truth.NO;
            for (Node node : nodes(match.bindings().get(name))) {
                for (String type : qualified) {
                    Truth truth = node instanceof Expression expression
                            ? context.types().isInstance(expression, type)
                            : Truth.UNKNOWN;
                    any = truth == Truth.YES || any == Truth.NO ? truth : any;
                    if (truth == Truth.YES) {
                        return Truth.YES;
                    }
                }
            }
            return any;
        };
    }

    private static Condition composed(String name, YamlMap yaml) {
        int least = yaml.number("min-dynamic", 0);
        int most = yaml.number("max-dynamic", Integer.MAX_VALUE);
        return (match, context) -> {
            ComposedString text =
                    match.bindings().get(name) instanceof Expression expression ? ComposedString.of(expression) : null;
            if (text == null || text.values().size() < least || text.values().size() > most) {
                return Truth.NO;
            }
            return text.isCertain() ? Truth.YES : Truth.UNKNOWN;
        };
    }

    private Condition membership(String name, YamlMap yaml) {
        if (collected == null || !collected.equals(yaml.text("in"))) {
            throw yaml.error("in", "no scan collects " + yaml.text("in"));
        }
        return (match, context) -> {
            Object bound = match.bindings().get(name);
            if (bound instanceof Constant constant && StringValue.of(constant) != null) {
                return Condition.truth(context.facts()
                        .texts()
                        .contains(StringValue.of(constant).text()));
            }
            String qualified = bound instanceof Expression expression
                    ? context.file().semantics().qualifiedName(expression)
                    : null;
            return qualified == null
                    ? Truth.NO
                    : context.facts().contains(context.index(), context.file().path(), qualified);
        };
    }
}
