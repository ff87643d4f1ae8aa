package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assert;
import dev.codemod.tree.Assign;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.AugOperator;
import dev.codemod.tree.Break;
import dev.codemod.tree.Continue;
import dev.codemod.tree.Delete;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Global;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Name;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Nonlocal;
import dev.codemod.tree.Pass;
import dev.codemod.tree.Raise;
import dev.codemod.tree.Return;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.TypeAlias;
import dev.codemod.tree.TypeParams;
import dev.codemod.tree.Yield;
import dev.codemod.tree.YieldFrom;

/** Parses statements that fit on a line: assignments, expressions, and those that begin with a keyword. */
final class SimpleStatementParser {
    private static final AugOperator[] AUGMENTED = new AugOperator[TokenKind.COUNT];

    static {
        AUGMENTED[TokenKind.PLUSEQUAL] = AugOperator.ADD;
        AUGMENTED[TokenKind.MINEQUAL] = AugOperator.SUB;
        AUGMENTED[TokenKind.STAREQUAL] = AugOperator.MULT;
        AUGMENTED[TokenKind.SLASHEQUAL] = AugOperator.DIV;
        AUGMENTED[TokenKind.DOUBLESLASHEQUAL] = AugOperator.FLOOR_DIV;
        AUGMENTED[TokenKind.PERCENTEQUAL] = AugOperator.MOD;
        AUGMENTED[TokenKind.DOUBLESTAREQUAL] = AugOperator.POW;
        AUGMENTED[TokenKind.VBAREQUAL] = AugOperator.BIT_OR;
        AUGMENTED[TokenKind.AMPEREQUAL] = AugOperator.BIT_AND;
        AUGMENTED[TokenKind.CIRCUMFLEXEQUAL] = AugOperator.BIT_XOR;
        AUGMENTED[TokenKind.LEFTSHIFTEQUAL] = AugOperator.L_SHIFT;
        AUGMENTED[TokenKind.RIGHTSHIFTEQUAL] = AugOperator.R_SHIFT;
        AUGMENTED[TokenKind.ATEQUAL] = AugOperator.MAT_MULT;
    }

    private final TokenCursor t;
    private final ExpressionParser expressions;
    private final ImportParser imports;
    private final Python2StatementParser python2;

    SimpleStatementParser(TokenCursor t, ExpressionParser expressions) {
        this.t = t;
        this.expressions = expressions;
        this.imports = new ImportParser(t);
        this.python2 = new Python2StatementParser(t, expressions);
    }

    /** One statement, after which a semicolon or a line break stands. */
    Statement statement() {
        int first = t.pos;
        Statement statement = statement(first);
        if (t.kind != TokenKind.NEWLINE && t.kind != TokenKind.SEMI) {
            throw unexpected(first);
        }
        return statement;
    }

    private Statement statement(int first) {
        switch (t.kind) {
            case TokenKind.NAME:
                return nameStatement(first);
            case TokenKind.RETURN:
                return returnStatement(first);
            case TokenKind.IMPORT:
                return imports.importStatement();
            case TokenKind.FROM:
                return imports.importFrom();
            case TokenKind.RAISE:
                return raise(first);
            case TokenKind.PASS:
                t.advance();
                return new Pass(t.origin, first, first);
            case TokenKind.BREAK:
                t.advance();
                return new Break(t.origin, first, first);
            case TokenKind.CONTINUE:
                t.advance();
                return new Continue(t.origin, first, first);
            case TokenKind.DEL:
                return delete(first);
            case TokenKind.ASSERT:
                return assertStatement(first);
            case TokenKind.GLOBAL:
                NodeList<Identifier> globals = names();
                return new Global(t.origin, first, t.pos - 1, globals);
            case TokenKind.NONLOCAL:
                NodeList<Identifier> nonlocals = names();
                return new Nonlocal(t.origin, first, t.pos - 1, nonlocals);
            default:
                return expressionStatement(first);
        }
    }

    /** A statement that begins with a name, which may be a word that is no keyword for the lexer. */
    private Statement nameStatement(int first) {
        if (t.peek() == TokenKind.NAME && t.is(first, "type")) {
            byte following = t.tape.kind(first + 2);
            if (following == TokenKind.EQUAL || following == TokenKind.LSQB) {
                return typeAlias(first);
            }
        }
        if (t.python2) {
            if (t.printIsKeyword && t.is(first, "print")) {
                return python2.print();
            }
            if (t.is(first, "exec")) {
                return python2.exec();
            }
        }
        return expressionStatement(first);
    }

    // ---------------------------------------------------------------- expressions and assignments

    private Statement expressionStatement(int first) {
        Expression value = expressions.yieldOrStarExpressions();
        switch (t.kind) {
            case TokenKind.EQUAL:
                return assign(first, value);
            case TokenKind.COLON:
                return annotated(first, value);
            default:
                AugOperator operator = AUGMENTED[t.kind];
                return operator == null
                        ? new ExpressionStatement(t.origin, first, t.pos - 1, value)
                        : augmented(first, value, operator);
        }
    }

