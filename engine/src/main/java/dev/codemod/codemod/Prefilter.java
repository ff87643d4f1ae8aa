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

    private static final Prefilter ALWAYS = new Prefilter(List.of(), Set.of());

    private final List<List<byte[]>> groups;
    private final Set<String> files;

    private Prefilter(List<List<byte[]>> groups, Set<String> files) {
        this.groups = groups;
        this.files = files;
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
        List<byte[]> group = Arrays.stream(literals)
                .map(literal -> literal.getBytes(StandardCharsets.UTF_8))
                .toList();
        if (group.stream().mapToInt(literal -> literal.length).sum() > MOST_BYTES) {
            return this;
        }
        List<List<byte[]>> all = new ArrayList<>(groups);
        all.add(group);
        return new Prefilter(Collections.unmodifiableList(all), files);
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
        return new Prefilter(groups, Collections.unmodifiableSet(all));
    }

    /** Returns whether a file passes whatever it holds. */
    boolean names(String path) {
        return files.contains(path);
    }

    /** Returns whether no file passes for what it holds. */
    boolean hasNoLiterals() {
        return groups.stream().anyMatch(List::isEmpty);
    }

    /** Returns the alternatives of which these bytes have none, or null if nothing is missing. */
    List<String> missingIn(byte[] bytes) {
        for (List<byte[]> group : groups) {
            boolean isThere = group.stream().anyMatch(literal -> contains(bytes, literal));
            if (!isThere) {
                return group.stream()
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
                && other.groups.stream().allMatch(group -> groups.stream().anyMatch(own -> isSubset(own, group)));
    }

    private static boolean isSubset(List<byte[]> literals, List<byte[]> others) {
        return literals.stream().allMatch(literal -> others.stream().anyMatch(other -> Arrays.equals(literal, other)));
    }

    /** The groups of alternatives, each of which must have a member in the file. */
    List<List<byte[]>> groups() {
        return groups;
    }
}
