package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Block;
import dev.codemod.tree.ErrorStatement;
import dev.codemod.tree.Module;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Statement;
import java.util.Arrays;

/**
 * Parses lists of statements, and goes on after one that is wrong.
 *
 * <p>A problem costs no more than its own logical line: that becomes an {@link ErrorStatement}, and so do the
 * {@code INDENT} and {@code DEDENT} of a block whose header was wrong, while the statements in the block are kept. To
 * find what is wrong with the end of a compound statement its blocks have been parsed already; they are kept as well,
 * so no text is ever parsed twice.
 */
final class StatementParser {
    private final TokenCursor t;
    private final ErrorExplanation explanation;
    private final SimpleStatementParser simple;
    private final CompoundStatementParser compound;

    /** Indented blocks of the compound statements that are being parsed. */
    private Block[] blocks = new Block[16];

    private int blockCount;

    /** Number of indents in the current list of statements that are no block's; their dedents do not end the list. */
    private int strayIndents;

    StatementParser(TokenCursor t, ExpressionParser expressions) {
        this.t = t;
        this.explanation = new ErrorExplanation(t, expressions);
        this.simple = new SimpleStatementParser(t, expressions);
        this.compound = new CompoundStatementParser(t, expressions, this);
    }

    Module module() {
        statements();
        NodeList<Statement> statements = t.take(0);
        return new Module(t.origin, 0, t.pos, statements);
    }

    /** Pushes the statements up to the end of the block or file. */
    private void statements() {
        while (true) {
            switch (t.kind) {
                case TokenKind.EOF:
                    return;
                case TokenKind.DEDENT:
                    if (strayIndents == 0) {
                        return;
                    }
                    pushError(t.pos, t.pos);
                    t.advance();
                    break;
                case TokenKind.INDENT:
                    strayIndent();
                    break;
                default:
                    statement();
                    break;
            }
        }
    }

    /** An indent that is no block's: an error of its own unless it belongs to a header that was wrong. */
    private void strayIndent() {
        boolean isOfErrorStatement = t.top > 0
                && t.pushed(t.top - 1) instanceof ErrorStatement
                && t.pushed(t.top - 1).lastToken() == t.pos - 1;
        if (!isOfErrorStatement) {
            t.problem(t.pos, "unexpected indent");
        }
        pushError(t.pos, t.pos);
        t.advance();
    }

    private void statement() {
        if (!compound.startsHere()) {
            simpleStatements();
            return;
        }
        int first = t.pos;
        int mark = t.top;
        int depth = t.depth;
        int blockMark = blockCount;
        boolean inAsyncFunction = t.inAsyncFunction;
        try {
            Statement statement = compound.statement();
            blockCount = blockMark;
            t.push(statement);
        } catch (SyntaxFailure failure) {
            t.top = mark;
            t.depth = depth;
            t.field = -1;
            t.inAsyncFunction = inAsyncFunction;
            recover(first, blockMark);
        }
    }

    /** Pushes the simple statements of one line, and takes the line break. */
    private void simpleStatements() {
        while (true) {
            int first = t.pos;
            int mark = t.top;
            int depth = t.depth;
            try {
                Statement statement = simple.statement();
                t.push(statement);
            } catch (SyntaxFailure failure) {
                t.top = mark;
                t.depth = depth;
                t.field = -1;
                recover(first, blockCount);
                return;
            }
            if (t.kind == TokenKind.SEMI) {
                t.advance();
                if (t.kind != TokenKind.NEWLINE) {
                    continue;
                }
            }
            t.advance();
            return;
        }
    }

    // ---------------------------------------------------------------- blocks

    /**
     * The body of a compound statement, after the colon.
     *
     * @param header token at which the statement or clause starts
     * @param what the statement or clause as messages call it
     */
    Block block(int header, String what) {
        int first = t.pos;
        int mark = t.top;
        if (t.kind != TokenKind.NEWLINE) {
            simpleStatements();
            return new Block(t.origin, first, t.pos - 1, t.take(mark));
        }
        t.advance();
        if (t.kind != TokenKind.INDENT) {
            throw noBlock(header, what);
        }
        t.enter();
        t.advance();
        int outerStrayIndents = strayIndents;
        strayIndents = 0;
        statements();
        strayIndents = outerStrayIndents;
        t.depth--;
        t.expect(TokenKind.DEDENT);
        Block block = new Block(t.origin, first, t.pos - 1, t.take(mark));
        if (blockCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, blockCount * 2);
        }
        blocks[blockCount++] = block;
        return block;
    }

    private SyntaxFailure noBlock(int header, String what) {
        if (!t.level.isAtLeast(LanguageLevel.PY310)) {
            return t.fail("expected an indented block");
        }
        return t.fail("expected an indented block after " + what + " on line " + t.source.line(t.tape.start(header)));
    }

    // ---------------------------------------------------------------- recovery

    /** Pushes what is left of a statement that failed at the cursor, and moves behind it. */
    private void recover(int first, int blockMark) {
        int failed = t.pos;
        explanation.explain(first);
        int from = first;
        for (int i = blockMark; i < blockCount; i++) {
            Block block = blocks[i];
            pushError(from, block.firstToken() + 1);
            NodeList<Statement> statements = block.statements();
            for (int j = 0; j < statements.size(); j++) {
                t.push(statements.get(j));
            }
            from = block.lastToken();
        }
        blockCount = blockMark;
        int end = endOfError(from, failed);
        pushError(from, end);
        t.moveTo(end + 1);
    }

    /** Returns the last token of the line that failed, or of the line before if it failed at the start of one. */
    private int endOfError(int from, int failed) {
        if (failed > from) {
            byte before = t.tape.kind(failed - 1);
            if (before == TokenKind.NEWLINE || before == TokenKind.DEDENT) {
                return failed - 1;
            }
        }
        int end = failed;
        while (t.tape.kind(end) != TokenKind.NEWLINE) {
            byte next = t.tape.kind(end + 1);
            if (next == TokenKind.EOF || next == TokenKind.DEDENT) {
                break;
            }
            end++;
        }
        return end;
    }

    private void pushError(int first, int last) {
        for (int token = first; token <= last; token++) {
            byte kind = t.tape.kind(token);
            strayIndents += kind == TokenKind.INDENT ? 1 : kind == TokenKind.DEDENT ? -1 : 0;
        }
        t.push(new ErrorStatement(t.origin, first, last));
    }
}
