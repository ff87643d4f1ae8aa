package dev.codemod.rewrite;

import dev.codemod.lexer.Lexer;
import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Element;
import dev.codemod.tree.Expression;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.MatchAs;
import dev.codemod.tree.MatchOr;
import dev.codemod.tree.MatchSequence;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeKind;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.Operator;
import dev.codemod.tree.Pattern;
import dev.codemod.tree.Place;
import dev.codemod.tree.Print;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.UnaryOp;

/**
 * Whether a node needs parentheses where it is put.
 *
 * <p>The place says what it accepts; the precedence table decides between operators; and some places have rules of
 * their own. Answers are never too few parentheses, and at places where Python's rules changed between versions they
 * may be more than the newest version needs.
 */
final class Parentheses {
    private Parentheses() {}

    /** Returns whether parentheses around a node are possible at all. */
    static boolean canHave(Node node) {
        if (node instanceof Expression) {
            return node.kind() != NodeKind.STARRED && node.kind() != NodeKind.SLICE && !holdsSlices(node);
        }
        return node instanceof Pattern && node.kind() != NodeKind.MATCH_STAR;
    }

    /** Returns whether a node can take the place of another one and leave that one's parentheses around it. */
    static boolean mayStandInside(Node node) {
        return canHave(node);
    }

