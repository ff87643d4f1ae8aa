package dev.codemod.codemod;

import static java.util.Objects.requireNonNull;

import dev.codemod.project.ModuleFacts;
import dev.codemod.rewrite.CommentPolicy;
import dev.codemod.rewrite.PrintOptions;
import dev.codemod.semantics.Evidence;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parsed;
import java.util.ArrayList;
import java.util.List;

/**
 * What a codemod knows about the file that it is looking at, and where it reports.
 *
 * <p>Used by one thread, for one codemod and one file.
 */
public final class FileContext {
    private final Codemod codemod;
    private final ParsedFile file;
    private final FilePass pass;
    private final Positions positions;
    private PrintOptions printOptions = PrintOptions.defaults();
    private final List<Finding> findings = new ArrayList<>();

    private final List<UnitOffer> unitOffers = new ArrayList<>();

    /**
     * Creates the context of a file.
     *
     * @param positions where the places of {@code file} are on disk
     */
    FileContext(Codemod codemod, ParsedFile file, FilePass pass, Positions positions) {
        this.codemod = codemod;
        this.file = file;
        this.pass = pass;
        this.positions = positions;
    }

    /** Creates the context of a file that is as it is on disk, and of which only facts are wanted. */
    FileContext(Codemod codemod, String path, ParsedFile file, RunOptions options) {
        this(
                codemod,
                file,
                new FilePass(
                        path,
                        options,
                        file.suppressions(),
                        UnitBlocks.none(),
                        options.scope().explainer(path)),
                Positions.of(file.module().parsed().source()));
    }

    /** Returns the path as it was given to the run, with {@code /} as the separator. */
    public String path() {
        return pass.path();
    }

    /**
     * Returns the tree of the file. Earlier codemods and cycles of the run may have changed the file, so its offsets and
     * lines are not those on disk; {@link #lineOnDisk} is.
     */
    public Module module() {
        return file.module();
    }

    /** Returns the text and the tokens of the file. */
    public Parsed parsed() {
        return module().parsed();
    }

    /** Returns the language level at which the file was read. */
    public LanguageLevel level() {
        return parsed().level();
    }

    /**
     * Returns the oldest Python that must run the file: the one that the user names, else the oldest that the project says
     * it supports.
     *
     * @return the level, or null if nobody says
     */
    public LanguageLevel oldestLevel() {
        LanguageLevel wanted = pass.options().level();
        return wanted != null ? wanted : pass.options().scope().oldestLevel(path());
    }

    /** Returns what the names of the file mean; computed on first use. */
    public Semantics semantics() {
        return file.semantics();
    }

    FileWords words() {
        return file.words();
    }

    /** Returns the 1-based line on disk where a node of the tree starts. */
    public int lineOnDisk(Node node) {
        return positions.original().line(positions.start(node.original().startOffset()));
    }

    /**
     * Returns what the file says to the other files of the project: definitions, imports and uses; computed on first
     * use. A project codemod keeps them in its facts, see {@link dev.codemod.project.IndexFacts}.
     */
    public ModuleFacts moduleFacts() {
        return file.moduleFacts();
    }

    /**
     * Returns the value of one of the codemod's {@linkplain Codemod#options() options}.
     *
     * @throws IllegalArgumentException if the codemod declares no such option
     */
    public String option(String name) {
        for (Option option : codemod.options()) {
            if (option.name().equals(name)) {
                return pass.options().parameter(codemod, option);
            }
        }
        throw new IllegalArgumentException(codemod.id() + " has no option " + name);
    }

    /** Names a node whose comments the rewrite drops on purpose; all other comments of the file must survive. */
    public void dropComments(Node node) {
        printOptions = printOptions.dropComments(node);
    }

    /** Says what happens to the comments of replaced code that no code which stays contains. */
    public void setCommentPolicy(CommentPolicy policy) {
        printOptions = printOptions.withCommentPolicy(policy);
    }

    /** Returns how the printer treats comments. */
    PrintOptions printOptions() {
        return printOptions;
    }

