// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * Rewrites a tree bottom-up: every method returns the node to stand in the old one's place.
 *
 * <p>A method that returns its argument changes nothing, and a node none of whose children changed is shared
 * with the old tree. Null removes an element of a list or an optional child. Override what matters and call
 * {@code super.visit} first to rewrite what lies below.
 */
public abstract class ModifierVisitor<A> implements GenericVisitor<Node, A> {
    private <T extends Node> T required(Class<T> type, T child, A arg) {
        Node result = child.accept(this, arg);
        if (result == null) {
            throw new IllegalStateException("a required child cannot be removed: " + child);
        }
        return type.cast(result);
    }

    private <T extends Node> T optional(Class<T> type, T child, A arg) {
        return child == null ? null : type.cast(child.accept(this, arg));
    }

    private <T extends Node> NodeList<T> list(Class<T> type, NodeList<T> nodes, A arg) {
        NodeList<T> result = nodes;
        int removed = 0;
        for (int i = 0; i < nodes.size(); i++) {
            T element = type.cast(nodes.get(i).accept(this, arg));
            if (element == null) {
                result = result.without(i - removed);
                removed++;
            } else {
                result = result.with(i - removed, element);
            }
        }
        return result;
    }

    @Override
    public Node visit(Module n, A arg) {
        return n.copy(
                list(Statement.class, n.statements(), arg));
    }

    @Override
    public Node visit(Block n, A arg) {
        return n.copy(
                list(Statement.class, n.statements(), arg));
    }

    @Override
    public Node visit(ErrorStatement n, A arg) {
        return n;
    }

    @Override
    public Node visit(FunctionDef n, A arg) {
        return n.copy(
                list(Decorator.class, n.decorators(), arg),
                n.isAsync(),
                required(Identifier.class, n.name(), arg),
                optional(TypeParams.class, n.typeParams(), arg),
                required(Parameters.class, n.parameters(), arg),
                optional(Expression.class, n.returns(), arg),
                required(Block.class, n.body(), arg));
    }

    @Override
    public Node visit(ClassDef n, A arg) {
        return n.copy(
                list(Decorator.class, n.decorators(), arg),
                required(Identifier.class, n.name(), arg),
                optional(TypeParams.class, n.typeParams(), arg),
                optional(ArgumentList.class, n.arguments(), arg),
                required(Block.class, n.body(), arg));
    }

