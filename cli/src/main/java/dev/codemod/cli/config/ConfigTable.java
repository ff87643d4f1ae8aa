package dev.codemod.cli.config;

import dev.codemod.source.Suggestion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** A table of a configuration file: keys with their values, in the order of the file. */
final class ConfigTable {
    private final Map<String, ConfigValue> values = new LinkedHashMap<>();
    private final Map<String, String> keyPlaces = new LinkedHashMap<>();

    /** Adds a key that is not there yet. */
    void put(String key, String keyPlace, ConfigValue value) {
        values.put(key, value);
        keyPlaces.put(key, keyPlace);
    }

    /** Returns the value of a key, or null if it is not there. */
    ConfigValue get(String key) {
        return values.get(key);
    }

    Collection<String> keys() {
        return values.keySet();
    }

    /** Returns where a key stands: {@code file:line:column}. */
    String keyPlace(String key) {
        return keyPlaces.get(key);
    }

    /**
     * Checks that all keys are known.
     *
     * @param kind what a key is, for the message: {@code unknown KIND x}
     */
    void requireKnown(String kind, Collection<String> known) throws ConfigException {
        for (String key : keys()) {
            if (!known.contains(key)) {
                String suggestion = Suggestion.forWord(key, known);
                String help = suggestion.isEmpty() ? "; known are " + String.join(", ", known) : suggestion;
                throw new ConfigException(keyPlace(key) + ": unknown " + kind + " " + key + help);
            }
        }
    }
}
