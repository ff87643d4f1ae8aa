package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.tree.Alias;
import dev.codemod.tree.DottedName;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.NodeList;

/** Parses the two import statements, and learns from {@code __future__} what 2.7 changes in the grammar. */
final class ImportParser {
    private final TokenCursor t;

    ImportParser(TokenCursor t) {
        this.t = t;
    }

    Import importStatement() {
        int first = t.pos;
        t.advance();
        if (t.kind == TokenKind.NEWLINE) {
            throw t.fail("Expected one or more names after 'import'");
        }
        int mark = t.top;
        do {
            t.push(alias(true));
        } while (t.accept(TokenKind.COMMA));
        if (t.kind == TokenKind.FROM && t.peek() == TokenKind.NAME) {
            throw t.failAt(first, "Did you mean to use 'from ... import ...' instead?");
        }
        return new Import(t.origin, first, t.pos - 1, t.take(mark));
    }

    ImportFrom importFrom() {
        int first = t.pos;
        t.advance();
        int level = dots();
        boolean hasModule = t.kind == TokenKind.NAME || level == 0;
        DottedName module = hasModule ? dottedName() : null;
        t.expect(TokenKind.IMPORT);
        if (t.kind == TokenKind.STAR) {
            t.advance();
            return new ImportFrom(t.origin, first, t.pos - 1, level, module, true, false, NodeList.empty());
        }
        boolean parenthesized = t.accept(TokenKind.LPAR);
        NodeList<Alias> names = names(parenthesized);
        if (t.python2 && level == 0 && t.is(module.firstToken(), "__future__") && isOneName(module)) {
            learnFuture(names);
        }
        return new ImportFrom(t.origin, first, t.pos - 1, level, module, false, parenthesized, names);
    }

    /** Dots may be spread: {@code from . .. a} has three of them, and the tokens may be {@code ...} or single dots. */
    private int dots() {
        int level = 0;
        while (true) {
            if (t.kind == TokenKind.DOT) {
                level++;
            } else if (t.kind == TokenKind.ELLIPSIS) {
                level += 3;
            } else {
                return level;
            }
            t.advance();
        }
    }

    private NodeList<Alias> names(boolean parenthesized) {
        if (t.kind == (parenthesized ? TokenKind.RPAR : TokenKind.NEWLINE)) {
            throw t.fail("Expected one or more names after 'import'");
        }
        int mark = t.top;
        do {
            if (parenthesized && t.kind == TokenKind.RPAR) {
                break;
            }
            if (t.kind == TokenKind.NEWLINE) {
                throw t.fail("trailing comma not allowed without surrounding parentheses");
            }
            t.push(alias(false));
        } while (t.accept(TokenKind.COMMA));
        if (parenthesized) {
            t.expect(TokenKind.RPAR);
        }
        return t.take(mark);
    }

    private Alias alias(boolean dotted) {
        int first = t.pos;
        DottedName name = dotted ? dottedName() : singleName();
        Identifier asName = null;
        if (t.kind == TokenKind.AS) {
            t.advance();
            asName = boundName();
        }
        return new Alias(t.origin, first, t.pos - 1, name, asName);
    }

    private Identifier boundName() {
        if (t.kind != TokenKind.NAME) {
            throw t.fail();
        }
        return t.bindingIdentifier();
    }

    private DottedName singleName() {
        int first = t.pos;
        int mark = t.top;
        t.push(t.identifier());
        return new DottedName(t.origin, first, first, t.take(mark));
    }

    private DottedName dottedName() {
        int first = t.pos;
        int mark = t.top;
        do {
            t.push(t.identifier());
        } while (t.accept(TokenKind.DOT));
        return new DottedName(t.origin, first, t.pos - 1, t.take(mark));
    }

    private static boolean isOneName(DottedName name) {
        return name.names().size() == 1;
    }

    private void learnFuture(NodeList<Alias> names) {
        for (int i = 0; i < names.size(); i++) {
            int token = names.get(i).firstToken();
            if (t.is(token, "print_function")) {
                t.printIsKeyword = false;
            } else if (t.is(token, "unicode_literals")) {
                t.unicodeLiterals = true;
            }
        }
    }
}