    @Override
    public Node visit(Return n, A arg) {
        return n.copy(
                optional(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(Delete n, A arg) {
        return n.copy(
                list(Expression.class, n.targets(), arg));
    }

    @Override
    public Node visit(Assign n, A arg) {
        return n.copy(
                list(Expression.class, n.targets(), arg),
                required(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(AugAssign n, A arg) {
        return n.copy(
                required(Expression.class, n.target(), arg),
                n.op(),
                required(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(AnnAssign n, A arg) {
        return n.copy(
                required(Expression.class, n.target(), arg),
                required(Expression.class, n.annotation(), arg),
                optional(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(For n, A arg) {
        return n.copy(
                n.isAsync(),
                required(Expression.class, n.target(), arg),
                required(Expression.class, n.iter(), arg),
                required(Block.class, n.body(), arg),
                optional(Else.class, n.orElse(), arg));
    }

    @Override
    public Node visit(While n, A arg) {
        return n.copy(
                required(Expression.class, n.test(), arg),
                required(Block.class, n.body(), arg),
                optional(Else.class, n.orElse(), arg));
    }

    @Override
    public Node visit(If n, A arg) {
        return n.copy(
                required(Expression.class, n.test(), arg),
                required(Block.class, n.body(), arg),
                list(Elif.class, n.elifs(), arg),
                optional(Else.class, n.orElse(), arg));
    }

    @Override
    public Node visit(With n, A arg) {
        return n.copy(
                n.isAsync(),
                n.isParenthesized(),
                list(WithItem.class, n.items(), arg),
                required(Block.class, n.body(), arg));
    }

    @Override
    public Node visit(Match n, A arg) {
        return n.copy(
                required(Expression.class, n.subject(), arg),
                list(MatchCase.class, n.cases(), arg));
    }

    @Override
    public Node visit(Raise n, A arg) {
        return n.copy(
                optional(Expression.class, n.exc(), arg),
                optional(Expression.class, n.cause(), arg),
                optional(Expression.class, n.value(), arg),
                optional(Expression.class, n.traceback(), arg));
    }

    @Override
    public Node visit(Try n, A arg) {
        return n.copy(
                required(Block.class, n.body(), arg),
                list(ExceptHandler.class, n.handlers(), arg),
                optional(Else.class, n.orElse(), arg),
                optional(Finally.class, n.finalBody(), arg));
    }

    @Override
    public Node visit(Assert n, A arg) {
        return n.copy(
                required(Expression.class, n.test(), arg),
                optional(Expression.class, n.message(), arg));
    }

    @Override
    public Node visit(Import n, A arg) {
        return n.copy(
                list(Alias.class, n.names(), arg));
    }

    @Override
    public Node visit(ImportFrom n, A arg) {
        return n.copy(
                n.level(),
                optional(DottedName.class, n.module(), arg),
                n.isStar(),
                n.isParenthesized(),
                list(Alias.class, n.names(), arg));
    }

    @Override
    public Node visit(Global n, A arg) {
        return n.copy(
                list(Identifier.class, n.names(), arg));
    }

    @Override
    public Node visit(Nonlocal n, A arg) {
        return n.copy(
                list(Identifier.class, n.names(), arg));
    }

    @Override
    public Node visit(ExpressionStatement n, A arg) {
        return n.copy(
                required(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(Pass n, A arg) {
        return n;
    }

    @Override
    public Node visit(Break n, A arg) {
        return n;
    }

    @Override
    public Node visit(Continue n, A arg) {
        return n;
    }

    @Override
    public Node visit(TypeAlias n, A arg) {
        return n.copy(
                required(Name.class, n.name(), arg),
                optional(TypeParams.class, n.typeParams(), arg),
                required(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(Print n, A arg) {
        return n.copy(
                optional(PrintDestination.class, n.destination(), arg),
                list(Expression.class, n.values(), arg));
    }

    @Override
    public Node visit(Exec n, A arg) {
        return n.copy(
                required(Expression.class, n.body(), arg),
                optional(Expression.class, n.globals(), arg),
                optional(Expression.class, n.locals(), arg));
    }

    @Override
    public Node visit(Elif n, A arg) {
        return n.copy(
                required(Expression.class, n.test(), arg),
                required(Block.class, n.body(), arg));
    }

    @Override
    public Node visit(Else n, A arg) {
        return n.copy(
                required(Block.class, n.body(), arg));
    }

    @Override
    public Node visit(Finally n, A arg) {
        return n.copy(
                required(Block.class, n.body(), arg));
    }

    @Override
    public Node visit(ExceptHandler n, A arg) {
        return n.copy(
                n.isStar(),
                optional(Expression.class, n.type(), arg),
                optional(Identifier.class, n.name(), arg),
                optional(Expression.class, n.target(), arg),
                required(Block.class, n.body(), arg));
    }

    @Override
    public Node visit(MatchCase n, A arg) {
        return n.copy(
                required(Pattern.class, n.pattern(), arg),
                optional(Expression.class, n.guard(), arg),
                required(Block.class, n.body(), arg));
    }

    @Override
    public Node visit(Decorator n, A arg) {
        return n.copy(
                required(Expression.class, n.expression(), arg));
    }

    @Override
    public Node visit(WithItem n, A arg) {
        return n.copy(
                required(Expression.class, n.context(), arg),
                optional(Expression.class, n.target(), arg));
    }

    @Override
    public Node visit(Alias n, A arg) {
        return n.copy(
                required(DottedName.class, n.name(), arg),
                optional(Identifier.class, n.asName(), arg));
    }

    @Override
    public Node visit(DottedName n, A arg) {
        return n.copy(
                list(Identifier.class, n.names(), arg));
    }

    @Override
    public Node visit(Identifier n, A arg) {
        return n;
    }

    @Override
    public Node visit(PrintDestination n, A arg) {
        return n.copy(
                required(Expression.class, n.target(), arg),
                n.isComma());
    }

    @Override
    public Node visit(ArgumentList n, A arg) {
        return n.copy(
                list(Argument.class, n.arguments(), arg));
    }

    @Override
    public Node visit(Parameters n, A arg) {
        return n.copy(
                n.isParenthesized(),
                list(ParameterItem.class, n.items(), arg));
    }

    @Override
    public Node visit(Parameter n, A arg) {
        return n.copy(
                n.isStar(),
                n.isDoubleStar(),
                required(Identifier.class, n.name(), arg),
                optional(Expression.class, n.annotation(), arg),
                optional(Expression.class, n.defaultValue(), arg));
    }

    @Override
    public Node visit(TupleParameter n, A arg) {
        return n.copy(
                list(ParameterItem.class, n.items(), arg),
                optional(Expression.class, n.defaultValue(), arg));
    }

    @Override
    public Node visit(PositionalOnlyMarker n, A arg) {
        return n;
    }

    @Override
    public Node visit(KeywordOnlyMarker n, A arg) {
        return n;
    }

    @Override
    public Node visit(TypeParams n, A arg) {
        return n.copy(
                list(TypeParam.class, n.params(), arg));
    }

    @Override
    public Node visit(TypeVar n, A arg) {
        return n.copy(
                required(Identifier.class, n.name(), arg),
                optional(Expression.class, n.bound(), arg),
                optional(Expression.class, n.defaultValue(), arg));
    }

    @Override
    public Node visit(TypeVarTuple n, A arg) {
        return n.copy(
                required(Identifier.class, n.name(), arg),
                optional(Expression.class, n.defaultValue(), arg));
    }

    @Override
    public Node visit(ParamSpec n, A arg) {
        return n.copy(
                required(Identifier.class, n.name(), arg),
                optional(Expression.class, n.defaultValue(), arg));
    }

    @Override
    public Node visit(Keyword n, A arg) {
        return n.copy(
                optional(Identifier.class, n.name(), arg),
                n.isDoubleStar(),
                required(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(Name n, A arg) {
        return n;
    }

    @Override
    public Node visit(NumberConstant n, A arg) {
        return n;
    }

    @Override
    public Node visit(NameConstant n, A arg) {
        return n;
    }

    @Override
    public Node visit(EllipsisConstant n, A arg) {
        return n;
    }

    @Override
    public Node visit(StringConstant n, A arg) {
        return n;
    }

    @Override
    public Node visit(JoinedStr n, A arg) {
        return n.copy(
                list(InterpolatedPart.class, n.values(), arg));
    }

    @Override
    public Node visit(ConcatenatedString n, A arg) {
        return n.copy(
                list(StringPart.class, n.parts(), arg));
    }

    @Override
    public Node visit(InterpolatedText n, A arg) {
        return n;
    }

    @Override
    public Node visit(FormattedValue n, A arg) {
        return n.copy(
                required(Expression.class, n.value(), arg),
                n.isDebug(),
                optional(Identifier.class, n.conversion(), arg),
                optional(FormatSpec.class, n.formatSpec(), arg));
    }

    @Override
    public Node visit(FormatSpec n, A arg) {
        return n.copy(
                list(InterpolatedPart.class, n.values(), arg));
    }

    @Override
    public Node visit(Tuple n, A arg) {
        return n.copy(
                n.isParenthesized(),
                list(Expression.class, n.elements(), arg));
    }

    @Override
    public Node visit(ListDisplay n, A arg) {
        return n.copy(
                list(Expression.class, n.elements(), arg));
    }

    @Override
    public Node visit(SetDisplay n, A arg) {
        return n.copy(
                list(Expression.class, n.elements(), arg));
    }

    @Override
    public Node visit(DictDisplay n, A arg) {
        return n.copy(
                list(DictItem.class, n.items(), arg));
    }

    @Override
    public Node visit(KeyValue n, A arg) {
        return n.copy(
                required(Expression.class, n.key(), arg),
                required(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(DictUnpacking n, A arg) {
        return n.copy(
                required(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(ListComp n, A arg) {
        return n.copy(
                required(Expression.class, n.element(), arg),
                list(Comprehension.class, n.generators(), arg));
    }

    @Override
    public Node visit(SetComp n, A arg) {
        return n.copy(
                required(Expression.class, n.element(), arg),
                list(Comprehension.class, n.generators(), arg));
    }

    @Override
    public Node visit(DictComp n, A arg) {
        return n.copy(
                required(Expression.class, n.key(), arg),
                required(Expression.class, n.value(), arg),
                list(Comprehension.class, n.generators(), arg));
    }

    @Override
    public Node visit(GeneratorExp n, A arg) {
        return n.copy(
                n.isParenthesized(),
                required(Expression.class, n.element(), arg),
                list(Comprehension.class, n.generators(), arg));
    }

    @Override
    public Node visit(Comprehension n, A arg) {
        return n.copy(
                n.isAsync(),
                required(Expression.class, n.target(), arg),
                required(Expression.class, n.iter(), arg),
                list(ComprehensionIf.class, n.ifs(), arg));
    }

    @Override
    public Node visit(ComprehensionIf n, A arg) {
        return n.copy(
                required(Expression.class, n.test(), arg));
    }

    @Override
    public Node visit(BoolOp n, A arg) {
        return n.copy(
                n.op(),
                list(Expression.class, n.values(), arg));
    }

    @Override
    public Node visit(BinOp n, A arg) {
        return n.copy(
                required(Expression.class, n.left(), arg),
                n.op(),
                required(Expression.class, n.right(), arg));
    }

    @Override
    public Node visit(UnaryOp n, A arg) {
        return n.copy(
                n.op(),
                required(Expression.class, n.operand(), arg));
    }

    @Override
    public Node visit(Compare n, A arg) {
        return n.copy(
                required(Expression.class, n.left(), arg),
                list(Comparison.class, n.comparisons(), arg));
    }

    @Override
    public Node visit(Comparison n, A arg) {
        return n.copy(
                n.op(),
                required(Expression.class, n.right(), arg));
    }

    @Override
    public Node visit(NamedExpr n, A arg) {
        return n.copy(
                required(Name.class, n.target(), arg),
                required(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(IfExp n, A arg) {
        return n.copy(
                required(Expression.class, n.body(), arg),
                required(Expression.class, n.test(), arg),
                required(Expression.class, n.orElse(), arg));
    }

    @Override
    public Node visit(Lambda n, A arg) {
        return n.copy(
                optional(Parameters.class, n.parameters(), arg),
                required(Expression.class, n.body(), arg));
    }

    @Override
    public Node visit(Await n, A arg) {
        return n.copy(
                required(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(Yield n, A arg) {
        return n.copy(
                optional(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(YieldFrom n, A arg) {
        return n.copy(
                required(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(Starred n, A arg) {
        return n.copy(
                required(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(Call n, A arg) {
        return n.copy(
                required(Expression.class, n.func(), arg),
                list(Argument.class, n.arguments(), arg));
    }

    @Override
    public Node visit(Attribute n, A arg) {
        return n.copy(
                required(Expression.class, n.value(), arg),
                required(Identifier.class, n.attr(), arg));
    }

    @Override
    public Node visit(Subscript n, A arg) {
        return n.copy(
                required(Expression.class, n.value(), arg),
                required(Expression.class, n.slice(), arg));
    }

    @Override
    public Node visit(Slice n, A arg) {
        return n.copy(
                optional(Expression.class, n.lower(), arg),
                optional(Expression.class, n.upper(), arg),
                n.isSecondColon(),
                optional(Expression.class, n.step(), arg));
    }

    @Override
    public Node visit(Repr n, A arg) {
        return n.copy(
                required(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(MatchValue n, A arg) {
        return n.copy(
                required(Expression.class, n.value(), arg));
    }

    @Override
    public Node visit(MatchSingleton n, A arg) {
        return n.copy(
                required(NameConstant.class, n.value(), arg));
    }

    @Override
    public Node visit(MatchSequence n, A arg) {
        return n.copy(
                n.isBracketed(),
                n.isParenthesized(),
                list(Pattern.class, n.patterns(), arg));
    }

    @Override
    public Node visit(MatchMapping n, A arg) {
        return n.copy(
                list(MatchMappingElement.class, n.items(), arg));
    }

    @Override
    public Node visit(MatchMappingItem n, A arg) {
        return n.copy(
                required(Expression.class, n.key(), arg),
                required(Pattern.class, n.pattern(), arg));
    }

    @Override
    public Node visit(MatchRest n, A arg) {
        return n.copy(
                required(Identifier.class, n.name(), arg));
    }

    @Override
    public Node visit(MatchClass n, A arg) {
        return n.copy(
                required(Expression.class, n.cls(), arg),
                list(Pattern.class, n.patterns(), arg));
    }

    @Override
    public Node visit(MatchKeyword n, A arg) {
        return n.copy(
                required(Identifier.class, n.name(), arg),
                required(Pattern.class, n.pattern(), arg));
    }

    @Override
    public Node visit(MatchStar n, A arg) {
        return n.copy(
                required(Identifier.class, n.name(), arg));
    }

    @Override
    public Node visit(MatchAs n, A arg) {
        return n.copy(
                optional(Pattern.class, n.pattern(), arg),
                required(Identifier.class, n.name(), arg));
    }

    @Override
    public Node visit(MatchOr n, A arg) {
        return n.copy(
                list(Pattern.class, n.patterns(), arg));
    }
}
// spotless:on
