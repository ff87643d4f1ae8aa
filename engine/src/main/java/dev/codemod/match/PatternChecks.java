package dev.codemod.match;

import dev.codemod.rewrite.Template;
import dev.codemod.tree.Element;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Starred;

/** What must be true of a pattern or replacement that parses, so that none means something else than it says. */
final class PatternChecks {
    private final String what;
    private final PatternTree tree;

    private PatternChecks(String what, PatternTree tree) {
        this.what = what;
        this.tree = tree;
    }

    /**
     * Checks a text.
     *
     * @param what the text in messages: {@code pattern} or {@code replacement}
     * @throws MalformedPatternException if a metavariable stands where it cannot
     */
    static void check(String what, PatternTree tree) {
        PatternChecks checks = new PatternChecks(what, tree);
        for (Node root : tree.roots()) {
            Template.Hole hole = tree.elementHole(root);
            if (hole == null || !hole.isList()) {
                checks.check(root);
            }
        }
    }

    /** Checks what only patterns must fulfil. */
    static void checkPattern(PatternTree tree) {
        if (tree.roots().isEmpty()) {
            throw new MalformedPatternException("the pattern is empty");
        }
        boolean matchesAnything = true;
        for (Node root : tree.roots()) {
            Template.Hole hole = root instanceof Identifier ? null : tree.elementHole(root);
            boolean isBare = hole != null && !hole.isString() && tree.kindOf(hole) == null && !tree.isComposed(hole);
            matchesAnything &= isBare;
        }
        if (matchesAnything) {
            Template.Hole hole = tree.elementHole(tree.roots().get(0));
            throw new MalformedPatternException(
                    tree.roots().size() == 1
                            ? "the pattern is nothing but " + hole + ", which matches everything"
                            : "the pattern is nothing but metavariables, which match everything");
        }
        checkEnds(tree);
        check("pattern", tree);
    }

    private static void checkEnds(PatternTree tree) {
        int last = tree.roots().size() - 1;
        for (int end : new int[] {0, last}) {
            Template.Hole hole = tree.elementHole(tree.roots().get(end));
            if (hole != null && hole.isList() && hole.isAnonymous()) {
                throw new MalformedPatternException("$$$ at the " + (end == 0 ? "beginning" : "end")
                        + " of the statements matches what is there anyway; leave it out");
            }
        }
        for (int i = 1; i <= last; i++) {
            if (tree.isListRoot(i - 1) && tree.isListRoot(i)) {
                throw new MalformedPatternException("two metavariables for any number of statements are neighbours");
            }
        }
    }

    private void check(Node node) {
        if (tree.deepOf(node) != null) {
            checkDeep(tree.deepOf(node));
        }
        for (Element element : node.kind().elements()) {
            if (element.type() == Element.Type.LIST) {
                for (Node child : (NodeList<?>) node.slot(element.slot())) {
                    checkElement(child);
                }
            } else if (element.type() == Element.Type.CHILD && node.slot(element.slot()) instanceof Node child) {
                Template.Hole hole = tree.holeOf(child);
                if (hole != null && hole.isList()) {
                    throw new MalformedPatternException(
                            hole + " stands in the " + what + " where one node is expected");
                }
                checkKind(hole, child, node instanceof ExpressionStatement);
                check(child);
            }
        }
        Template.Hole hole = tree.holeOf(node);
        checkKind(hole, node, false);
    }

    private void checkElement(Node child) {
        Template.Hole hole = tree.elementHole(child);
        if (hole == null || !hole.isList()) {
            if (child instanceof ExpressionStatement statement && tree.holeOf(statement.value()) != null) {
                return;
            }
            check(child);
        }
    }

    private void checkKind(Template.Hole hole, Node node, boolean isStatement) {
        PatternKind kind = hole == null ? null : tree.kindOf(hole);
        if (kind == null || isStatement) {
            return;
        }
        boolean fits = node instanceof Identifier ? kind == PatternKind.NAME : !kind.isOfStatements();
        if (!fits) {
            throw new MalformedPatternException(hole + " stands where no " + kind.word() + " can stand");
        }
    }

    private void checkDeep(Expression inner) {
        if (what.equals("replacement")) {
            throw new MalformedPatternException("the replacement cannot hold <$$$ ... $$$>, which stands for a place");
        }
        Template.Hole hole = tree.holeOf(inner);
        boolean isAnything = hole != null && !hole.isString() && tree.kindOf(hole) == null && !tree.isComposed(hole);
        if (isAnything || inner instanceof Starred) {
            throw new MalformedPatternException("what stands between <$$$ and $$$> matches everything");
        }
    }
}
