package dev.codemod.codemod;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Merges the facts of many files in pairs, pairs of pairs and so on, so that no fact is copied more often than the
 * logarithm of their number: a merge costs as much as what it returns.
 */
final class FactSum<F extends Serializable> {
    private final F none;
    private final BinaryOperator<F> merge;

    /** At index i the facts of 2^i files, or null: a binary number that counts the files. */
    private final List<F> sums = new ArrayList<>();

    FactSum(ProjectCodemod<F> codemod) {
        this(codemod.none(), codemod::merge);
    }

    FactSum(F none, BinaryOperator<F> merge) {
        this.none = none;
        this.merge = merge;
    }

    /** Adds the facts of one more file, an {@code F}. */
    @SuppressWarnings("unchecked")
    void add(Serializable facts) {
        F carry = (F) facts;
        int i = 0;
        while (i < sums.size() && sums.get(i) != null) {
            carry = merge.apply(sums.get(i), carry);
            sums.set(i, null);
            i++;
        }
        if (i == sums.size()) {
            sums.add(carry);
        } else {
            sums.set(i, carry);
        }
    }

    /** Returns the facts of all files, in the order in which they were added. */
    F total() {
        F total = none;
        for (F sum : sums) {
            if (sum != null) {
                total = merge.apply(sum, total);
            }
        }
        return total;
    }
}
