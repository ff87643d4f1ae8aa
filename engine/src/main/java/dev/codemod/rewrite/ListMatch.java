package dev.codemod.rewrite;

import dev.codemod.tree.Node;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which elements of a changed list are elements of the original one, in place.
 *
 * <p>Elements match when the new one is the old one or was made from it. Of several ways to keep the order, one that
 * keeps most elements is taken: the longest increasing subsequence of original positions.
 */
final class ListMatch {
    private ListMatch() {}

    /** Returns for every element of {@code edited} the index of its counterpart in {@code original}, or -1. */
    static int[] match(List<? extends Node> edited, List<? extends Node> original) {
        int[] result = new int[edited.size()];
        int shorter = Math.min(edited.size(), original.size());
        int prefix = 0;
        while (prefix < shorter && edited.get(prefix).original() == original.get(prefix)) {
            result[prefix] = prefix;
            prefix++;
        }
        int suffix = 0;
        while (suffix < shorter - prefix
                && edited.get(edited.size() - 1 - suffix).original() == original.get(original.size() - 1 - suffix)) {
            result[edited.size() - 1 - suffix] = original.size() - 1 - suffix;
            suffix++;
        }
        matchMiddle(edited, original, prefix, suffix, result);
        return result;
    }

    private static void matchMiddle(
            List<? extends Node> edited, List<? extends Node> original, int prefix, int suffix, int[] result) {
        Map<Node, Integer> indices = new IdentityHashMap<>();
        for (int i = prefix; i < original.size() - suffix; i++) {
            indices.put(original.get(i), i);
        }
        int end = edited.size() - suffix;
        int[] candidates = new int[end - prefix];
        for (int i = prefix; i < end; i++) {
            candidates[i - prefix] = indices.getOrDefault(edited.get(i).original(), -1);
            result[i] = -1;
        }
        for (int i : longestIncreasing(candidates)) {
            result[prefix + i] = candidates[i];
        }
    }

    /** Returns the positions of a longest strictly increasing subsequence of the values that are not -1. */
    private static int[] longestIncreasing(int[] values) {
        int[] tails = new int[values.length];
        int[] previous = new int[values.length];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0) {
                continue;
            }
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[tails[middle]] < values[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low > 0 ? tails[low - 1] : -1;
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        int[] result = new int[length];
        int at = length > 0 ? tails[length - 1] : -1;
        for (int k = length - 1; k >= 0; k--) {
            result[k] = at;
            at = previous[at];
        }
        return Arrays.copyOf(result, length);
    }
}
