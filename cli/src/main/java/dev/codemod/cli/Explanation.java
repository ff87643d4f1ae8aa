package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.Explainer;
import dev.codemod.codemod.FileError;
import dev.codemod.codemod.FileResult;
import dev.codemod.codemod.Finding;
import dev.codemod.codemod.RunScope;
import dev.codemod.source.LanguageLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects what a run says about one line, and puts it into words. */
final class Explanation implements RunScope, Explainer {
    private final String path;
    private final int line;
    private final RunScope scope;
    private final Set<String> lookers = new LinkedHashSet<>();
    private final Map<String, String> passers = new HashMap<>();
    private final Map<String, Set<String>> sights = new LinkedHashMap<>();

    /**
     * Creates an explanation.
     *
     * @param path the file as it is shown
     * @param line 1-based
     * @param scope what else the run knows
     */
    Explanation(String path, int line, RunScope scope) {
        this.path = path;
        this.line = line;
        this.scope = scope;
    }

    @Override
    public Collection<String> knownCodemods() {
        return scope.knownCodemods();
    }

    @Override
    public boolean isComplete() {
        return scope.isComplete();
    }

    @Override
    public boolean isIgnored(String file, String codemod) {
        return scope.isIgnored(file, codemod);
    }

    @Override
    public LanguageLevel oldestLevel(String file) {
        return scope.oldestLevel(file);
    }

    @Override
    public Explainer explainer(String file) {
        return file.equals(path) ? this : null;
    }

    @Override
    public synchronized void looked(String codemod) {
        lookers.add(codemod);
    }

    @Override
    public synchronized void passed(String codemod, String reason) {
        passers.put(codemod, reason);
    }

    @Override
    public synchronized void saw(String codemod, int from, int to, String text) {
        if (from <= line && line <= to) {
            sights.computeIfAbsent(codemod, id -> new LinkedHashSet<>()).add(text);
        }
    }

    /**
     * Returns the explanation.
     *
     * @param source the text of the line
     * @param results those of this file and of all that have units
     */
    String text(String source, List<Codemod> codemods, List<FileResult> results) {
        StringBuilder text = new StringBuilder(path + ":" + line + ": " + source + "\n");
        FileResult result = results.stream()
                .filter(candidate -> candidate.path().equals(path))
                .findFirst()
                .orElseThrow();
        for (FileError error : result.errors()) {
            String place = error.line() > 0 ? "line " + error.line() + ": " : "";
            text.append("error: ").append(place).append(error.message()).append('\n');
        }
        if (result.status() == FileResult.Status.SKIPPED) {
            text.append("a comment `# codemod: skip-file` keeps all codemods away from the file\n");
        }
        List<Finding> findings = result.findings().stream()
                .filter(finding -> finding.line() <= line && line <= finding.endLine())
                .toList();
        findings.forEach(finding -> append(finding, text));
        sights.forEach((codemod, sentences) -> sentences.forEach(sentence ->
                text.append(codemod).append(": saw: ").append(sentence).append('\n')));
        appendUnits(result, results, text);
        for (Codemod codemod : codemods) {
            boolean isTold = sights.containsKey(codemod.id())
                    || findings.stream().anyMatch(finding -> finding.codemod().equals(codemod.id()));
            if (!isTold) {
                appendSilence(codemod.id(), result, text);
            }
        }
        return text.toString();
    }

    private void append(Finding finding, StringBuilder text) {
        String what = switch (finding.applicability()) {
            case MANUAL -> "not rewritten";
            case SAFE -> finding.isApplied() ? "rewritten, safe" : "not rewritten, although safe";
            case UNSAFE -> finding.isApplied() ? "rewritten, unsafe" : "not rewritten without --unsafe";
        };
        text.append(finding.codemod()).append(": ").append(what);
        text.append(" (")
                .append(finding.reason())
                .append("): ")
                .append(finding.message())
                .append('\n');
    }

    /** Names the files that are rewritten together with this one. */
    private static void appendUnits(FileResult result, List<FileResult> results, StringBuilder text) {
        for (String unit : new TreeSet<>(result.units())) {
            List<String> others = new ArrayList<>();
            for (FileResult other : results) {
                if (other != result && other.units().contains(unit)) {
                    others.add(other.path());
                }
            }
            if (!others.isEmpty()) {
                text.append(unit).append(" is rewritten together with ").append(String.join(", ", others));
                text.append('\n');
            }
        }
    }

    private void appendSilence(String codemod, FileResult result, StringBuilder text) {
        if (lookers.contains(codemod)) {
            Set<Integer> elsewhere = new TreeSet<>();
            for (Finding finding : result.findings()) {
                if (finding.codemod().equals(codemod)) {
                    elsewhere.add(finding.line());
                }
            }
            text.append(codemod).append(": looked at the file and found nothing to rewrite or to refuse on this line");
            text.append(elsewhere.isEmpty() ? "" : "; it did on " + lines(elsewhere))
                    .append('\n');
        } else if (passers.containsKey(codemod)) {
            text.append(codemod)
                    .append(": did not look at the file: ")
                    .append(passers.get(codemod))
                    .append('\n');
        }
    }

    private static String lines(Set<Integer> numbers) {
        List<String> shown = numbers.stream().limit(8).map(String::valueOf).toList();
        String more = numbers.size() > shown.size() ? " and " + (numbers.size() - shown.size()) + " more" : "";
        return (numbers.size() == 1 ? "line " : "lines ") + String.join(", ", shown) + more;
    }
}
