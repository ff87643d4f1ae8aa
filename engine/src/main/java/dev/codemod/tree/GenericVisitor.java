// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * Computes something for a node, one method per kind.
 *
 * @param <R> the type of the result
 * @param <A> the type of the argument that is handed on
 */
public interface GenericVisitor<R, A> {
    R visit(Module n, A arg);
    R visit(Block n, A arg);
    R visit(ErrorStatement n, A arg);
    R visit(FunctionDef n, A arg);
    R visit(ClassDef n, A arg);
    R visit(Return n, A arg);
    R visit(Delete n, A arg);
    R visit(Assign n, A arg);
    R visit(AugAssign n, A arg);
    R visit(AnnAssign n, A arg);
    R visit(For n, A arg);
    R visit(While n, A arg);
    R visit(If n, A arg);
    R visit(With n, A arg);
    R visit(Match n, A arg);
    R visit(Raise n, A arg);
    R visit(Try n, A arg);
    R visit(Assert n, A arg);
    R visit(Import n, A arg);
    R visit(ImportFrom n, A arg);
    R visit(Global n, A arg);
    R visit(Nonlocal n, A arg);
    R visit(ExpressionStatement n, A arg);
    R visit(Pass n, A arg);
    R visit(Break n, A arg);
    R visit(Continue n, A arg);
    R visit(TypeAlias n, A arg);
    R visit(Print n, A arg);
    R visit(Exec n, A arg);
    R visit(Elif n, A arg);
    R visit(Else n, A arg);
    R visit(Finally n, A arg);
    R visit(ExceptHandler n, A arg);
    R visit(MatchCase n, A arg);
    R visit(Decorator n, A arg);
    R visit(WithItem n, A arg);
    R visit(Alias n, A arg);
    R visit(DottedName n, A arg);
    R visit(Identifier n, A arg);
    R visit(PrintDestination n, A arg);
    R visit(ArgumentList n, A arg);
    R visit(Parameters n, A arg);
    R visit(Parameter n, A arg);
    R visit(TupleParameter n, A arg);
    R visit(PositionalOnlyMarker n, A arg);
    R visit(KeywordOnlyMarker n, A arg);
    R visit(TypeParams n, A arg);
    R visit(TypeVar n, A arg);
    R visit(TypeVarTuple n, A arg);
    R visit(ParamSpec n, A arg);
    R visit(Keyword n, A arg);
    R visit(Name n, A arg);
    R visit(NumberConstant n, A arg);
    R visit(NameConstant n, A arg);
    R visit(EllipsisConstant n, A arg);
    R visit(StringConstant n, A arg);
    R visit(JoinedStr n, A arg);
    R visit(ConcatenatedString n, A arg);
    R visit(InterpolatedText n, A arg);
    R visit(FormattedValue n, A arg);
    R visit(FormatSpec n, A arg);
    R visit(Tuple n, A arg);
    R visit(ListDisplay n, A arg);
    R visit(SetDisplay n, A arg);
    R visit(DictDisplay n, A arg);
    R visit(KeyValue n, A arg);
    R visit(DictUnpacking n, A arg);
    R visit(ListComp n, A arg);
    R visit(SetComp n, A arg);
    R visit(DictComp n, A arg);
    R visit(GeneratorExp n, A arg);
    R visit(Comprehension n, A arg);
    R visit(ComprehensionIf n, A arg);
    R visit(BoolOp n, A arg);
    R visit(BinOp n, A arg);
    R visit(UnaryOp n, A arg);
    R visit(Compare n, A arg);
    R visit(Comparison n, A arg);
    R visit(NamedExpr n, A arg);
    R visit(IfExp n, A arg);
    R visit(Lambda n, A arg);
    R visit(Await n, A arg);
    R visit(Yield n, A arg);
    R visit(YieldFrom n, A arg);
    R visit(Starred n, A arg);
    R visit(Call n, A arg);
    R visit(Attribute n, A arg);
    R visit(Subscript n, A arg);
    R visit(Slice n, A arg);
    R visit(Repr n, A arg);
    R visit(MatchValue n, A arg);
    R visit(MatchSingleton n, A arg);
    R visit(MatchSequence n, A arg);
    R visit(MatchMapping n, A arg);
    R visit(MatchMappingItem n, A arg);
    R visit(MatchRest n, A arg);
    R visit(MatchClass n, A arg);
    R visit(MatchKeyword n, A arg);
    R visit(MatchStar n, A arg);
    R visit(MatchAs n, A arg);
    R visit(MatchOr n, A arg);
}
// spotless:on
