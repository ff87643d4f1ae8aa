package dev.codemod.rewrite;

import dev.codemod.lexer.TokenKind;
import dev.codemod.tree.Element;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeKind;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Starred;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Prints the elements that came to and went from one list: see {@link ElementLists}. */
final class ElementListChange {
    private final Rendering rendering;
    private final ParsedText text;
    private final SlotPrinter slots;
    private final Node edited;
    private final Node original;
    private final Element element;
    private final NodeList<?> old;
    private final int newSize;

    /** The token before the list, or -1 if the node begins with the list. */
    private final int tokenBefore;

    /** The token after the list. */
    private final int tokenAfter;

    /** The comma after the last element, or -1. */
    private final int trailingComma;

    private final boolean isLiteral;

    ElementListChange(
            Rendering rendering, SlotPrinter slots, Node edited, Node original, Positions positions, int index) {
        this.rendering = rendering;
        this.text = rendering.text;
        this.slots = slots;
        this.edited = edited;
        this.original = original;
        this.element = original.kind().elements().get(index);
        this.old = (NodeList<?>) original.slot(element.slot());
        this.newSize = ((NodeList<?>) edited.slot(element.slot())).size();
        int first = positions.first(index);
        int last = positions.last(index);
        this.tokenBefore = first == original.firstToken() ? -1 : first - 1;
        this.tokenAfter = last + 1;
        boolean closes = element.separator() == Element.Separator.COMMA
                && !old.isEmpty()
                && last > old.last().outerLastToken();
        this.trailingComma = closes ? last : -1;
        this.isLiteral = original.kind() == NodeKind.JOINED_STR || original.kind() == NodeKind.FORMAT_SPEC;
    }

    /** @param recheck whether elements that stay may have come to need parentheses */
    void print(List<ListOps.Op> ops, boolean recheck) {
        if (element.separator() == Element.Separator.EQUAL) {
            printTargets(ops);
            return;
        }
        int from = 0;
        int before = -1;
        while (from < ops.size()) {
            ListOps.Op op = ops.get(from);
            int to = from + 1;
            if (isChange(op)) {
                while (to < ops.size() && ops.get(to).kind() == op.kind()) {
                    to++;
                }
            }
            if (op.kind() == ListOps.Kind.INSERT) {
                insert(ops.subList(from, to), before);
            } else if (op.kind() == ListOps.Kind.DELETE) {
                int last = ops.get(to - 1).oldIndex();
                delete(before, op.oldIndex(), last, last + 1 < old.size() ? last + 1 : -1);
            } else {
                stay(op, recheck);
                before = op.oldIndex();
            }
            from = to;
        }
        addCommaAlone(ops);
    }

    private static boolean isChange(ListOps.Op op) {
        return op.kind() == ListOps.Kind.INSERT || op.kind() == ListOps.Kind.DELETE;
    }

    private void stay(ListOps.Op op, boolean recheck) {
        if (op.kind() == ListOps.Kind.REPLACE) {
            slots.replace(edited, element, op.nowIndex(), op.now(), op.old());
        } else if (recheck || op.now() != op.old()) {
            slots.keep(edited, element, op.nowIndex(), op.now(), op.old());
        }
    }

    /** Every target is followed by its equals sign, which comes and goes with it. */
    private void printTargets(List<ListOps.Op> ops) {
        int next = old.first().outerFirstToken();
        for (ListOps.Op op : ops) {
            if (op.kind() == ListOps.Kind.INSERT) {
                int offset = text.tape.start(next);
                Fragment target = slots.fragment(edited, element, op.nowIndex(), op.now(), offset, next);
                rendering.insert(offset, target.between("", " = "));
            } else {
                int after = op.old().outerLastToken() + 2;
                if (op.kind() == ListOps.Kind.DELETE) {
                    rendering.delete(text.tape.start(next), text.tape.start(after));
                } else {
                    stay(op, false);
                }
                next = after;
            }
        }
    }

