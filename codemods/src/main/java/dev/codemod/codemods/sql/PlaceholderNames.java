package dev.codemod.codemods.sql;

import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import java.util.HashSet;
import java.util.Set;

/** The names and numbers of the placeholders of a query, those of new ones included. */
final class PlaceholderNames {
    private final Set<String> names = new HashSet<>();
    private int highestNumber;

    /** Takes note of a placeholder that is there. */
    void add(String placeholder) {
        String name = placeholder.replaceAll("^[:@$]|^%\\(|\\)s$", "");
        names.add(name);
        if (name.matches("\\d{1,6}")) {
            highestNumber = Math.max(highestNumber, Integer.parseInt(name));
        }
    }

    int highestNumber() {
        return highestNumber;
    }

    /** Returns the number of a new placeholder. */
    String nextNumber() {
        return String.valueOf(++highestNumber);
    }

    /** Returns the name of a new placeholder, made from that of the value. */
    String fresh(Expression value) {
        Expression named = value;
        while (named instanceof Call call
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expression argument) {
            named = argument;
        }
        String source = named.sourceText();
        String base = source.substring(source.lastIndexOf('.') + 1);
        if (!base.matches("[A-Za-z_][A-Za-z_0-9]*")) {
            base = "value";
        }
        String name = base;
        for (int i = 2; !names.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }
}
