// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/** Visits nodes in source order and returns the first result that is not null; override what matters. */
public abstract class GenericVisitorAdapter<R, A> implements GenericVisitor<R, A> {
    private R firstOf(NodeList<?> nodes, A arg) {
        for (int i = 0; i < nodes.size(); i++) {
            R result = nodes.get(i).accept(this, arg);
            if (result != null) {
                return result;
            }
        }
        return null;
    }

    private R of(Node node, A arg) {
        return node == null ? null : node.accept(this, arg);
    }

    @Override
    public R visit(Module n, A arg) {
        return firstOf(n.statements(), arg);
    }

    @Override
    public R visit(Block n, A arg) {
        return firstOf(n.statements(), arg);
    }

    @Override
    public R visit(ErrorStatement n, A arg) {
        return null;
    }

    @Override
    public R visit(FunctionDef n, A arg) {
        R result = firstOf(n.decorators(), arg);
        result = result != null ? result : of(n.name(), arg);
        result = result != null ? result : of(n.typeParams(), arg);
        result = result != null ? result : of(n.parameters(), arg);
        result = result != null ? result : of(n.returns(), arg);
        return result != null ? result : of(n.body(), arg);
    }

    @Override
    public R visit(ClassDef n, A arg) {
        R result = firstOf(n.decorators(), arg);
        result = result != null ? result : of(n.name(), arg);
        result = result != null ? result : of(n.typeParams(), arg);
        result = result != null ? result : of(n.arguments(), arg);
        return result != null ? result : of(n.body(), arg);
    }

    @Override
    public R visit(Return n, A arg) {
        return of(n.value(), arg);
    }

    @Override
    public R visit(Delete n, A arg) {
        return firstOf(n.targets(), arg);
    }

    @Override
    public R visit(Assign n, A arg) {
        R result = firstOf(n.targets(), arg);
        return result != null ? result : of(n.value(), arg);
    }

    @Override
    public R visit(AugAssign n, A arg) {
        R result = of(n.target(), arg);
        return result != null ? result : of(n.value(), arg);
    }

    @Override
    public R visit(AnnAssign n, A arg) {
        R result = of(n.target(), arg);
        result = result != null ? result : of(n.annotation(), arg);
        return result != null ? result : of(n.value(), arg);
    }

    @Override
    public R visit(For n, A arg) {
        R result = of(n.target(), arg);
        result = result != null ? result : of(n.iter(), arg);
        result = result != null ? result : of(n.body(), arg);
        return result != null ? result : of(n.orElse(), arg);
    }

    @Override
    public R visit(While n, A arg) {
        R result = of(n.test(), arg);
        result = result != null ? result : of(n.body(), arg);
        return result != null ? result : of(n.orElse(), arg);
    }

    @Override
    public R visit(If n, A arg) {
        R result = of(n.test(), arg);
        result = result != null ? result : of(n.body(), arg);
        result = result != null ? result : firstOf(n.elifs(), arg);
        return result != null ? result : of(n.orElse(), arg);
    }

    @Override
    public R visit(With n, A arg) {
        R result = firstOf(n.items(), arg);
        return result != null ? result : of(n.body(), arg);
    }

    @Override
    public R visit(Match n, A arg) {
        R result = of(n.subject(), arg);
        return result != null ? result : firstOf(n.cases(), arg);
    }

    @Override
    public R visit(Raise n, A arg) {
        R result = of(n.exc(), arg);
        result = result != null ? result : of(n.cause(), arg);
        result = result != null ? result : of(n.value(), arg);
        return result != null ? result : of(n.traceback(), arg);
    }

    @Override
    public R visit(Try n, A arg) {
        R result = of(n.body(), arg);
        result = result != null ? result : firstOf(n.handlers(), arg);
        result = result != null ? result : of(n.orElse(), arg);
        return result != null ? result : of(n.finalBody(), arg);
    }

    @Override
    public R visit(Assert n, A arg) {
        R result = of(n.test(), arg);
        return result != null ? result : of(n.message(), arg);
    }

    @Override
    public R visit(Import n, A arg) {
        return firstOf(n.names(), arg);
    }

    @Override
    public R visit(ImportFrom n, A arg) {
        R result = of(n.module(), arg);
        return result != null ? result : firstOf(n.names(), arg);
    }

    @Override
    public R visit(Global n, A arg) {
        return firstOf(n.names(), arg);
    }

    @Override
    public R visit(Nonlocal n, A arg) {
        return firstOf(n.names(), arg);
    }

    @Override
    public R visit(ExpressionStatement n, A arg) {
        return of(n.value(), arg);
    }

    @Override
    public R visit(Pass n, A arg) {
        return null;
    }

    @Override
    public R visit(Break n, A arg) {
        return null;
    }

    @Override
    public R visit(Continue n, A arg) {
        return null;
    }

    @Override
    public R visit(TypeAlias n, A arg) {
        R result = of(n.name(), arg);
        result = result != null ? result : of(n.typeParams(), arg);
        return result != null ? result : of(n.value(), arg);
    }

