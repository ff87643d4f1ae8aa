package dev.codemod.rewrite;

import dev.codemod.lexer.TokenKind;
import dev.codemod.tree.Alias;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Element;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.MatchSequence;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeKind;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints changes of lists inside a line or in brackets: arguments, elements, names, operands, string parts.
 *
 * <p>What separates a new element from its neighbour is copied from the original list, line breaks and indentation
 * included; a trailing comma stays if there was one. Comments on the line of an element stay with that element.
 */
final class ElementLists {
    private final Rendering rendering;
    private final ParsedText text;
    private final SlotPrinter slots;

    ElementLists(Rendering rendering, SlotPrinter slots) {
        this.rendering = rendering;
        this.text = rendering.text;
        this.slots = slots;
    }

    void print(Node edited, Node original, int index, Positions positions, boolean recheck) {
        Element element = original.kind().elements().get(index);
        NodeList<?> now = (NodeList<?>) edited.slot(element.slot());
        NodeList<?> old = (NodeList<?>) original.slot(element.slot());
        boolean otherOperator = edited instanceof BoolOp bool && bool.op() != ((BoolOp) original).op();
        if (otherOperator && now.size() == old.size()) {
            replaceOperators((BoolOp) edited, old);
        } else if (otherOperator || element.separator() == Element.Separator.DOT) {
            if (now != old) {
                rewrite(edited, element, now, old);
            }
            return;
        }
        List<ListOps.Op> ops = ListOps.of(now, old, (a, b) -> true);
        new ElementListChange(rendering, slots, edited, original, positions, index).print(ops, recheck);
    }

    private void replaceOperators(BoolOp edited, NodeList<?> old) {
        for (int i = 0; i + 1 < old.size(); i++) {
            int token = old.get(i).outerLastToken() + 1;
            rendering.replace(
                    text.tape.start(token),
                    text.tape.end(token),
                    Fragment.of(edited.op().text()));
        }
    }

    private void rewrite(Node edited, Element element, NodeList<?> now, NodeList<?> old) {
        String separator = edited instanceof BoolOp bool ? " " + bool.op().text() + " " : ".";
        int from = old.first().outerStartOffset();
        FragmentBuilder builder = new FragmentBuilder();
        for (int i = 0; i < now.size(); i++) {
            builder.append(i == 0 ? "" : separator);
            builder.append(slots.fragment(
                    edited, element, i, now.get(i), from, old.first().outerFirstToken()));
        }
        rendering.replace(from, old.last().outerEndOffset(), builder.build(rendering.indentationAt(from)));
    }

    /** Prints a from import that came to name its names, or came to import all. */
    void importedNames(ImportFrom edited, ImportFrom original) {
        FragmentBuilder builder = new FragmentBuilder();
        if (edited.isStar()) {
            builder.append("*");
        }
        for (int i = 0; i < edited.names().size(); i++) {
            Alias alias = edited.names().get(i);
            builder.append(i == 0 ? "" : ", ");
            builder.append(Rendering.inner(rendering.session, alias, rendering.styleAt(alias.startOffset())));
        }
        int token = original.lastToken();
        while (text.tape.kind(token - 1) != TokenKind.IMPORT) {
            token--;
        }
        rendering.replace(
                text.tape.start(token), text.tape.end(original.lastToken()), builder.build(Fragment.EMPTY.bytes()));
    }

    /** Returns whether a list of one element needs a comma after it, to be a list at all. */
    static boolean needsCommaAlone(Node parent) {
        return parent instanceof Tuple || parent instanceof MatchSequence sequence && !sequence.isBracketed();
    }

    /** Returns what separates the elements where there is no example to follow. */
    static String defaultSeparator(Node parent, Element element) {
        return switch (element.separator()) {
            case COMMA -> ", ";
            case BAR -> " | ";
            case OPERATOR -> " " + ((BoolOp) parent).op().text() + " ";
            case NONE -> parent.kind() == NodeKind.JOINED_STR || parent.kind() == NodeKind.FORMAT_SPEC ? "" : " ";
            default -> throw new IllegalStateException("no separator: " + element);
        };
    }

    /** Returns the indices of the elements of a kind of step, in order. */
    static List<ListOps.Op> only(List<ListOps.Op> ops, ListOps.Kind kind) {
        List<ListOps.Op> result = new ArrayList<>();
        for (ListOps.Op op : ops) {
            if (op.kind() == kind) {
                result.add(op);
            }
        }
        return result;
    }
}
