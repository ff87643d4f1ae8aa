package dev.codemod.rewrite;

import dev.codemod.lexer.TokenKind;
import dev.codemod.tree.Block;
import dev.codemod.tree.Clause;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parsed;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Which comments belong to which node: a function of the tokens, evaluated when it is needed and never stored.
 *
 * <ul>
 *   <li>Comments on lines of their own directly above a statement, with its indentation and no blank line between,
 *       belong to the statement; above {@code elif}, {@code else} and their like, to that clause. Those before the
 *       first statement of the file belong to the file, except where a blank line sets them off from its start.
 *   <li>A comment after a simple statement on its last line belongs to the statement.
 *   <li>Comments after the last statement of a block that are indented deeper than the statement that the block
 *       belongs to are the block's.
 *   <li>Everything else, section comments with a blank line below them for example, belongs to no statement.
 * </ul>
 *
 * <p>All methods want parsed nodes, and look at the original of an edited one.
 */
public final class Comments {
    private final ParsedText text;

    Comments(ParsedText text) {
        this.text = text;
    }

    /** Returns the ownership of comments in a text. */
    public static Comments of(Parsed parsed) {
        return new Comments(new ParsedText(parsed, parsed.source()));
    }

    /** Returns the comments above a statement or clause that belong to it, in order and from their {@code #} on. */
    public List<String> leading(Node node) {
        Node original = node.original();
        return texts(leadingStart(original), text.tape.start(original.firstToken()));
    }

    /** Returns the comment at the end of a simple statement's line that belongs to it, or null. */
    public String trailing(Node node) {
        int comment = trailingComment(node.original());
        return comment < 0 ? null : string(comment);
    }

    /** Returns the comments inside a node, those at the end of its block included, its parentheses excluded. */
    public List<String> within(Node node) {
        Node original = node.original();
        return texts(text.tape.start(original.firstToken()), contentEnd(original));
    }

    private List<String> texts(int from, int to) {
        List<String> result = new ArrayList<>();
        for (int i = text.firstCommentFrom(from); i < text.tape.commentCount(); i++) {
            if (text.tape.commentStart(i) >= to) {
                break;
            }
            result.add(string(i));
        }
        return result;
    }

    String string(int comment) {
        return text.parsed.source().text(text.tape.commentStart(comment), text.tape.commentEnd(comment));
    }

    /** Returns whether a node is printed on lines of its own and so owns comments above it. */
    static boolean hasLines(Node node) {
        return node instanceof Statement || node instanceof Clause;
    }

    /** Returns whether a statement or clause is the first on its line. */
    boolean startsLine(Node node) {
        int start = text.tape.start(node.firstToken());
        int line = text.lineStart(start);
        return Text.skipBlanks(text.bytes, line, start) == start
                && text.firstOfLogicalLine(node.firstToken()) == node.firstToken();
    }

    /**
     * Returns the offset of the first leading comment of a node, or the start of the node's first token if there is
     * none; the indentation before it excluded.
     */
    int leadingStart(Node node) {
        int start = text.tape.start(node.firstToken());
        if (!hasLines(node) || !startsLine(node)) {
            return start;
        }
        int line = text.firstPhysicalLine(node.firstToken());
        int column = Text.column(text.bytes, line, Text.skipBlanks(text.bytes, line, start));
        int result = start;
        int limit = leadingLimit(node);
        while (line > limit) {
            int above = text.lineStart(Text.lineContentEnd(text.bytes, limit, line));
            int content = Text.skipBlanks(text.bytes, above, line);
            if (above < limit || text.bytes[content] != '#' || Text.column(text.bytes, above, content) != column) {
                break;
            }
            result = content;
            line = above;
        }
        return result;
    }

    /** Returns the start of the first line of a statement or clause, its own comments above included. */
    int startOfLines(Node node) {
        return Math.min(text.firstPhysicalLine(node.firstToken()), text.lineStart(leadingStart(node)));
    }

    /** Returns the start of the lines that can hold leading comments of a node. */
    private int leadingLimit(Node node) {
        int token = node.firstToken();
        int before = token - 1;
        while (before >= 0 && text.tape.kind(before) != TokenKind.NEWLINE) {
            before--;
        }
        if (before >= 0) {
            return text.tape.end(before);
        }
        return text.isForeign ? text.textStart() : headerEnd(text.tape.start(token));
    }

