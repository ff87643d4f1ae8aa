// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/** A statement. */
public abstract sealed class Statement extends Node permits ErrorStatement, FunctionDef, ClassDef, Return, Delete, Assign, AugAssign, AnnAssign, For, While, If, With, Match, Raise, Try, Assert, Import, ImportFrom, Global, Nonlocal, ExpressionStatement, Pass, Break, Continue, TypeAlias, Print, Exec {
    Statement(Origin origin, int first, int last) {
        super(origin, first, last);
    }

    Statement(Edit origin, Node from) {
        super(origin, from);
    }
}
// spotless:on
