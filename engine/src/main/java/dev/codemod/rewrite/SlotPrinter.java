package dev.codemod.rewrite;

import dev.codemod.tree.AugOperator;
import dev.codemod.tree.Block;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.BoolOperator;
import dev.codemod.tree.Clause;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.Element;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeKind;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Operator;
import dev.codemod.tree.UnaryOperator;
import java.util.List;

/**
 * Compares an edited node with its original, slot by slot and by identity.
 *
 * <ul>
 *   <li>The same object: nothing to do. A copy made from the object that was there: its own slots are compared later.
 *   <li>Another child: its text replaces that of the old one. Parentheses around the old one stay.
 *   <li>A child that came or went: so do the tokens that the layout ties to it.
 *   <li>Flags and operators: their tokens are written anew.
 *   <li>Lists: see {@link ElementLists}, and {@link StatementLines} for those that are lines.
 * </ul>
 */
final class SlotPrinter {
    private final Rendering rendering;
    private final ParsedText text;
    private final ElementLists lists;
    private final StatementLines lines;

    SlotPrinter(Rendering rendering) {
        this.rendering = rendering;
        this.text = rendering.text;
        this.lists = new ElementLists(rendering, this);
        this.lines = new StatementLines(rendering);
    }

    void print(Node edited, Node original) {
        if (edited instanceof ImportFrom now && now.isStar() != ((ImportFrom) original).isStar()) {
            lists.importedNames(now, (ImportFrom) original);
            return;
        }
        Positions positions = new Positions(original);
        boolean recheck = hasOtherTokens(edited, original);
        List<Element> elements = original.kind().elements();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            switch (element.type()) {
                case CHILD:
                    child(edited, original, i, positions, recheck);
                    break;
                case LIST:
                    list(edited, original, i, positions, recheck);
                    break;
                case FLAG:
                    flag(edited, original, i, positions);
                    break;
                case ATTRIBUTE:
                    attribute(edited, original, i, positions);
                    break;
                default:
                    break;
            }
        }
    }

    /** Returns whether something but children changed that may decide about parentheses around children. */
    private static boolean hasOtherTokens(Node edited, Node original) {
        for (int i = 0; i < original.slotCount(); i++) {
            Object now = edited.slot(i);
            Object old = original.slot(i);
            boolean differs = now instanceof NodeList<?> list
                    ? list.size() != ((NodeList<?>) old).size()
                    : !(now instanceof Node) && old != null && !(old instanceof Node) && !old.equals(now);
            if (differs) {
                return true;
            }
        }
        return false;
    }

    private void child(Node edited, Node original, int index, Positions positions, boolean recheck) {
        Element element = original.kind().elements().get(index);
        Node now = (Node) edited.slot(element.slot());
        Node old = (Node) original.slot(element.slot());
        if (now == old) {
            if (recheck && now != null) {
                keep(edited, element, 0, now, old);
            }
        } else if (now instanceof Block block) {
            lines.block(block, (Block) old);
        } else if (now instanceof Clause || old instanceof Clause) {
            lines.optionalClause((Clause) now, (Clause) old, original, positions.first(index));
        } else if (old == null) {
            insert(edited, index, now, positions);
        } else if (now == null) {
            delete(original, index, old, positions);
        } else {
            replace(edited, element, 0, now, old);
        }
    }

    private void list(Node edited, Node original, int index, Positions positions, boolean recheck) {
        Element element = original.kind().elements().get(index);
        NodeList<?> now = (NodeList<?>) edited.slot(element.slot());
        NodeList<?> old = (NodeList<?>) original.slot(element.slot());
        if (now == old && !recheck) {
            return;
        }
        if (element.separator() == Element.Separator.STATEMENT) {
            lines.statements(now, old, original);
        } else if (isLines(original.kind(), element)) {
            lines.list(now, old, original, positions.first(index));
        } else {
            lists.print(edited, original, index, positions, recheck);
        }
    }

    private static boolean isLines(NodeKind kind, Element element) {
        return switch (kind) {
            case FUNCTION_DEF, CLASS_DEF -> element.name().equals("decorators");
            case IF, TRY, MATCH -> true;
            default -> false;
        };
    }

    /** Prints a child that is where it was, edited or not, and in parentheses if it has come to need them. */
    void keep(Node parent, Element element, int index, Node now, Node old) {
        boolean wrap = old.parentheses() == 0
                && Parentheses.needed(now, parent, element, index, text.parsed.level())
                && !Parentheses.needed(old, parent.original(), element, index, text.parsed.level());
        if (wrap) {
            rendering.insert(old.startOffset(), Fragment.of("("));
        }
        if (now != old) {
            rendering.later(now);
        }
        if (wrap) {
            rendering.insert(old.endOffset(), Fragment.of(")"));
        }
    }

    /** Prints a child in the place of another one, or a changed copy in its old place. */
    void replace(Node parent, Element element, int index, Node now, Node old) {
        if (now.original() == old) {
            keep(parent, element, index, now, old);
            return;
        }
        boolean staysInParentheses = old.parentheses() > 0 && Parentheses.mayStandInside(now);
        int from = staysInParentheses ? old.startOffset() : old.outerStartOffset();
        int to = staysInParentheses ? old.endOffset() : old.outerEndOffset();
        Fragment fragment = staysInParentheses || isAsTight(parent, element, index, now, old)
                ? Rendering.inner(rendering.session, now, rendering.styleAt(from))
                : fragment(parent, element, index, now, from, old.outerFirstToken());
        rendering.replace(from, to, fragment);
    }

    /** Returns whether the old child stood there without parentheses against our rules, and the new one is its like. */
    private boolean isAsTight(Node parent, Element element, int index, Node now, Node old) {
        return now.kind() == old.kind()
                && old instanceof BoolOp
                && old.parentheses() == 0
                && Parentheses.needed(old, parent.original(), element, index, text.parsed.level());
    }

    /**
     * Returns the text of a child for its place, in parentheses if the place demands it.
     *
     * @param token the first token of this text that the child replaces or is put before
     */
    Fragment fragment(Node parent, Element element, int index, Node child, int offset, int token) {
        Fragment inner = Rendering.inner(rendering.session, child, rendering.styleAt(offset));
        if (Parentheses.canHave(child)
                && (Parentheses.needed(child, parent, element, index, text.parsed.level())
                        || Parentheses.neededForText(
                                inner, parent, element, index, text.parsed.level(), startsWithBracket(token))
                        || inner.hasLineBreak()
                                && !text.isInsideBrackets(token)
                                && Parentheses.hasOpenLineBreak(inner, text.parsed.level()))) {
            return inner.between("(", ")");
        }
        return inner;
    }

    private boolean startsWithBracket(int token) {
        return text.tape.end(token) > text.tape.start(token) && text.bytes[text.tape.start(token)] == '(';
    }

    private void insert(Node edited, int index, Node now, Positions positions) {
        Element element = edited.kind().elements().get(index);
        int next = positions.first(index);
        boolean isFirst = next == edited.original().firstToken();
        int offset = isFirst ? text.tape.start(next) : text.tape.end(next - 1);
        Fragment fragment = fragment(edited, element, 0, now, offset, next);
        rendering.insert(offset, fragment.between(Spacing.before(edited, index), Spacing.after(edited, index)));
    }

    private void delete(Node original, int index, Node old, Positions positions) {
        List<Element> elements = original.kind().elements();
        int slot = elements.get(index).slot();
        int first = old.outerFirstToken();
        int last = old.outerLastToken();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).group() == slot) {
                first = Math.min(first, positions.first(i));
                last = Math.max(last, positions.last(i));
            }
        }
        boolean isFirst = first == original.firstToken() || last > old.outerLastToken();
        if (isFirst) {
            rendering.delete(text.tape.start(first), text.tape.start(last + 1));
        } else {
            rendering.delete(text.tape.end(first - 1), text.tape.end(last));
        }
    }

    private void flag(Node edited, Node original, int index, Positions positions) {
        Element element = original.kind().elements().get(index);
        boolean now = (Boolean) edited.slot(element.slot());
        boolean old = (Boolean) original.slot(element.slot());
        if (now == old) {
            return;
        }
        int token = positions.first(index);
        if (old) {
            if (!element.name().equals("parenthesized") || !Parentheses.mustStay(original, text)) {
                boolean isWord = Text.isWord(text.bytes[text.tape.start(token)]);
                rendering.delete(text.tape.start(token), isWord ? text.tape.start(token + 1) : text.tape.end(token));
            }
        } else if (standsBefore(element.token(), original.kind())) {
            String blank = element.token().equals("async") ? " " : "";
            rendering.insert(text.tape.start(token), Fragment.of(element.token() + blank));
        } else {
            rendering.insert(text.tape.end(token - 1), Fragment.of(element.token()));
        }
    }

    /** Returns whether the token of a flag is written close to what follows rather than to what precedes it. */
    private static boolean standsBefore(String token, NodeKind kind) {
        return switch (token) {
            case "(", "[", "async", "**" -> true;
            case "*" -> kind != NodeKind.EXCEPT_HANDLER;
            default -> false;
        };
    }

    private void attribute(Node edited, Node original, int index, Positions positions) {
        Element element = original.kind().elements().get(index);
        Object now = edited.slot(element.slot());
        if (now.equals(original.slot(element.slot())) || element.separator() == Element.Separator.OPERATOR) {
            return;
        }
        Fragment fragment = Fragment.of(text(now));
        int first = positions.first(index);
        int last = positions.last(index);
        if (last < first) {
            rendering.insert(text.tape.start(first), fragment);
        } else {
            rendering.replace(text.tape.start(first), text.tape.end(last), fragment);
        }
    }

    static String text(Object attribute) {
        if (attribute instanceof Operator operator) {
            return operator.text();
        } else if (attribute instanceof CompareOperator operator) {
            return operator.text();
        } else if (attribute instanceof UnaryOperator operator) {
            return operator.text();
        } else if (attribute instanceof AugOperator operator) {
            return operator.text();
        } else if (attribute instanceof BoolOperator operator) {
            return operator.text();
        }
        return ".".repeat((Integer) attribute);
    }
}
