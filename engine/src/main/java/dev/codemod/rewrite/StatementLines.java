package dev.codemod.rewrite;

import dev.codemod.lexer.TokenKind;
import dev.codemod.tree.Block;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Clause;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Match;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints changes of lists whose elements are lines: statements, clauses, decorators.
 *
 * <ul>
 *   <li>A statement that is alone on its lines comes and goes with whole lines; one that shares a line with others,
 *       with a semicolon. A block that would be empty gets {@code pass}.
 *   <li>A statement that replaces another one leaves the comments above and behind the old one in place.
 *   <li>Where lines cannot be shared, because something with lines or comments of its own comes in, a line of several
 *       statements is split, and the statements on the line of a colon become an indented block.
 * </ul>
 */
final class StatementLines {
    private final Rendering rendering;
    private final ParsedText text;
    private final Comments comments;
    private final LineChanges lines;
    private final LineDeletions deletions;

    StatementLines(Rendering rendering) {
        this.rendering = rendering;
        this.text = rendering.text;
        this.comments = new Comments(text);
        this.deletions = new LineDeletions(rendering, comments);
        this.lines = new LineChanges(rendering, comments, deletions);
    }

    /** Prints a block in the place of another one. */
    void block(Block now, Block old) {
        if (now.original() == old) {
            rendering.later(now);
        } else {
            statements(now.statements(), old.statements(), old);
        }
    }

    /**
     * Prints the statements of a module or a block.
     *
     * @param container the original module or block
     */
    void statements(List<? extends Node> now, NodeList<?> old, Node container) {
        if (old.isEmpty()) {
            lines.insertIntoEmptyModule(now);
        } else if (container instanceof Block block && comments.isInline(block)) {
            inline(ops(now, old), block);
        } else {
            print(ops(now, old), old, container, container instanceof Block);
        }
    }

    /** Prints a clause that came, went or was replaced; null stands for no clause. */
    void optionalClause(Clause now, Clause old, Node original, int firstToken) {
        if (now != null && old != null && now.original() == old) {
            rendering.later(now);
        } else {
            list(now == null ? List.of() : List.of(now), old == null ? List.of() : List.of(old), original, firstToken);
        }
    }

    /**
     * Prints the clauses or decorators of a statement.
     *
     * @param original the statement
     * @param firstToken the first token of the old list, or the one before which a list would stand
     */
    void list(List<? extends Node> now, List<? extends Node> old, Node original, int firstToken) {
        boolean areDecorators = original instanceof FunctionDef || original instanceof ClassDef;
        int anchor = areDecorators
                ? text.tape.start(firstToken)
                : original instanceof Match
                        ? comments.startOfLines(old.get(0))
                        : comments.partEnd(original, firstToken - 1);
        Node example = old.isEmpty() ? original : old.get(0);
        byte[] indentation = rendering.indentationAt(text.startOfLogicalLine(example.firstToken()));
        for (ListOps.Op op : ops(now, old)) {
            switch (op.kind()) {
                case INSERT:
                    if (areDecorators) {
                        lines.insertDecorator(op.now(), anchor, indentation);
                    } else {
                        lines.insertClause(op.now(), anchor, indentation);
                    }
                    break;
                case DELETE:
                    if (areDecorators) {
                        deletions.deleteDecorator(op.old(), indentation);
                    } else {
                        deletions.delete(op.old(), null);
                    }
                    break;
                case REPLACE:
                    lines.replace(op.now(), op.old());
                    break;
                default:
                    keep(op);
                    break;
            }
            if (op.old() != null) {
                anchor = areDecorators ? deletions.afterDecorator(op.old()) : comments.lineEnd(op.old());
            }
        }
    }

    private List<ListOps.Op> ops(List<? extends Node> now, List<? extends Node> old) {
        Reuse reuse = rendering.session.reuse();
        return ListOps.of(now, old, (a, b) -> !reuse.isMoved(b));
    }

    private void keep(ListOps.Op op) {
        if (op.now() != op.old()) {
            rendering.later(op.now());
        }
    }

