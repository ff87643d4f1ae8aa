// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/** An expression. */
public abstract sealed class Expression extends Argument permits Name, Constant, Tuple, ListDisplay, SetDisplay, DictDisplay, ListComp, SetComp, DictComp, GeneratorExp, BoolOp, BinOp, UnaryOp, Compare, NamedExpr, IfExp, Lambda, Await, Yield, YieldFrom, Starred, Call, Attribute, Subscript, Slice, Repr {
    Expression(Origin origin, int first, int last) {
        super(origin, first, last);
    }

    Expression(Edit origin, Node from) {
        super(origin, from);
    }
}
// spotless:on