    private int start(int index) {
        return old.get(index).outerStartOffset();
    }

    private int end(int index) {
        return old.get(index).outerEndOffset();
    }

    private void delete(int before, int first, int last, int after) {
        if (isLiteral) {
            rendering.replaceLiterally(start(first), end(last), Fragment.EMPTY);
        } else if (before < 0 && after < 0) {
            deleteAll();
        } else if (after >= 0) {
            deleteBefore(before, first, last, after);
        } else if (!hasSeparatorTokens()) {
            rendering.delete(end(before), end(last));
        } else {
            deleteTail(before, last);
        }
    }

    private void deleteAll() {
        int from = old.first().outerStartOffset();
        int to = text.tape.end(tokenAfter - 1);
        boolean isBareTuple = original.kind() == NodeKind.TUPLE && tokenBefore < 0;
        if (isBareTuple) {
            rendering.replace(from, to, Fragment.of("()"));
        } else if (tokenBefore >= 0 && Text.isWord(text.bytes[text.tape.end(tokenBefore) - 1])) {
            rendering.delete(text.tape.end(tokenBefore), to);
        } else if (!hasSeparatorTokens() && tokenBefore >= 0) {
            rendering.delete(text.tape.end(tokenBefore), to);
        } else {
            rendering.delete(from, to);
        }
    }

    private void deleteBefore(int before, int first, int last, int after) {
        boolean breakBefore = before >= 0 && Text.hasLineEnd(text.bytes, end(before), start(first));
        boolean breakAfter = Text.hasLineEnd(text.bytes, end(last), start(after));
        if (!hasSeparatorTokens() && before >= 0 || before >= 0 && breakAfter && !breakBefore) {
            rendering.delete(end(before), end(last));
            return;
        }
        int to = start(after);
        int comment = ownLineComment(end(last), to);
        rendering.delete(start(first), comment < 0 ? to : text.tape.commentStart(comment));
    }

    /** Returns the first comment of a range that has a line of its own, or -1. */
    private int ownLineComment(int from, int to) {
        for (int i = text.firstCommentFrom(from); i < text.tape.commentCount(); i++) {
            if (text.tape.commentStart(i) >= to) {
                return -1;
            }
            if (text.isOwnLine(i)) {
                return i;
            }
        }
        return -1;
    }

    /** Deletes the last elements and leaves the one before them its comment, and the list its trailing comma. */
    private void deleteTail(int before, int last) {
        int comma = old.get(before).outerLastToken() + 1;
        int ownComment = commentOnLine(text.tape.end(comma), start(before + 1));
        boolean keepsComma = trailingComma >= 0 || newSize == 1 && ElementLists.needsCommaAlone(edited);
        if (trailingComma >= 0 && ownComment < 0 && !Text.hasLineEnd(text.bytes, end(before), start(before + 1))) {
            rendering.delete(end(before), end(last));
            return;
        }
        if (!keepsComma && ownComment < 0) {
            rendering.delete(end(before), end(last));
            return;
        }
        if (!keepsComma) {
            rendering.delete(text.tape.start(comma), text.tape.end(comma));
        }
        int to = trailingComma < 0 ? end(last) : text.tape.end(trailingComma);
        int lastComment = commentOnLine(to, text.tape.start(tokenAfter));
        int end = lastComment < 0 ? to : text.tape.commentEnd(lastComment);
        int from = text.tape.end(comma);
        if (ownComment >= 0) {
            boolean isBroken = Text.hasLineEnd(text.bytes, end, text.tape.start(tokenAfter));
            from = isBroken ? text.tape.commentEnd(ownComment) : start(before + 1);
        }
        rendering.delete(from, end);
    }

    /** Returns the comment on the rest of an offset's line, or -1. */
    private int commentOnLine(int from, int to) {
        int comment = text.firstCommentFrom(from);
        boolean isThere = comment < text.tape.commentCount()
                && text.tape.commentStart(comment) < to
                && !Text.hasLineEnd(text.bytes, from, text.tape.commentStart(comment));
        return isThere ? comment : -1;
    }

