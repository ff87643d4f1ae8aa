package dev.codemod.codemod;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The findings of one file. A codemod that runs on a file repeatedly reports again what it does not rewrite; of these
 * reports only one is kept.
 */
final class FileFindings {
    private final Set<Finding> kept = new LinkedHashSet<>();
    private final Map<String, List<Finding>> others = new LinkedHashMap<>();
    private final Set<String> changers = new LinkedHashSet<>();

    /**
     * Adds what one run of a codemod reported. What was refused counts as of the last run that changed something, after
     * which a codemod of one cycle only confirms its own work; a codemod of several cycles is judged by its last run.
     */
    void add(Codemod codemod, List<Finding> findings, boolean isChanged) {
        String id = codemod.id();
        boolean isConfirmation = changers.contains(id) && !isChanged;
        if (isChanged) {
            changers.add(id);
        }
        List<Finding> refused = new ArrayList<>();
        for (Finding finding : findings) {
            if (!finding.isApplied()) {
                refused.add(finding);
            } else if (!isConfirmation) {
                kept.add(finding);
            }
        }
        if (!isConfirmation || codemod.cycles() > 1) {
            others.put(id, refused);
        }
    }

    /** Adds findings that are of no codemod. */
    void add(List<Finding> findings) {
        kept.addAll(findings);
    }

    /** Returns the findings in the order of their places. */
    List<Finding> sorted() {
        Set<Finding> all = new LinkedHashSet<>(kept);
        others.values().forEach(all::addAll);
        List<Finding> sorted = new ArrayList<>(all);
        sorted.sort(Finding.BY_PLACE);
        return sorted;
    }
}
