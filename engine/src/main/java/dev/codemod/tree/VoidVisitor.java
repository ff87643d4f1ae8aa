// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * Does something with a node, one method per kind.
 *
 * @param <A> the type of the argument that is handed on
 */
public interface VoidVisitor<A> {
    void visit(Module n, A arg);
    void visit(Block n, A arg);
    void visit(ErrorStatement n, A arg);
    void visit(FunctionDef n, A arg);
    void visit(ClassDef n, A arg);
    void visit(Return n, A arg);
    void visit(Delete n, A arg);
    void visit(Assign n, A arg);
    void visit(AugAssign n, A arg);
    void visit(AnnAssign n, A arg);
    void visit(For n, A arg);
    void visit(While n, A arg);
    void visit(If n, A arg);
    void visit(With n, A arg);
    void visit(Match n, A arg);
    void visit(Raise n, A arg);
    void visit(Try n, A arg);
    void visit(Assert n, A arg);
    void visit(Import n, A arg);
    void visit(ImportFrom n, A arg);
    void visit(Global n, A arg);
    void visit(Nonlocal n, A arg);
    void visit(ExpressionStatement n, A arg);
    void visit(Pass n, A arg);
    void visit(Break n, A arg);
    void visit(Continue n, A arg);
    void visit(TypeAlias n, A arg);
    void visit(Print n, A arg);
    void visit(Exec n, A arg);
    void visit(Elif n, A arg);
    void visit(Else n, A arg);
    void visit(Finally n, A arg);
    void visit(ExceptHandler n, A arg);
    void visit(MatchCase n, A arg);
    void visit(Decorator n, A arg);
    void visit(WithItem n, A arg);
    void visit(Alias n, A arg);
    void visit(DottedName n, A arg);
    void visit(Identifier n, A arg);
    void visit(PrintDestination n, A arg);
    void visit(ArgumentList n, A arg);
    void visit(Parameters n, A arg);
    void visit(Parameter n, A arg);
    void visit(TupleParameter n, A arg);
    void visit(PositionalOnlyMarker n, A arg);
    void visit(KeywordOnlyMarker n, A arg);
    void visit(TypeParams n, A arg);
    void visit(TypeVar n, A arg);
    void visit(TypeVarTuple n, A arg);
    void visit(ParamSpec n, A arg);
    void visit(Keyword n, A arg);
    void visit(Name n, A arg);
    void visit(NumberConstant n, A arg);
    void visit(NameConstant n, A arg);
    void visit(EllipsisConstant n, A arg);
    void visit(StringConstant n, A arg);
    void visit(JoinedStr n, A arg);
    void visit(ConcatenatedString n, A arg);
    void visit(InterpolatedText n, A arg);
    void visit(FormattedValue n, A arg);
    void visit(FormatSpec n, A arg);
    void visit(Tuple n, A arg);
    void visit(ListDisplay n, A arg);
    void visit(SetDisplay n, A arg);
    void visit(DictDisplay n, A arg);
    void visit(KeyValue n, A arg);
    void visit(DictUnpacking n, A arg);
    void visit(ListComp n, A arg);
    void visit(SetComp n, A arg);
    void visit(DictComp n, A arg);
    void visit(GeneratorExp n, A arg);
    void visit(Comprehension n, A arg);
    void visit(ComprehensionIf n, A arg);
    void visit(BoolOp n, A arg);
    void visit(BinOp n, A arg);
    void visit(UnaryOp n, A arg);
    void visit(Compare n, A arg);
    void visit(Comparison n, A arg);
    void visit(NamedExpr n, A arg);
    void visit(IfExp n, A arg);
    void visit(Lambda n, A arg);
    void visit(Await n, A arg);
    void visit(Yield n, A arg);
    void visit(YieldFrom n, A arg);
    void visit(Starred n, A arg);
    void visit(Call n, A arg);
    void visit(Attribute n, A arg);
    void visit(Subscript n, A arg);
    void visit(Slice n, A arg);
    void visit(Repr n, A arg);
    void visit(MatchValue n, A arg);
    void visit(MatchSingleton n, A arg);
    void visit(MatchSequence n, A arg);
    void visit(MatchMapping n, A arg);
    void visit(MatchMappingItem n, A arg);
    void visit(MatchRest n, A arg);
    void visit(MatchClass n, A arg);
    void visit(MatchKeyword n, A arg);
    void visit(MatchStar n, A arg);
    void visit(MatchAs n, A arg);
    void visit(MatchOr n, A arg);
}
// spotless:on
