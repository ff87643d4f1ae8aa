package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.Applicability;

/**
 * What may be done with a blocking call.
 *
 * @param applicability manual for a refusal
 * @param reason the stable key
 * @param message why and what to do; empty for a safe rewrite
 */
record Verdict(Applicability applicability, String reason, String message) {
    static final Verdict SAFE = new Verdict(Applicability.SAFE, "blocking-call", "");

    static Verdict unsafe(String reason, String message) {
        return new Verdict(Applicability.UNSAFE, reason, message);
    }

    static Verdict refuse(String reason, String message) {
        return new Verdict(Applicability.MANUAL, reason, message);
    }

    /** Returns the more careful of two verdicts, this one if they are equally careful. */
    Verdict and(Verdict other) {
        return other.applicability.compareTo(applicability) > 0 ? other : this;
    }
}
