// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

import java.util.List;

/** The kinds of nodes, each with its layout: the elements that it is written with, in source order. */
public enum NodeKind {
    /** Module. */
    MODULE("Module", 1,
            Element.list(0, "statements", Element.Separator.STATEMENT, true, Place.TEST),
            Element.token("EOF", -1)),
    /** Block. */
    BLOCK("Block", 1,
            Element.list(0, "statements", Element.Separator.STATEMENT, false, Place.TEST)),
    /** ErrorStatement. */
    ERROR_STATEMENT("ErrorStatement", 0,
            Element.anyTokens()),
    /** FunctionDef. */
    FUNCTION_DEF("FunctionDef", 7,
            Element.list(0, "decorators", Element.Separator.NONE, true, Place.TEST),
            Element.flag(1, "async", "async"),
            Element.token("def", -1),
            Element.child(2, "name", false, Place.TEST),
            Element.child(3, "typeParams", true, Place.TEST),
            Element.child(4, "parameters", false, Place.TEST),
            Element.token("->", 5),
            Element.child(5, "returns", true, Place.TEST),
            Element.token(":", -1),
            Element.child(6, "body", false, Place.TEST)),
    /** ClassDef. */
    CLASS_DEF("ClassDef", 5,
            Element.list(0, "decorators", Element.Separator.NONE, true, Place.TEST),
            Element.token("class", -1),
            Element.child(1, "name", false, Place.TEST),
            Element.child(2, "typeParams", true, Place.TEST),
            Element.child(3, "arguments", true, Place.TEST),
            Element.token(":", -1),
            Element.child(4, "body", false, Place.TEST)),
    /** Return. */
    RETURN("Return", 1,
            Element.token("return", -1),
            Element.child(0, "value", true, Place.STAR)),
    /** Delete. */
    DELETE("Delete", 1,
            Element.token("del", -1),
            Element.list(0, "targets", Element.Separator.COMMA, false, Place.BITOR)),
    /** Assign. */
    ASSIGN("Assign", 2,
            Element.list(0, "targets", Element.Separator.EQUAL, false, Place.STAR),
            Element.child(1, "value", false, Place.YIELD)),
    /** AugAssign. */
    AUG_ASSIGN("AugAssign", 3,
            Element.child(0, "target", false, Place.PRIMARY),
            Element.attribute(1, "op", Element.Separator.NONE),
            Element.child(2, "value", false, Place.YIELD)),
    /** AnnAssign. */
    ANN_ASSIGN("AnnAssign", 3,
            Element.child(0, "target", false, Place.PRIMARY),
            Element.token(":", -1),
            Element.child(1, "annotation", false, Place.TEST),
            Element.token("=", 2),
            Element.child(2, "value", true, Place.YIELD)),
    /** For. */
    FOR("For", 5,
            Element.flag(0, "async", "async"),
            Element.token("for", -1),
            Element.child(1, "target", false, Place.STAR),
            Element.token("in", -1),
            Element.child(2, "iter", false, Place.STAR),
            Element.token(":", -1),
            Element.child(3, "body", false, Place.TEST),
            Element.child(4, "orElse", true, Place.TEST)),
    /** While. */
    WHILE("While", 3,
            Element.token("while", -1),
            Element.child(0, "test", false, Place.NAMED),
            Element.token(":", -1),
            Element.child(1, "body", false, Place.TEST),
            Element.child(2, "orElse", true, Place.TEST)),
    /** If. */
    IF("If", 4,
            Element.token("if", -1),
            Element.child(0, "test", false, Place.NAMED),
            Element.token(":", -1),
            Element.child(1, "body", false, Place.TEST),
            Element.list(2, "elifs", Element.Separator.NONE, true, Place.TEST),
            Element.child(3, "orElse", true, Place.TEST)),
    /** With. */
    WITH("With", 4,
            Element.flag(0, "async", "async"),
            Element.token("with", -1),
            Element.flag(1, "parenthesized", "("),
            Element.list(2, "items", Element.Separator.COMMA, false, Place.TEST),
            Element.flag(1, "parenthesized", ")"),
            Element.token(":", -1),
            Element.child(3, "body", false, Place.TEST)),
    /** Match. */
    MATCH("Match", 2,
            Element.token("match", -1),
            Element.child(0, "subject", false, Place.STAR),
            Element.token(":", -1),
            Element.token("NEWLINE", -1),
            Element.token("INDENT", -1),
            Element.list(1, "cases", Element.Separator.NONE, false, Place.TEST),
            Element.token("DEDENT", -1)),
    /** Raise. */
    RAISE("Raise", 4,
            Element.token("raise", -1),
            Element.child(0, "exc", true, Place.TEST),
            Element.token("from", 1),
            Element.child(1, "cause", true, Place.TEST),
            Element.token(",", 2),
            Element.child(2, "value", true, Place.TEST),
            Element.token(",", 3),
            Element.child(3, "traceback", true, Place.TEST)),
    /** Try. */
    TRY("Try", 4,
            Element.token("try", -1),
            Element.token(":", -1),
            Element.child(0, "body", false, Place.TEST),
            Element.list(1, "handlers", Element.Separator.NONE, true, Place.TEST),
            Element.child(2, "orElse", true, Place.TEST),
            Element.child(3, "finalBody", true, Place.TEST)),
    /** Assert. */
    ASSERT("Assert", 2,
            Element.token("assert", -1),
            Element.child(0, "test", false, Place.TEST),
            Element.token(",", 1),
            Element.child(1, "message", true, Place.TEST)),
    /** Import. */
    IMPORT("Import", 1,
            Element.token("import", -1),
            Element.list(0, "names", Element.Separator.COMMA, false, Place.TEST)),
    /** ImportFrom. */
    IMPORT_FROM("ImportFrom", 5,
            Element.token("from", -1),
            Element.attribute(0, "level", Element.Separator.NONE),
            Element.child(1, "module", true, Place.TEST),
            Element.token("import", -1),
            Element.flag(2, "star", "*"),
            Element.flag(3, "parenthesized", "("),
            Element.list(4, "names", Element.Separator.COMMA, true, Place.TEST),
            Element.flag(3, "parenthesized", ")")),
    /** Global. */
    GLOBAL("Global", 1,
            Element.token("global", -1),
            Element.list(0, "names", Element.Separator.COMMA, false, Place.TEST)),
    /** Nonlocal. */
    NONLOCAL("Nonlocal", 1,
            Element.token("nonlocal", -1),
            Element.list(0, "names", Element.Separator.COMMA, false, Place.TEST)),
    /** ExpressionStatement. */
    EXPRESSION_STATEMENT("ExpressionStatement", 1,
            Element.child(0, "value", false, Place.YIELD)),
    /** Pass. */
    PASS("Pass", 0,
            Element.token("pass", -1)),
    /** Break. */
    BREAK("Break", 0,
            Element.token("break", -1)),
    /** Continue. */
    CONTINUE("Continue", 0,
            Element.token("continue", -1)),
    /** TypeAlias. */
    TYPE_ALIAS("TypeAlias", 3,
            Element.token("type", -1),
            Element.child(0, "name", false, Place.TEST),
            Element.child(1, "typeParams", true, Place.TEST),
            Element.token("=", -1),
            Element.child(2, "value", false, Place.TEST)),
    /** Print. */
    PRINT("Print", 2,
            Element.token("print", -1),
            Element.child(0, "destination", true, Place.TEST),
            Element.list(1, "values", Element.Separator.COMMA, true, Place.TEST)),
    /** Exec. */
    EXEC("Exec", 3,
            Element.token("exec", -1),
            Element.child(0, "body", false, Place.BITOR),
            Element.token("in", 1),
            Element.child(1, "globals", true, Place.TEST),
            Element.token(",", 2),
            Element.child(2, "locals", true, Place.TEST)),
    /** Elif. */
    ELIF("Elif", 2,
            Element.token("elif", -1),
            Element.child(0, "test", false, Place.NAMED),
            Element.token(":", -1),
            Element.child(1, "body", false, Place.TEST)),
    /** Else. */
    ELSE("Else", 1,
            Element.token("else", -1),
            Element.token(":", -1),
            Element.child(0, "body", false, Place.TEST)),
    /** Finally. */
    FINALLY("Finally", 1,
            Element.token("finally", -1),
            Element.token(":", -1),
            Element.child(0, "body", false, Place.TEST)),
    /** ExceptHandler. */
    EXCEPT_HANDLER("ExceptHandler", 5,
            Element.token("except", -1),
            Element.flag(0, "star", "*"),
            Element.child(1, "type", true, Place.STAR),
            Element.token("as", 2),
            Element.child(2, "name", true, Place.TEST),
            Element.token(",", 3),
            Element.child(3, "target", true, Place.TEST),
            Element.token(":", -1),
            Element.child(4, "body", false, Place.TEST)),
    /** MatchCase. */
    MATCH_CASE("MatchCase", 3,
            Element.token("case", -1),
            Element.child(0, "pattern", false, Place.TEST),
            Element.token("if", 1),
            Element.child(1, "guard", true, Place.NAMED),
            Element.token(":", -1),
            Element.child(2, "body", false, Place.TEST)),
    /** Decorator. */
    DECORATOR("Decorator", 1,
            Element.token("@", -1),
            Element.child(0, "expression", false, Place.NAMED),
            Element.token("NEWLINE", -1)),
    /** WithItem. */
    WITH_ITEM("WithItem", 2,
            Element.child(0, "context", false, Place.TEST),
            Element.token("as", 1),
            Element.child(1, "target", true, Place.STAR)),
    /** Alias. */
    ALIAS("Alias", 2,
            Element.child(0, "name", false, Place.TEST),
            Element.token("as", 1),
            Element.child(1, "asName", true, Place.TEST)),
    /** DottedName. */
    DOTTED_NAME("DottedName", 1,
            Element.list(0, "names", Element.Separator.DOT, false, Place.TEST)),
    /** Identifier. */
    IDENTIFIER("Identifier", 0,
            Element.token("NAME", -1)),
    /** PrintDestination. */
    PRINT_DESTINATION("PrintDestination", 2,
            Element.token(">>", -1),
            Element.child(0, "target", false, Place.TEST),
            Element.flag(1, "comma", ",")),
    /** ArgumentList. */
    ARGUMENT_LIST("ArgumentList", 1,
            Element.token("(", -1),
            Element.list(0, "arguments", Element.Separator.COMMA, true, Place.TEST),
            Element.token(")", -1)),
    /** Parameters. */
    PARAMETERS("Parameters", 2,
            Element.flag(0, "parenthesized", "("),
            Element.list(1, "items", Element.Separator.COMMA, true, Place.TEST),
            Element.flag(0, "parenthesized", ")")),
    /** Parameter. */
    PARAMETER("Parameter", 5,
            Element.flag(0, "star", "*"),
            Element.flag(1, "doubleStar", "**"),
            Element.child(2, "name", false, Place.TEST),
            Element.token(":", 3),
            Element.child(3, "annotation", true, Place.STAR),
            Element.token("=", 4),
            Element.child(4, "defaultValue", true, Place.TEST)),
    /** TupleParameter. */
    TUPLE_PARAMETER("TupleParameter", 2,
            Element.token("(", -1),
            Element.list(0, "items", Element.Separator.COMMA, false, Place.TEST),
            Element.token(")", -1),
            Element.token("=", 1),
            Element.child(1, "defaultValue", true, Place.TEST)),
    /** PositionalOnlyMarker. */
    POSITIONAL_ONLY_MARKER("PositionalOnlyMarker", 0,
            Element.token("/", -1)),
    /** KeywordOnlyMarker. */
    KEYWORD_ONLY_MARKER("KeywordOnlyMarker", 0,
            Element.token("*", -1)),
    /** TypeParams. */
    TYPE_PARAMS("TypeParams", 1,
            Element.token("[", -1),
            Element.list(0, "params", Element.Separator.COMMA, false, Place.TEST),
            Element.token("]", -1)),
    /** TypeVar. */
    TYPE_VAR("TypeVar", 3,
            Element.child(0, "name", false, Place.TEST),
            Element.token(":", 1),
            Element.child(1, "bound", true, Place.TEST),
            Element.token("=", 2),
            Element.child(2, "defaultValue", true, Place.TEST)),
    /** TypeVarTuple. */
    TYPE_VAR_TUPLE("TypeVarTuple", 2,
            Element.token("*", -1),
            Element.child(0, "name", false, Place.TEST),
            Element.token("=", 1),
            Element.child(1, "defaultValue", true, Place.STAR)),
    /** ParamSpec. */
    PARAM_SPEC("ParamSpec", 2,
            Element.token("**", -1),
            Element.child(0, "name", false, Place.TEST),
            Element.token("=", 1),
            Element.child(1, "defaultValue", true, Place.TEST)),
    /** Keyword. */
    KEYWORD("Keyword", 3,
            Element.child(0, "name", true, Place.TEST),
            Element.token("=", 0),
            Element.flag(1, "doubleStar", "**"),
            Element.child(2, "value", false, Place.TEST)),
    /** Name. */
    NAME("Name", 0,
            Element.token("NAME", -1)),
    /** NumberConstant. */
    NUMBER_CONSTANT("NumberConstant", 0,
            Element.token("NUMBER", -1)),
    /** NameConstant. */
    NAME_CONSTANT("NameConstant", 0,
            Element.anyTokens()),
    /** EllipsisConstant. */
    ELLIPSIS_CONSTANT("EllipsisConstant", 0,
            Element.anyTokens()),
    /** StringConstant. */
    STRING_CONSTANT("StringConstant", 0,
            Element.token("STRING", -1)),
    /** JoinedStr. */
    JOINED_STR("JoinedStr", 1,
            Element.token("FSTRING_START", -1),
            Element.list(0, "values", Element.Separator.NONE, true, Place.TEST),
            Element.token("FSTRING_END", -1)),
    /** ConcatenatedString. */
    CONCATENATED_STRING("ConcatenatedString", 1,
            Element.list(0, "parts", Element.Separator.NONE, false, Place.TEST)),
    /** InterpolatedText. */
    INTERPOLATED_TEXT("InterpolatedText", 0,
            Element.token("FSTRING_MIDDLE", -1)),
    /** FormattedValue. */
    FORMATTED_VALUE("FormattedValue", 4,
            Element.token("{", -1),
            Element.child(0, "value", false, Place.YIELD),
            Element.flag(1, "debug", "="),
            Element.token("!", 2),
            Element.child(2, "conversion", true, Place.TEST),
            Element.child(3, "formatSpec", true, Place.TEST),
            Element.token("}", -1)),
    /** FormatSpec. */
    FORMAT_SPEC("FormatSpec", 1,
            Element.token(":", -1),
            Element.list(0, "values", Element.Separator.NONE, true, Place.TEST)),
    /** Tuple. */
    TUPLE("Tuple", 2,
            Element.flag(0, "parenthesized", "("),
            Element.list(1, "elements", Element.Separator.COMMA, true, Place.NAMED),
            Element.flag(0, "parenthesized", ")")),
    /** ListDisplay. */
    LIST_DISPLAY("ListDisplay", 1,
            Element.token("[", -1),
            Element.list(0, "elements", Element.Separator.COMMA, true, Place.NAMED),
            Element.token("]", -1)),
    /** SetDisplay. */
    SET_DISPLAY("SetDisplay", 1,
            Element.token("{", -1),
            Element.list(0, "elements", Element.Separator.COMMA, false, Place.NAMED),
            Element.token("}", -1)),
    /** DictDisplay. */
    DICT_DISPLAY("DictDisplay", 1,
            Element.token("{", -1),
            Element.list(0, "items", Element.Separator.COMMA, true, Place.TEST),
            Element.token("}", -1)),
    /** KeyValue. */
    KEY_VALUE("KeyValue", 2,
            Element.child(0, "key", false, Place.TEST),
            Element.token(":", -1),
            Element.child(1, "value", false, Place.TEST)),
    /** DictUnpacking. */
    DICT_UNPACKING("DictUnpacking", 1,
            Element.token("**", -1),
            Element.child(0, "value", false, Place.BITOR)),
    /** ListComp. */
    LIST_COMP("ListComp", 2,
            Element.token("[", -1),
            Element.child(0, "element", false, Place.NAMED),
            Element.list(1, "generators", Element.Separator.NONE, false, Place.TEST),
            Element.token("]", -1)),
    /** SetComp. */
    SET_COMP("SetComp", 2,
            Element.token("{", -1),
            Element.child(0, "element", false, Place.NAMED),
            Element.list(1, "generators", Element.Separator.NONE, false, Place.TEST),
            Element.token("}", -1)),
    /** DictComp. */
    DICT_COMP("DictComp", 3,
            Element.token("{", -1),
            Element.child(0, "key", false, Place.TEST),
            Element.token(":", -1),
            Element.child(1, "value", false, Place.TEST),
            Element.list(2, "generators", Element.Separator.NONE, false, Place.TEST),
            Element.token("}", -1)),
    /** GeneratorExp. */
    GENERATOR_EXP("GeneratorExp", 3,
            Element.flag(0, "parenthesized", "("),
            Element.child(1, "element", false, Place.NAMED),
            Element.list(2, "generators", Element.Separator.NONE, false, Place.TEST),
            Element.flag(0, "parenthesized", ")")),
    /** Comprehension. */
    COMPREHENSION("Comprehension", 4,
            Element.flag(0, "async", "async"),
            Element.token("for", -1),
            Element.child(1, "target", false, Place.STAR),
            Element.token("in", -1),
            Element.child(2, "iter", false, Place.OR),
            Element.list(3, "ifs", Element.Separator.NONE, true, Place.TEST)),
    /** ComprehensionIf. */
    COMPREHENSION_IF("ComprehensionIf", 1,
            Element.token("if", -1),
            Element.child(0, "test", false, Place.OR)),
    /** BoolOp. */
    BOOL_OP("BoolOp", 2,
            Element.attribute(0, "op", Element.Separator.OPERATOR),
            Element.list(1, "values", Element.Separator.OPERATOR, false, Place.OPERATOR)),
    /** BinOp. */
    BIN_OP("BinOp", 3,
            Element.child(0, "left", false, Place.OPERATOR),
            Element.attribute(1, "op", Element.Separator.NONE),
            Element.child(2, "right", false, Place.OPERATOR)),
    /** UnaryOp. */
    UNARY_OP("UnaryOp", 2,
            Element.attribute(0, "op", Element.Separator.NONE),
            Element.child(1, "operand", false, Place.OPERATOR)),
    /** Compare. */
    COMPARE("Compare", 2,
            Element.child(0, "left", false, Place.BITOR),
            Element.list(1, "comparisons", Element.Separator.NONE, false, Place.TEST)),
    /** Comparison. */
    COMPARISON("Comparison", 2,
            Element.attribute(0, "op", Element.Separator.NONE),
            Element.child(1, "right", false, Place.BITOR)),
    /** NamedExpr. */
    NAMED_EXPR("NamedExpr", 2,
            Element.child(0, "target", false, Place.TEST),
            Element.token(":=", -1),
            Element.child(1, "value", false, Place.TEST)),
    /** IfExp. */
    IF_EXP("IfExp", 3,
            Element.child(0, "body", false, Place.OR),
            Element.token("if", -1),
            Element.child(1, "test", false, Place.OR),
            Element.token("else", -1),
            Element.child(2, "orElse", false, Place.TEST)),
    /** Lambda. */
    LAMBDA("Lambda", 2,
            Element.token("lambda", -1),
            Element.child(0, "parameters", true, Place.TEST),
            Element.token(":", -1),
            Element.child(1, "body", false, Place.TEST)),
    /** Await. */
    AWAIT("Await", 1,
            Element.token("await", -1),
            Element.child(0, "value", false, Place.PRIMARY)),
    /** Yield. */
    YIELD("Yield", 1,
            Element.token("yield", -1),
            Element.child(0, "value", true, Place.STAR)),
    /** YieldFrom. */
    YIELD_FROM("YieldFrom", 1,
            Element.token("yield", -1),
            Element.token("from", -1),
            Element.child(0, "value", false, Place.TEST)),
    /** Starred. */
    STARRED("Starred", 1,
            Element.token("*", -1),
            Element.child(0, "value", false, Place.BITOR)),
    /** Call. */
    CALL("Call", 2,
            Element.child(0, "func", false, Place.PRIMARY),
            Element.token("(", -1),
            Element.list(1, "arguments", Element.Separator.COMMA, true, Place.TEST),
            Element.token(")", -1)),
    /** Attribute. */
    ATTRIBUTE("Attribute", 2,
            Element.child(0, "value", false, Place.PRIMARY),
            Element.token(".", -1),
            Element.child(1, "attr", false, Place.TEST)),
    /** Subscript. */
    SUBSCRIPT("Subscript", 2,
            Element.child(0, "value", false, Place.PRIMARY),
            Element.token("[", -1),
            Element.child(1, "slice", false, Place.STAR),
            Element.token("]", -1)),
    /** Slice. */
    SLICE("Slice", 4,
            Element.child(0, "lower", true, Place.TEST),
            Element.token(":", -1),
            Element.child(1, "upper", true, Place.TEST),
            Element.flag(2, "secondColon", ":"),
            Element.child(3, "step", true, Place.TEST)),
    /** Repr. */
    REPR("Repr", 1,
            Element.token("`", -1),
            Element.child(0, "value", false, Place.STAR),
            Element.token("`", -1)),
    /** MatchValue. */
    MATCH_VALUE("MatchValue", 1,
            Element.child(0, "value", false, Place.BITOR)),
    /** MatchSingleton. */
    MATCH_SINGLETON("MatchSingleton", 1,
            Element.child(0, "value", false, Place.TEST)),
    /** MatchSequence. */
    MATCH_SEQUENCE("MatchSequence", 3,
            Element.flag(0, "bracketed", "["),
            Element.flag(1, "parenthesized", "("),
            Element.list(2, "patterns", Element.Separator.COMMA, true, Place.TEST),
            Element.flag(1, "parenthesized", ")"),
            Element.flag(0, "bracketed", "]")),
    /** MatchMapping. */
    MATCH_MAPPING("MatchMapping", 1,
            Element.token("{", -1),
            Element.list(0, "items", Element.Separator.COMMA, true, Place.TEST),
            Element.token("}", -1)),
    /** MatchMappingItem. */
    MATCH_MAPPING_ITEM("MatchMappingItem", 2,
            Element.child(0, "key", false, Place.BITOR),
            Element.token(":", -1),
            Element.child(1, "pattern", false, Place.TEST)),
    /** MatchRest. */
    MATCH_REST("MatchRest", 1,
            Element.token("**", -1),
            Element.child(0, "name", false, Place.TEST)),
    /** MatchClass. */
    MATCH_CLASS("MatchClass", 2,
            Element.child(0, "cls", false, Place.PRIMARY),
            Element.token("(", -1),
            Element.list(1, "patterns", Element.Separator.COMMA, true, Place.TEST),
            Element.token(")", -1)),
    /** MatchKeyword. */
    MATCH_KEYWORD("MatchKeyword", 2,
            Element.child(0, "name", false, Place.TEST),
            Element.token("=", -1),
            Element.child(1, "pattern", false, Place.TEST)),
    /** MatchStar. */
    MATCH_STAR("MatchStar", 1,
            Element.token("*", -1),
            Element.child(0, "name", false, Place.TEST)),
    /** MatchAs. */
    MATCH_AS("MatchAs", 2,
            Element.child(0, "pattern", true, Place.TEST),
            Element.token("as", 0),
            Element.child(1, "name", false, Place.TEST)),
    /** MatchOr. */
    MATCH_OR("MatchOr", 1,
            Element.list(0, "patterns", Element.Separator.BAR, false, Place.TEST));

    private final String nodeName;
    private final int slotCount;
    private final List<Element> elements;

    NodeKind(String nodeName, int slotCount, Element... elements) {
        this.nodeName = nodeName;
        this.slotCount = slotCount;
        this.elements = List.of(elements);
    }

    /** Returns the layout. */
    public List<Element> elements() {
        return elements;
    }

    /** Returns the number of slots. */
    public int slotCount() {
        return slotCount;
    }

    /** Returns the name of the node class. */
    @Override
    public String toString() {
        return nodeName;
    }
}
// spotless:on
