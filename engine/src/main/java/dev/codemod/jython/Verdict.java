package dev.codemod.jython;

import static java.util.Objects.requireNonNull;

/**
 * What {@link JythonWitness} says about a Python 2 source.
 *
 * @param outcome the verdict
 * @param line the 1-based line of the error if rejected and known, else 0
 * @param message Jython's words if rejected, the reason if there is no verdict, else empty
 */
public record Verdict(Outcome outcome, int line, String message) {
    /** The possible verdicts. */
    public enum Outcome {
        /** Jython parses the source. */
        ACCEPTED,
        /** Jython reports a syntax error. */
        REJECTED,
        /** Jython could not read the source for a reason that is not a syntax error, so it proves nothing. */
        NO_VERDICT
    }

    private static final Verdict ACCEPTED = new Verdict(Outcome.ACCEPTED, 0, "");

    public Verdict {
        requireNonNull(outcome, "outcome is null");
        requireNonNull(message, "message is null");
    }

    static Verdict accepted() {
        return ACCEPTED;
    }

    static Verdict rejected(int line, String message) {
        return new Verdict(Outcome.REJECTED, line, message);
    }

    static Verdict none(String reason) {
        return new Verdict(Outcome.NO_VERDICT, 0, reason);
    }

    /** Returns whether Jython parses the source. */
    public boolean isAccepted() {
        return outcome == Outcome.ACCEPTED;
    }

    /** Returns whether Jython reports a syntax error. */
    public boolean isRejected() {
        return outcome == Outcome.REJECTED;
    }
}