    private void print(List<ListOps.Op> ops, NodeList<?> old, Node container, boolean isBlock) {
        boolean leavesNothing = isAllDeleted(ops);
        Node before = null;
        DeletedRun run = null;
        boolean isReplaced = false;
        int at = 0;
        while (at < ops.size()) {
            ListOps.Op op = ops.get(at);
            int end = at + 1;
            if (op.kind() == ListOps.Kind.INSERT) {
                while (end < ops.size() && ops.get(end).kind() == ListOps.Kind.INSERT) {
                    end++;
                }
                ListOps.Op next = end < ops.size() ? ops.get(end) : null;
                ListOps.Op previous = at > 0 ? ops.get(at - 1) : null;
                lines.insert(ops.subList(at, end), previous, before, next, old, container);
                isReplaced = true;
                run = null;
            } else {
                end = endOfLine(ops, at, old);
                List<ListOps.Op> line = ops.subList(at, end);
                if (!isAllDeleted(line)) {
                    run = null;
                } else if (run == null) {
                    run = run(ops, at, old, isReplaced);
                }
                isReplaced = false;
                boolean writePass = isBlock && leavesNothing && at == 0;
                if (writePass) {
                    pass(line);
                } else {
                    before = printLine(line, before, run);
                }
            }
            at = end;
        }
    }

    /** Returns all that goes, without anything that stays in between, from the line of {@code ops[at]} on. */
    private DeletedRun run(List<ListOps.Op> ops, int at, NodeList<?> old, boolean isReplaced) {
        int last = at;
        int line = at;
        while (line < ops.size() && ops.get(line).kind() == ListOps.Kind.DELETE) {
            int end = endOfLine(ops, line, old);
            if (!isAllDeleted(ops.subList(line, end))) {
                break;
            }
            last = end - 1;
            line = end;
        }
        boolean isAtEnd = ops.get(last).oldIndex() == old.size() - 1;
        return new DeletedRun(ops.get(at).old(), ops.get(last).old(), isReplaced, isAtEnd);
    }

    private static boolean isAllDeleted(List<ListOps.Op> ops) {
        return ElementLists.only(ops, ListOps.Kind.DELETE).size() == ops.size();
    }

    /** Returns the end of the steps that concern the statements on one line. */
    private int endOfLine(List<ListOps.Op> ops, int at, NodeList<?> old) {
        int last = ops.get(at).oldIndex();
        while (last + 1 < old.size() && sharesLine(old.get(last), old.get(last + 1))) {
            last++;
        }
        int end = at + 1;
        for (int i = at + 1; i < ops.size(); i++) {
            if (ops.get(i).oldIndex() > last) {
                break;
            }
            if (ops.get(i).oldIndex() >= 0) {
                end = i + 1;
            }
        }
        return end;
    }

    private boolean sharesLine(Node statement, Node next) {
        return text.tape.kind(statement.lastToken() + 1) == TokenKind.SEMI
                && next.firstToken() == statement.lastToken() + 2;
    }

    /** Prints what happens on one line; returns the last statement that stays there or {@code before}. */
    private Node printLine(List<ListOps.Op> ops, Node before, DeletedRun run) {
        ListOps.Op op = ops.get(0);
        if (ops.size() == 1 && comments.startsLine(op.old()) && endsLine(op.old())) {
            switch (op.kind()) {
                case DELETE:
                    deletions.delete(op.old(), run);
                    return before;
                case REPLACE:
                    lines.replace(op.now(), op.old());
                    return op.old();
                default:
                    keep(op);
                    return op.old();
            }
        }
        sharedLine(ops, run);
        Node last = before;
        for (ListOps.Op each : ops) {
            last = each.kind() == ListOps.Kind.DELETE || each.old() == null ? last : each.old();
        }
        return last;
    }

    private boolean endsLine(Node statement) {
        return comments.endsWithBlock(statement) || text.tape.kind(statement.lastToken() + 1) != TokenKind.SEMI;
    }

    /** Replaces the statements of a line, all of which go, by {@code pass}. */
    private void pass(List<ListOps.Op> ops) {
        Node first = ops.get(0).old();
        Node last = ops.get(ops.size() - 1).old();
        deletions.deleteLeadingComments(first);
        int end = comments.contentEnd(last);
        rendering.replaceCompound(text.tape.start(first.firstToken()), end, Fragment.of("pass"));
        int trailing = comments.trailingComment(last);
        if (trailing >= 0 && deletions.mayGo(trailing, comments.leadingStart(first), comments.travelEnd(last))) {
            rendering.putLines(end, text.tape.commentEnd(trailing), Fragment.EMPTY);
        }
    }

    private void sharedLine(List<ListOps.Op> ops, DeletedRun run) {
        if (isAllDeleted(ops)) {
            deletions.deleteShared(ops.get(0).old(), ops.get(ops.size() - 1).old(), run);
        } else if (mustSplit(ops)) {
            Node first = firstOld(ops);
            int from = text.tape.start(first.firstToken());
            rewrite(ops, from, rendering.indentationAt(text.startOfLogicalLine(first.firstToken())), false);
        } else {
            editShared(ops);
        }
    }

    private static Node firstOld(List<ListOps.Op> ops) {
        for (ListOps.Op op : ops) {
            if (op.old() != null) {
                return op.old();
            }
        }
        throw new IllegalStateException("no statement of the original");
    }

