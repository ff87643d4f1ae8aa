package dev.codemod.codemods.recipe;

import dev.codemod.match.ComposedString;
import dev.codemod.match.Match;
import dev.codemod.rewrite.Snippet;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.StringConstant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads the values of {@code let}. */
final class ValueReader {
    private static final Set<String> CASES = RecipeKeys.set("snake", "camel", "pascal", "upper", "lower");

    /** The metavariables that a value may use, {@code true} for lists. */
    private final Map<String, Boolean> bound;

    ValueReader(Map<String, Boolean> bound) {
        this.bound = new LinkedHashMap<>(bound);
    }

    /** The values by the names of their metavariables, and which of these are lists. */
    record Values(Map<String, Value> values, Map<String, Boolean> kinds) {}

    /** Returns the values of a rule; later ones may use earlier ones. */
    Values read(YamlMap rule) {
        Map<String, Value> values = new LinkedHashMap<>();
        Map<String, Boolean> kinds = new LinkedHashMap<>();
        if (!rule.has("let")) {
            return new Values(values, kinds);
        }
        YamlMap let = rule.map("let", null);
        for (String name : let.keys()) {
            if (bound.containsKey(name)) {
                throw let.keyError(name, "$" + name + " is bound already");
            }
            if (!name.matches("[A-Za-z]\\w*")) {
                throw let.keyError(name, name + " is no name of a metavariable");
            }
            YamlMap yaml = let.map(name, RecipeKeys.LET);
            values.put(name, value(yaml));
            bound.put(name, yaml.has("parts-of"));
            kinds.put(name, yaml.has("parts-of"));
        }
        return new Values(values, kinds);
    }

    private Value value(YamlMap yaml) {
        if (yaml.has("replace")) {
            requireOnly(yaml, "replace", "regex", "by");
            java.util.regex.Pattern regex = ConditionReader.regex(yaml, "regex");
            String by = yaml.text("by");
            checkReplacement(yaml, regex, by);
            return changed(source(yaml, "replace"), text -> regex.matcher(text).replaceAll(by));
        }
        if (yaml.has("case")) {
            requireOnly(yaml, "case", "of");
            String style = yaml.word("case", CASES, null);
            return changed(source(yaml, "of"), text -> inCase(text, style));
        }
        if (yaml.has("parts-of")) {
            requireOnly(yaml, "parts-of");
            String from = source(yaml, "parts-of");
            return (match, context) -> {
                List<Expression> values = new ArrayList<>();
                plainValues(match, from).forEach(value -> values.add(value.expression()));
                return NodeList.copyOf(values);
            };
        }
        if (yaml.has("template-of")) {
            requireOnly(yaml, "template-of", "placeholder");
            return template(yaml);
        }
        throw new RecipeException(yaml.place(), "replace, case, parts-of or template-of is expected here");
    }

    private static void requireOnly(YamlMap yaml, String... keys) {
        Set<String> allowed = RecipeKeys.set(keys);
        for (String key : yaml.keys()) {
            if (!allowed.contains(key)) {
                throw yaml.keyError(key, key + " does not go with " + keys[0]);
            }
        }
        for (String key : keys) {
            if (!yaml.has(key)) {
                throw new RecipeException(yaml.place(), keys[0] + " needs " + key);
            }
        }
    }

    private static void checkReplacement(YamlMap yaml, java.util.regex.Pattern regex, String by) {
        try {
            java.util.regex.Matcher empty = regex.matcher("");
            int groups = empty.groupCount();
            java.util.regex.Matcher used =
                    java.util.regex.Pattern.compile("(?<!\\\\)\\$(\\d)").matcher(by);
            while (used.find()) {
                if (Integer.parseInt(used.group(1)) > groups) {
                    throw yaml.error("by", "the regular expression has no group " + used.group(1));
                }
            }
        } catch (IllegalArgumentException e) {
            throw yaml.error("by", e.getMessage());
        }
    }

    private String source(YamlMap yaml, String key) {
        String name = yaml.text(key);
        name = name.startsWith("$") ? name.substring(1) : name;
        Boolean isList = bound.get(name);
        if (isList == null) {
            throw yaml.error(key, "no pattern binds $" + name + YamlMap.suggestion(name, bound.keySet()));
        }
        if (isList) {
            throw yaml.error(key, "$$$" + name + " is a list");
        }
        return name;
    }

    // ---------------------------------------------------------------- names and strings

