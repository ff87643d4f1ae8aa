package dev.codemod.codemod;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The literals without which a codemod can do nothing to a file: a conjunction of alternatives.
 *
 * <p>A file that lacks them is never decoded or parsed. {@code anyOf("async").and("sleep", "requests")} needs the word
 * {@code async} and one of the other two, anywhere in the bytes.
 */
public final class Prefilter {
    /** The bytes of all literals of a group, at most. */
    private static final int MOST_BYTES = 16_384;

    private static final Prefilter ALWAYS = new Prefilter(List.of(), Set.of(), null);

    /**
     * Alternatives.
     *
     * @param literals a file may have one of them
     * @param files or be one of these
     */
    record Group(List<byte[]> literals, Set<String> files) {
        boolean isEmpty() {
            return literals.isEmpty() && files.isEmpty();
        }

        private boolean isSubsetOf(Group other) {
            return other.files.containsAll(files) && other.hasLiteralsOf(this);
        }

        private boolean hasLiteralsOf(Group other) {
            return other.literals.stream()
                    .allMatch(literal -> literals.stream().anyMatch(one -> Arrays.equals(literal, one)));
        }
    }

    private final List<Group> groups;
    private final Set<String> files;

    /** The only files that may pass for what they hold; null if all may. */
    private final Set<String> only;

    private Prefilter(List<Group> groups, Set<String> files, Set<String> only) {
        this.groups = groups;
        this.files = files;
        this.only = only;
    }

    /** Returns the filter that lets every file pass. */
    public static Prefilter always() {
        return ALWAYS;
    }

    /** Returns a filter that needs at least one of the literals; with none it lets no file pass. */
    public static Prefilter anyOf(String... literals) {
        return ALWAYS.and(literals);
    }

    /** Returns a filter that needs at least one of the literals; with none it lets no file pass. */
    public static Prefilter anyOf(Iterable<String> literals) {
        List<String> list = new ArrayList<>();
        literals.forEach(list::add);
        return anyOf(list.toArray(new String[0]));
    }

    /**
     * Returns a filter that needs at least one of the literals besides what this one needs. Thousands of literals are in
     * nearly every file: so many are not looked for, and the filter lets more files pass than it would have to.
     */
    public Prefilter and(String... literals) {
        return andFilesOr(Set.of(), literals);
    }

    /**
     * Returns a filter that needs, besides what this one needs, that the file is one of some files or has one of the
     * literals. Files count where they are chosen for their facts, in {@link ProjectCodemod#usesPrefilter}.
     *
     * @param paths the files, as they were given to the run
     */
    public Prefilter andFilesOr(Collection<String> paths, String... literals) {
        List<byte[]> bytes = Arrays.stream(literals)
                .map(literal -> literal.getBytes(StandardCharsets.UTF_8))
                .toList();
        if (bytes.stream().mapToInt(literal -> literal.length).sum() > MOST_BYTES) {
            return this;
        }
        List<Group> all = new ArrayList<>(groups);
        all.add(new Group(bytes, Set.copyOf(paths)));
        return new Prefilter(Collections.unmodifiableList(all), files, only);
    }

    /**
     * Returns a filter that lets certain files pass whatever they hold. It counts where files are chosen for their facts,
     * in {@link ProjectCodemod#usesPrefilter}.
     *
     * @param paths the files, as they were given to the run
     */
    public Prefilter orFiles(Collection<String> paths) {
        Set<String> all = new HashSet<>(files);
        all.addAll(paths);
        return new Prefilter(groups, Collections.unmodifiableSet(all), only);
    }

    /** Returns whether a file passes whatever it holds. */
    boolean names(String path) {
        return files.contains(path);
    }

    /**
     * Returns a filter for the files that did not pass an earlier one: if it differs in its files alone, no others need be
     * looked at.
     */
    Prefilter after(Prefilter earlier) {
        if (groups.size() != earlier.groups.size()) {
            return this;
        }
        Set<String> changed = new HashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            Group before = earlier.groups.get(i);
            if (!before.hasLiteralsOf(groups.get(i))) {
                return this;
            }
            groups.get(i).files().stream()
                    .filter(file -> !before.files().contains(file))
                    .forEach(changed::add);
        }
        return new Prefilter(groups, files, Collections.unmodifiableSet(changed));
    }

    /** Returns whether a file may pass, as far as its path tells. */
    boolean mayPass(String path) {
        return names(path) || !hasNoLiterals() && (only == null || only.contains(path));
    }

    /** Returns whether no file passes for what it holds. */
    boolean hasNoLiterals() {
        return groups.stream().anyMatch(Group::isEmpty);
    }

    /** Returns the alternatives of which a file has none, or null if nothing is missing. */
    List<String> missingIn(String path, byte[] bytes) {
        for (Group group : groups) {
            boolean isThere = group.files().contains(path)
                    || group.literals().stream().anyMatch(literal -> contains(bytes, literal));
            if (!isThere) {
                return group.literals().stream()
                        .map(literal -> new String(literal, StandardCharsets.UTF_8))
                        .toList();
            }
        }
        return null;
    }

    private static boolean contains(byte[] bytes, byte[] literal) {
        for (int i = 0; i + literal.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + literal.length, literal, 0, literal.length)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether no file at all can pass, so that nothing need be read. */
    boolean isUnsatisfiable() {
        return hasNoLiterals() && files.isEmpty();
    }

    /** Returns whether every file that passes this filter passes the other one too, as far as the literals show. */
    boolean implies(Prefilter other) {
        boolean hasFiles = other.groups.isEmpty() || other.files.containsAll(files);
        return hasFiles
                && other.groups.stream().allMatch(group -> groups.stream().anyMatch(own -> own.isSubsetOf(group)));
    }

    /** The groups of alternatives, each of which must have a member in the file. */
    List<Group> groups() {
        return groups;
    }
}
