package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.List;

/**
 * What the file of a singleton class says about converting it, as far as other files matter.
 *
 * @param key the class
 * @param line the line of the class
 * @param isBlocked whether its own file keeps it as it is
 * @param members the names that the class defines or gets assigned, sorted
 * @param reads the names of the module whose values the construction relies on, sorted
 * @param classReads the attributes of the class that constructing it reads, sorted
 * @param uses what the construction uses of other modules, sorted
 * @param outcomes what becomes of it: see {@link #outcome}
 * @param existing the variable that holds the instance already; empty if there is none
 * @param instance the name of a new variable for the instance
 * @param accessor the name of a new function that returns the instance
 * @param unsafe the reason key why a person must look at the conversion; empty if it is safe
 * @param metaclass what keeps the instance so far
 * @param method the method of the class that returns the instance; empty if calling the class does
 * @param family the singletons of its file that it derives from or that derive from it, and itself, sorted
 */
record ClassFact(
        ClassKey key,
        int line,
        boolean isBlocked,
        List<String> members,
        List<String> reads,
        List<String> classReads,
        List<HelperUse> uses,
        List<Outcome> outcomes,
        String existing,
        String instance,
        String accessor,
        String unsafe,
        MetaclassFact metaclass,
        String method,
        List<ClassKey> family)
        implements Serializable, Comparable<ClassFact> {
    /** What becomes of a class. */
    enum Outcome {
        BLOCKED,
        /** A statement of the module makes the instance already. */
        EXISTING,
        EAGER,
        /** Made at import although that may be noticed. */
        MOVED,
        LAZY,
        /** A base class of singletons that nothing constructs needs no instance. */
        PLAIN
    }

    /** How many situations there are: see {@link #situation}. */
    static final int SITUATIONS = 12;

    ClassFact {
        members = List.copyOf(members);
        reads = List.copyOf(reads);
        classReads = List.copyOf(classReads);
        uses = List.copyOf(uses);
        outcomes = List.copyOf(outcomes);
        family = List.copyOf(family);
    }

    /** Returns the number of a situation. */
    static int situation(Elsewhere elsewhere) {
        int calls = elsewhere.isDropped() ? 2 : elsewhere.isCalled() ? 1 : 0;
        return calls
                + (elsewhere.stored().isEmpty() ? 0 : 3)
                + (elsewhere.doubt().isEmpty() ? 0 : 6);
    }

    /** Returns whether the class keeps its instance in {@code __new__}. */
    boolean isNew() {
        return method.isEmpty()
                && metaclass.path().equals(key.path())
                && metaclass.name().equals(key.name());
    }

    /** Returns whether a place gets the instance. */
    boolean isCall(SiteFact site) {
        return isDropped(site)
                || site.kind() == (method.isEmpty() ? UseKind.CALL : UseKind.METHOD_CALL) && isMethod(site);
    }

    /** Returns whether a place only makes sure that the instance exists. */
    boolean isDropped(SiteFact site) {
        UseKind kind = method.isEmpty() ? UseKind.DROPPED_CALL : UseKind.DROPPED_METHOD_CALL;
        return site.kind() == kind && isMethod(site);
    }

    private boolean isMethod(SiteFact site) {
        return method.isEmpty() || site.detail().equals(method);
    }

    /** Returns what becomes of the class, by what other files do. */
    Outcome outcome(Elsewhere elsewhere) {
        return outcomes.get(situation(elsewhere));
    }

    /** Returns the variable, or the function, by which other code gets the instance. */
    String name(Outcome outcome) {
        return switch (outcome) {
            case EXISTING -> existing;
            case EAGER, MOVED -> instance;
            case LAZY -> accessor;
            case BLOCKED, PLAIN -> "";
        };
    }

    @Override
    public int compareTo(ClassFact other) {
        return key.compareTo(other.key);
    }
}