    private boolean hasSeparatorTokens() {
        return element.separator() != Element.Separator.NONE;
    }

    private void insert(List<ListOps.Op> ops, int before) {
        if (old.isEmpty()) {
            insertIntoEmpty(ops);
        } else if (before < 0) {
            insertFirst(ops);
        } else {
            insertAfter(ops, before);
        }
    }

    private void insertIntoEmpty(List<ListOps.Op> ops) {
        int offset = tokenBefore < 0 ? text.tape.start(tokenAfter) : text.tape.end(tokenBefore);
        byte last = tokenBefore < 0 ? 0 : text.bytes[offset - 1];
        FragmentBuilder builder = new FragmentBuilder();
        builder.append(Text.isWord(last) && !isLiteral ? " " : "");
        for (int i = 0; i < ops.size(); i++) {
            builder.append(i == 0 ? "" : ElementLists.defaultSeparator(edited, element));
            builder.append(text(ops.get(i), offset, tokenAfter));
        }
        builder.append(ops.size() == 1 && ElementLists.needsCommaAlone(edited) ? "," : "");
        put(offset, builder);
    }

    private void insertFirst(List<ListOps.Op> ops) {
        int comment = tokenBefore < 0 ? -1 : ownLineComment(text.tape.end(tokenBefore), start(0));
        int offset = comment < 0 ? start(0) : text.tape.commentStart(comment);
        byte[] separator = separator(0);
        FragmentBuilder builder = new FragmentBuilder();
        for (ListOps.Op op : ops) {
            append(builder, text(op, offset, old.get(0).outerFirstToken()), offset, separator);
            builder.append(separator);
        }
        put(offset, builder);
    }

    private void insertAfter(List<ListOps.Op> ops, int before) {
        int token = old.get(before).outerLastToken() + 1;
        boolean hasComma = element.separator() == Element.Separator.COMMA
                && text.tape.kind(token) == TokenKind.COMMA
                && token < tokenAfter;
        int next = before + 1 < old.size() ? start(before + 1) : text.tape.start(tokenAfter);
        int separatorEnd = hasComma ? text.tape.end(token) : end(before);
        int comment = element.separator() == Element.Separator.COMMA ? commentOnLine(separatorEnd, next) : -1;
        byte[] separator = separator(before);
        if (comment >= 0
                && tokenBefore >= 0
                && text.isInsideBrackets(old.get(before).outerFirstToken())) {
            insertAfterComment(ops, before, comment, hasComma);
            return;
        }
        FragmentBuilder builder = new FragmentBuilder();
        boolean isSingle = old.size() == 1
                && trailingComma >= 0
                && ElementLists.needsCommaAlone(edited)
                && !Text.hasLineEnd(text.bytes, text.tape.end(trailingComma), text.tape.start(tokenAfter));
        for (int i = 0; i < ops.size(); i++) {
            if (isSingle && i == 0) {
                builder.append(" ");
            } else {
                builder.append(separator);
            }
            append(builder, text(ops.get(i), end(before), token), end(before), separator);
        }
        put(isSingle ? text.tape.end(trailingComma) : end(before), builder);
    }

    /** The comment belongs to the element before it, so the new elements come on the lines after. */
    private void insertAfterComment(List<ListOps.Op> ops, int before, int comment, boolean hasComma) {
        int offset = text.tape.commentEnd(comment);
        byte[] indentation = rendering.indentationAt(start(before));
        FragmentBuilder builder = new FragmentBuilder();
        for (int i = 0; i < ops.size(); i++) {
            builder.append(rendering.styleAt(offset).newline());
            builder.append(indentation);
            builder.append(text(ops.get(i), offset, old.get(before).outerLastToken() + 1)
                    .indentedBy(indentation)
                    .withLineBreaks(rendering.styleAt(offset).newline()));
            builder.append(hasComma || i + 1 < ops.size() ? "," : "");
        }
        if (!hasComma) {
            rendering.insert(end(before), Fragment.of(","));
        }
        put(offset, builder);
    }

