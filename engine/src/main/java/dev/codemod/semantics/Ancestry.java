package dev.codemod.semantics;

import dev.codemod.tree.ClassDef;
import java.util.ArrayList;
import java.util.List;

/** What classes are derived from, as far as the file and the table say. */
final class Ancestry {
    private final TypeTable table;
    private final OwnDefinitions own;

    Ancestry(TypeTable table, OwnDefinitions own) {
        this.table = table;
        this.own = own;
    }

    /** Returns whether a class is another one or derived from it; no base class of a foreign class is known for sure. */
    Truth isSubtype(String type, String base) {
        List<String> reached = withBases(type);
        if (reached.contains(base)) {
            return Truth.YES;
        }
        for (String one : reached) {
            ClassDef definition = own.classNamed(one);
            if (definition == null
                    ? !one.startsWith("builtins.")
                    : own.bases(definition).contains(null)) {
                return Truth.UNKNOWN;
            }
        }
        return Truth.NO;
    }

    /** Returns a class and everything that it is known to be derived from, in the file and in the table. */
    List<String> withBases(String type) {
        List<String> reached = new ArrayList<>(table.withBases(type));
        for (int i = 0; i < reached.size(); i++) {
            ClassDef definition = own.classNamed(reached.get(i));
            List<String> parents = definition == null ? List.of() : own.bases(definition);
            for (String parent : parents) {
                if (parent != null) {
                    addNew(reached, table.withBases(parent));
                }
            }
        }
        return reached;
    }

    private static void addNew(List<String> all, List<String> added) {
        for (String one : added) {
            if (!all.contains(one)) {
                all.add(one);
            }
        }
    }

    /** Returns the base classes outside the file that are known, of a class and its base classes in the file. */
    List<String> foreignBases(ClassDef definition) {
        List<String> foreign = new ArrayList<>();
        for (ClassDef ancestor : own.ancestors(definition)) {
            for (String base : own.bases(ancestor)) {
                if (base != null && own.classNamed(base) == null) {
                    foreign.add(base);
                }
            }
        }
        return foreign;
    }
}
