package dev.codemod.project;

import java.util.ArrayList;
import java.util.List;

/** The parts between the dots of a name, as {@link ModuleFacts} write names. */
final class NameParts {
    private NameParts() {}

    /** Returns the number of dots before a name: how far up a relative import starts. */
    static int level(String part) {
        int level = 0;
        while (level < part.length() && part.charAt(level) == '.') {
            level++;
        }
        return level;
    }

    /** Splits a name at its dots; leading dots stay with the first part, and local functions are one part. */
    static List<String> parts(String name) {
        List<String> parts = new ArrayList<>(4);
        int start = 0;
        int i = 0;
        while (i < name.length() && name.charAt(i) == '.') {
            i++;
        }
        for (; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) == '.' && !isLocal(name, i)) {
                parts.add(name.substring(start, i));
                start = i + 1;
            }
        }
        if (parts.size() > 1 && parts.get(0).equals("__main__")) {
            joinLocals(parts);
        }
        return parts;
    }

    private static boolean isLocal(String name, int dot) {
        return name.startsWith(".<locals>.", dot) || dot >= 9 && name.startsWith(".<locals>", dot - 9);
    }

    /** {@code __main__.C.m.<locals>.f} is one definition of the module. */
    private static void joinLocals(List<String> parts) {
        int last = 0;
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).contains("<locals>")) {
                last = i;
            }
        }
        if (last > 1) {
            String joined = String.join(".", parts.subList(1, last + 1));
            parts.subList(1, last + 1).clear();
            parts.add(1, joined);
        }
    }

    /** Returns how many parts may be the name of a module: those before a call or a star. */
    static int plainParts(List<String> parts) {
        int plain = 0;
        while (plain < parts.size()
                && !parts.get(plain).endsWith(")")
                && !parts.get(plain).equals("*")) {
            plain++;
        }
        return plain;
    }
}
