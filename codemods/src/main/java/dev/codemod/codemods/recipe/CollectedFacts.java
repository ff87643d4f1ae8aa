package dev.codemod.codemods.recipe;

import dev.codemod.project.IndexFacts;
import dev.codemod.project.Lookup;
import dev.codemod.project.ProjectDefinition;
import dev.codemod.project.ProjectIndex;
import dev.codemod.semantics.Truth;
import java.io.Serializable;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the scan of a recipe collected: definitions, as {@code path:name}, and texts of literals.
 *
 * @param index what the files of the scan, and those that may use the definitions, say
 * @param definitions the collected definitions
 * @param texts the collected texts
 */
record CollectedFacts(IndexFacts index, TreeSet<String> definitions, TreeSet<String> texts) implements Serializable {
    static final CollectedFacts NONE = new CollectedFacts(IndexFacts.NONE, new TreeSet<>(), new TreeSet<>());

    static CollectedFacts of(IndexFacts index) {
        return new CollectedFacts(index, new TreeSet<>(), new TreeSet<>());
    }

    CollectedFacts merge(CollectedFacts other) {
        return new CollectedFacts(
                index.merge(other.index), union(definitions, other.definitions), union(texts, other.texts));
    }

    private static TreeSet<String> union(SortedSet<String> left, SortedSet<String> right) {
        TreeSet<String> all = new TreeSet<>(left);
        all.addAll(right);
        return all;
    }

    boolean isEmpty() {
        return definitions.isEmpty() && texts.isEmpty();
    }

    static String definition(String path, String name) {
        return path + ":" + name;
    }

    /** Returns the last parts of the names of the collected definitions, and the collected texts. */
    SortedSet<String> words() {
        TreeSet<String> words = new TreeSet<>(texts);
        for (String definition : definitions) {
            words.add(definition.substring(Math.max(definition.lastIndexOf(':'), definition.lastIndexOf('.')) + 1));
        }
        return words;
    }

    /**
     * Returns whether a name of a file means one of the collected definitions.
     *
     * @param all the index of these facts
     */
    Truth contains(ProjectIndex all, String path, String name) {
        if (index.module(path) == null) {
            return Truth.NO;
        }
        Lookup lookup = all.resolve(path, name);
        ProjectDefinition found = lookup.definition();
        if (found != null) {
            return Condition.truth(
                    definitions.contains(definition(found.path(), found.facts().name())));
        }
        return lookup.state() == Lookup.State.UNKNOWN ? Truth.UNKNOWN : Truth.NO;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof CollectedFacts other
                && definitions.equals(other.definitions)
                && texts.equals(other.texts)
                && index.equals(other.index);
    }

    @Override
    public int hashCode() {
        return Objects.hash(definitions, texts);
    }
}
