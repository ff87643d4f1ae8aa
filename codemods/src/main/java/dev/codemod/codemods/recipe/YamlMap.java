package dev.codemod.codemods.recipe;

import dev.codemod.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of a YAML file that knows where everything stands. */
final class YamlMap {
    private final String file;
    private final List<String> lines;
    private final Node node;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();

    /**
     * Creates a mapping.
     *
     * @param known the keys that it may have, or null for any
     */
    private YamlMap(String file, List<String> lines, Node node, Set<String> known) {
        this.file = file;
        this.lines = lines;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            String keysText = known == null ? "" : ", with the keys " + String.join(", ", known);
            throw error(node, "a mapping is expected here" + keysText);
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (known != null && !known.contains(key)) {
                throw error(tuple.getKeyNode(), "unknown key " + key + suggestion(key, known));
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw error(tuple.getKeyNode(), "the key " + key + " is there twice");
            }
            keys.put(key, tuple.getKeyNode());
        }
    }

    /** Reads a file that is one mapping. */
    static YamlMap read(String file, String text, Set<String> known) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            Node root = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new RecipeException(file + ":1:1", "the file is empty"));
            return new YamlMap(file, text.lines().toList(), root, known);
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .map(mark -> file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                    .orElse(file);
            throw new RecipeException(place, e.getProblem());
        }
    }

    /** Returns what to add to a message about an unknown word. */
    static String suggestion(String word, Set<String> known) {
        String suggestion = Suggestion.forWord(word, known);
        return suggestion.isEmpty() ? "; it is one of " + String.join(", ", known) : suggestion;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Returns the keys in their order. */
    Set<String> keys() {
        return values.keySet();
    }

    boolean isText(String key) {
        return values.get(key) instanceof ScalarNode;
    }

    boolean isMap(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** Returns the text of a key that must be there. */
    String text(String key) {
        if (!has(key)) {
            throw error(node, "the key " + key + " is missing");
        }
        return scalar(values.get(key));
    }

    /** Returns the text of a key, or another one if it is not there. */
    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    /** Returns the text of a key that must be one of some words. */
    String word(String key, Set<String> words, String otherwise) {
        String word = text(key, otherwise);
        if (!words.contains(word)) {
            throw error(key, key + " is " + String.join(", ", words) + ", not " + word);
        }
        return word;
    }

    /** Returns whether a key says true. */
    boolean flag(String key, boolean otherwise) {
        return word(key, RecipeKeys.set("true", "false"), String.valueOf(otherwise))
                .equals("true");
    }

    /** Returns the number of a key. */
    int number(String key, int otherwise) {
        try {
            return Integer.parseInt(text(key, String.valueOf(otherwise)));
        } catch (NumberFormatException e) {
            throw error(key, key + " is a number, not " + text(key));
        }
    }

    /** Returns the mapping of a key. */
    YamlMap map(String key, Set<String> known) {
        return new YamlMap(file, lines, values.get(key), known);
    }

    /** Returns the mappings in the list of a key, none if it is not there. */
    List<YamlMap> maps(String key, Set<String> known) {
        List<YamlMap> result = new ArrayList<>();
        for (Node element : elements(key)) {
            result.add(new YamlMap(file, lines, element, known));
        }
        return result;
    }

    /** Returns the texts in the list of a key, none if it is not there; a single text is a list of one. */
    List<String> texts(String key) {
        if (isText(key)) {
            return List.of(text(key));
        }
        List<String> result = new ArrayList<>();
        for (Node element : elements(key)) {
            result.add(scalar(element));
        }
        return result;
    }

    private List<Node> elements(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (values.get(key) instanceof SequenceNode list) {
            return list.getValue();
        }
        throw error(values.get(key), key + " must be a list");
    }

    private String scalar(Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error(value, "a text is expected here");
    }

    /** Returns the error that the value of a key is wrong. */
    RecipeException error(String key, String message) {
        return error(values.getOrDefault(key, node), message);
    }

    /** Returns the error that a key is wrong here. */
    RecipeException keyError(String key, String message) {
        return error(keys.getOrDefault(key, node), message);
    }

    /** Returns the error that an element of the list of a key is wrong. */
    RecipeException error(String key, int element, String message) {
        boolean isList = values.get(key) instanceof SequenceNode;
        return error(isList ? elements(key).get(element) : values.get(key), message);
    }

    /**
     * Returns the error that the text of a key is wrong at a place.
     *
     * @param line the 1-based line in the text
     * @param column the 1-based column in the line
     */
    RecipeException error(String key, int line, int column, String message) {
        Node value = values.get(key);
        Mark mark = value.getStartMark().orElse(null);
        if (mark == null || !(value instanceof ScalarNode scalar)) {
            return error(key, message);
        }
        if (scalar.getScalarStyle() == ScalarStyle.LITERAL) {
            int first = mark.getLine() + 1;
            while (first < lines.size() && lines.get(first).isBlank()) {
                first++;
            }
            int indent = first < lines.size()
                    ? lines.get(first).length()
                            - lines.get(first).stripLeading().length()
                    : 0;
            return new RecipeException(file + ":" + (first + line) + ":" + (indent + column), message);
        }
        int quote = scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
        boolean isOneLine = value.getEndMark().map(Mark::getLine).orElse(-1) == mark.getLine();
        return isOneLine && line == 1
                ? new RecipeException(
                        file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + quote + column), message)
                : error(key, message);
    }

    private RecipeException error(Node at, String message) {
        return new RecipeException(place(at), message);
    }

    /** Returns where the value of a key stands, {@code file:line:column}. */
    String place(String key) {
        return place(values.getOrDefault(key, node));
    }

    /** Returns where the mapping stands. */
    String place() {
        return place(node);
    }

    private String place(Node at) {
        return at.getStartMark()
                .map(mark -> file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                .orElse(file);
    }
}
