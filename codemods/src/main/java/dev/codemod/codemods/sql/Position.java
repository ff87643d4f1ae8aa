package dev.codemod.codemods.sql;

/** Where in the SQL text a value stands. */
enum Position {
    /** {@code '{x}'}: the literal is the value and nothing else. */
    WHOLE_LITERAL,
    /** {@code lower(name) = '{x}'} in SQLite: the literal is the value, and no column says of which type it is. */
    UNCONVERTED_LITERAL,
    /** {@code '%{x}%'}: the literal holds more than the value. */
    PART_OF_LITERAL,
    /** {@code id = {x}}: where an expression can only be a value. */
    VALUE,
    /** {@code f({x})}, {@code SELECT {x}}: a value or a column, nothing tells which. */
    EXPRESSION,
    /** {@code ({x} + a)}: an operand, or any larger piece of SQL. */
    OPERAND,
    /** {@code WHERE {x} = a}: a column, or a value. */
    COMPARED,
    /** {@code SELECT TOP {x}}: a value that has to be in parentheses to be bound. */
    UNPARENTHESIZED_VALUE,
    /** {@code IN ({x})}: a whole list, or its only element. */
    LIST,
    /** {@code IN ('{x}')}: a list whose separator closes and opens quotes, or one element. */
    QUOTED_LIST,
    /** {@code IN {x}}: a list with its parentheses. */
    PARENTHESIZED_LIST,
    /** {@code = "{x}"} in SQLite: a string with the wrong quotes, or a name. */
    DOUBLE_QUOTED,
    /** The name of a table, a column, a function. */
    IDENTIFIER,
    /** A direction, an operator, or a larger piece of SQL. */
    FRAGMENT,
    /** A literal with a prefix such as {@code E'..'}, or between dollar signs. */
    PREFIXED_LITERAL,
    /** {@code DATE '{x}'}, where only a literal can stand. */
    TYPED_LITERAL,
    /** {@code OPENQUERY(server, '{x}')}: what has to be known when the query is compiled. */
    LITERAL_ONLY,
    /** A comment. */
    COMMENT
}
