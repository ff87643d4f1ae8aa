package dev.codemod.semantics;

import dev.codemod.tree.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer to "what does this expression denote?" or "what is the class of its value?", with the reasons.
 *
 * <p>There are three answers. {@link State#KNOWN}: one of {@link #names()}, qualified; more than one where the file has
 * alternatives, such as an import in {@code try} and another in {@code except ImportError}. {@link State#NOT}: nothing
 * with a qualified name, for example a literal or an expression. {@link State#UNKNOWN}: it may be anything.
 *
 * @param names the qualified names, without duplicates and in source order; empty unless the state is KNOWN
 * @param evidence the places that the answer rests on, at least one unless the state is NOT
 */
public record Resolution(State state, List<String> names, List<Evidence> evidence) {
    /** What is known. */
    public enum State {
        KNOWN,
        UNKNOWN,
        NOT
    }

    public Resolution {
        names = List.copyOf(names);
        evidence = List.copyOf(evidence);
    }

    static Resolution known(String name, Node node, String sentence) {
        return new Resolution(State.KNOWN, List.of(name), List.of(new Evidence(node, sentence)));
    }

    static Resolution unknown(Node node, String sentence) {
        return new Resolution(State.UNKNOWN, List.of(), List.of(new Evidence(node, sentence)));
    }

    static Resolution not() {
        return new Resolution(State.NOT, List.of(), List.of());
    }

    /** Returns whether the state is KNOWN. */
    public boolean isKnown() {
        return state == State.KNOWN;
    }

    /** Returns the only name, or null if there is none or there are alternatives. */
    public String name() {
        return names.size() == 1 ? names.get(0) : null;
    }

    /** Returns whether the answer is {@code qualifiedName}; UNKNOWN if it is one of several alternatives. */
    public Truth is(String qualifiedName) {
        if (state == State.UNKNOWN) {
            return Truth.UNKNOWN;
        }
        if (!names.contains(qualifiedName)) {
            return Truth.NO;
        }
        return names.size() == 1 ? Truth.YES : Truth.UNKNOWN;
    }

    /** Returns this answer with one more reason. */
    Resolution because(Node node, String sentence) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(new Evidence(node, sentence));
        return new Resolution(state, names, all);
    }

    /** Returns this answer with other names and one more reason. */
    Resolution withNames(List<String> changed) {
        return new Resolution(state, changed, evidence);
    }

    /**
     * Returns the answer for a value that is given by either of two places: unknown if one of them is, and NOT only if
     * both are.
     */
    Resolution or(Resolution other) {
        List<Evidence> reasons = new ArrayList<>(evidence);
        for (Evidence reason : other.evidence) {
            if (!reasons.contains(reason)) {
                reasons.add(reason);
            }
        }
        if (state == other.state && state != State.KNOWN) {
            return new Resolution(state, List.of(), reasons);
        }
        if (state != other.state) {
            return new Resolution(State.UNKNOWN, List.of(), reasons);
        }
        List<String> all = new ArrayList<>(names);
        for (String name : other.names) {
            if (!all.contains(name)) {
                all.add(name);
            }
        }
        return new Resolution(state, all, reasons);
    }

    @Override
    public String toString() {
        return isKnown() ? String.join(" or ", names) : state.toString();
    }
}
