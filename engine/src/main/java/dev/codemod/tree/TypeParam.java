// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/** A type parameter. */
public abstract sealed class TypeParam extends Node permits TypeVar, TypeVarTuple, ParamSpec {
    TypeParam(Origin origin, int first, int last) {
        super(origin, first, last);
    }

    TypeParam(Edit origin, Node from) {
        super(origin, from);
    }
}
// spotless:on
