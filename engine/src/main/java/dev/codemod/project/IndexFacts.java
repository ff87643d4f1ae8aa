package dev.codemod.project;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * What the files of a project, or of a part of it, say: the facts of many files, by path.
 *
 * <p>Immutable and serialisable. {@link #merge} is associative, commutative and idempotent, with {@link #NONE} as its
 * neutral element, so that the order of files, the number of workers and splits of the project do not matter.
 */
public final class IndexFacts implements Serializable {
    /** The facts of no file at all. */
    public static final IndexFacts NONE = new IndexFacts(List.of(), List.of(), List.of());

    private static final long serialVersionUID = 1;

    /** Sorted by path, one for each. */
    private final List<ModuleFacts> modules;

    /** Files without a tree, sorted. */
    private final List<UnreadableFile> unreadable;

    /** All files of the project that are known to be there, as far as somebody said so; sorted. */
    private final List<String> paths;

    private IndexFacts(List<ModuleFacts> modules, List<UnreadableFile> unreadable, List<String> paths) {
        this.modules = modules;
        this.unreadable = unreadable;
        this.paths = paths;
    }

    /** Returns the facts of one file. */
    public static IndexFacts of(ModuleFacts module) {
        return new IndexFacts(List.of(requireNonNull(module, "module is null")), List.of(), List.of());
    }

    /**
     * Returns the facts of a file without a tree, and nobody knows its text: it may use anything.
     *
     * @param path the file, relative to the project's root, with slashes
     */
    public static IndexFacts unreadable(String path) {
        return unreadable(path, null);
    }

    /**
     * Returns the facts of a file without a tree: it has a syntax error, and may use everything whose name occurs in it.
     *
     * @param path the file, relative to the project's root, with slashes
     * @param bytes its contents; null if they cannot be read
     */
    public static IndexFacts unreadable(String path, byte[] bytes) {
        return new IndexFacts(List.of(), List.of(UnreadableFile.of(path, bytes)), List.of());
    }

    /**
     * Returns the fact that files are there: they can be imported, and decide which names modules have, also if nobody
     * looked into them.
     *
     * @param paths the files, relative to the project's root, with slashes; other files than Python's may be among them
     */
    public static IndexFacts paths(Collection<String> paths) {
        return new IndexFacts(List.of(), List.of(), List.copyOf(new TreeSet<>(paths)));
    }

    /** Returns the facts of both sets of files. */
    public IndexFacts merge(IndexFacts other) {
        if (isEmpty() || other == this) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        return new IndexFacts(
                union(modules, other.modules, Comparator.comparing(ModuleFacts::path)),
                union(unreadable, other.unreadable, Comparator.comparing(UnreadableFile::path)),
                union(paths, other.paths, Comparator.naturalOrder()));
    }

    private boolean isEmpty() {
        return modules.isEmpty() && unreadable.isEmpty() && paths.isEmpty();
    }

    /** Merges two sorted lists; of two elements with one key the greater one stays. */
    private static <T extends Comparable<? super T>> List<T> union(List<T> left, List<T> right, Comparator<T> byKey) {
        if (left.isEmpty() || left == right) {
            return right;
        }
        if (right.isEmpty()) {
            return left;
        }
        List<T> all = new ArrayList<>(left.size() + right.size());
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            T first = left.get(i);
            T second = right.get(j);
            int order = byKey.compare(first, second);
            if (order == 0) {
                all.add(first.compareTo(second) >= 0 ? first : second);
                i++;
                j++;
            } else {
                all.add(order < 0 ? first : second);
                i += order < 0 ? 1 : 0;
                j += order < 0 ? 0 : 1;
            }
        }
        all.addAll(left.subList(i, left.size()));
        all.addAll(right.subList(j, right.size()));
        return Collections.unmodifiableList(all);
    }

    /** Returns the facts of the files, by path. */
    public List<ModuleFacts> modules() {
        return modules;
    }

    /** Returns the files without a tree, sorted; one of which somebody else has facts is not among them. */
    public List<String> unreadable() {
        return unreadableFiles().stream().map(UnreadableFile::path).toList();
    }

    List<UnreadableFile> unreadableFiles() {
        List<UnreadableFile> without = new ArrayList<>();
        for (UnreadableFile file : unreadable) {
            if (module(file.path()) == null) {
                without.add(file);
            }
        }
        return without;
    }

    /** Returns the facts of a file, or null if there are none. */
    public ModuleFacts module(String path) {
        int low = 0;
        int high = modules.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = modules.get(middle).path().compareTo(path);
            if (order == 0) {
                return modules.get(middle);
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return null;
    }

    /** Returns all files that are known to be there, sorted. */
    public List<String> paths() {
        Comparator<String> order = Comparator.naturalOrder();
        List<String> withoutTree = unreadable.stream().map(UnreadableFile::path).toList();
        List<String> read = modules.stream().map(ModuleFacts::path).toList();
        return union(union(paths, read, order), withoutTree, order);
    }

    @Override
    public boolean equals(Object object) {
        return object == this
                || object instanceof IndexFacts other
                        && modules.equals(other.modules)
                        && unreadable.equals(other.unreadable)
                        && paths.equals(other.paths);
    }

    @Override
    public int hashCode() {
        return Arrays.asList(modules, unreadable, paths).hashCode();
    }

    @Override
    public String toString() {
        return modules.size() + " modules, " + unreadable.size() + " unreadable";
    }
}
