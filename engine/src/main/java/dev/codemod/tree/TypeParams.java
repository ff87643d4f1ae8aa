// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * Type parameters, brackets included (3.12).
 *
 * <pre>{@code '[' params:TypeParam,+ ']'}</pre>
 */
public final class TypeParams extends Node {
    private final NodeList<TypeParam> params;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public TypeParams(Origin origin, int first, int last, NodeList<TypeParam> params) {
        super(origin, first, last);
        this.params = params;
    }

    private TypeParams(TypeParams from, NodeList<TypeParam> params) {
        super(Edit.of(from), from);
        this.params = params;
    }

    /** Returns the params. */
    public NodeList<TypeParam> params() {
        return params;
    }

    /** Returns a copy with another params, or this node if it is the same. */
    public TypeParams withParams(NodeList<TypeParam> params) {
        return copy(params);
    }

    TypeParams copy(NodeList<TypeParam> params) {
        java.util.Objects.requireNonNull(params, "params is null");
        return params == this.params ? this : new TypeParams(this, params);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.TYPE_PARAMS;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return params;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((NodeList<TypeParam>) slots[0]);
    }

    @Override
    public <R, A> R accept(GenericVisitor<R, A> visitor, A arg) {
        return visitor.visit(this, arg);
    }

    @Override
    public <A> void accept(VoidVisitor<A> visitor, A arg) {
        visitor.visit(this, arg);
    }
}
// spotless:on
