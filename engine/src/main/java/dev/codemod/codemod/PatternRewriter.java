package dev.codemod.codemod;

import static java.util.Objects.requireNonNull;

import dev.codemod.match.AssignedNodes;
import dev.codemod.match.ComposedString;
import dev.codemod.match.Match;
import dev.codemod.match.Rewrite;
import dev.codemod.rewrite.Imports;
import dev.codemod.rewrite.TreeReplacer;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.Block;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Delete;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.FormattedValue;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Statement;
import dev.codemod.tree.WithItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rewrites the matches of patterns in one file: at every place the first {@link Rewrite} whose match is meant.
 *
 * <p>Matches inside what a replacement keeps are replaced in the same pass. A match whose bound nodes cannot stand where
 * the replacement has them is refused as {@code does-not-fit}. Used by one thread, once.
 */
public final class PatternRewriter {
    /** Decides about matches; patterns may say less than their author wants. */
    public interface Judge {
        /**
         * Returns the judgement of a match.
         *
         * @param rewrite the index of the rewrite
         * @return null if it is not meant
         */
        Judgement judge(int rewrite, Match match);
    }

    /**
     * A match that is meant.
     *
     * @param match the match, with the values that the replacement needs besides those of the pattern
     * @param applicability how far its rewrite can be trusted
     * @param doubt why not as far as the others, for the message, or null
     */
    public record Judgement(Match match, Applicability applicability, String doubt) {
        /** Returns the judgement with less trust: unsafe instead of safe, manual instead of unsafe. */
        public Judgement doubting(String reason) {
            boolean isSafe = applicability == Applicability.SAFE;
            return new Judgement(match, isSafe ? Applicability.UNSAFE : Applicability.MANUAL, reason);
        }
    }

    private final FileContext file;
    private final String message;
    private final Judge judge;
    private final Imports imports;
    private final List<Candidate> candidates = new ArrayList<>();
    private final boolean hasRuns;

    /** Made when the first match asks for them. */
    private Set<Node> targets;

    private Set<Node> shown;
    private NamedInStrings strings;
    private final TreeReplacer replacer = new TreeReplacer();
    private final Deque<Node> open = new ArrayDeque<>();

    /**
     * Creates a rewriter.
     *
     * @param message one sentence, the message of the findings
     */
    public PatternRewriter(FileContext file, String message, List<Rewrite> rewrites, Judge judge) {
        this.file = requireNonNull(file, "file is null");
        this.message = requireNonNull(message, "message is null");
        this.judge = requireNonNull(judge, "judge is null");
        imports = Imports.of(file.module());
        FileWords words = file.words();
        for (int i = 0; i < rewrites.size(); i++) {
            if (words.mayMatch(rewrites.get(i).pattern())) {
                candidates.add(new Candidate(i, rewrites.get(i).in(file.semantics(), imports)));
            }
        }
        hasRuns = candidates.stream().anyMatch(candidate -> candidate.rewrite.isRun());
    }

    /** A rewrite for whose pattern the file has the words, and its number for the judge. */
    private record Candidate(int number, Rewrite.FileRewrite rewrite) {}

    /** Returns the imports of the file, to plan changes of them. */
    public Imports imports() {
        return imports;
    }

    /**
     * Returns the judgement of a match for which only its pattern speaks.
     *
     * @param isText whether a metavariable is taken apart as a text that is composed
     */
    public static Judgement plainJudgement(Match match, Applicability applicability, Predicate<String> isText) {
        Judgement judgement = new Judgement(match, applicability, null);
        for (Map.Entry<String, Object> binding : match.bindings().entrySet()) {
            boolean isTaken = binding.getValue() instanceof Expression && isText.test(binding.getKey());
            ComposedString text = isTaken ? ComposedString.of((Expression) binding.getValue()) : null;
            if (text != null && !text.isCertain()) {
                return judgement.doubting("the operand of % may be a tuple of several values");
            }
        }
        return judgement;
    }

    /** Returns the rewritten module, or the file's own if nothing changes. */
    public Module rewritten() {
        if (candidates.isEmpty()) {
            return file.module();
        }
        open.push(file.module());
        while (!open.isEmpty()) {
            Node node = open.pop();
            List<Node> below = replaced(node);
            (below != null ? below : withoutRuns(node)).forEach(open::push);
        }
        return replacer.isEmpty() ? file.module() : imports.applyTo(replacer.apply(file.module()));
    }

    /** Replaces a node if it matches; returns the nodes to look at below it, or null if it stays. */
    private List<Node> replaced(Node node) {
        for (Candidate candidate : candidates) {
            Rewrite.FileRewrite rewrite = candidate.rewrite;
            Match match = rewrite.isRun() ? null : rewrite.match(node);
            if (match != null && isTarget(node)) {
                return null;
            }
            Judgement judgement = match == null ? null : judge.judge(candidate.number, match);
            if (judgement != null && isShown(node) && judgement.applicability() == Applicability.SAFE) {
                judgement = judgement.doubting("the f-string shows the text of the expression");
            }
            if (judgement != null) {
                return replaced(judgement, rewrite) ? rewrite.kept(judgement.match()) : null;
            }
        }
        return null;
    }

