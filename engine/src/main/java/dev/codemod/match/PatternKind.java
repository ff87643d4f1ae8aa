package dev.codemod.match;

import dev.codemod.ast.NumberValue;
import dev.codemod.ast.StringValue;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Await;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.Constant;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.If;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.Node;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.Return;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Statement;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Try;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;
import dev.codemod.tree.While;
import dev.codemod.tree.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a metavariable may be asked to stand for, {@code $X:name} in a pattern. Says how the code is written, never what
 * it evaluates to. Redundant parentheses do not matter.
 */
public enum PatternKind {
    /** Any expression. */
    EXPR,
    /** A name without dots. */
    NAME,
    /** {@code value.attr}. */
    ATTRIBUTE,
    CALL,
    SUBSCRIPT,
    AWAIT,
    LAMBDA,
    /** A string, bytes, number, True, False, None or Ellipsis; a negative number is one too. */
    LITERAL,
    /** A text literal without fields; in Python 2 any string literal. */
    STR,
    /** A bytes literal; in Python 2 any string literal that is not unicode. */
    BYTES,
    /** An f-string, alone or beside other literals. */
    FSTRING,
    /** A text that is composed of at least one literal: f-string, {@code %}, {@code .format} or {@code +}. */
    COMPOSED_STRING,
    /** An integer literal; a negative one is one too. */
    INT,
    FLOAT,
    /** A literal that is a number of any kind. */
    NUMBER,
    /** {@code True} or {@code False}. */
    BOOL,
    NONE,
    TUPLE,
    LIST,
    DICT,
    SET,
    /** A list, set or dict comprehension or a generator expression. */
    COMPREHENSION,
    /** Any statement. */
    STATEMENT,
    /** A function definition, async or not. */
    FUNCTION,
    /** A function definition with {@code async}. */
    ASYNC_DEF,
    /** A function definition without {@code async}. */
    DEF,
    /** A function whose name begins with {@code test}. */
    TEST_FUNCTION,
    CLASS,
    ASSIGN,
    RETURN,
    IF,
    FOR,
    WHILE,
    /** A for or while loop. */
    LOOP,
    WITH,
    TRY,
    IMPORT;

    /** Returns the word for it in patterns and recipes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind of this word, or null. */
    public static PatternKind of(String word) {
        for (PatternKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    /** Returns all words. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (PatternKind kind : values()) {
            words.add(kind.word());
        }
        return words;
    }

    /** Returns whether only statements are of this kind. */
    public boolean isOfStatements() {
        return compareTo(STATEMENT) >= 0;
    }

    /** Returns whether a node is of this kind. */
    public boolean accepts(Node node) {
        return isOfStatements() ? acceptsStatement(node) : acceptsExpression(node);
    }

    private boolean acceptsStatement(Node node) {
        return switch (this) {
            case STATEMENT -> node instanceof Statement;
            case FUNCTION -> node instanceof FunctionDef;
            case ASYNC_DEF -> node instanceof FunctionDef def && def.isAsync();
            case DEF -> node instanceof FunctionDef def && !def.isAsync();
            case TEST_FUNCTION ->
                node instanceof FunctionDef def && def.name().sourceText().startsWith("test");
            case CLASS -> node instanceof ClassDef;
            case ASSIGN -> node instanceof Assign;
            case RETURN -> node instanceof Return;
            case IF -> node instanceof If;
            case FOR -> node instanceof For;
            case WHILE -> node instanceof While;
            case LOOP -> node instanceof For || node instanceof While;
            case WITH -> node instanceof With;
            case TRY -> node instanceof Try;
            default -> node instanceof Import || node instanceof ImportFrom;
        };
    }

    private boolean acceptsExpression(Node node) {
        return switch (this) {
            case EXPR -> node instanceof Expression && !(node instanceof Starred);
            case NAME -> isPlainName(node);
            case ATTRIBUTE -> node instanceof Attribute;
            case CALL -> node instanceof Call;
            case SUBSCRIPT -> node instanceof Subscript;
            case AWAIT -> node instanceof Await;
            case LAMBDA -> node instanceof Lambda;
            case TUPLE -> node instanceof Tuple;
            case LIST -> node instanceof ListDisplay;
            case DICT -> node instanceof DictDisplay;
            case SET -> node instanceof SetDisplay;
            case COMPREHENSION ->
                node instanceof ListComp
                        || node instanceof SetComp
                        || node instanceof DictComp
                        || node instanceof GeneratorExp;
            default -> acceptsLiteral(node);
        };
    }

    private boolean acceptsLiteral(Node node) {
        return switch (this) {
            case STR -> isString(node, false);
            case BYTES -> isString(node, true);
            case FSTRING -> isFString(node);
            case COMPOSED_STRING -> node instanceof Expression expression && ComposedString.of(expression) != null;
            case INT -> isInteger(numberKind(node));
            case FLOAT -> numberKind(node) == NumberValue.Kind.FLOAT;
            case NUMBER -> numberKind(node) != null;
            case BOOL -> isWord(node, "True") || isWord(node, "False");
            case NONE -> isWord(node, "None");
            default -> node instanceof Constant && !isFString(node) || numberKind(node) != null || isConstantWord(node);
        };
    }

    private static boolean isConstantWord(Node node) {
        return isWord(node, "None") || isWord(node, "True") || isWord(node, "False");
    }

    private static boolean isPlainName(Node node) {
        return node instanceof Identifier || node instanceof Name && !isConstantWord(node);
    }

    /** In Python 2 the three constants are names. */
    private static boolean isWord(Node node, String word) {
        return node instanceof NameConstant && node.is(word)
                || node instanceof Name
                        && node.is(word)
                        && node.parsed().level().isPython2();
    }

    private static boolean isString(Node node, boolean asBytes) {
        if (!(node instanceof StringConstant) && !(node instanceof ConcatenatedString)) {
            return false;
        }
        StringValue value = StringValue.of((Constant) node);
        boolean isPython2 = node.parsed().level().isPython2();
        return value != null && (value.isBytes() == asBytes || isPython2 && !asBytes);
    }

    private static boolean isFString(Node node) {
        return node instanceof JoinedStr
                || node instanceof ConcatenatedString string
                        && string.parts().stream().anyMatch(JoinedStr.class::isInstance);
    }

    private static NumberValue.Kind numberKind(Node node) {
        if (node instanceof NumberConstant number) {
            return NumberValue.of(number).kind();
        }
        return node instanceof UnaryOp operation && operation.op() == UnaryOperator.U_SUB
                ? numberKind(operation.operand())
                : null;
    }

    private static boolean isInteger(NumberValue.Kind kind) {
        return kind == NumberValue.Kind.INTEGER || kind == NumberValue.Kind.LONG;
    }
}
