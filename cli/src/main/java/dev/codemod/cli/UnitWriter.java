package dev.codemod.cli;

import dev.codemod.codemod.FileResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes changed files such that of every unit all files are written, or none. Files that share a unit, directly or
 * through other files, stand and fall together.
 */
final class UnitWriter {
    private final List<Change> changes = new ArrayList<>();

    /** The number of the change that leads a group, for every change; a leader leads itself. */
    private final List<Integer> leaders = new ArrayList<>();

    private final Map<String, Integer> changeOfUnit = new HashMap<>();

    /** Takes a changed file, which is written with the others of its units. */
    void add(SourceFile file, FileResult result) {
        int number = changes.size();
        changes.add(new Change(file, result.before(), result.after()));
        leaders.add(number);
        for (String unit : result.units()) {
            Integer other = changeOfUnit.putIfAbsent(unit, number);
            if (other != null) {
                leaders.set(leader(other), leader(number));
            }
        }
    }

    private int leader(int number) {
        int leader = number;
        while (leaders.get(leader) != leader) {
            leader = leaders.get(leader);
        }
        return leader;
    }

    /** Writes what was added; files that are not written are reported. */
    void write(Report report) {
        Map<Integer, List<Change>> groups = new LinkedHashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            groups.computeIfAbsent(leader(i), leader -> new ArrayList<>()).add(changes.get(i));
        }
        groups.values().forEach(group -> write(group, report));
    }

    /** Writes all of a group or nothing. */
    static void write(List<Change> group, Report report) {
        try {
            FileWriter.replace(group);
        } catch (NotWrittenException e) {
            for (Change change : group) {
                boolean isCulprit = change.file().equals(e.file());
                report.writeFailed(
                        change.file(),
                        isCulprit
                                ? e.getMessage()
                                : "it belongs together with " + e.file().path() + ", which was not written");
            }
            for (Throwable lost : e.getSuppressed()) {
                report.notRestored(((NotWrittenException) lost).file(), lost.getMessage());
            }
        }
    }
}
