package dev.codemod.codemod;

import dev.codemod.source.Source;
import dev.codemod.source.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Reports the comments that suppress nothing, as ruff's rule RUF100 does: an id is unused if its codemod was active and
 * looked at the file, and unknown if no codemod has it. Nothing is said about codemods that did not run.
 */
final class SuppressionReport {
    /** What stands in the place of a codemod's id in these findings. */
    static final String ID = "suppressions";

    private final String path;
    private final Source source;
    private final RunOptions options;
    private final Set<String> seenBy;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Creates a report.
     *
     * @param seenBy ids of the codemods that looked at the file
     */
    SuppressionReport(String path, Source source, RunOptions options, Set<String> seenBy) {
        this.path = path;
        this.source = source;
        this.options = options;
        this.seenBy = seenBy;
    }

    /** Returns what is wrong with the suppressions of a file. */
    List<Finding> of(Suppressions suppressions) {
        suppressions.all().forEach(this::check);
        return findings;
    }

    private void check(Suppression suppression) {
        if (suppression.ids() == null) {
            if (!suppression.isUsed() && options.scope().isComplete()) {
                add(suppression, "unused-suppression", "no codemod finds anything on this line; remove the comment");
            }
            return;
        }
        for (String id : suppression.ids()) {
            if (seenBy.contains(id)) {
                if (!suppression.isUsedBy(id)) {
                    String rest = suppression.ids().size() == 1 ? "remove the comment" : "remove it from the comment";
                    add(suppression, "unused-suppression", id + " finds nothing on this line; " + rest);
                }
            } else if (!isKnown(id)) {
                String message = id.isEmpty() ? "the comment names no codemod" : "there is no codemod " + id;
                String suggestion = Suggestion.forWord(id, known());
                add(suppression, "unknown-codemod", message + (suggestion.isEmpty() ? "; remove it" : suggestion));
            }
        }
    }

    private boolean isKnown(String id) {
        if (options.codemods().stream().anyMatch(codemod -> codemod.id().equals(id))) {
            return true;
        }
        Collection<String> known = options.scope().knownCodemods();
        return known == null || known.contains(id);
    }

    private List<String> known() {
        List<String> ids = new ArrayList<>(options.scope().knownCodemods());
        options.codemods().forEach(codemod -> ids.add(codemod.id()));
        return ids;
    }

    private void add(Suppression suppression, String reason, String message) {
        int start = suppression.start();
        int end = suppression.end();
        findings.add(new Finding(
                ID,
                path,
                source.line(start),
                source.codePointColumn(start) + 1,
                source.line(end),
                source.codePointColumn(end) + 1,
                Applicability.MANUAL,
                reason,
                message,
                false));
    }
}
