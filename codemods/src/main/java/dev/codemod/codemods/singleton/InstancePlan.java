package dev.codemod.codemods.singleton;

import dev.codemod.tree.Call;
import dev.codemod.tree.Statement;
import java.util.List;

/**
 * How the one instance of a class is made and reached when the metaclass is gone.
 *
 * @param kind the form
 * @param name the variable of the module, or for {@link Kind#LAZY} the function that returns the instance
 * @param storage for {@link Kind#LAZY} the variable that holds the instance, else empty
 * @param lockName for {@link Kind#LAZY} with a lock its variable, else empty
 * @param lock {@code Lock} or {@code RLock}, or empty
 * @param existing for {@link Kind#EXISTING} the statement that makes the instance already
 * @param after otherwise the statement after which the instance or the function is defined
 * @param replaced the calls that become the name
 * @param why for {@link Kind#LAZY}: why the instance is not made at import, a clause for messages
 */
record InstancePlan(
        Kind kind,
        String name,
        String storage,
        String lockName,
        String lock,
        Statement existing,
        Statement after,
        List<Call> replaced,
        String why) {
    /** Returns what this makes of the class. */
    ClassFact.Outcome outcome(boolean isMoved) {
        return switch (kind) {
            case EXISTING -> ClassFact.Outcome.EXISTING;
            case EAGER -> isMoved ? ClassFact.Outcome.MOVED : ClassFact.Outcome.EAGER;
            case LAZY -> ClassFact.Outcome.LAZY;
            case NONE -> ClassFact.Outcome.PLAIN;
        };
    }

    enum Kind {
        /** A statement of the module makes the instance before anything else does, and goes on doing so. */
        EXISTING,
        /** A new statement makes the instance when the module is imported. */
        EAGER,
        /** A function makes the instance when it is called first. */
        LAZY,
        /** Nothing constructs the class, only its subclasses. */
        NONE
    }
}
