package dev.codemod.codemod;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Searches bytes for the literals of several {@link Prefilter}s in one pass.
 *
 * <p>Nearly all files lack a group of literals that every filter needs: a {@link QuickSearch} for the group with the
 * longest literals of each filter finds that out before the automaton starts.
 *
 * <h2>Layout</h2>
 *
 * <p>An Aho-Corasick automaton as one table of {@code char}s: row {@code state}, one column for each class of bytes.
 * Bytes that occur in no literal share class 0, so that the table of a hundred literals is a few ten kilobytes and
 * stays in the cache. States are numbered so that those in which a literal ends come last: the inner loop compares the
 * state with one bound and leaves the fast path only on a hit. A literal that was found is ticked off, and the search
 * ends when every filter is decided.
 */
final class LiteralSearch {
    private final List<Prefilter> filters;
    private final byte[] classes = new byte[256];
    private final int classCount;
    private final char[] next;
    private final int firstHit;
    private final int[][] found;
    private final int[][] groupsOfLiteral;
    private final int[] filterOfGroup;
    private final List<Prefilter.Group> groups = new ArrayList<>();
    private final List<List<TextSketch.Literal>> sketchedGroups;
    private final int[] groupCounts;

    /** Finds nothing in bytes that no filter with groups lets pass; null if literals are too short for it. */
    private final QuickSearch quick;

    LiteralSearch(List<Prefilter> filters) {
        this.filters = List.copyOf(filters);
        List<byte[]> literals = new ArrayList<>();
        List<List<Integer>> groupLists = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        this.groupCounts = new int[filters.size()];
        collect(literals, groupLists, owners);
        this.groupsOfLiteral = groupLists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.filterOfGroup = owners.stream().mapToInt(Integer::intValue).toArray();
        this.sketchedGroups = groups.stream()
                .map(group ->
                        group.literals().stream().map(TextSketch.Literal::new).toList())
                .toList();
        this.classCount = classify(literals);
        Automaton automaton = new Automaton(literals, classes, classCount);
        this.next = automaton.table();
        this.firstHit = automaton.firstHit();
        this.found = automaton.hits();
        List<byte[]> needed = neededLiterals(filters);
        boolean isQuick = needed != null && shortest(needed) >= QuickSearch.SHORTEST_USEFUL;
        this.quick = isQuick ? new QuickSearch(needed) : null;
    }

    /**
     * Returns the literals of one group of every filter: that whose shortest literal is the longest; null if a filter has
     * no group that literals alone decide.
     */
    private static List<byte[]> neededLiterals(List<Prefilter> filters) {
        List<byte[]> needed = new ArrayList<>();
        for (Prefilter filter : filters) {
            List<byte[]> best = null;
            for (Prefilter.Group group : filter.groups()) {
                boolean isLonger = best == null || shortest(group.literals()) > shortest(best);
                if (group.files().isEmpty() && isLonger) {
                    best = group.literals();
                }
            }
            if (best == null && !filter.groups().isEmpty()) {
                return null;
            }
            if (best != null) {
                needed.addAll(best);
            }
        }
        return needed;
    }

    private static int shortest(List<byte[]> literals) {
        return literals.stream().mapToInt(literal -> literal.length).min().orElse(Short.MAX_VALUE);
    }

