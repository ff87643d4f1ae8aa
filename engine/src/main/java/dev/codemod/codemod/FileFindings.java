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
    /** What was done or is of no codemod, each with the number of the run that reported it. */
    private final Map<Finding, Integer> kept = new LinkedHashMap<>();

    /** For every codemod, what it refused, each with the number of the first run that reported it. */
    private final Map<String, Map<Finding, Integer>> refused = new LinkedHashMap<>();

    private final Set<String> changers = new LinkedHashSet<>();
    private int runs;

    /**
     * Adds what one run of a codemod reported. What was refused counts as of the last run that changed something, after
     * which a codemod of one cycle only confirms its own work. A codemod of several cycles may no longer see in a later
     * one, after its own work, what it refused before: what any of them refused counts, unless a later one did it.
     */
    void add(Codemod codemod, List<Finding> findings, boolean isChanged) {
        runs++;
        String id = codemod.id();
        boolean isConfirmation = changers.contains(id) && !isChanged;
        if (isChanged) {
            changers.add(id);
        }
        Map<Finding, Integer> now = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (!finding.isApplied()) {
                now.put(finding, runs);
            } else if (!isConfirmation) {
                kept.putIfAbsent(finding, runs);
            }
        }
        if (codemod.cycles() > 1) {
            Map<Finding, Integer> before = refused.computeIfAbsent(id, key -> new LinkedHashMap<>());
            now.keySet().removeIf(finding -> before.keySet().stream().anyMatch(finding::isSameAs));
            before.putAll(now);
        } else if (!isConfirmation) {
            refused.put(id, now);
        }
    }

    /** Returns whether a later run did what an earlier one refused. */
    private boolean isDoneSince(Finding finding, int run) {
        return kept.entrySet().stream()
                .anyMatch(done -> done.getValue() > run
                        && done.getKey().isApplied()
                        && done.getKey().isAtPlaceOf(finding));
    }

    /** Adds findings that are of no codemod. */
    void add(List<Finding> findings) {
        findings.forEach(finding -> kept.putIfAbsent(finding, runs));
    }

    /** Returns the findings in the order of their places. */
    List<Finding> sorted() {
        Set<Finding> all = new LinkedHashSet<>(kept.keySet());
        for (Map<Finding, Integer> ofCodemod : refused.values()) {
            ofCodemod.forEach((finding, run) -> {
                if (!isDoneSince(finding, run)) {
                    all.add(finding);
                }
            });
        }
        List<Finding> sorted = new ArrayList<>(all);
        sorted.sort(Finding.BY_PLACE);
        return sorted;
    }
}