    private Assign assign(int first, Expression leftmost) {
        int mark = t.top;
        Expression value = leftmost;
        do {
            checkNoYield(value);
            t.push(value);
            t.advance();
            value = expressions.yieldOrStarExpressions();
        } while (t.kind == TokenKind.EQUAL);
        boolean isSingle = t.top == mark + 1;
        for (int i = mark; i < t.top; i++) {
            Expression target = (Expression) t.pushed(i);
            if (isSingle) {
                TargetChecker.checkAssign(t, target);
            } else {
                TargetChecker.checkFor(t, target);
            }
        }
        return new Assign(t.origin, first, t.pos - 1, t.take(mark), value);
    }

    private void checkNoYield(Expression target) {
        if (target.parentheses() == 0 && (target instanceof Yield || target instanceof YieldFrom)) {
            throw t.failAt(target, "assignment to yield expression not possible");
        }
    }

    private AugAssign augmented(int first, Expression target, AugOperator operator) {
        if (operator == AugOperator.MAT_MULT) {
            t.since(LanguageLevel.PY35, t.pos, "the operator @=");
        }
        TargetChecker.checkAugmented(t, target);
        t.advance();
        Expression value = expressions.yieldOrStarExpressions();
        if (VersionChecks.isBareTupleWithStar(value)) {
            t.since(LanguageLevel.PY39, value.firstToken(), "unpacking in an augmented assignment without parentheses");
        }
        return new AugAssign(t.origin, first, t.pos - 1, target, operator, value);
    }

    private AnnAssign annotated(int first, Expression target) {
        if (!ExpressionParser.startsExpression(t.peek())) {
            if (target instanceof Name && target.parentheses() == 0) {
                t.advance();
            }
            throw t.fail();
        }
        TargetChecker.checkAnnotated(t, target);
        t.since(LanguageLevel.PY36, t.pos, "variable annotations");
        t.advance();
        Expression annotation = expressions.expression();
        Expression value = null;
        if (t.accept(TokenKind.EQUAL)) {
            value = expressions.yieldOrStarExpressions();
            if (value.parentheses() == 0 && isLoose(value)) {
                t.since(LanguageLevel.PY38, value.firstToken(), "an annotated value without parentheses");
            }
        }
        return new AnnAssign(t.origin, first, t.pos - 1, target, annotation, value);
    }

    /** Returns whether a value is a yield or a tuple without parentheses. */
    private static boolean isLoose(Expression value) {
        return value instanceof Yield
                || value instanceof YieldFrom
                || value instanceof Starred
                || value instanceof Tuple tuple && !tuple.isParenthesized();
    }

    // ---------------------------------------------------------------- statements with keywords

    private Return returnStatement(int first) {
        t.advance();
        if (!ExpressionParser.startsExpression(t.kind)) {
            return new Return(t.origin, first, first, null);
        }
        Expression value = expressions.starExpressions();
        if (VersionChecks.isBareTupleWithStar(value)) {
            t.since(LanguageLevel.PY38, first, "unpacking in return without parentheses");
        }
        return new Return(t.origin, first, t.pos - 1, value);
    }

    private Raise raise(int first) {
        t.advance();
        Expression exc = null;
        Expression cause = null;
        Expression value = null;
        Expression traceback = null;
        if (ExpressionParser.startsExpression(t.kind)) {
            exc = expressions.expression();
            if (t.kind == TokenKind.FROM) {
                t.since(LanguageLevel.PY30, t.pos, "raise ... from");
                t.advance();
                cause = expressions.expression();
            } else if (t.python2 && t.accept(TokenKind.COMMA)) {
                value = expressions.expression();
                traceback = t.accept(TokenKind.COMMA) ? expressions.expression() : null;
            }
        }
        return new Raise(t.origin, first, t.pos - 1, exc, cause, value, traceback);
    }

    private Delete delete(int first) {
        t.advance();
        int mark = t.top;
        do {
            Expression target = expressions.starExpression();
            TargetChecker.checkDelete(t, target);
            t.push(target);
        } while (t.accept(TokenKind.COMMA) && ExpressionParser.startsExpression(t.kind));
        return new Delete(t.origin, first, t.pos - 1, t.take(mark));
    }

    private Assert assertStatement(int first) {
        t.advance();
        Expression test = expressions.expression();
        Expression message = t.accept(TokenKind.COMMA) ? expressions.expression() : null;
        return new Assert(t.origin, first, t.pos - 1, test, message);
    }

    private NodeList<Identifier> names() {
        int mark = t.top;
        do {
            t.advance();
            t.push(t.identifier());
        } while (t.kind == TokenKind.COMMA);
        return t.take(mark);
    }

    private TypeAlias typeAlias(int first) {
        t.since(LanguageLevel.PY312, first, "type statements");
        t.advance();
        Name name = new Name(t.origin, t.pos, t.pos);
        t.advance();
        TypeParams typeParams = expressions.parameters().typeParams();
        t.expect(TokenKind.EQUAL);
        Expression value = expressions.expression();
        return new TypeAlias(t.origin, first, t.pos - 1, name, typeParams, value);
    }

    // ---------------------------------------------------------------- errors

    /** Records what is wrong with a token after a whole statement. */
    private SyntaxFailure unexpected(int first) {
        boolean isLegacy = t.pos == first + 1
                && ExpressionParser.startsExpression(t.kind)
                && (t.is(first, "print") || t.is(first, "exec"));
        if (isLegacy && !t.python2) {
            String word = t.source.text(t.tape.start(first), t.tape.end(first));
            return t.failAt(first, "Missing parentheses in call to '" + word + "'. Did you mean " + word + "(...)?");
        }
        return t.fail();
    }
}