    /**
     * Reports a rewrite and asks whether to make it.
     *
     * @param applicability {@link Applicability#SAFE} or {@link Applicability#UNSAFE}
     * @param at the node that is rewritten, of the tree as it was parsed
     * @param reason short stable key of the kind of rewrite
     * @param message one sentence: what becomes what and, if unsafe, what a person must check
     * @return whether the codemod must make the rewrite now
     */
    public boolean offer(Applicability applicability, Node at, String reason, String message) {
        return offer(applicability, at, reason, message, null);
    }

    /**
     * Reports a rewrite that belongs together with others, maybe in other files, and asks whether to make it: all
     * offers of a unit are applied in all files, or none.
     *
     * <p>When an offer of the unit cannot be applied, in whatever file and for whatever reason, the files of the unit are
     * rewritten again, and then the answer is no for all of its offers. They are reported as {@code unit-withdrawn} with
     * the place and the cause or, if only {@code --unsafe} is missing, as unsafe rewrites.
     *
     * @param unit stable key of the unit inside the codemod, for example the qualified name of a class
     * @see #offer(Applicability, Node, String, String)
     */
    public boolean offer(Applicability applicability, Node at, String reason, String message, String unit) {
        requireNonNull(at, "at is null");
        if (applicability == Applicability.MANUAL) {
            throw new IllegalArgumentException("a rewrite is safe or unsafe; use refuse for " + reason);
        }
        Unit whole = unit == null ? null : new Unit(codemod.id(), unit);
        UnitFailure block = whole == null ? null : pass.enter(whole);
        if (isIgnored(at)) {
            explain(at, "a comment ignores a rewrite: " + message + " (" + reason + ")");
            fail(whole, at, "a comment ignores it", false);
            return false;
        }
        if (block != null) {
            findings.add(withdrawn(applicability, at, reason, message, block));
            return false;
        }
        boolean isApplied =
                applicability == Applicability.SAFE || pass.options().isUnsafe();
        findings.add(finding(applicability, at, reason, message, isApplied));
        if (!isApplied) {
            fail(whole, at, message, true);
        } else if (whole != null) {
            unitOffers.add(new UnitOffer(at.original(), whole));
        }
        return isApplied;
    }

    /** Returns whether somebody asks about this file, so that {@link #explain} is worth the work. */
    public boolean isExplaining() {
        return pass.explainer() != null;
    }

    /**
     * Tells what the codemod saw at a place and concluded from it, for {@code codemod explain}; also, and above all, about
     * places that it neither rewrites nor refuses. Does nothing in other runs.
     *
     * @param text one sentence without a full stop
     */
    public void explain(Node at, String text) {
        if (isExplaining()) {
            Node original = at.original();
            Source source = positions.original();
            int line = source.line(positions.start(original.startOffset()));
            int endLine = source.line(positions.end(original.endOffset()));
            pass.explainer().saw(codemod.id(), line, Math.max(line, endLine), text);
        }
    }

    /** Tells what the codemod saw at a place, and the places in the file from which it knows. */
    public void explain(Node at, String text, List<Evidence> evidence) {
        if (isExplaining()) {
            List<String> reasons = new ArrayList<>();
            evidence.forEach(reason -> reasons.add("line " + lineOnDisk(reason.node()) + ": " + reason.sentence()));
            explain(at, reasons.isEmpty() ? text : text + " (" + String.join("; ", reasons) + ")");
        }
    }

    private void fail(Unit unit, Node at, String cause, boolean isUnsafe) {
        if (unit != null) {
            pass.fail(unit, new UnitFailure(path() + ":" + lineOnDisk(at), cause, isUnsafe));
        }
    }