    private static Node lastOld(List<ListOps.Op> ops) {
        Node last = null;
        for (ListOps.Op op : ops) {
            last = op.old() != null ? op.old() : last;
        }
        return last;
    }

    /** Returns whether something comes that cannot share a line. */
    private boolean mustSplit(List<ListOps.Op> ops) {
        for (ListOps.Op op : ops) {
            if (op.kind() == ListOps.Kind.INSERT
                    || op.kind() == ListOps.Kind.REPLACE && !lines.fitsIntoLine(op.now())) {
                return true;
            }
        }
        return false;
    }

    /** Edits the statements of a line, some of which stay, where they are. */
    private void editShared(List<ListOps.Op> ops) {
        Node before = null;
        Node firstGone = null;
        Node lastGone = null;
        for (ListOps.Op op : ops) {
            if (op.kind() == ListOps.Kind.DELETE) {
                firstGone = firstGone == null ? op.old() : firstGone;
                lastGone = op.old();
                continue;
            }
            if (firstGone != null) {
                rendering.delete(firstGone.startOffset(), op.old().startOffset());
                firstGone = null;
            }
            if (op.kind() == ListOps.Kind.REPLACE) {
                rendering.replace(
                        op.old().startOffset(),
                        op.old().endOffset(),
                        Rendering.withComments(
                                rendering.session,
                                op.now(),
                                rendering.styleAt(op.old().startOffset())));
            } else {
                keep(op);
            }
            before = op.old();
        }
        if (firstGone != null) {
            rendering.delete(before.endOffset(), lastGone.endOffset());
        }
    }

    /** Prints statements on the line of their colon. */
    private void inline(List<ListOps.Op> ops, Block block) {
        if (isAllDeleted(ops)) {
            pass(ops);
        } else if (mustSplit(ops)) {
            int colon = block.firstToken() - 1;
            byte[] outer = rendering.indentationAt(text.startOfLogicalLine(colon));
            byte[] unit = rendering.styleAt(text.tape.start(colon)).unit();
            FragmentBuilder indentation = new FragmentBuilder();
            indentation.append(outer);
            indentation.append(unit);
            rewrite(ops, text.tape.end(colon), indentation.build(outer).bytes(), true);
        } else {
            editShared(ops);
        }
    }

    /** Writes the statements of one line on lines of their own. */
    private void rewrite(List<ListOps.Op> ops, int from, byte[] indentation, boolean breakFirst) {
        FragmentBuilder builder = new FragmentBuilder();
        List<DisplacedComment> displaced = new ArrayList<>();
        Style style = rendering.styleAt(from);
        boolean isFirst = !breakFirst;
        for (ListOps.Op op : ops) {
            if (op.old() != null && op.kind() != ListOps.Kind.KEEP) {
                displaced.addAll(
                        rendering.comments(op.old().startOffset(), op.old().endOffset(), Fragment.EMPTY.bytes()));
            }
            if (op.now() == null) {
                continue;
            }
            if (!isFirst) {
                builder.append(style.newline());
                builder.append(indentation);
            }
            isFirst = false;
            Fragment fragment = op.kind() == ListOps.Kind.KEEP
                    ? Rendering.inner(rendering.session, op.now(), style)
                    : Rendering.withComments(rendering.session, op.now(), style);
            builder.append(fragment.indentedBy(indentation).withLineBreaks(style.newline()));
        }
        int to = endOfShared(ops, from, displaced);
        builder.displace(displaced);
        rendering.putLines(from, to, builder.build(indentation));
    }

    /** Returns the end of statements that are rewritten, with the comment behind them if it cannot stay there. */
    private int endOfShared(List<ListOps.Op> ops, int from, List<DisplacedComment> displaced) {
        Node last = lastOld(ops);
        int trailing = comments.trailingComment(last);
        if (trailing >= 0) {
            int end = text.tape.commentEnd(trailing);
            ListOps.Op lastOp = ops.get(ops.size() - 1);
            boolean goes = deletions.mayGo(trailing, from, end);
            boolean isInTheWay =
                    lastOp.now() != null && lastOp.kind() != ListOps.Kind.KEEP && !lines.fitsIntoLine(lastOp.now());
            if (!goes && isInTheWay) {
                displaced.addAll(rendering.comments(text.tape.commentStart(trailing), end, Fragment.EMPTY.bytes()));
            }
            if (goes || isInTheWay) {
                return end;
            }
        }
        int next = last.lastToken() + 1;
        return text.tape.kind(next) == TokenKind.SEMI ? text.tape.end(next) : last.endOffset();
    }
}
