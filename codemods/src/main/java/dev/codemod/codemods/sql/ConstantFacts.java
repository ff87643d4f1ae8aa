package dev.codemod.codemods.sql;

import java.io.Serializable;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Constants of the project that queries of other files are composed of.
 *
 * @param wanted the names that are imported for queries
 * @param texts what the constants of these names are, by file and name
 */
record ConstantFacts(SortedSet<String> wanted, SortedMap<String, String> texts) implements Serializable {
    static final ConstantFacts NONE = new ConstantFacts(new TreeSet<>(), new TreeMap<>());

    static ConstantFacts wanted(SortedSet<String> names) {
        return new ConstantFacts(names, new TreeMap<>());
    }

    static String key(String path, String name) {
        return path + ":" + name;
    }

    boolean isEmpty() {
        return wanted.isEmpty() && texts.isEmpty();
    }

    ConstantFacts merge(ConstantFacts other) {
        SortedSet<String> allWanted = new TreeSet<>(wanted);
        allWanted.addAll(other.wanted);
        SortedMap<String, String> allTexts = new TreeMap<>(texts);
        allTexts.putAll(other.texts);
        return new ConstantFacts(allWanted, allTexts);
    }
}