    @Override
    public R visit(Print n, A arg) {
        R result = of(n.destination(), arg);
        return result != null ? result : firstOf(n.values(), arg);
    }

    @Override
    public R visit(Exec n, A arg) {
        R result = of(n.body(), arg);
        result = result != null ? result : of(n.globals(), arg);
        return result != null ? result : of(n.locals(), arg);
    }

    @Override
    public R visit(Elif n, A arg) {
        R result = of(n.test(), arg);
        return result != null ? result : of(n.body(), arg);
    }

    @Override
    public R visit(Else n, A arg) {
        return of(n.body(), arg);
    }

    @Override
    public R visit(Finally n, A arg) {
        return of(n.body(), arg);
    }

    @Override
    public R visit(ExceptHandler n, A arg) {
        R result = of(n.type(), arg);
        result = result != null ? result : of(n.name(), arg);
        result = result != null ? result : of(n.target(), arg);
        return result != null ? result : of(n.body(), arg);
    }

    @Override
    public R visit(MatchCase n, A arg) {
        R result = of(n.pattern(), arg);
        result = result != null ? result : of(n.guard(), arg);
        return result != null ? result : of(n.body(), arg);
    }

    @Override
    public R visit(Decorator n, A arg) {
        return of(n.expression(), arg);
    }

    @Override
    public R visit(WithItem n, A arg) {
        R result = of(n.context(), arg);
        return result != null ? result : of(n.target(), arg);
    }

    @Override
    public R visit(Alias n, A arg) {
        R result = of(n.name(), arg);
        return result != null ? result : of(n.asName(), arg);
    }

    @Override
    public R visit(DottedName n, A arg) {
        return firstOf(n.names(), arg);
    }

    @Override
    public R visit(Identifier n, A arg) {
        return null;
    }

    @Override
    public R visit(PrintDestination n, A arg) {
        return of(n.target(), arg);
    }

    @Override
    public R visit(ArgumentList n, A arg) {
        return firstOf(n.arguments(), arg);
    }

    @Override
    public R visit(Parameters n, A arg) {
        return firstOf(n.items(), arg);
    }

    @Override
    public R visit(Parameter n, A arg) {
        R result = of(n.name(), arg);
        result = result != null ? result : of(n.annotation(), arg);
        return result != null ? result : of(n.defaultValue(), arg);
    }

    @Override
    public R visit(TupleParameter n, A arg) {
        R result = firstOf(n.items(), arg);
        return result != null ? result : of(n.defaultValue(), arg);
    }

    @Override
    public R visit(PositionalOnlyMarker n, A arg) {
        return null;
    }

    @Override
    public R visit(KeywordOnlyMarker n, A arg) {
        return null;
    }

    @Override
    public R visit(TypeParams n, A arg) {
        return firstOf(n.params(), arg);
    }

    @Override
    public R visit(TypeVar n, A arg) {
        R result = of(n.name(), arg);
        result = result != null ? result : of(n.bound(), arg);
        return result != null ? result : of(n.defaultValue(), arg);
    }

    @Override
    public R visit(TypeVarTuple n, A arg) {
        R result = of(n.name(), arg);
        return result != null ? result : of(n.defaultValue(), arg);
    }

    @Override
    public R visit(ParamSpec n, A arg) {
        R result = of(n.name(), arg);
        return result != null ? result : of(n.defaultValue(), arg);
    }

    @Override
    public R visit(Keyword n, A arg) {
        R result = of(n.name(), arg);
        return result != null ? result : of(n.value(), arg);
    }

    @Override
    public R visit(Name n, A arg) {
        return null;
    }

    @Override
    public R visit(NumberConstant n, A arg) {
        return null;
    }

    @Override
    public R visit(NameConstant n, A arg) {
        return null;
    }

    @Override
    public R visit(EllipsisConstant n, A arg) {
        return null;
    }

    @Override
    public R visit(StringConstant n, A arg) {
        return null;
    }

    @Override
    public R visit(JoinedStr n, A arg) {
        return firstOf(n.values(), arg);
    }

    @Override
    public R visit(ConcatenatedString n, A arg) {
        return firstOf(n.parts(), arg);
    }

    @Override
    public R visit(InterpolatedText n, A arg) {
        return null;
    }

    @Override
    public R visit(FormattedValue n, A arg) {
        R result = of(n.value(), arg);
        result = result != null ? result : of(n.conversion(), arg);
        return result != null ? result : of(n.formatSpec(), arg);
    }

    @Override
    public R visit(FormatSpec n, A arg) {
        return firstOf(n.values(), arg);
    }

    @Override
    public R visit(Tuple n, A arg) {
        return firstOf(n.elements(), arg);
    }

    @Override
    public R visit(ListDisplay n, A arg) {
        return firstOf(n.elements(), arg);
    }

    @Override
    public R visit(SetDisplay n, A arg) {
        return firstOf(n.elements(), arg);
    }

    @Override
    public R visit(DictDisplay n, A arg) {
        return firstOf(n.items(), arg);
    }

