package dev.codemod.codemods.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of a YAML file that knows where everything stands. */
final class YamlMap {
    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMap(String file, Node node, Set<String> known) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw error(node, "a mapping is expected here, with the keys " + String.join(", ", known));
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (!known.contains(key)) {
                throw error(tuple.getKeyNode(), "unknown key " + key + nearest(key, known));
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw error(tuple.getKeyNode(), "the key " + key + " is there twice");
            }
        }
    }

    /** Reads a file that is one mapping. */
    static YamlMap read(String file, String text, Set<String> known) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            Node root = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new RecipeException(file + ":1:1", "the file is empty"));
            return new YamlMap(file, root, known);
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .map(mark -> file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                    .orElse(file);
            throw new RecipeException(place, e.getProblem());
        }
    }

    private static String nearest(String key, Set<String> known) {
        String nearest = null;
        int best = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(key, candidate);
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return "; did you mean " + nearest + "?";
    }

    /** Counts the insertions, deletions and replacements between two words. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(cost, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Returns the text of a key that must be there. */
    String text(String key) {
        if (!has(key)) {
            throw error(node, "the key " + key + " is missing");
        }
        return scalar(values.get(key));
    }

    /** Returns the mapping of a key. */
    YamlMap map(String key, Set<String> known) {
        return new YamlMap(file, values.get(key), known);
    }

    /** Returns the mappings in the list of a key, none if it is not there. */
    List<YamlMap> maps(String key, Set<String> known) {
        List<YamlMap> result = new ArrayList<>();
        for (Node element : elements(key)) {
            result.add(new YamlMap(file, element, known));
        }
        return result;
    }

    /** Returns the texts in the list of a key, none if it is not there. */
    List<String> texts(String key) {
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

    private RecipeException error(Node at, String message) {
        String place = at.getStartMark()
                .map(mark -> file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                .orElse(file);
        return new RecipeException(place, message);
    }
}
