package dev.codemod.semantics;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known about the types of libraries, by qualified names. Immutable; each codemod brings its own.
 *
 * <pre>{@code
 * TypeTable.builder()
 *         .returns("sqlite3.connect", "sqlite3.Connection")
 *         .returns("sqlite3.Connection.cursor", "sqlite3.Cursor")
 *         .entersSelf("sqlite3.Connection")
 *         .build()
 * }</pre>
 *
 * <p>Names of builtins are written {@code builtins.str}, also for Python 2. A method or attribute of a type is
 * {@code module.Type.member} and holds for its subtypes.
 */
public final class TypeTable {
    private final Set<String> types;
    private final Map<String, String> returned;
    private final Map<String, String> awaited;
    private final Map<String, String> entered;
    private final Map<String, String> values;
    private final Map<String, List<String>> bases;

    /** What to ask if the table has no answer, or null. */
    private final OutsideTypes outside;

    private TypeTable(TypeTable table, OutsideTypes outside) {
        types = table.types;
        returned = table.returned;
        awaited = table.awaited;
        entered = table.entered;
        values = table.values;
        bases = table.bases;
        this.outside = outside;
    }

    private TypeTable(Builder builder) {
        outside = null;
        types = Set.copyOf(builder.types);
        returned = Map.copyOf(builder.returned);
        awaited = Map.copyOf(builder.awaited);
        entered = Map.copyOf(builder.entered);
        values = Map.copyOf(builder.values);
        bases = Map.copyOf(builder.bases);
    }

    /** Returns a builder that knows nothing but the builtins. */
    public static Builder builder() {
        Builder builder = new Builder();
        BuiltinTypes.addTo(builder);
        return builder;
    }

    /** Returns the same table that asks others where it has no answer. */
    public TypeTable with(OutsideTypes others) {
        return new TypeTable(this, requireNonNull(others, "others is null"));
    }

    /** Returns the type of what a call gives: of a class an instance of it; null if not known. */
    public String returned(String callable) {
        String type = types.contains(callable) ? callable : ofMember(returned, callable);
        return type != null || outside == null ? type : outside.returned(callable);
    }

    /** Returns the type of what awaiting a call gives, or null if not known. */
    public String awaited(String callable) {
        String type = ofMember(awaited, callable);
        return type != null || outside == null ? type : outside.awaited(callable);
    }

    /** Returns the type of the target of a {@code with} statement over a value of a type, or null if not known. */
    public String entered(String type) {
        for (String candidate : withBases(type)) {
            String target = entered.get(candidate);
            if (target != null) {
                return target.equals("self") ? type : target;
            }
        }
        return outside == null ? null : outside.entered(type);
    }

    /** Returns the type of an object of a module or an attribute of a type, or null if not known. */
    public String value(String name) {
        String type = ofMember(values, name);
        return type != null || outside == null ? type : outside.value(name);
    }

    /** Returns the type of what an object of a module or a value of a type gives for an index, or null if not known. */
    String item(String name) {
        for (String candidate : withBases(name)) {
            String type = values.get(candidate + "[]");
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    private String ofMember(Map<String, String> table, String name) {
        String found = table.get(name);
        int dot = name.lastIndexOf('.');
        if (found != null || dot < 0 || bases.isEmpty() && outside == null) {
            return found;
        }
        for (String base : withBases(name.substring(0, dot))) {
            found = table.get(base + name.substring(dot));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Returns a type and everything it is known to be derived from, nearest first. */
    public List<String> withBases(String type) {
        List<String> all = new ArrayList<>(List.of(type));
        for (int i = 0; i < all.size(); i++) {
            addNew(all, bases.getOrDefault(all.get(i), List.of()));
            if (outside != null) {
                addNew(all, outside.bases(all.get(i)));
            }
        }
        return all;
    }

    private static void addNew(List<String> all, List<String> added) {
        for (String one : added) {
            if (!all.contains(one)) {
                all.add(one);
            }
        }
    }

    /** Collects entries; a later one replaces an earlier one. */
    public static final class Builder {
        private final Set<String> types = new HashSet<>();
        private final Map<String, String> returned = new HashMap<>();
        private final Map<String, String> awaited = new HashMap<>();
        private final Map<String, String> entered = new HashMap<>();
        private final Map<String, String> values = new HashMap<>();
        private final Map<String, List<String>> bases = new HashMap<>();

        private Builder() {}

        /** Says that a name is a class, so that calling it gives an instance. */
        public Builder type(String name) {
            types.add(requireNonNull(name, "name is null"));
            return this;
        }

        /** Says what calling a function or method gives. */
        public Builder returns(String callable, String type) {
            returned.put(callable, type);
            return this;
        }

        /** Says what awaiting the call of a function or method gives. */
        public Builder awaits(String callable, String type) {
            awaited.put(callable, type);
            return this;
        }

        /** Says what {@code with} or {@code async with} binds for a context manager of a type. */
        public Builder enters(String type, String target) {
            entered.put(type, target);
            return this;
        }

        /** Says that {@code with} or {@code async with} binds the context manager itself. */
        public Builder entersSelf(String type) {
            return enters(type, "self");
        }

        /** Says what type an object of a module, or an attribute {@code module.Type.attribute}, has. */
        public Builder value(String name, String type) {
            values.put(name, type);
            return this;
        }

        /** Says what an object of a module, or a value of a type, gives for an index: {@code connections["main"]}. */
        public Builder item(String name, String type) {
            return value(name + "[]", type);
        }

        /** Says that a type is derived from another one. */
        public Builder subtype(String type, String base) {
            bases.merge(type, List.of(base), (old, added) -> {
                List<String> both = new ArrayList<>(old);
                both.addAll(added);
                return both;
            });
            return this;
        }

        /** Returns the table. */
        public TypeTable build() {
            return new TypeTable(this);
        }
    }
}