    @Override
    public R visit(KeyValue n, A arg) {
        R result = of(n.key(), arg);
        return result != null ? result : of(n.value(), arg);
    }

    @Override
    public R visit(DictUnpacking n, A arg) {
        return of(n.value(), arg);
    }

    @Override
    public R visit(ListComp n, A arg) {
        R result = of(n.element(), arg);
        return result != null ? result : firstOf(n.generators(), arg);
    }

    @Override
    public R visit(SetComp n, A arg) {
        R result = of(n.element(), arg);
        return result != null ? result : firstOf(n.generators(), arg);
    }

    @Override
    public R visit(DictComp n, A arg) {
        R result = of(n.key(), arg);
        result = result != null ? result : of(n.value(), arg);
        return result != null ? result : firstOf(n.generators(), arg);
    }

    @Override
    public R visit(GeneratorExp n, A arg) {
        R result = of(n.element(), arg);
        return result != null ? result : firstOf(n.generators(), arg);
    }

    @Override
    public R visit(Comprehension n, A arg) {
        R result = of(n.target(), arg);
        result = result != null ? result : of(n.iter(), arg);
        return result != null ? result : firstOf(n.ifs(), arg);
    }

    @Override
    public R visit(ComprehensionIf n, A arg) {
        return of(n.test(), arg);
    }

    @Override
    public R visit(BoolOp n, A arg) {
        return firstOf(n.values(), arg);
    }

    @Override
    public R visit(BinOp n, A arg) {
        R result = of(n.left(), arg);
        return result != null ? result : of(n.right(), arg);
    }

    @Override
    public R visit(UnaryOp n, A arg) {
        return of(n.operand(), arg);
    }

    @Override
    public R visit(Compare n, A arg) {
        R result = of(n.left(), arg);
        return result != null ? result : firstOf(n.comparisons(), arg);
    }

    @Override
    public R visit(Comparison n, A arg) {
        return of(n.right(), arg);
    }

    @Override
    public R visit(NamedExpr n, A arg) {
        R result = of(n.target(), arg);
        return result != null ? result : of(n.value(), arg);
    }

    @Override
    public R visit(IfExp n, A arg) {
        R result = of(n.body(), arg);
        result = result != null ? result : of(n.test(), arg);
        return result != null ? result : of(n.orElse(), arg);
    }

    @Override
    public R visit(Lambda n, A arg) {
        R result = of(n.parameters(), arg);
        return result != null ? result : of(n.body(), arg);
    }

    @Override
    public R visit(Await n, A arg) {
        return of(n.value(), arg);
    }

    @Override
    public R visit(Yield n, A arg) {
        return of(n.value(), arg);
    }

    @Override
    public R visit(YieldFrom n, A arg) {
        return of(n.value(), arg);
    }

    @Override
    public R visit(Starred n, A arg) {
        return of(n.value(), arg);
    }

    @Override
    public R visit(Call n, A arg) {
        R result = of(n.func(), arg);
        return result != null ? result : firstOf(n.arguments(), arg);
    }

    @Override
    public R visit(Attribute n, A arg) {
        R result = of(n.value(), arg);
        return result != null ? result : of(n.attr(), arg);
    }

    @Override
    public R visit(Subscript n, A arg) {
        R result = of(n.value(), arg);
        return result != null ? result : of(n.slice(), arg);
    }

    @Override
    public R visit(Slice n, A arg) {
        R result = of(n.lower(), arg);
        result = result != null ? result : of(n.upper(), arg);
        return result != null ? result : of(n.step(), arg);
    }

    @Override
    public R visit(Repr n, A arg) {
        return of(n.value(), arg);
    }

    @Override
    public R visit(MatchValue n, A arg) {
        return of(n.value(), arg);
    }

    @Override
    public R visit(MatchSingleton n, A arg) {
        return of(n.value(), arg);
    }

    @Override
    public R visit(MatchSequence n, A arg) {
        return firstOf(n.patterns(), arg);
    }

    @Override
    public R visit(MatchMapping n, A arg) {
        return firstOf(n.items(), arg);
    }

    @Override
    public R visit(MatchMappingItem n, A arg) {
        R result = of(n.key(), arg);
        return result != null ? result : of(n.pattern(), arg);
    }

    @Override
    public R visit(MatchRest n, A arg) {
        return of(n.name(), arg);
    }

    @Override
    public R visit(MatchClass n, A arg) {
        R result = of(n.cls(), arg);
        return result != null ? result : firstOf(n.patterns(), arg);
    }

    @Override
    public R visit(MatchKeyword n, A arg) {
        R result = of(n.name(), arg);
        return result != null ? result : of(n.pattern(), arg);
    }

    @Override
    public R visit(MatchStar n, A arg) {
        return of(n.name(), arg);
    }

    @Override
    public R visit(MatchAs n, A arg) {
        R result = of(n.pattern(), arg);
        return result != null ? result : of(n.name(), arg);
    }

    @Override
    public R visit(MatchOr n, A arg) {
        return firstOf(n.patterns(), arg);
    }
}
// spotless:on