    /** Returns the finding for an offer whose unit is not applied. */
    private Finding withdrawn(
            Applicability applicability, Node at, String reason, String message, UnitFailure failure) {
        if (!failure.isUnsafe()) {
            boolean isHere = failure.place().equals(path() + ":" + lineOnDisk(at));
            String subject =
                    isHere ? "not rewritten, nor is what belongs to it: " : "not rewritten, nor is all of its unit: ";
            return finding(Applicability.MANUAL, at, "unit-withdrawn", subject + failure, false);
        }
        String why =
                applicability == Applicability.UNSAFE ? "" : "; it belongs to an unsafe rewrite, " + failure.place();
        return finding(Applicability.UNSAFE, at, reason, message + why, false);
    }

    /** Returns whether rewrites of an applicability are asked for. */
    public boolean allows(Applicability applicability) {
        return applicability == Applicability.SAFE
                || applicability == Applicability.UNSAFE && pass.options().isUnsafe();
    }

    /** Returns whether a comment of the file keeps the codemod away from a node. */
    public boolean isIgnored(Node at) {
        Node original = at.original();
        Source source = positions.original();
        int first = source.line(positions.start(original.startOffset()));
        int last = source.line(positions.end(original.endOffset()));
        return pass.suppressions().isIgnored(codemod.id(), first, last);
    }

    /**
     * Reports a place that is not rewritten.
     *
     * @param reason short stable key of the reason
     * @param message one sentence: why not, and what the user can do
     */
    public void refuse(Node at, String reason, String message) {
        requireNonNull(at, "at is null");
        if (isIgnored(at)) {
            explain(at, "a comment ignores a refusal: " + message + " (" + reason + ")");
        } else {
            findings.add(finding(Applicability.MANUAL, at, reason, message, false));
        }
    }

    /**
     * Reports a place that is not rewritten and without which a unit cannot be: none of the unit's offers is applied, in
     * no file.
     *
     * @param unit the unit, as in {@link #offer(Applicability, Node, String, String, String)}
     * @see #refuse(Node, String, String)
     */
    public void refuse(Node at, String reason, String message, String unit) {
        Unit whole = new Unit(codemod.id(), requireNonNull(unit, "unit is null"));
        pass.enter(whole);
        fail(whole, at, message, false);
        refuse(at, reason, message);
    }

    /** Reports that the rewrites of this file could not be printed, and takes them back. */
    void withdraw(int offset, String reason, String message) {
        findings.replaceAll(Finding::withdrawn);
        findings.add(finding(Applicability.MANUAL, offset, offset, reason, message, false));
        int line = positions.original().line(positions.start(offset));
        UnitFailure failure = new UnitFailure(path() + ":" + line, message, false);
        UnitOffer culprit = smallestAt(offset);
        (culprit == null ? unitOffers : List.of(culprit)).forEach(offer -> pass.fail(offer.unit(), failure));
    }

    /** Returns the offer of the smallest node around an offset, or null if there is none. */
    private UnitOffer smallestAt(int offset) {
        UnitOffer smallest = null;
        for (UnitOffer offer : unitOffers) {
            Node node = offer.node();
            if (node.startOffset() <= offset
                    && offset < node.endOffset()
                    && (smallest == null || offer.length() < smallest.length())) {
                smallest = offer;
            }
        }
        return smallest;
    }

    /** An offer that the codemod may make good, of a unit. */
    private record UnitOffer(Node node, Unit unit) {
        int length() {
            return node.endOffset() - node.startOffset();
        }
    }

    /** Returns what was reported so far, in the order of the places. */
    List<Finding> findings() {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Finding.BY_PLACE);
        return sorted;
    }

    private Finding finding(Applicability applicability, Node at, String reason, String message, boolean isApplied) {
        Node original = at.original();
        return finding(applicability, original.startOffset(), original.endOffset(), reason, message, isApplied);
    }

    private Finding finding(
            Applicability applicability, int from, int to, String reason, String message, boolean isApplied) {
        Source source = positions.original();
        int start = positions.start(from);
        int end = Math.max(start, positions.end(to));
        return new Finding(
                codemod.id(),
                path(),
                source.line(start),
                source.codePointColumn(start) + 1,
                source.line(end),
                source.codePointColumn(end) + 1,
                applicability,
                reason,
                message,
                isApplied);
    }
}