    /** Replaces runs of statements; returns the children to look at, those of replaced runs as far as they are kept. */
    private List<Node> withoutRuns(Node node) {
        NodeList<? extends Statement> statements = node instanceof Module module
                ? module.statements()
                : node instanceof Block block ? block.statements() : null;
        if (statements == null || !hasRuns) {
            return node.children();
        }
        List<Node> below = new ArrayList<>();
        int i = 0;
        while (i < statements.size()) {
            int end = replacedRun(statements, i, below);
            if (end < 0) {
                below.add(statements.get(i));
            }
            i = end < 0 ? i + 1 : end;
        }
        return below;
    }

    /** Returns the index after the run that begins at an index and is replaced, or -1. */
    private int replacedRun(NodeList<? extends Statement> statements, int index, List<Node> below) {
        for (Candidate candidate : candidates) {
            Rewrite.FileRewrite rewrite = candidate.rewrite;
            Match match = rewrite.isRun() ? rewrite.match(statements, index) : rewrite.match(statements.get(index));
            Judgement judgement = match == null ? null : judge.judge(candidate.number, match);
            if (judgement != null) {
                if (!rewrite.isRun() || !replaced(judgement, rewrite)) {
                    return -1;
                }
                below.addAll(rewrite.kept(judgement.match()));
                return index + match.nodes().size();
            }
        }
        return -1;
    }

    /** Returns why a rewrite that counts as safe may not be, or null. */
    private String doubt(Judgement meant, Rewrite.FileRewrite rewrite) {
        if (meant.applicability() != Applicability.SAFE) {
            return null;
        }
        if (rewrite.joinsLines(meant.match())) {
            return "elements on several lines come into one";
        }
        Node repeated = rewrite.repeatedEffect(meant.match());
        if (repeated != null) {
            return repeated.sourceText() + " would run more than once";
        }
        if (meant.match().denoted().isEmpty()) {
            return null;
        }
        if (strings == null) {
            strings = new NamedInStrings(file.semantics());
        }
        int line = strings.line(meant.match().denoted());
        return line == 0 ? null : "a string in line " + line + " names what is replaced, perhaps to patch it";
    }

    /** Replaces a match, or reports it; returns whether it is replaced. */
    private boolean replaced(Judgement meant, Rewrite.FileRewrite rewrite) {
        Match match = meant.match();
        // A rewrite that only finds has no replacement that could have an obstacle.
        boolean isManual = meant.applicability() == Applicability.MANUAL;
        String obstacle = isManual ? null : rewrite.obstacle(match);
        String doubt = isManual || obstacle != null ? null : doubt(meant, rewrite);
        Judgement judgement = doubt == null ? meant : meant.doubting(doubt);
        String text = judgement.doubt() == null ? message : message + " Not certain: " + judgement.doubt() + ".";
        String reason = judgement.doubt() == null ? "matches" : "uncertain";
        if (isManual) {
            file.refuse(match.node(), reason, text);
            return false;
        }
        if (obstacle != null) {
            file.refuse(match.node(), "does-not-fit", "not rewritten: " + obstacle);
            return false;
        }
        if (!file.offer(judgement.applicability(), match.node(), reason, text)) {
            return false;
        }
        Object replacement = rewrite.replace(match);
        if (replacement instanceof NodeList<?> list) {
            replacer.replace(match.node(), list);
        } else {
            replacer.replace(match.node(), (Node) replacement);
        }
        match.nodes().subList(1, match.nodes().size()).forEach(replacer::remove);
        return true;
    }

    private boolean isTarget(Node node) {
        if (targets == null) {
            targets = targets(file.module());
        }
        return targets.contains(node);
    }

    private boolean isShown(Node node) {
        if (shown == null) {
            shown = shown(file.module());
        }
        return shown.contains(node);
    }

    /** Returns the expressions that are assigned to or deleted, which no pattern matches. */
    private static Set<Node> targets(Module module) {
        Set<Node> targets = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : module.findAll(Node.class)) {
            if (node instanceof Assign assign) {
                assign.targets().forEach(target -> targets.addAll(AssignedNodes.in(target)));
            } else if (node instanceof Delete delete) {
                delete.targets().forEach(target -> targets.addAll(AssignedNodes.in(target)));
            } else if (node instanceof AugAssign assign) {
                targets.addAll(AssignedNodes.in(assign.target()));
            } else if (node instanceof AnnAssign assign) {
                targets.addAll(AssignedNodes.in(assign.target()));
            } else if (node instanceof For loop) {
                targets.addAll(AssignedNodes.in(loop.target()));
            } else if (node instanceof Comprehension loop) {
                targets.addAll(AssignedNodes.in(loop.target()));
            } else if (node instanceof WithItem item && item.target() != null) {
                targets.addAll(AssignedNodes.in(item.target()));
            }
        }
        return targets;
    }

    /** Returns the nodes whose text is part of a value: those in {@code f"{x=}"}. */
    private static Set<Node> shown(Module module) {
        Set<Node> shown = Collections.newSetFromMap(new IdentityHashMap<>());
        for (FormattedValue field : module.findAll(FormattedValue.class)) {
            if (field.isDebug()) {
                shown.addAll(field.value().findAll(Node.class));
            }
        }
        return shown;
    }
}
