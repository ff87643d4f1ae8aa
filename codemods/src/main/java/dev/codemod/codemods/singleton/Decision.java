package dev.codemod.codemods.singleton;

import dev.codemod.codemod.FileContext;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done with a singleton class, by what all files say.
 *
 * @param fact the class
 * @param elsewhere what other files do
 * @param outcome what becomes of it; {@link ClassFact.Outcome#BLOCKED} if anything is in the way
 * @param unsafe the reason key why a person must look at the conversion; empty if it is safe
 * @param obstacles what in other files keeps the class as it is
 * @param family the singletons that it derives from or that derive from it, and itself, sorted
 */
record Decision(
        ClassFact fact,
        Elsewhere elsewhere,
        ClassFact.Outcome outcome,
        String unsafe,
        List<Obstacle> obstacles,
        List<ClassKey> family) {
    /**
     * Something in other files that keeps a class as it is.
     *
     * @param reason the stable key
     * @param message one sentence: where, why, and what to do
     */
    record Obstacle(String reason, String message) implements Serializable {}

    /** Returns whether other files change with the class. */
    boolean isShared() {
        return elsewhere.isCalled()
                || family.size() > 1
                || !fact.metaclass().path().equals(fact.key().path());
    }

    boolean isConverted() {
        return outcome != ClassFact.Outcome.BLOCKED;
    }

    /** Returns the decision to leave the class as it is because of one more obstacle. */
    Decision blockedBy(Obstacle obstacle) {
        List<Obstacle> all = new ArrayList<>(obstacles);
        all.add(obstacle);
        return new Decision(fact, elsewhere, ClassFact.Outcome.BLOCKED, unsafe, all, family);
    }

    /** Returns the key of the edits that belong together because of the class and its family. */
    String unit() {
        return family.get(0).unit();
    }

    /** Returns the variable or the function of the class's module by which other code gets the instance. */
    String name() {
        return fact.name(outcome);
    }

    /** Returns the reason key why a person must look at the conversion under the options of a run, or empty. */
    String unsafe(FileContext file) {
        boolean isAccepted = unsafe.equals("public-api")
                && file.option(SingletonToModule.PUBLIC_API).equals("safe");
        return isAccepted ? "" : unsafe;
    }

    boolean isLazy() {
        return outcome == ClassFact.Outcome.LAZY;
    }
}