    private static Value changed(String from, UnaryOperator<String> change) {
        return (match, context) -> {
            Node node = (Node) match.bindings().get(from);
            if (node instanceof Identifier) {
                return Snippet.identifier(change.apply(node.sourceText()));
            }
            if (node instanceof Name) {
                return Snippet.name(change.apply(node.sourceText()));
            }
            if (node instanceof StringConstant) {
                return changedString(node, change);
            }
            throw new IllegalArgumentException(node.sourceText() + " is neither a name nor one string literal");
        };
    }

    /** Changes what stands between the quotes, as it is written. */
    private static Node changedString(Node node, UnaryOperator<String> change) {
        String text = node.sourceText();
        int start = 0;
        while (text.charAt(start) != '"' && text.charAt(start) != '\'') {
            start++;
        }
        String quote = text.substring(start, start + 1);
        if (text.startsWith(quote.repeat(3), start) && text.length() >= start + 6) {
            quote = quote.repeat(3);
        }
        String body = text.substring(start + quote.length(), text.length() - quote.length());
        String changed = text.substring(0, start) + quote + change.apply(body) + quote;
        Expression result = Snippet.expression(changed, node.parsed().level()).build();
        if (!(result instanceof StringConstant)) {
            throw new IllegalArgumentException(changed + " is not one string literal");
        }
        return result;
    }

    /** Returns a name in another style; words end at underscores and before capital letters. */
    static String inCase(String name, String style) {
        if (style.equals("upper")) {
            return name.toUpperCase(Locale.ROOT);
        }
        if (style.equals("lower")) {
            return name.toLowerCase(Locale.ROOT);
        }
        int start = 0;
        while (start < name.length() && name.charAt(start) == '_') {
            start++;
        }
        String[] words = name.substring(start).split("_+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
        StringBuilder result = new StringBuilder(name.substring(0, start));
        for (int i = 0; i < words.length; i++) {
            String word = words[i].toLowerCase(Locale.ROOT);
            if (style.equals("snake")) {
                result.append(i > 0 ? "_" : "").append(word);
            } else if (i == 0 && style.equals("camel")) {
                result.append(word);
            } else if (!word.isEmpty()) {
                result.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return result.toString();
    }

    // ---------------------------------------------------------------- composed strings

    private static ComposedString composed(Match match, String from) {
        Object bound = match.bindings().get(from);
        ComposedString text = bound instanceof Expression expression ? ComposedString.of(expression) : null;
        if (text == null) {
            throw new IllegalArgumentException(
                    "$" + from + " is no text that is composed in a way that can be followed");
        }
        return text;
    }

    private static List<ComposedString.Value> plainValues(Match match, String from) {
        List<ComposedString.Value> values = composed(match, from).values();
        for (ComposedString.Value value : values) {
            if (!value.isPlain()) {
                throw new IllegalArgumentException(
                        value.expression().sourceText() + " is formatted, which a parameter cannot be");
            }
        }
        return values;
    }

    private Value template(YamlMap yaml) {
        String from = source(yaml, "template-of");
        Map<String, String> placeholders = new LinkedHashMap<>();
        if (yaml.isMap("placeholder")) {
            YamlMap map = yaml.map("placeholder", null);
            map.keys().forEach(module -> placeholders.put(module, map.text(module)));
        } else {
            placeholders.put("", yaml.text("placeholder"));
        }
        return (match, context) -> {
            plainValues(match, from);
            String placeholder = placeholder(placeholders, context);
            return Snippet.expression(
                            literal(match, from, placeholder), context.file().level())
                    .build();
        };
    }

    private static String literal(Match match, String from, String placeholder) {
        StringBuilder text = new StringBuilder();
        for (ComposedString.Part part : composed(match, from).parts()) {
            if (part instanceof ComposedString.Text literal) {
                if (literal.text().contains(placeholder)) {
                    throw new IllegalArgumentException("the text contains " + placeholder + " already");
                }
                boolean isPercent = placeholder.startsWith("%");
                text.append(isPercent ? literal.text().replace("%", "%%") : literal.text());
            } else {
                text.append(placeholder);
            }
        }
        return ComposedString.literal(text.toString());
    }

    private static String placeholder(Map<String, String> placeholders, RecipeContext context) {
        String found = null;
        for (Map.Entry<String, String> entry : placeholders.entrySet()) {
            if (entry.getKey().isEmpty() || context.imports(entry.getKey())) {
                if (found != null && !found.equals(entry.getValue())) {
                    throw new IllegalArgumentException("the file imports several of "
                            + String.join(", ", placeholders.keySet()) + ", whose placeholders differ");
                }
                found = entry.getValue();
            }
        }
        if (found == null) {
            throw new IllegalArgumentException("the file imports none of " + String.join(", ", placeholders.keySet()));
        }
        return found;
    }
}
