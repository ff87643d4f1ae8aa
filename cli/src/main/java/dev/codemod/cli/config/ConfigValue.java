package dev.codemod.cli.config;

import java.util.ArrayList;
import java.util.List;

/**
 * One value of a configuration file.
 *
 * @param value a String, Boolean, Long, {@code List<ConfigValue>} or {@link ConfigTable}; anything else is of no use
 * @param key the name of the value in messages
 * @param place where it stands: {@code file:line:column}
 */
record ConfigValue(Object value, String key, String place) {
    /** Returns the error that this value is wrong. */
    ConfigException error(String message) {
        return new ConfigException(place + ": " + message);
    }

    String text() throws ConfigException {
        if (value instanceof String text) {
            return text;
        }
        throw wrongType(value instanceof Number ? "a text; write it in quotes" : "a text");
    }

    boolean flag() throws ConfigException {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrongType("true or false");
    }

    long number() throws ConfigException {
        if (value instanceof Long number) {
            return number;
        }
        throw wrongType("a whole number");
    }

    ConfigTable table() throws ConfigException {
        if (value instanceof ConfigTable table) {
            return table;
        }
        throw wrongType("a table");
    }

    /** Returns the elements of a list of texts. */
    List<ConfigValue> texts() throws ConfigException {
        if (!(value instanceof List<?> list)) {
            throw wrongType("a list of texts");
        }
        List<ConfigValue> texts = new ArrayList<>();
        for (Object element : list) {
            ConfigValue text = (ConfigValue) element;
            text.text();
            texts.add(text);
        }
        return texts;
    }

    /** Returns a value that stands for itself as text: a text, a number, true or false. */
    String scalar() throws ConfigException {
        if (value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value.toString();
        }
        throw wrongType("a text, a whole number, true or false");
    }

    private ConfigException wrongType(String expected) {
        return error(key + " must be " + expected + ", not " + kind());
    }

    private String kind() {
        if (value instanceof String) {
            return "a text";
        }
        if (value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Number) {
            return "the number " + value;
        }
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof ConfigTable ? "a table" : value == null ? "nothing" : "a date or time";
    }
}
