package dev.codemod.codemod;

import dev.codemod.rewrite.Printed;
import dev.codemod.rewrite.Printer;
import dev.codemod.rewrite.RewriteRefusedException;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Module;
import java.io.Serializable;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Applies the codemods of a run to one file until none of them changes it any more, and checks every result before
 * anybody sees it. Used once, by one thread.
 */
final class FileRun {
    /** So often at most all codemods have their turn; codemods that build on each other need two or three. */
    private static final int MAX_ROUNDS = 12;

    private final RunOptions options;
    private final ProjectFacts facts;
    private final LiteralSearch search;
    private final FilePass pass;
    private final ParsedFile original;
    private final UnitBlocks blocks;
    private final FileFindings findings = new FileFindings();
    private final Set<String> seenBy = new HashSet<>();
    private ParsedFile current;
    private Positions positions;

    /** How often the file was changed, and for every codemod the version of the file that it leaves as it is, or -1. */
    private int version;

    private final int[] settledAt;

    FileRun(
            RunOptions options,
            ProjectFacts facts,
            LiteralSearch search,
            FilePass pass,
            ParsedFile original,
            UnitBlocks blocks) {
        this.options = options;
        this.facts = facts;
        this.search = search;
        this.pass = pass;
        this.original = original;
        this.blocks = blocks;
        this.current = original;
        this.positions = Positions.of(source(original));
        this.settledAt = new int[options.codemods().size()];
        Arrays.fill(settledAt, -1);
    }

    /**
     * Rewrites the file.
     *
     * @param passes for every codemod, whether the file passes its prefilter
     */
    FileResult rewrite(boolean[] passes) {
        boolean[] active = withoutIgnored(passes);
        List<byte[]> states = new ArrayList<>(List.of(source(original).fileBytes()));
        List<Set<String>> changers = new ArrayList<>();
        while (true) {
            Set<String> changedBy = new LinkedHashSet<>();
            String failure = round(active, changedBy);
            if (failure != null) {
                return withdrawn(failure);
            }
            if (changedBy.isEmpty()) {
                return result();
            }
            changers.add(changedBy);
            byte[] bytes = source(current).fileBytes();
            int same = indexOf(bytes, states);
            if (same >= 0 || changers.size() == MAX_ROUNDS) {
                return withdrawn(loop(changers.subList(Math.max(same, 0), changers.size()), same >= 0));
            }
            states.add(bytes);
            activate(active, search.search(pass.path(), bytes));
        }
    }

    /** Takes out the codemods that the user does not want in this file; their units fail. */
    private boolean[] withoutIgnored(boolean[] passes) {
        boolean[] active = passes.clone();
        for (int i = 0; i < passes.length; i++) {
            if (isIgnored(i)) {
                boolean[] alone = new boolean[passes.length];
                alone[i] = passes[i];
                findUnits(alone);
                active[i] = false;
                if (pass.explainer() != null) {
                    pass.explainer().passed(options.codemods().get(i).id(), "the configuration ignores the file");
                }
            }
        }
        pass.failAll("the configuration ignores the file");
        return active;
    }

    private boolean isIgnored(int codemod) {
        return options.scope()
                .isIgnored(pass.path(), options.codemods().get(codemod).id());
    }

