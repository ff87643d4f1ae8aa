package dev.codemod.codemod;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes sure that of a unit all files are rewritten, or none.
 *
 * <p>Results are passed on as they come until the first one with a unit; from there on they wait for the end. Then the
 * files of units that failed somewhere are rewritten again without them, which may make further units fail, and so on:
 * every round blocks at least one more unit, so there is an end.
 */
final class UnitRounds {
    private final Consumer<FileResult> sink;
    private final List<Rewritten> held = new ArrayList<>();
    private int passedOn;
    private UnitBlocks blocks = UnitBlocks.none();

    UnitRounds(Consumer<FileResult> sink) {
        this.sink = sink;
    }

    /** Takes the results of the first pass, in the order of the files. */
    void accept(Rewritten file) {
        if (held.isEmpty() && !file.concernsUnits()) {
            passedOn++;
            sink.accept(file.result());
        } else {
            held.add(file);
        }
    }

    /** Rewrites a file once more, given its number, without the units that are blocked. */
    interface Again {
        Rewritten rewrite(int file, UnitBlocks blocks);
    }

    /** Settles the units and passes on the results that had to wait. */
    void finish(int jobs, Again again) {
        Map<Unit, UnitFailure> failed = newFailures();
        while (!failed.isEmpty()) {
            blocks = blocks.and(failed);
            List<Integer> concerned = concerned(failed);
            UnitBlocks blocked = blocks;
            List<Rewritten> results = new ArrayList<>();
            Workers.run(concerned, jobs, i -> again.rewrite(passedOn + i, blocked), results::add);
            for (int i = 0; i < results.size(); i++) {
                held.set(concerned.get(i), results.get(i));
            }
            failed = newFailures();
        }
        held.forEach(file -> sink.accept(file.result()));
    }

    private Map<Unit, UnitFailure> newFailures() {
        Map<Unit, UnitFailure> failures = new LinkedHashMap<>();
        for (Rewritten file : held) {
            file.failures().forEach((unit, cause) -> {
                if (blocks.cause(unit) == null) {
                    failures.merge(unit, cause, UnitFailure::or);
                }
            });
        }
        return failures;
    }

    /** Returns which of the held files have a part in units that failed, and could be rewritten at all. */
    private List<Integer> concerned(Map<Unit, UnitFailure> failed) {
        List<Integer> concerned = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            Rewritten file = held.get(i);
            boolean isRewritten = file.result().status() == FileResult.Status.CHANGED
                    || file.result().status() == FileResult.Status.UNCHANGED;
            if (isRewritten
                    && file.units().stream()
                            .anyMatch(unit -> failed.keySet().stream().anyMatch(f -> f.covers(unit)))) {
                concerned.add(i);
            }
        }
        return concerned;
    }
}
