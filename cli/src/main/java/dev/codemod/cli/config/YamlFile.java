package dev.codemod.cli.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads {@code codemod.yaml}; YAML 1.2, in which only {@code true} and {@code false} are no texts. */
final class YamlFile {
    private static final String EACH = "each of ";

    private final String file;

    private YamlFile(String file) {
        this.file = file;
    }

    /**
     * Returns the file's table; an empty file is an empty table.
     *
     * @param file the name of the file in messages
     */
    static ConfigTable read(String file, String text) throws ConfigException {
        YamlFile reader = new YamlFile(file);
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file)
                    .setAllowNonScalarKeys(true)
                    .build();
            Node root = new Compose(settings).composeString(text).orElse(null);
            return root == null
                    ? new ConfigTable()
                    : reader.value(root, "the configuration", 0).table();
        } catch (MarkedYamlEngineException e) {
            throw ConfigException.notReadable(reader.place(e.getProblemMark()), "YAML", e.getProblem());
        } catch (YamlEngineException e) {
            throw ConfigException.notReadable(file + ":1:1", "YAML", e.getMessage());
        }
    }

    private ConfigValue value(Node node, String key, int depth) throws ConfigException {
        String place = place(node.getStartMark());
        // Aliases can make a value contain itself.
        if (depth > 16) {
            throw new ConfigException(place + ": the value contains itself, or is nested too deeply");
        }
        if (node instanceof MappingNode mapping) {
            return new ConfigValue(table(mapping, depth), key, place);
        }
        if (node instanceof SequenceNode sequence) {
            List<ConfigValue> elements = new ArrayList<>();
            for (Node element : sequence.getValue()) {
                elements.add(value(element, key.startsWith(EACH) ? key : EACH + key, depth + 1));
            }
            return new ConfigValue(elements, key, place);
        }
        return new ConfigValue(scalar((ScalarNode) node), key, place);
    }

    private ConfigTable table(MappingNode mapping, int depth) throws ConfigException {
        ConfigTable table = new ConfigTable();
        for (NodeTuple tuple : mapping.getValue()) {
            String place = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new ConfigException(place + ": a key must be a text");
            }
            if (table.get(key.getValue()) != null) {
                throw new ConfigException(place + ": the key " + key.getValue() + " is there twice");
            }
            table.put(key.getValue(), place, value(tuple.getValueNode(), key.getValue(), depth + 1));
        }
        return table;
    }

    private static Object scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        if (node.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (node.getTag().equals(Tag.FLOAT)) {
            return number(text);
        }
        if (node.getTag().equals(Tag.INT)) {
            return text.matches("[-+]?[0-9]{1,18}") ? (Object) Long.valueOf(text) : number(text);
        }
        return text;
    }

    /** Returns a number that is not a whole one of usual size, and shows as it was written. */
    private static Number number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private String place(Optional<Mark> mark) {
        return mark.map(at -> file + ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1))
                .orElse(file + ":1:1");
    }
}
