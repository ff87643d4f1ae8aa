// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/** An element of a call's or a class statement's arguments: an expression (positional), Starred or Keyword. */
public abstract sealed class Argument extends Node permits Keyword, Expression {
    Argument(Origin origin, int first, int last) {
        super(origin, first, last);
    }

    Argument(Edit origin, Node from) {
        super(origin, from);
    }
}
// spotless:on