    private static int indexOf(byte[] bytes, List<byte[]> states) {
        for (int i = 0; i < states.size(); i++) {
            if (Arrays.equals(bytes, states.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String loop(List<Set<String>> changers, boolean isCircle) {
        Set<String> culprits = new LinkedHashSet<>();
        changers.forEach(culprits::addAll);
        String names = String.join(", ", culprits);
        return isCircle
                ? names + ": these codemods undo each other's work; leave one of them out"
                : names + ": these codemods still change the file after " + MAX_ROUNDS + " rounds";
    }

    /** Lets codemods see the file whose literals others brought; for a project the facts are settled by then. */
    private void activate(boolean[] active, boolean[] passes) {
        for (int i = 0; i < active.length; i++) {
            active[i] |= passes[i] && !(options.codemods().get(i) instanceof ProjectCodemod) && !isIgnored(i);
        }
    }

    /**
     * Gives a turn to every codemod that has not yet seen the file as it is.
     *
     * @param changedBy takes the ids of the codemods that change the file
     * @return the check that failed, or null
     */
    private String round(boolean[] active, Set<String> changedBy) {
        for (int i = 0; i < active.length; i++) {
            Codemod codemod = options.codemods().get(i);
            if (!active[i] || settledAt[i] == version || !supportsLevel(codemod)) {
                continue;
            }
            seenBy.add(codemod.id());
            if (pass.explainer() != null) {
                pass.explainer().looked(codemod.id());
            }
            int before = version;
            String failure = applyUntilStable(codemod);
            if (failure != null) {
                return codemod.id() + ": " + failure;
            }
            if (version != before) {
                changedBy.add(codemod.id());
            }
            settledAt[i] = version;
        }
        return null;
    }

    private boolean supportsLevel(Codemod codemod) {
        LanguageLevel level = original.module().parsed().level();
        boolean isSupported = codemod.supports(level);
        if (!isSupported && pass.explainer() != null) {
            pass.explainer().passed(codemod.id(), "it does not rewrite Python " + level);
        }
        return isSupported && runsWhatIsWritten(codemod);
    }

    private boolean runsWhatIsWritten(Codemod codemod) {
        boolean isChosen = codemod.oldestPython() == null || options.level() != null;
        LanguageLevel said = isChosen ? null : options.scope().oldestLevel(pass.path());
        boolean isTooOld = said != null && !said.isAtLeast(codemod.oldestPython());
        if (isTooOld && pass.explainer() != null) {
            pass.explainer()
                    .passed(
                            codemod.id(),
                            "it writes for Python " + codemod.oldestPython() + ", and the project says it supports "
                                    + said + "; --python-version overrides that");
        }
        return !isTooOld;
    }

    /** Applies a codemod as often as it says that it needs; returns the check that failed, or null. */
    private String applyUntilStable(Codemod codemod) {
        int before = version;
        for (int cycle = 1; cycle <= codemod.cycles(); cycle++) {
            int start = version;
            String failure = apply(codemod);
            if (failure != null) {
                return failure;
            }
            if (version == start) {
                break;
            }
        }
        if (version == before || isStable(codemod)) {
            return null;
        }
        return codemod.cycles() == 1
                ? "a second run would change the file again"
                : "the file would still change after " + codemod.cycles() + " cycles";
    }

    /** Applies a codemod once; returns the check that failed, or null. */
    private String apply(Codemod codemod) {
        FileContext context = new FileContext(codemod, current, pass, positions);
        Module rewritten = run(codemod, context);
        Printed printed = rewritten == current.module() ? null : print(rewritten, context);
        if (printed == null) {
            findings.add(codemod, context.findings(), false);
            return null;
        }
        Source source = source(current);
        byte[] fileBytes;
        try {
            fileBytes = source.encode(printed.bytes());
        } catch (CharacterCodingException e) {
            findings.add(codemod, context.findings(), true);
            return "the output cannot be written in the file's encoding";
        }
        boolean isChanged = !Arrays.equals(fileBytes, source.fileBytes());
        findings.add(codemod, context.findings(), isChanged);
        if (!isChanged) {
            return null;
        }
        ParsedFile output = ParsedFile.parse(
                pass.path(), fileBytes, current.module().parsed().level());
        String failure = new SafetyChecks(current, rewritten, printed, output).firstFailure();
        if (failure == null) {
            current = output;
            positions = positions.after(printed.edits());
            version++;
        }
        return failure;
    }

    /** Prints a tree; returns null, and takes the findings back, if a comment would be lost. */
    private static Printed print(Module rewritten, FileContext context) {
        try {
            return Printer.print(rewritten, context.printOptions());
        } catch (RewriteRefusedException e) {
            context.withdraw(e.offset(), "comment-in-the-way", e.getMessage());
            return null;
        }
    }

    /** Returns whether a second run, which knows nothing of this one, would leave the file as it is. */
    private boolean isStable(Codemod codemod) {
        Module module = current.module();
        FilePass second = new FilePass(pass.path(), options, current.suppressions(), blocks, null);
        FileContext context = new FileContext(codemod, current, second, Positions.of(source(current)));
        Module again = run(codemod, context);
        if (again == module) {
            return true;
        }
        try {
            Printed printed = Printer.print(again, context.printOptions());
            return Arrays.equals(printed.bytes(), source(current).bytes());
        } catch (RewriteRefusedException e) {
            return true;
        }
    }

    /** Lets the project codemods whose filter the file passes say which units have a part in it; nothing is changed. */
    void findUnits(boolean[] passes) {
        for (int i = 0; i < passes.length; i++) {
            if (passes[i] && options.codemods().get(i) instanceof ProjectCodemod<?> project) {
                run(project, new FileContext(project, original, pass, positions));
            }
        }
    }

    private Module run(Codemod codemod, FileContext context) {
        return codemod instanceof ProjectCodemod<?> project ? run(project, context) : codemod.rewrite(context);
    }

    private <F extends Serializable> Module run(ProjectCodemod<F> codemod, FileContext context) {
        return codemod.rewrite(context, facts.of(codemod));
    }

    private FileResult result() {
        byte[] before = source(original).fileBytes();
        byte[] after = source(current).fileBytes();
        return Arrays.equals(before, after)
                ? result(FileResult.Status.UNCHANGED, null, null, Set.of())
                : result(FileResult.Status.CHANGED, before, after, unitNames());
    }

    private FileResult result(FileResult.Status status, byte[] before, byte[] after, Set<String> units) {
        SuppressionReport report = new SuppressionReport(pass.path(), source(original), options, seenBy);
        findings.add(report.of(pass.suppressions()));
        return new FileResult(pass.path(), status, before, after, findings.sorted(), List.of(), units);
    }

    /** Returns the names of the units that were rewritten in this file. */
    private Set<String> unitNames() {
        return pass.units().stream()
                .filter(unit -> blocks.cause(unit) == null)
                .map(Unit::toString)
                .collect(Collectors.toSet());
    }

    private FileResult withdrawn(String message) {
        pass.failAll("edits withdrawn: " + message);
        List<Finding> undone =
                findings.sorted().stream().map(Finding::withdrawn).toList();
        FileError error = FileError.withoutPlace("edits withdrawn: " + message);
        return new FileResult(pass.path(), FileResult.Status.WITHDRAWN, null, null, undone, List.of(error), Set.of());
    }

    private static Source source(ParsedFile file) {
        return file.module().parsed().source();
    }
}
