package dev.codemod.match;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Call;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.Expression;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a text apart that {@code %} or {@code str.format} fills. Everything is used once and in order, or it is not
 * followed, and the answer is null.
 *
 * <p>Syntax: library reference, "printf-style String Formatting" and "Format String Syntax".
 */
final class FormatReader {
    private static final Pattern DIRECTIVE =
            Pattern.compile("%(?:\\((\\w+)\\))?([#0\\- +]*\\d*(?:\\.\\d*)?)[hlL]?([diouxXeEfFgGcrsa%])");
    private static final Pattern FIELD = Pattern.compile("\\{(\\w*)(?:!([rsa]))?(?::([^{}]*))?\\}");

    private final String text;
    private final List<ComposedString.Part> parts = new ArrayList<>();

    FormatReader(String text) {
        this.text = text;
    }

    /** Returns the parts of {@code text % right}. */
    List<ComposedString.Part> percent(Expression right) {
        Map<String, Expression> values = percentValues(right);
        if (values == null) {
            return null;
        }
        List<String> used = new ArrayList<>();
        int i = 0;
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', i)) {
            addText(text.substring(i, at));
            Matcher directive = DIRECTIVE.matcher(text).region(at, text.length());
            if (!directive.lookingAt()) {
                return null;
            }
            i = directive.end();
            char type = directive.group(3).charAt(0);
            if (type == '%') {
                if (i - at != 2) {
                    return null;
                }
                addText("%");
                continue;
            }
            String key = directive.group(1) == null ? String.valueOf(used.size()) : directive.group(1);
            used.add(key);
            if (!addDirective(values.get(key), directive.group(2), type)) {
                return null;
            }
        }
        addText(text.substring(i));
        return used.equals(List.copyOf(values.keySet())) ? parts : null;
    }

    private boolean addDirective(Expression value, String flags, char type) {
        if (value == null) {
            return false;
        }
        boolean isPlain = flags.isEmpty() && (type == 's' || type == 'r' || type == 'a');
        char conversion = isPlain && type != 's' ? type : 0;
        parts.add(new ComposedString.Value(value, conversion, isPlain ? "" : "%" + flags + type));
        return true;
    }

    /** Returns what fills the directives, by name or number. */
    private static Map<String, Expression> percentValues(Expression right) {
        Map<String, Expression> values = new LinkedHashMap<>();
        if (right instanceof DictDisplay display) {
            for (DictItem item : display.items()) {
                String key = item instanceof KeyValue pair ? ComposedString.plainText(pair.key()) : null;
                if (key == null || values.put(key, ((KeyValue) item).value()) != null) {
                    return null;
                }
            }
            return values;
        }
        List<? extends Expression> all = right instanceof Tuple tuple ? tuple.elements() : List.of(right);
        for (Expression value : all) {
            if (value instanceof Starred) {
                return null;
            }
            values.put(String.valueOf(values.size()), value);
        }
        return values;
    }

    /** Returns the parts of {@code text.format(...)}. */
    List<ComposedString.Part> format(Call call) {
        Map<String, Expression> values = formatValues(call);
        if (values == null) {
            return null;
        }
        List<String> used = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '{' && c != '}') {
                addText(String.valueOf(c));
                i++;
                continue;
            }
            if (i + 1 < text.length() && text.charAt(i + 1) == c) {
                addText(String.valueOf(c));
                i += 2;
                continue;
            }
            Matcher field = FIELD.matcher(text).region(i, text.length());
            if (!field.lookingAt()) {
                return null;
            }
            i = field.end();
            String key = field.group(1).isEmpty() ? String.valueOf(used.size()) : field.group(1);
            used.add(key);
            if (values.get(key) == null) {
                return null;
            }
            char conversion = field.group(2) == null ? 0 : field.group(2).charAt(0);
            String format = field.group(3) == null ? "" : field.group(3);
            parts.add(new ComposedString.Value(values.get(key), conversion, format));
        }
        return used.equals(List.copyOf(values.keySet())) ? parts : null;
    }

    private static Map<String, Expression> formatValues(Call call) {
        Map<String, Expression> values = new LinkedHashMap<>();
        for (Argument argument : call.arguments()) {
            if (argument instanceof Starred) {
                return null;
            }
            if (argument instanceof Keyword keyword) {
                if (keyword.name() == null) {
                    return null;
                }
                values.put(keyword.name().sourceText(), keyword.value());
            } else {
                values.put(String.valueOf(values.size()), (Expression) argument);
            }
        }
        return values;
    }

    private void addText(String literal) {
        if (!literal.isEmpty()) {
            parts.add(new ComposedString.Text(literal));
        }
    }
}
