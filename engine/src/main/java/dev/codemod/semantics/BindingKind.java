package dev.codemod.semantics;

/** The constructs that bind a name. */
public enum BindingKind {
    /** {@code name = value}, also inside a tuple or list target. */
    ASSIGNMENT,
    /** {@code name: annotation = value} */
    ANNOTATED_ASSIGNMENT,
    /** {@code name: annotation}, which makes the name local and gives it no value. */
    DECLARATION,
    /** {@code name += value}; the name is also read. */
    AUGMENTED_ASSIGNMENT,
    /** {@code (name := value)} */
    NAMED_EXPRESSION,
    /** {@code import name} */
    IMPORT,
    /** {@code from module import name} */
    FROM_IMPORT,
    /** {@code def name} */
    FUNCTION,
    /** {@code class name} */
    CLASS,
    /** A parameter of a function or lambda. */
    PARAMETER,
    /** The target of a {@code for} statement. */
    FOR,
    /** The target of a {@code for} in a comprehension. */
    COMPREHENSION,
    /** The target of a {@code with} item. */
    WITH,
    /** {@code except type as name}; the name is deleted at the end of the clause in Python 3. */
    EXCEPT,
    /** A capture in a pattern. */
    MATCH,
    /** {@code del name}, after which the name has no value. */
    DELETION,
    /** A type parameter (PEP 695). */
    TYPE_PARAMETER,
    /** {@code type name = value} */
    TYPE_ALIAS;

    /** Returns whether the construct gives the name a value. */
    public boolean givesValue() {
        return this != DECLARATION && this != DELETION;
    }
}
