// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * from ... import; names is empty when star is true.
 *
 * <pre>{@code 'from' level{@literal @}Dots module:DottedName? 'import' star?'*' parenthesized?'(' names:Alias,* parenthesized?')'}</pre>
 */
public final class ImportFrom extends Statement {
    private final int level;
    private final DottedName module;
    private final boolean star;
    private final boolean parenthesized;
    private final NodeList<Alias> names;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public ImportFrom(Origin origin, int first, int last, int level, DottedName module, boolean star, boolean parenthesized, NodeList<Alias> names) {
        super(origin, first, last);
        this.level = level;
        this.module = module;
        this.star = star;
        this.parenthesized = parenthesized;
        this.names = names;
    }

    private ImportFrom(ImportFrom from, int level, DottedName module, boolean star, boolean parenthesized, NodeList<Alias> names) {
        super(Edit.of(from), from);
        this.level = level;
        this.module = module;
        this.star = star;
        this.parenthesized = parenthesized;
        this.names = names;
    }

    /** Returns the level. */
    public int level() {
        return level;
    }

    /** Returns the module, or null if there is none. */
    public DottedName module() {
        return module;
    }

    /** Returns whether {@code *} is there. */
    public boolean isStar() {
        return star;
    }

    /** Returns whether {@code (} is there. */
    public boolean isParenthesized() {
        return parenthesized;
    }

    /** Returns the names. */
    public NodeList<Alias> names() {
        return names;
    }

    /** Returns a copy with another level, or this node if it is the same. */
    public ImportFrom withLevel(int level) {
        return copy(level, module, star, parenthesized, names);
    }

    /** Returns a copy with another module, or this node if it is the same. */
    public ImportFrom withModule(DottedName module) {
        return copy(level, module, star, parenthesized, names);
    }

    /** Returns a copy with another star, or this node if it is the same. */
    public ImportFrom withStar(boolean star) {
        return copy(level, module, star, parenthesized, names);
    }

    /** Returns a copy with another parenthesized, or this node if it is the same. */
    public ImportFrom withParenthesized(boolean parenthesized) {
        return copy(level, module, star, parenthesized, names);
    }

    /** Returns a copy with another names, or this node if it is the same. */
    public ImportFrom withNames(NodeList<Alias> names) {
        return copy(level, module, star, parenthesized, names);
    }

    ImportFrom copy(int level, DottedName module, boolean star, boolean parenthesized, NodeList<Alias> names) {
        java.util.Objects.requireNonNull(names, "names is null");
        return level == this.level && module == this.module && star == this.star && parenthesized == this.parenthesized && names == this.names ? this : new ImportFrom(this, level, module, star, parenthesized, names);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.IMPORT_FROM;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return level;
            case 1:
                return module;
            case 2:
                return star;
            case 3:
                return parenthesized;
            case 4:
                return names;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Integer) slots[0], (DottedName) slots[1], (Boolean) slots[2], (Boolean) slots[3], (NodeList<Alias>) slots[4]);
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
