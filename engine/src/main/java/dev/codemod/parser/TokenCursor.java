package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Parsed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parsers' common state: where they stand on the tape, the lists that are not complete yet, and the problems.
 *
 * <p>The unfinished lists of all open nodes share one stack: whoever starts a list remembers {@link #top}, pushes the
 * elements and takes them off as one exact-size list. No list is ever grown or copied twice.
 */
final class TokenCursor {
    /**
     * How deep expressions, patterns and blocks may nest. CPython allows 200 brackets and 100 blocks, which the lexer
     * checks; this bounds what needs no brackets, such as lambdas and conditional expressions. CPython's own bound
     * depends on the version and on the construct and lies at some thousands.
     */
    static final int MAX_DEPTH = 3000;

    final Source source;
    final TokenTape tape;
    final Parsed origin;
    final byte[] bytes;
    final LanguageLevel level;
    final boolean python2;

    /** The current token. */
    int pos;
    /** The kind of the current token. */
    byte kind;
    /** How deep the recursion is. */
    int depth;
    /** Number of elements of all unfinished lists. */
    int top;
    /** Whether {@code async} and {@code await} are names that become keywords in an async function: up to 3.6. */
    final boolean asyncIsName;

    boolean inAsyncFunction;
    /** First token of the last disjunction that was an expression of its own, or its left part. */
    int disjunctionStart = -1;
    /** Token after that disjunction. */
    int disjunctionEnd = -1;
    /** Token number of the brace of the innermost replacement field that is being parsed, or -1. */
    int field = -1;
    /** Whether {@code print} is a keyword: in 2.7 without {@code from __future__ import print_function}. */
    boolean printIsKeyword;
    /** Whether plain literals of 2.7 are Unicode: {@code from __future__ import unicode_literals}. */
    boolean unicodeLiterals;
    /** Token of the A of the first {@code except A, B:}, which 2.7 and 3.14 read differently, or -1. */
    int commaInExcept = -1;

    private Node[] stack = new Node[64];
    private final List<Problem> problems = new ArrayList<>(0);
    private final List<VersionProblem> versionProblems = new ArrayList<>(0);

    TokenCursor(Source source, TokenTape tape, LanguageLevel level) {
        this.source = source;
        this.tape = tape;
        this.origin = new Parsed(source, tape, level);
        this.bytes = source.bytes();
        this.level = level;
        this.python2 = level.isPython2();
        this.asyncIsName = !level.isAtLeast(LanguageLevel.PY37);
        this.printIsKeyword = python2;
        this.kind = tape.kind(0);
    }

    void advance() {
        kind = tape.kind(++pos);
    }

    /** Returns the kind of the next token; not to be called at the end of the file. */
    byte peek() {
        return tape.kind(pos + 1);
    }

    /** Moves to another token, forwards or back. */
    void moveTo(int token) {
        pos = token;
        kind = tape.kind(token);
    }

    boolean accept(byte expected) {
        if (kind != expected) {
            return false;
        }
        advance();
        return true;
    }

    void expect(byte expected) {
        if (kind != expected) {
            throw fail();
        }
        advance();
    }

    // ---------------------------------------------------------------- lists

    void push(Node node) {
        int i = top;
        if (i == stack.length) {
            stack = Arrays.copyOf(stack, i * 2);
        }
        stack[i] = node;
        top = i + 1;
    }

    /** Takes the elements from {@code mark} on off the stack. */
    <T extends Node> NodeList<T> take(int mark) {
        NodeList<T> list = NodeList.copyOfRange(stack, mark, top);
        top = mark;
        return list;
    }

    Node pushed(int index) {
        return stack[index];
    }

    // ---------------------------------------------------------------- words

    /** Returns whether a token is spelt {@code word}, which is ASCII. */
    boolean is(int token, String word) {
        int start = tape.start(token);
        int length = word.length();
        if (tape.end(token) - start != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the current token is the name {@code word}, a soft keyword. */
    boolean atWord(String word) {
        return kind == TokenKind.NAME && is(pos, word);
    }

    /** Parses a name that is not an expression and that binds nothing, such as that of an attribute. */
    Identifier identifier() {
        if (kind != TokenKind.NAME) {
            throw fail();
        }
        if (asyncIsName) {
            checkOldName();
        }
        Identifier identifier = new Identifier(origin, pos, pos);
        advance();
        return identifier;
    }

    /** Parses a name that is not an expression and that is bound. */
    Identifier bindingIdentifier() {
        if (python2 && kind == TokenKind.NAME && is(pos, "None")) {
            throw fail("cannot assign to None");
        }
        return identifier();
    }

    /** Fails at the words that are NAME tokens, although up to 3.6 they are keywords where the current token stands. */
    void checkOldName() {
        boolean isKeyword = printIsKeyword && is(pos, "print")
                || python2 && is(pos, "exec")
                || inAsyncFunction && (is(pos, "async") || is(pos, "await"));
        if (isKeyword) {
            throw fail();
        }
    }

    // ---------------------------------------------------------------- problems

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw tooDeep();
        }
    }

    SyntaxFailure tooDeep() {
        return fail("too deeply nested");
    }

    /** Records that the current token cannot stand here. */
    SyntaxFailure fail() {
        switch (kind) {
            case TokenKind.INDENT:
                return fail("unexpected indent");
            case TokenKind.DEDENT:
                return fail("unexpected unindent");
            default:
                return fail("invalid syntax");
        }
    }

    /** Records a problem at the current token. */
    SyntaxFailure fail(String message) {
        return failAt(pos, message);
    }

    /** Records a problem at the start of a node, parentheses around it excluded, as CPython's nodes do not know them. */
    SyntaxFailure failAt(Node node, String message) {
        return failAt(node.firstToken(), message);
    }

    /** Records a problem at a token. */
    SyntaxFailure failAt(int token, String message) {
        problem(token, message);
        return SyntaxFailure.INSTANCE;
    }

    /** Records a problem that does not keep the parser from going on. */
    void problem(int token, String message) {
        problems.add(new Problem(offset(token), message));
    }

    /**
     * Returns where CPython's caret is for a token: for one without text it is at the character that was read last, and
     * a line break starts where the comment before it does.
     */
    private int offset(int token) {
        int start = tape.start(token);
        switch (tape.kind(token)) {
            case TokenKind.NEWLINE:
                return tape.has(token, TokenTape.COMMENT_BEFORE) ? commentBefore(start) : start;
            case TokenKind.INDENT:
            case TokenKind.DEDENT:
            case TokenKind.EOF:
                boolean atLineStart = start == source.textStart()
                        || start < bytes.length && (bytes[start - 1] == '\n' || bytes[start - 1] == '\r');
                return atLineStart ? start : start - 1;
            default:
                return start;
        }
    }

    private int commentBefore(int offset) {
        int comment = tape.commentCount() - 1;
        while (comment > 0 && tape.commentStart(comment) >= offset) {
            comment--;
        }
        return tape.commentStart(comment);
    }

    void replaceLastProblem(Problem problem) {
        problems.set(problems.size() - 1, problem);
    }

    /** Returns whether the last problem is that the current token cannot stand where it does, for no special reason. */
    boolean isLastProblemGeneric() {
        Problem last = problems.get(problems.size() - 1);
        return last.offset() == offset(pos) && last.message().equals("invalid syntax");
    }

    /** Forgets the problems after the first {@code count}. */
    void truncateProblems(int count, int versionCount) {
        problems.subList(count, problems.size()).clear();
        versionProblems.subList(versionCount, versionProblems.size()).clear();
    }

    /** Notes a construct that exists from {@code since} on. */
    void since(LanguageLevel since, int token, String construct) {
        if (level.compareTo(since) < 0) {
            versionProblems.add(new VersionProblem(tape.start(token), construct, since, null));
        }
    }

    /** Notes a construct that exists from {@code since} to {@code until}. */
    void between(LanguageLevel since, LanguageLevel until, int token, String construct) {
        if (level.compareTo(since) < 0 || level.compareTo(until) > 0) {
            versionProblems.add(new VersionProblem(tape.start(token), construct, since, until));
        }
    }

    List<Problem> problems() {
        return problems;
    }

    List<VersionProblem> versionProblems() {
        return versionProblems;
    }
}
