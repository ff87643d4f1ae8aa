// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/** Visits every node below the one it is given, in source order; override what matters and call super. */
public abstract class VoidVisitorAdapter<A> implements VoidVisitor<A> {
    private void visitAll(NodeList<?> nodes, A arg) {
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).accept(this, arg);
        }
    }

    @Override
    public void visit(Module n, A arg) {
        visitAll(n.statements(), arg);
    }

    @Override
    public void visit(Block n, A arg) {
        visitAll(n.statements(), arg);
    }

    @Override
    public void visit(ErrorStatement n, A arg) {
    }

    @Override
    public void visit(FunctionDef n, A arg) {
        visitAll(n.decorators(), arg);
        n.name().accept(this, arg);
        if (n.typeParams() != null) {
            n.typeParams().accept(this, arg);
        }
        n.parameters().accept(this, arg);
        if (n.returns() != null) {
            n.returns().accept(this, arg);
        }
        n.body().accept(this, arg);
    }

    @Override
    public void visit(ClassDef n, A arg) {
        visitAll(n.decorators(), arg);
        n.name().accept(this, arg);
        if (n.typeParams() != null) {
            n.typeParams().accept(this, arg);
        }
        if (n.arguments() != null) {
            n.arguments().accept(this, arg);
        }
        n.body().accept(this, arg);
    }

    @Override
    public void visit(Return n, A arg) {
        if (n.value() != null) {
            n.value().accept(this, arg);
        }
    }

    @Override
    public void visit(Delete n, A arg) {
        visitAll(n.targets(), arg);
    }

    @Override
    public void visit(Assign n, A arg) {
        visitAll(n.targets(), arg);
        n.value().accept(this, arg);
    }

    @Override
    public void visit(AugAssign n, A arg) {
        n.target().accept(this, arg);
        n.value().accept(this, arg);
    }

    @Override
    public void visit(AnnAssign n, A arg) {
        n.target().accept(this, arg);
        n.annotation().accept(this, arg);
        if (n.value() != null) {
            n.value().accept(this, arg);
        }
    }

    @Override
    public void visit(For n, A arg) {
        n.target().accept(this, arg);
        n.iter().accept(this, arg);
        n.body().accept(this, arg);
        if (n.orElse() != null) {
            n.orElse().accept(this, arg);
        }
    }

    @Override
    public void visit(While n, A arg) {
        n.test().accept(this, arg);
        n.body().accept(this, arg);
        if (n.orElse() != null) {
            n.orElse().accept(this, arg);
        }
    }

    @Override
    public void visit(If n, A arg) {
        n.test().accept(this, arg);
        n.body().accept(this, arg);
        visitAll(n.elifs(), arg);
        if (n.orElse() != null) {
            n.orElse().accept(this, arg);
        }
    }

    @Override
    public void visit(With n, A arg) {
        visitAll(n.items(), arg);
        n.body().accept(this, arg);
    }

    @Override
    public void visit(Match n, A arg) {
        n.subject().accept(this, arg);
        visitAll(n.cases(), arg);
    }

    @Override
    public void visit(Raise n, A arg) {
        if (n.exc() != null) {
            n.exc().accept(this, arg);
        }
        if (n.cause() != null) {
            n.cause().accept(this, arg);
        }
        if (n.value() != null) {
            n.value().accept(this, arg);
        }
        if (n.traceback() != null) {
            n.traceback().accept(this, arg);
        }
    }

    @Override
    public void visit(Try n, A arg) {
        n.body().accept(this, arg);
        visitAll(n.handlers(), arg);
        if (n.orElse() != null) {
            n.orElse().accept(this, arg);
        }
        if (n.finalBody() != null) {
            n.finalBody().accept(this, arg);
        }
    }

    @Override
    public void visit(Assert n, A arg) {
        n.test().accept(this, arg);
        if (n.message() != null) {
            n.message().accept(this, arg);
        }
    }

    @Override
    public void visit(Import n, A arg) {
        visitAll(n.names(), arg);
    }

    @Override
    public void visit(ImportFrom n, A arg) {
        if (n.module() != null) {
            n.module().accept(this, arg);
        }
        visitAll(n.names(), arg);
    }

    @Override
    public void visit(Global n, A arg) {
        visitAll(n.names(), arg);
    }

    @Override
    public void visit(Nonlocal n, A arg) {
        visitAll(n.names(), arg);
    }

    @Override
    public void visit(ExpressionStatement n, A arg) {
        n.value().accept(this, arg);
    }

    @Override
    public void visit(Pass n, A arg) {
    }

    @Override
    public void visit(Break n, A arg) {
    }

    @Override
    public void visit(Continue n, A arg) {
    }

    @Override
    public void visit(TypeAlias n, A arg) {
        n.name().accept(this, arg);
        if (n.typeParams() != null) {
            n.typeParams().accept(this, arg);
        }
        n.value().accept(this, arg);
    }

    @Override
    public void visit(Print n, A arg) {
        if (n.destination() != null) {
            n.destination().accept(this, arg);
        }
        visitAll(n.values(), arg);
    }

    @Override
    public void visit(Exec n, A arg) {
        n.body().accept(this, arg);
        if (n.globals() != null) {
            n.globals().accept(this, arg);
        }
        if (n.locals() != null) {
            n.locals().accept(this, arg);
        }
    }

    @Override
    public void visit(Elif n, A arg) {
        n.test().accept(this, arg);
        n.body().accept(this, arg);
    }

    @Override
    public void visit(Else n, A arg) {
        n.body().accept(this, arg);
    }

    @Override
    public void visit(Finally n, A arg) {
        n.body().accept(this, arg);
    }

    @Override
    public void visit(ExceptHandler n, A arg) {
        if (n.type() != null) {
            n.type().accept(this, arg);
        }
        if (n.name() != null) {
            n.name().accept(this, arg);
        }
        if (n.target() != null) {
            n.target().accept(this, arg);
        }
        n.body().accept(this, arg);
    }

    @Override
    public void visit(MatchCase n, A arg) {
        n.pattern().accept(this, arg);
        if (n.guard() != null) {
            n.guard().accept(this, arg);
        }
        n.body().accept(this, arg);
    }

    @Override
    public void visit(Decorator n, A arg) {
        n.expression().accept(this, arg);
    }

    @Override
    public void visit(WithItem n, A arg) {
        n.context().accept(this, arg);
        if (n.target() != null) {
            n.target().accept(this, arg);
        }
    }

    @Override
    public void visit(Alias n, A arg) {
        n.name().accept(this, arg);
        if (n.asName() != null) {
            n.asName().accept(this, arg);
        }
    }

    @Override
    public void visit(DottedName n, A arg) {
        visitAll(n.names(), arg);
    }

    @Override
    public void visit(Identifier n, A arg) {
    }

    @Override
    public void visit(PrintDestination n, A arg) {
        n.target().accept(this, arg);
    }

    @Override
    public void visit(ArgumentList n, A arg) {
        visitAll(n.arguments(), arg);
    }

    @Override
    public void visit(Parameters n, A arg) {
        visitAll(n.items(), arg);
    }

    @Override
    public void visit(Parameter n, A arg) {
        n.name().accept(this, arg);
        if (n.annotation() != null) {
            n.annotation().accept(this, arg);
        }
        if (n.defaultValue() != null) {
            n.defaultValue().accept(this, arg);
        }
    }

    @Override
    public void visit(TupleParameter n, A arg) {
        visitAll(n.items(), arg);
        if (n.defaultValue() != null) {
            n.defaultValue().accept(this, arg);
        }
    }

    @Override
    public void visit(PositionalOnlyMarker n, A arg) {
    }

    @Override
    public void visit(KeywordOnlyMarker n, A arg) {
    }

    @Override
    public void visit(TypeParams n, A arg) {
        visitAll(n.params(), arg);
    }

    @Override
    public void visit(TypeVar n, A arg) {
        n.name().accept(this, arg);
        if (n.bound() != null) {
            n.bound().accept(this, arg);
        }
        if (n.defaultValue() != null) {
            n.defaultValue().accept(this, arg);
        }
    }

    @Override
    public void visit(TypeVarTuple n, A arg) {
        n.name().accept(this, arg);
        if (n.defaultValue() != null) {
            n.defaultValue().accept(this, arg);
        }
    }

    @Override
    public void visit(ParamSpec n, A arg) {
        n.name().accept(this, arg);
        if (n.defaultValue() != null) {
            n.defaultValue().accept(this, arg);
        }
    }

    @Override
    public void visit(Keyword n, A arg) {
        if (n.name() != null) {
            n.name().accept(this, arg);
        }
        n.value().accept(this, arg);
    }

    @Override
    public void visit(Name n, A arg) {
    }

    @Override
    public void visit(NumberConstant n, A arg) {
    }

    @Override
    public void visit(NameConstant n, A arg) {
    }

    @Override
    public void visit(EllipsisConstant n, A arg) {
    }

    @Override
    public void visit(StringConstant n, A arg) {
    }

    @Override
    public void visit(JoinedStr n, A arg) {
        visitAll(n.values(), arg);
    }

    @Override
    public void visit(ConcatenatedString n, A arg) {
        visitAll(n.parts(), arg);
    }

    @Override
    public void visit(InterpolatedText n, A arg) {
    }

    @Override
    public void visit(FormattedValue n, A arg) {
        n.value().accept(this, arg);
        if (n.conversion() != null) {
            n.conversion().accept(this, arg);
        }
        if (n.formatSpec() != null) {
            n.formatSpec().accept(this, arg);
        }
    }

    @Override
    public void visit(FormatSpec n, A arg) {
        visitAll(n.values(), arg);
    }

    @Override
    public void visit(Tuple n, A arg) {
        visitAll(n.elements(), arg);
    }

    @Override
    public void visit(ListDisplay n, A arg) {
        visitAll(n.elements(), arg);
    }

    @Override
    public void visit(SetDisplay n, A arg) {
        visitAll(n.elements(), arg);
    }

    @Override
    public void visit(DictDisplay n, A arg) {
        visitAll(n.items(), arg);
    }

    @Override
    public void visit(KeyValue n, A arg) {
        n.key().accept(this, arg);
        n.value().accept(this, arg);
    }

    @Override
    public void visit(DictUnpacking n, A arg) {
        n.value().accept(this, arg);
    }

    @Override
    public void visit(ListComp n, A arg) {
        n.element().accept(this, arg);
        visitAll(n.generators(), arg);
    }

    @Override
    public void visit(SetComp n, A arg) {
        n.element().accept(this, arg);
        visitAll(n.generators(), arg);
    }

    @Override
    public void visit(DictComp n, A arg) {
        n.key().accept(this, arg);
        n.value().accept(this, arg);
        visitAll(n.generators(), arg);
    }

    @Override
    public void visit(GeneratorExp n, A arg) {
        n.element().accept(this, arg);
        visitAll(n.generators(), arg);
    }

    @Override
    public void visit(Comprehension n, A arg) {
        n.target().accept(this, arg);
        n.iter().accept(this, arg);
        visitAll(n.ifs(), arg);
    }

    @Override
    public void visit(ComprehensionIf n, A arg) {
        n.test().accept(this, arg);
    }

    @Override
    public void visit(BoolOp n, A arg) {
        visitAll(n.values(), arg);
    }

    @Override
    public void visit(BinOp n, A arg) {
        n.left().accept(this, arg);
        n.right().accept(this, arg);
    }

    @Override
    public void visit(UnaryOp n, A arg) {
        n.operand().accept(this, arg);
    }

    @Override
    public void visit(Compare n, A arg) {
        n.left().accept(this, arg);
        visitAll(n.comparisons(), arg);
    }

    @Override
    public void visit(Comparison n, A arg) {
        n.right().accept(this, arg);
    }

    @Override
    public void visit(NamedExpr n, A arg) {
        n.target().accept(this, arg);
        n.value().accept(this, arg);
    }

    @Override
    public void visit(IfExp n, A arg) {
        n.body().accept(this, arg);
        n.test().accept(this, arg);
        n.orElse().accept(this, arg);
    }

    @Override
    public void visit(Lambda n, A arg) {
        if (n.parameters() != null) {
            n.parameters().accept(this, arg);
        }
        n.body().accept(this, arg);
    }

    @Override
    public void visit(Await n, A arg) {
        n.value().accept(this, arg);
    }

    @Override
    public void visit(Yield n, A arg) {
        if (n.value() != null) {
            n.value().accept(this, arg);
        }
    }

    @Override
    public void visit(YieldFrom n, A arg) {
        n.value().accept(this, arg);
    }

    @Override
    public void visit(Starred n, A arg) {
        n.value().accept(this, arg);
    }

    @Override
    public void visit(Call n, A arg) {
        n.func().accept(this, arg);
        visitAll(n.arguments(), arg);
    }

    @Override
    public void visit(Attribute n, A arg) {
        n.value().accept(this, arg);
        n.attr().accept(this, arg);
    }

    @Override
    public void visit(Subscript n, A arg) {
        n.value().accept(this, arg);
        n.slice().accept(this, arg);
    }

    @Override
    public void visit(Slice n, A arg) {
        if (n.lower() != null) {
            n.lower().accept(this, arg);
        }
        if (n.upper() != null) {
            n.upper().accept(this, arg);
        }
        if (n.step() != null) {
            n.step().accept(this, arg);
        }
    }

    @Override
    public void visit(Repr n, A arg) {
        n.value().accept(this, arg);
    }

    @Override
    public void visit(MatchValue n, A arg) {
        n.value().accept(this, arg);
    }

    @Override
    public void visit(MatchSingleton n, A arg) {
        n.value().accept(this, arg);
    }

    @Override
    public void visit(MatchSequence n, A arg) {
        visitAll(n.patterns(), arg);
    }

    @Override
    public void visit(MatchMapping n, A arg) {
        visitAll(n.items(), arg);
    }

    @Override
    public void visit(MatchMappingItem n, A arg) {
        n.key().accept(this, arg);
        n.pattern().accept(this, arg);
    }

    @Override
    public void visit(MatchRest n, A arg) {
        n.name().accept(this, arg);
    }

    @Override
    public void visit(MatchClass n, A arg) {
        n.cls().accept(this, arg);
        visitAll(n.patterns(), arg);
    }

    @Override
    public void visit(MatchKeyword n, A arg) {
        n.name().accept(this, arg);
        n.pattern().accept(this, arg);
    }

    @Override
    public void visit(MatchStar n, A arg) {
        n.name().accept(this, arg);
    }

    @Override
    public void visit(MatchAs n, A arg) {
        if (n.pattern() != null) {
            n.pattern().accept(this, arg);
        }
        n.name().accept(this, arg);
    }

    @Override
    public void visit(MatchOr n, A arg) {
        visitAll(n.patterns(), arg);
    }
}
// spotless:on
