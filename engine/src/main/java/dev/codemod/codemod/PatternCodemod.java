package dev.codemod.codemod;

import static java.util.Objects.requireNonNull;

import dev.codemod.match.Match;
import dev.codemod.match.Rewrite;
import dev.codemod.rewrite.Imports;
import dev.codemod.rewrite.TreeReplacer;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Delete;
import dev.codemod.tree.For;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.WithItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A codemod made of patterns: at every node the first {@link Rewrite} that matches is made.
 *
 * <p>Matches inside what a replacement keeps are replaced too. A match whose bound nodes cannot stand where the
 * replacement has them is refused as {@code does-not-fit}.
 */
public class PatternCodemod extends Codemod {
    private final String id;
    private final String summary;
    private final Applicability applicability;
    private final List<Rewrite> rewrites;

    /**
     * Creates a codemod.
     *
     * @param summary one sentence; also the message of its findings
     * @param applicability of every rewrite; {@link Applicability#MANUAL} reports the places only
     */
    public PatternCodemod(String id, String summary, Applicability applicability, List<Rewrite> rewrites) {
        this.id = requireNonNull(id, "id is null");
        this.summary = requireNonNull(summary, "summary is null");
        this.applicability = requireNonNull(applicability, "applicability is null");
        this.rewrites = List.copyOf(rewrites);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public Prefilter prefilter() {
        if (rewrites.size() == 1) {
            Prefilter filter = Prefilter.always();
            for (String word : rewrites.get(0).pattern().requiredWords()) {
                filter = filter.and(word);
            }
            return filter;
        }
        List<String> words = new ArrayList<>();
        for (Rewrite rewrite : rewrites) {
            Set<String> ofRewrite = rewrite.pattern().requiredWords();
            if (ofRewrite.isEmpty()) {
                return Prefilter.always();
            }
            words.add(longest(ofRewrite));
        }
        return Prefilter.anyOf(words);
    }

    private static String longest(Set<String> words) {
        String longest = "";
        for (String word : words) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return longest;
    }

    @Override
    public Module rewrite(FileContext file) {
        Imports imports = Imports.of(file.module());
        List<Rewrite.FileRewrite> ofFile = new ArrayList<>();
        for (Rewrite rewrite : rewrites) {
            ofFile.add(rewrite.in(file.semantics(), imports));
        }
        Set<Node> targets = targets(file.module());
        TreeReplacer replacer = new TreeReplacer();
        Deque<Node> open = new ArrayDeque<>();
        open.push(file.module());
        while (!open.isEmpty()) {
            Node node = open.pop();
            List<Node> below = targets.contains(node) ? null : replaced(node, ofFile, file, replacer);
            (below != null ? below : node.children()).forEach(open::push);
        }
        return replacer.isEmpty() ? file.module() : imports.applyTo(replacer.apply(file.module()));
    }

    /** Replaces a node if it matches; returns the nodes to look at below it, or null if it stays. */
    private List<Node> replaced(Node node, List<Rewrite.FileRewrite> ofFile, FileContext file, TreeReplacer replacer) {
        for (Rewrite.FileRewrite rewrite : ofFile) {
            Match match = rewrite.match(node);
            if (match == null || !accepts(match, file)) {
                continue;
            }
            String obstacle = rewrite.obstacle(match);
            if (applicability == Applicability.MANUAL) {
                file.refuse(node, "matches", summary);
            } else if (obstacle != null) {
                file.refuse(node, "does-not-fit", "not rewritten: " + obstacle);
            } else if (file.offer(applicability, node, "matches", summary)) {
                Object replacement = rewrite.replace(match);
                if (replacement instanceof NodeList<?> list) {
                    replacer.replace(node, list);
                } else {
                    replacer.replace(node, (Node) replacement);
                }
                return rewrite.kept(match);
            }
            return null;
        }
        return null;
    }

    /** Returns whether a match is one of this codemod; the patterns may say less than the author wants. */
    protected boolean accepts(Match match, FileContext file) {
        return true;
    }

    /** Returns the expressions that are assigned to or deleted, which no pattern matches. */
    private static Set<Node> targets(Module module) {
        Set<Node> targets = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : module.findAll(Node.class)) {
            if (node instanceof Assign assign) {
                assign.targets().forEach(target -> addTarget(target, targets));
            } else if (node instanceof Delete delete) {
                delete.targets().forEach(target -> addTarget(target, targets));
            } else if (node instanceof AugAssign assign) {
                addTarget(assign.target(), targets);
            } else if (node instanceof AnnAssign assign) {
                addTarget(assign.target(), targets);
            } else if (node instanceof For loop) {
                addTarget(loop.target(), targets);
            } else if (node instanceof Comprehension loop) {
                addTarget(loop.target(), targets);
            } else if (node instanceof WithItem item && item.target() != null) {
                addTarget(item.target(), targets);
            }
        }
        return targets;
    }

    private static void addTarget(Node target, Set<Node> targets) {
        targets.add(target);
        if (target instanceof Tuple || target instanceof ListDisplay || target instanceof Starred) {
            target.children().forEach(child -> addTarget(child, targets));
        }
    }

    /** Returns how far the rewrites can be trusted. */
    protected final Applicability applicability() {
        return applicability;
    }

    /** Returns a Markdown table of the patterns and what takes their place. */
    protected final String rewritesAsTable() {
        StringBuilder table = new StringBuilder("| code | becomes |\n|---|---|\n");
        for (Rewrite rewrite : rewrites) {
            table.append("| `").append(oneLine(rewrite.pattern().text()));
            table.append("` | `").append(oneLine(rewrite.replacement())).append("` |\n");
        }
        return table.toString();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }

    @Override
    public String page() {
        return "# " + id + "\n\n" + summary + "\n\n" + rewritesAsTable();
    }
}