    /** Returns the start of the first line after the file's header: after the last blank line, else the statement's. */
    private int headerEnd(int statement) {
        int line = text.lineStart(statement);
        while (line > text.textStart()) {
            int above = text.lineStart(Text.lineContentEnd(text.bytes, text.textStart(), line));
            if (Text.isBlankLine(text.bytes, above)) {
                return line;
            }
            line = above;
        }
        return text.lineStart(statement);
    }

    /** Returns the trailing comment of a simple statement that ends its line, or -1. */
    int trailingComment(Node node) {
        if (!(node instanceof Statement) || endsWithBlock(node)) {
            return -1;
        }
        int next = node.lastToken() + 1;
        if (text.tape.kind(next) == TokenKind.SEMI) {
            next++;
        }
        if (text.tape.kind(next) != TokenKind.NEWLINE) {
            return -1;
        }
        int comment = text.firstCommentFrom(text.tape.end(node.lastToken()));
        return comment < text.tape.commentCount() && text.tape.commentStart(comment) < text.tape.start(next)
                ? comment
                : -1;
    }

    /** Returns whether the last tokens of a node are those of a block, line end included. */
    boolean endsWithBlock(Node node) {
        byte kind = text.tape.kind(node.lastToken());
        return kind == TokenKind.DEDENT || kind == TokenKind.NEWLINE;
    }

    /**
     * Returns the offset after the last byte of a node, its last comment included, line end excluded. For a compound
     * statement or a clause that is the comment at the end of its last line or the last comment of its block.
     */
    int contentEnd(Node node) {
        if (!endsWithBlock(node)) {
            return text.tape.end(node.lastToken());
        }
        return contentEnd(node.lastToken(), column(node));
    }

    private int column(Node node) {
        int start = text.tape.start(node.firstToken());
        return Text.column(text.bytes, text.lineStart(start), start);
    }

    /**
     * Returns the offset after the last byte of a block, its last comment included, line end excluded.
     *
     * @param lastToken the last token of the block, or the last of several blocks that end there
     * @param column the column of the statement or clause that the block belongs to; deeper comments are the block's
     */
    int contentEnd(int lastToken, int column) {
        int last = lastToken;
        while (text.tape.kind(last) == TokenKind.DEDENT || text.tape.kind(last) == TokenKind.NEWLINE) {
            last--;
        }
        int end = text.tape.end(last);
        int newline = text.newlineToken(last);
        int limit = text.tape.start(nextRealToken(newline));
        for (int i = text.firstCommentFrom(end); i < text.tape.commentCount(); i++) {
            int start = text.tape.commentStart(i);
            if (start >= limit) {
                break;
            }
            boolean onLastLine = start < text.tape.start(newline);
            if (!onLastLine && Text.column(text.bytes, text.lineStart(start), start) <= column) {
                break;
            }
            end = text.tape.commentEnd(i);
        }
        return end;
    }

    private int nextRealToken(int newline) {
        int next = Math.min(newline + 1, text.tape.count() - 1);
        while (text.tape.kind(next) == TokenKind.DEDENT) {
            next++;
        }
        return next;
    }

    /** Returns the offset after the line end of the last line of a part of {@code owner} that ends with a block. */
    int partEnd(Node owner, int lastToken) {
        return text.nextLine(contentEnd(lastToken, column(owner)));
    }

    /** Returns the offset after the last byte of a statement or clause with the comments that travel with it. */
    int travelEnd(Node node) {
        int trailing = trailingComment(node);
        return trailing < 0 ? contentEnd(node) : text.tape.commentEnd(trailing);
    }

    /** Returns the offset after the line end of a statement's or clause's last line, or the end of the text. */
    int lineEnd(Node node) {
        if (!endsWithBlock(node) && text.tape.kind(node.lastToken() + 1) != TokenKind.EOF) {
            int newline = text.newlineToken(node.lastToken() + 1);
            return text.tape.end(newline);
        }
        return text.nextLine(contentEnd(node));
    }

    /** Returns whether a block stands on the line of its colon. */
    boolean isInline(Block block) {
        return text.tape.kind(block.firstToken()) != TokenKind.NEWLINE;
    }
}