    private static boolean holdsSlices(Node node) {
        if (node instanceof Tuple tuple && !tuple.isParenthesized()) {
            for (Expression element : tuple.elements()) {
                if (element.kind() == NodeKind.SLICE) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Returns whether a node needs parentheses.
     *
     * @param parent the node that is to hold it, as it is to be
     * @param element the element of the parent's layout that is the place
     * @param index the node's index if the place is a list
     */
    static boolean needed(Node node, Node parent, Element element, int index, LanguageLevel level) {
        if (!canHave(node)) {
            return false;
        }
        return node instanceof Expression expression
                ? neededForExpression(expression, parent, element, index, level)
                : neededForPattern((Pattern) node, parent);
    }

    private static boolean neededForPattern(Pattern pattern, Node parent) {
        if (pattern instanceof MatchSequence sequence && !sequence.isBracketed() && !sequence.isParenthesized()) {
            return parent.kind() != NodeKind.MATCH_CASE;
        }
        boolean isAs = pattern instanceof MatchAs as && as.pattern() != null;
        return parent.kind() == NodeKind.MATCH_OR && (isAs || pattern instanceof MatchOr)
                || parent.kind() == NodeKind.MATCH_AS && isAs;
    }

    private static boolean neededForExpression(
            Expression node, Node parent, Element element, int index, LanguageLevel level) {
        Precedence precedence = Precedence.of(node);
        if (node instanceof GeneratorExp && precedence == Precedence.NONE) {
            return !(parent instanceof Call call
                    && call.arguments().size() == 1
                    && element.name().equals("arguments"));
        }
        if (precedence == Precedence.NONE) {
            return !acceptsTuple(parent, element, (Tuple) node, level);
        }
        if (precedence == Precedence.YIELD) {
            return element.place() != Place.YIELD;
        }
        if (precedence == Precedence.ASSIGN) {
            return !acceptsWalrus(parent, element);
        }
        if (node instanceof NumberConstant && parent.kind() == NodeKind.ATTRIBUTE) {
            return isDecimalInteger(node);
        }
        if (parent.kind() == NodeKind.WITH_ITEM
                && node instanceof Tuple
                && element.name().equals("context")) {
            // From 3.9 on `with (a, b):` is two items.
            return true;
        }
        return !precedence.isAtLeast(weakest(parent, element));
    }

    private static boolean acceptsTuple(Node parent, Element element, Tuple tuple, LanguageLevel level) {
        if (element.place() != Place.YIELD && element.place() != Place.STAR) {
            return false;
        }
        return switch (parent.kind()) {
            case PARAMETER, TYPE_VAR_TUPLE, WITH_ITEM, EXCEPT_HANDLER -> false;
            case ANN_ASSIGN -> level.isAtLeast(LanguageLevel.PY38);
            case RETURN, YIELD -> level.isAtLeast(LanguageLevel.PY38) || !hasStarred(tuple);
            case FOR -> element.name().equals("target") || level.isAtLeast(LanguageLevel.PY39) || !hasStarred(tuple);
            case SUBSCRIPT -> level.isAtLeast(LanguageLevel.PY311) || !hasStarred(tuple);
            default -> true;
        };
    }

    private static boolean hasStarred(Tuple tuple) {
        for (Expression element : tuple.elements()) {
            if (element instanceof Starred) {
                return true;
            }
        }
        return false;
    }

    private static boolean acceptsWalrus(Node parent, Element element) {
        return switch (parent.kind()) {
            case CALL -> element.name().equals("arguments");
            case TUPLE -> ((Tuple) parent).isParenthesized();
            case SET_DISPLAY, SET_COMP -> false;
            default -> element.place() == Place.NAMED;
        };
    }

    /** `1.real` would be a float and a name; other numbers end before the dot. */
    private static boolean isDecimalInteger(Node number) {
        byte[] bytes = number.parsed().source().bytes();
        for (int i = number.startOffset(); i < number.endOffset(); i++) {
            if ((bytes[i] < '0' || bytes[i] > '9') && bytes[i] != '_') {
                return false;
            }
        }
        return true;
    }

    /** Returns the weakest level that a place accepts, tuples, yield and walrus left aside. */
    private static Precedence weakest(Node parent, Element element) {
        return switch (element.place()) {
            case YIELD, STAR, NAMED, TEST -> Precedence.LAMBDA;
            case OR -> Precedence.OR;
            case BITOR -> Precedence.BIT_OR;
            case PRIMARY -> Precedence.CALL;
            case OPERATOR -> weakestOperand(parent, element);
        };
    }

    private static Precedence weakestOperand(Node parent, Element element) {
        if (parent instanceof BoolOp bool) {
            return Precedence.of(bool.op()).tighter();
        }
        if (parent instanceof UnaryOp unary) {
            return Precedence.of(unary.op());
        }
        Operator operator = ((BinOp) parent).op();
        boolean isLeft = element.name().equals("left");
        if (operator == Operator.POW) {
            return isLeft ? Precedence.AWAIT : Precedence.UNARY;
        }
        Precedence own = Precedence.of(operator);
        return isLeft ? own : own.tighter();
    }

    /**
     * Returns whether a text needs parentheses because of tokens in it: in a replacement field, whose parser takes the
     * first colon or exclamation mark for its own, and in Python 2's print statement, which would look like a call.
     *
     * @param startedWithBracket whether what the text replaces began with an opening parenthesis
     */
    static boolean neededForText(
            Fragment text, Node parent, Element element, int index, LanguageLevel level, boolean startedWithBracket) {
        if (parent.kind() == NodeKind.FORMATTED_VALUE && element.name().equals("value")) {
            return hasFieldDelimiter(text, level);
        }
        if (parent instanceof Print print && element.name().equals("values")) {
            boolean startsWithBracket = !text.isEmpty() && text.bytes()[0] == '(';
            return print.destination() == null && index == 0 && startsWithBracket && !startedWithBracket;
        }
        return false;
    }

    private static boolean hasFieldDelimiter(Fragment text, LanguageLevel level) {
        TokenTape tape = lexInBrackets(text, level);
        for (int i = 1, depth = 1; i < tape.count() && depth > 0; i++) {
            byte kind = tape.kind(i);
            depth += depthChange(kind);
            boolean delimits = kind == TokenKind.COLON
                    || kind == TokenKind.COLONEQUAL
                    || kind == TokenKind.LAMBDA
                    || kind == TokenKind.EXCLAMATION
                    || kind == TokenKind.NOTEQUAL && !level.isAtLeast(LanguageLevel.PY38);
            if (depth == 1 && delimits) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a line of the text ends outside brackets and without a backslash. */
    static boolean hasOpenLineBreak(Fragment text, LanguageLevel level) {
        TokenTape tape = lexInBrackets(text, level);
        for (int i = 1, depth = 1; i < tape.count() && depth > 0; i++) {
            boolean isOpen = tape.has(i, TokenTape.LINE_BREAK_BEFORE) && !tape.has(i, TokenTape.BACKSLASH_BEFORE);
            if (depth == 1 && isOpen) {
                return true;
            }
            depth += depthChange(tape.kind(i));
        }
        return false;
    }

    private static TokenTape lexInBrackets(Fragment text, LanguageLevel level) {
        byte[] bytes = text.between("(", ")").bytes();
        return Lexer.lex(Source.of("<fragment>", bytes), level);
    }

    private static int depthChange(byte kind) {
        return switch (kind) {
            case TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE, TokenKind.FSTRING_START -> 1;
            case TokenKind.RPAR, TokenKind.RSQB, TokenKind.RBRACE, TokenKind.FSTRING_END -> -1;
            default -> 0;
        };
    }

    /**
     * Returns whether a parsed node cannot be written without the parentheses that belong to it: an empty tuple, or
     * one of several lines that is not inside other brackets.
     */
    static boolean mustStay(Node node, ParsedText text) {
        if (node instanceof Tuple tuple && tuple.elements().isEmpty()) {
            return true;
        }
        if (text.isInsideBrackets(node.outerFirstToken())) {
            return false;
        }
        int close = node.lastToken();
        for (int i = node.firstToken() + 1; i <= close && text.tape.kind(i) != TokenKind.NEWLINE; i++) {
            if (text.tape.has(i, TokenTape.LINE_BREAK_BEFORE)) {
                return true;
            }
        }
        return false;
    }
}
