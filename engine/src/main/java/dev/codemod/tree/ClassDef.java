// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A class definition.
 *
 * <pre>{@code decorators:Decorator* 'class' name:Identifier typeParams:TypeParams? arguments:ArgumentList? ':' body:Block}</pre>
 */
public final class ClassDef extends Statement {
    private final NodeList<Decorator> decorators;
    private final Identifier name;
    private final TypeParams typeParams;
    private final ArgumentList arguments;
    private final Block body;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public ClassDef(Origin origin, int first, int last, NodeList<Decorator> decorators, Identifier name, TypeParams typeParams, ArgumentList arguments, Block body) {
        super(origin, first, last);
        this.decorators = decorators;
        this.name = name;
        this.typeParams = typeParams;
        this.arguments = arguments;
        this.body = body;
    }

    private ClassDef(ClassDef from, NodeList<Decorator> decorators, Identifier name, TypeParams typeParams, ArgumentList arguments, Block body) {
        super(Edit.of(from), from);
        this.decorators = decorators;
        this.name = name;
        this.typeParams = typeParams;
        this.arguments = arguments;
        this.body = body;
    }

    /** Returns the decorators. */
    public NodeList<Decorator> decorators() {
        return decorators;
    }

    /** Returns the name. */
    public Identifier name() {
        return name;
    }

    /** Returns the type params, or null if there is none. */
    public TypeParams typeParams() {
        return typeParams;
    }

    /** Returns the arguments, or null if there is none. */
    public ArgumentList arguments() {
        return arguments;
    }

    /** Returns the body. */
    public Block body() {
        return body;
    }

    /** Returns a copy with another decorators, or this node if it is the same. */
    public ClassDef withDecorators(NodeList<Decorator> decorators) {
        return copy(decorators, name, typeParams, arguments, body);
    }

    /** Returns a copy with another name, or this node if it is the same. */
    public ClassDef withName(Identifier name) {
        return copy(decorators, name, typeParams, arguments, body);
    }

    /** Returns a copy with another type params, or this node if it is the same. */
    public ClassDef withTypeParams(TypeParams typeParams) {
        return copy(decorators, name, typeParams, arguments, body);
    }

    /** Returns a copy with another arguments, or this node if it is the same. */
    public ClassDef withArguments(ArgumentList arguments) {
        return copy(decorators, name, typeParams, arguments, body);
    }

    /** Returns a copy with another body, or this node if it is the same. */
    public ClassDef withBody(Block body) {
        return copy(decorators, name, typeParams, arguments, body);
    }

    ClassDef copy(NodeList<Decorator> decorators, Identifier name, TypeParams typeParams, ArgumentList arguments, Block body) {
        java.util.Objects.requireNonNull(decorators, "decorators is null");
        java.util.Objects.requireNonNull(name, "name is null");
        java.util.Objects.requireNonNull(body, "body is null");
        return decorators == this.decorators && name == this.name && typeParams == this.typeParams && arguments == this.arguments && body == this.body ? this : new ClassDef(this, decorators, name, typeParams, arguments, body);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.CLASS_DEF;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return decorators;
            case 1:
                return name;
            case 2:
                return typeParams;
            case 3:
                return arguments;
            case 4:
                return body;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((NodeList<Decorator>) slots[0], (Identifier) slots[1], (TypeParams) slots[2], (ArgumentList) slots[3], (Block) slots[4]);
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
