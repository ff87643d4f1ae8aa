package dev.codemod.project;

import dev.codemod.tree.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the uses of one file in the compact form of {@link ModuleFacts}. */
final class UseTable {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private int[] uses = new int[64 * ModuleFacts.STRIDE];
    private int size;

    /**
     * Adds a use.
     *
     * @param user the number of the definition whose code it is, -1 for the module
     * @param flags of {@link ModuleFacts}
     */
    void add(Node at, String name, UseForm form, int user, int flags) {
        Integer number = numbers.get(name);
        if (number == null) {
            number = names.size();
            String canonical = RecentStrings.canonical(name);
            names.add(canonical);
            numbers.put(canonical, number);
        }
        if (size == uses.length) {
            uses = Arrays.copyOf(uses, size * 2);
        }
        uses[size] = number;
        uses[size + 1] = user;
        uses[size + 2] = at.startOffset();
        uses[size + 3] = at.line() << ModuleFacts.LINE_SHIFT | flags | form.ordinal();
        size += ModuleFacts.STRIDE;
    }

    String[] names() {
        return names.toArray(new String[0]);
    }

    int[] uses() {
        return Arrays.copyOf(uses, size);
    }
}