    private Fragment text(ListOps.Op op, int offset, int token) {
        return slots.fragment(edited, element, op.nowIndex(), op.now(), offset, token);
    }

    /** Appends an element, indented for the line that it will be on. */
    private void append(FragmentBuilder builder, Fragment fragment, int offset, byte[] separator) {
        byte[] indentation = rendering.indentationAt(offset);
        if (Text.hasLineEnd(separator, 0, separator.length)) {
            int line = Text.lineStart(separator, separator.length, 0);
            indentation = Arrays.copyOfRange(separator, line, Text.skipBlanks(separator, line, separator.length));
        }
        builder.append(fragment.indentedBy(indentation)
                .withLineBreaks(rendering.styleAt(offset).newline()));
    }

    private void put(int offset, FragmentBuilder builder) {
        Fragment fragment = builder.build(rendering.indentationAt(offset));
        if (isLiteral) {
            rendering.replaceLiterally(offset, offset, fragment);
        } else {
            rendering.putIndented(offset, offset, fragment);
        }
    }

    /** Returns what stands between elements near an index, as an example for new ones. */
    private byte[] separator(int index) {
        int left = index + 1 < old.size() ? index : index - 1;
        if (left < 0 || isLiteral) {
            return Text.ascii(lonelySeparator());
        }
        int from = end(left);
        int to = start(left + 1);
        boolean hasTrivia = text.firstCommentFrom(from) < text.firstCommentFrom(to);
        for (int i = from; i < to; i++) {
            hasTrivia |= text.bytes[i] == '\\';
        }
        String sample = ElementLists.defaultSeparator(edited, element);
        if (!hasTrivia) {
            FragmentBuilder builder = new FragmentBuilder();
            text.copy(from, to, rendering.styleAt(from), builder);
            return builder.build(Fragment.EMPTY.bytes()).bytes();
        }
        return Text.hasLineEnd(text.bytes, from, to)
                        && text.isInsideBrackets(old.get(left).outerFirstToken())
                ? ownLine(left + 1)
                : Text.ascii(sample);
    }

    private String lonelySeparator() {
        boolean hasOwnLine = !isLiteral
                && element.separator() == Element.Separator.COMMA
                && tokenBefore >= 0
                && Text.hasLineEnd(text.bytes, text.tape.end(tokenBefore), start(0))
                && text.isInsideBrackets(old.get(0).outerFirstToken());
        return hasOwnLine
                ? new String(ownLine(0), StandardCharsets.ISO_8859_1)
                : ElementLists.defaultSeparator(edited, element);
    }

    /** Returns a separator, without its blanks, with a line break to the indentation of an element's line behind it. */
    private byte[] ownLine(int index) {
        FragmentBuilder builder = new FragmentBuilder();
        builder.append(ElementLists.defaultSeparator(edited, element).stripTrailing());
        builder.append(rendering.styleAt(start(index)).newline());
        builder.append(rendering.indentationAt(start(index)));
        return builder.build(Fragment.EMPTY.bytes()).bytes();
    }

    /** A tuple that is left with one element needs a comma to stay one; {@code x[*a]} is one without. */
    private void addCommaAlone(List<ListOps.Op> ops) {
        if (newSize != 1 || old.isEmpty() || trailingComma >= 0 || !ElementLists.needsCommaAlone(edited)) {
            return;
        }
        for (ListOps.Op op : ops) {
            boolean stays = op.kind() == ListOps.Kind.KEEP || op.kind() == ListOps.Kind.REPLACE;
            boolean isStarOfSlice = old.size() == 1 && op.now() instanceof Starred;
            if (stays && op.oldIndex() == old.size() - 1 && !isStarOfSlice) {
                rendering.insert(end(op.oldIndex()), Fragment.of(","));
            }
        }
    }
}
