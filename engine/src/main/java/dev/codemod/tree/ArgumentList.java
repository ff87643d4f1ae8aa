// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * The arguments of a class statement, parentheses included.
 *
 * <pre>{@code '(' arguments:Argument,* ')'}</pre>
 */
public final class ArgumentList extends Node {
    private final NodeList<Argument> arguments;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public ArgumentList(Origin origin, int first, int last, NodeList<Argument> arguments) {
        super(origin, first, last);
        this.arguments = arguments;
    }

    private ArgumentList(ArgumentList from, NodeList<Argument> arguments) {
        super(Edit.of(from), from);
        this.arguments = arguments;
    }

    /** Returns the arguments. */
    public NodeList<Argument> arguments() {
        return arguments;
    }

    /** Returns a copy with another arguments, or this node if it is the same. */
    public ArgumentList withArguments(NodeList<Argument> arguments) {
        return copy(arguments);
    }

    ArgumentList copy(NodeList<Argument> arguments) {
        java.util.Objects.requireNonNull(arguments, "arguments is null");
        return arguments == this.arguments ? this : new ArgumentList(this, arguments);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ARGUMENT_LIST;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return arguments;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((NodeList<Argument>) slots[0]);
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
