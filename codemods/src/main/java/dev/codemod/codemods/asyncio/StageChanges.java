package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileContext;
import dev.codemod.rewrite.Imports;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Node;
import java.util.List;

/** What a stage reports of a file, and the changes that follow from it. */
final class StageChanges {
    private final FileContext file;
    private final Plan plan;
    private final boolean keepsGuarded;

    private StageChanges(FileContext file, Plan plan, boolean keepsGuarded) {
        this.file = file;
        this.plan = plan;
        this.keepsGuarded = keepsGuarded;
    }

    static StageChanges anywhere(FileContext file, Plan plan) {
        return new StageChanges(file, plan, false);
    }

    /** Returns changes that leave alone what is meant for some versions of Python only. */
    static StageChanges forAllVersions(FileContext file, Plan plan) {
        return new StageChanges(file, plan, true);
    }

    FileContext file() {
        return file;
    }

    Semantics semantics() {
        return file.semantics();
    }

    Imports imports() {
        return plan.imports();
    }

    /**
     * Reports a verdict on a place.
     *
     * @param reason the key of the rewrite if it is safe
     * @param what what is found there, and what it becomes; the verdict's message follows
     * @return whether the change must be made
     */
    boolean accepts(Node at, Verdict verdict, String reason, String what) {
        if (keepsGuarded && VersionGuards.isGuarded(semantics().path(at))) {
            file.explain(at, "a test of the version, or a handler, keeps this for older Pythons: " + what);
            return false;
        }
        if (verdict.applicability() == Applicability.MANUAL) {
            file.refuse(at, verdict.reason(), what + "; not rewritten: " + verdict.message());
            return false;
        }
        boolean isSafe = verdict.applicability() == Applicability.SAFE;
        String message = isSafe ? what : what + ", but " + verdict.message();
        return file.offer(verdict.applicability(), at, isSafe ? reason : verdict.reason(), message);
    }

    boolean isReplaced(Node node) {
        return plan.isReplaced(node);
    }

    void replace(Node node, Node replacement) {
        plan.replace(node, replacement);
    }

    void replace(Node statement, List<? extends Node> replacement) {
        plan.replace(statement, replacement);
    }

    void remove(Node element) {
        plan.replace(element, List.of());
    }
}
