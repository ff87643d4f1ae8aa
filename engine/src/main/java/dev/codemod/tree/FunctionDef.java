// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A function definition, async or not.
 *
 * <pre>{@code decorators:Decorator* async?'async' 'def' name:Identifier typeParams:TypeParams? parameters:Parameters ('->' returns:Expression)? ':' body:Block}</pre>
 */
public final class FunctionDef extends Statement {
    private final NodeList<Decorator> decorators;
    private final boolean async;
    private final Identifier name;
    private final TypeParams typeParams;
    private final Parameters parameters;
    private final Expression returns;
    private final Block body;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public FunctionDef(Origin origin, int first, int last, NodeList<Decorator> decorators, boolean async, Identifier name, TypeParams typeParams, Parameters parameters, Expression returns, Block body) {
        super(origin, first, last);
        this.decorators = decorators;
        this.async = async;
        this.name = name;
        this.typeParams = typeParams;
        this.parameters = parameters;
        this.returns = returns;
        this.body = body;
    }

    private FunctionDef(FunctionDef from, NodeList<Decorator> decorators, boolean async, Identifier name, TypeParams typeParams, Parameters parameters, Expression returns, Block body) {
        super(Edit.of(from), from);
        this.decorators = decorators;
        this.async = async;
        this.name = name;
        this.typeParams = typeParams;
        this.parameters = parameters;
        this.returns = returns;
        this.body = body;
    }

    /** Returns the decorators. */
    public NodeList<Decorator> decorators() {
        return decorators;
    }

    /** Returns whether {@code async} is there. */
    public boolean isAsync() {
        return async;
    }

    /** Returns the name. */
    public Identifier name() {
        return name;
    }

    /** Returns the type params, or null if there is none. */
    public TypeParams typeParams() {
        return typeParams;
    }

    /** Returns the parameters. */
    public Parameters parameters() {
        return parameters;
    }

    /** Returns the returns, or null if there is none. */
    public Expression returns() {
        return returns;
    }

    /** Returns the body. */
    public Block body() {
        return body;
    }

    /** Returns a copy with another decorators, or this node if it is the same. */
    public FunctionDef withDecorators(NodeList<Decorator> decorators) {
        return copy(decorators, async, name, typeParams, parameters, returns, body);
    }

    /** Returns a copy with another async, or this node if it is the same. */
    public FunctionDef withAsync(boolean async) {
        return copy(decorators, async, name, typeParams, parameters, returns, body);
    }

    /** Returns a copy with another name, or this node if it is the same. */
    public FunctionDef withName(Identifier name) {
        return copy(decorators, async, name, typeParams, parameters, returns, body);
    }

    /** Returns a copy with another type params, or this node if it is the same. */
    public FunctionDef withTypeParams(TypeParams typeParams) {
        return copy(decorators, async, name, typeParams, parameters, returns, body);
    }

    /** Returns a copy with another parameters, or this node if it is the same. */
    public FunctionDef withParameters(Parameters parameters) {
        return copy(decorators, async, name, typeParams, parameters, returns, body);
    }

    /** Returns a copy with another returns, or this node if it is the same. */
    public FunctionDef withReturns(Expression returns) {
        return copy(decorators, async, name, typeParams, parameters, returns, body);
    }

    /** Returns a copy with another body, or this node if it is the same. */
    public FunctionDef withBody(Block body) {
        return copy(decorators, async, name, typeParams, parameters, returns, body);
    }

    FunctionDef copy(NodeList<Decorator> decorators, boolean async, Identifier name, TypeParams typeParams, Parameters parameters, Expression returns, Block body) {
        java.util.Objects.requireNonNull(decorators, "decorators is null");
        java.util.Objects.requireNonNull(name, "name is null");
        java.util.Objects.requireNonNull(parameters, "parameters is null");
        java.util.Objects.requireNonNull(body, "body is null");
        return decorators == this.decorators && async == this.async && name == this.name && typeParams == this.typeParams && parameters == this.parameters && returns == this.returns && body == this.body ? this : new FunctionDef(this, decorators, async, name, typeParams, parameters, returns, body);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.FUNCTION_DEF;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return decorators;
            case 1:
                return async;
            case 2:
                return name;
            case 3:
                return typeParams;
            case 4:
                return parameters;
            case 5:
                return returns;
            case 6:
                return body;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((NodeList<Decorator>) slots[0], (Boolean) slots[1], (Identifier) slots[2], (TypeParams) slots[3], (Parameters) slots[4], (Expression) slots[5], (Block) slots[6]);
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
