package dev.codemod.cli.config;

import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads {@code pyproject.toml}. */
final class TomlFile {
    private static final String TABLE = "tool.codemod";

    private final String file;

    private TomlFile(String file) {
        this.file = file;
    }

    /**
     * Returns the table {@code [tool.codemod]}, or null if the file has none.
     *
     * @param file the name of the file in messages
     */
    static ConfigTable read(String file, String text) throws ConfigException {
        TomlFile reader = new TomlFile(file);
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError error = result.errors().get(0);
            throw ConfigException.notReadable(reader.place(error.position()), "TOML", error.getMessage());
        }
        Object tool = result.get(List.of("tool"));
        Object table = tool instanceof TomlTable tools ? tools.get(List.of("codemod")) : null;
        return table == null
                ? null
                : reader.value(table, TABLE, reader.place(result.inputPositionOf(TABLE)))
                        .table();
    }

    private ConfigValue value(Object value, String key, String place) {
        if (value instanceof TomlTable table) {
            ConfigTable converted = new ConfigTable();
            for (String name : table.keySet()) {
                String namePlace = place(table.inputPositionOf(List.of(name)));
                converted.put(name, namePlace, value(table.get(List.of(name)), name, namePlace));
            }
            return new ConfigValue(converted, key, place);
        }
        if (value instanceof TomlArray array) {
            List<ConfigValue> elements = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                elements.add(value(array.get(i), "each of " + key, place(array.inputPositionOf(i))));
            }
            return new ConfigValue(elements, key, place);
        }
        return new ConfigValue(value, key, place);
    }

    private String place(TomlPosition position) {
        return position == null ? file + ":1:1" : file + ":" + position.line() + ":" + position.column();
    }
}
