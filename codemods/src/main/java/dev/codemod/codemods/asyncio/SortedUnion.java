package dev.codemod.codemods.asyncio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Lists that are sorted and have no element twice, and their union, made in linear time. */
final class SortedUnion {
    private SortedUnion() {}

    /** Returns elements in their order, each once. */
    static <T extends Comparable<? super T>> List<T> sorted(Collection<T> elements) {
        return List.copyOf(new TreeSet<>(elements));
    }

    /** Returns the union of two sorted lists. */
    static <T extends Comparable<? super T>> List<T> of(List<T> left, List<T> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        List<T> all = new ArrayList<>(left.size() + right.size());
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            int order = left.get(i).compareTo(right.get(j));
            all.add(order <= 0 ? left.get(i) : right.get(j));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        all.addAll(left.subList(i, left.size()));
        all.addAll(right.subList(j, right.size()));
        return Collections.unmodifiableList(all);
    }
}