    private void collect(List<byte[]> literals, List<List<Integer>> groupLists, List<Integer> owners) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int filter = 0; filter < filters.size(); filter++) {
            for (Prefilter.Group group : filters.get(filter).groups()) {
                int groupNumber = owners.size();
                owners.add(filter);
                groupCounts[filter]++;
                groups.add(group);
                for (byte[] literal : group.literals()) {
                    int number = numbers.computeIfAbsent(new String(literal, StandardCharsets.ISO_8859_1), key -> {
                        literals.add(literal);
                        groupLists.add(new ArrayList<>());
                        return literals.size() - 1;
                    });
                    groupLists.get(number).add(groupNumber);
                }
            }
        }
    }

    private int classify(List<byte[]> literals) {
        int count = 1;
        for (byte[] literal : literals) {
            for (byte b : literal) {
                if (classes[b & 0xFF] == 0) {
                    classes[b & 0xFF] = (byte) count++;
                }
            }
        }
        return count;
    }

    /** Returns whether a file may pass a filter, as far as a sketch of it tells. */
    boolean mayPass(String path, TextSketch sketch) {
        int group = 0;
        for (int filter = 0; filter < groupCounts.length; filter++) {
            boolean passes = true;
            for (int i = 0; i < groupCounts[filter]; i++, group++) {
                passes = passes && (groups.get(group).files().contains(path) || mayHave(sketch, group));
            }
            if (passes) {
                return true;
            }
        }
        return false;
    }

    private boolean mayHave(TextSketch sketch, int group) {
        for (TextSketch.Literal literal : sketchedGroups.get(group)) {
            if (sketch.mayHave(literal)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns, for every filter in the order of the constructor, whether a file passes it.
     *
     * @param path the file, as it was given to the run
     */
    boolean[] search(String path, byte[] bytes) {
        boolean[] passes = new boolean[filters.size()];
        int[] missing = groupCounts.clone();
        boolean[] groupDone = new boolean[filterOfGroup.length];
        for (int group = 0; group < groupDone.length; group++) {
            if (groups.get(group).files().contains(path)) {
                groupDone[group] = true;
                missing[filterOfGroup[group]]--;
            }
        }
        int undecided = 0;
        for (int i = 0; i < missing.length; i++) {
            passes[i] = missing[i] == 0;
            undecided += passes[i] || filters.get(i).isUnsatisfiable() ? 0 : 1;
        }
        if (undecided == 0 || quick != null && !quick.isAnyIn(bytes)) {
            return passes;
        }
        final byte[] classOf = classes;
        final char[] table = next;
        final int columns = classCount;
        final int bound = firstHit;
        int state = 0;
        for (byte b : bytes) {
            state = table[state * columns + (classOf[b & 0xFF] & 0xFF)];
            if (state >= bound) {
                undecided -= tick(found[state - bound], groupDone, missing, passes);
                if (undecided == 0) {
                    return passes;
                }
            }
        }
        return passes;
    }

    /** Ticks off the groups of the literals that end here and returns the number of filters that pass because of it. */
    private int tick(int[] literals, boolean[] groupDone, int[] missing, boolean[] passes) {
        int decided = 0;
        for (int literal : literals) {
            for (int group : groupsOfLiteral[literal]) {
                if (!groupDone[group]) {
                    groupDone[group] = true;
                    int filter = filterOfGroup[group];
                    missing[filter]--;
                    if (missing[filter] == 0) {
                        passes[filter] = true;
                        decided++;
                    }
                }
            }
        }
        return decided;
    }

    /** Builds the automaton; see the layout above. */
    private static final class Automaton {
        private final int columns;
        private final List<int[]> rows = new ArrayList<>();
        private final List<List<Integer>> ends = new ArrayList<>();
        private int[] fallback;
        private int[] renumbered;
        private int hitless;

        Automaton(List<byte[]> literals, byte[] classes, int columns) {
            this.columns = columns;
            newState();
            for (int i = 0; i < literals.size(); i++) {
                int state = 0;
                for (byte b : literals.get(i)) {
                    int[] row = rows.get(state);
                    int column = classes[b & 0xFF] & 0xFF;
                    if (row[column] < 0) {
                        row[column] = newState();
                    }
                    state = row[column];
                }
                ends.get(state).add(i);
            }
            if (rows.size() > Character.MAX_VALUE) {
                throw new IllegalArgumentException("too many literals: " + literals.size());
            }
            complete();
            renumber();
        }

        private int newState() {
            int[] row = new int[columns];
            Arrays.fill(row, -1);
            rows.add(row);
            ends.add(new ArrayList<>());
            return rows.size() - 1;
        }

        /** Fills the missing transitions breadth-first from those of the longest proper suffix. */
        private void complete() {
            fallback = new int[rows.size()];
            Deque<Integer> open = new ArrayDeque<>();
            for (int column = 0; column < columns; column++) {
                int target = rows.get(0)[column];
                if (target < 0) {
                    rows.get(0)[column] = 0;
                } else {
                    open.add(target);
                }
            }
            while (!open.isEmpty()) {
                int state = open.remove();
                ends.get(state).addAll(ends.get(fallback[state]));
                for (int column = 0; column < columns; column++) {
                    int target = rows.get(state)[column];
                    int shortcut = rows.get(fallback[state])[column];
                    if (target < 0) {
                        rows.get(state)[column] = shortcut;
                    } else {
                        fallback[target] = shortcut;
                        open.add(target);
                    }
                }
            }
        }

        private void renumber() {
            renumbered = new int[rows.size()];
            hitless = (int) ends.stream().filter(List::isEmpty).count();
            int quiet = 0;
            int hit = hitless;
            for (int state = 0; state < rows.size(); state++) {
                renumbered[state] = ends.get(state).isEmpty() ? quiet++ : hit++;
            }
        }

        char[] table() {
            char[] table = new char[rows.size() * columns];
            for (int state = 0; state < rows.size(); state++) {
                for (int column = 0; column < columns; column++) {
                    table[renumbered[state] * columns + column] = (char) renumbered[rows.get(state)[column]];
                }
            }
            return table;
        }

        int firstHit() {
            return hitless;
        }

        int[][] hits() {
            int[][] hits = new int[rows.size() - hitless][];
            for (int state = 0; state < rows.size(); state++) {
                if (!ends.get(state).isEmpty()) {
                    hits[renumbered[state] - hitless] =
                            ends.get(state).stream().mapToInt(Integer::intValue).toArray();
                }
            }
            return hits;
        }
    }
}
