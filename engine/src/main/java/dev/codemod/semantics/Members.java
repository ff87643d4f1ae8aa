package dev.codemod.semantics;

/**
 * What tells the types of calls and attributes: the classes and functions of the file, and the table.
 *
 * @param ancestry what classes are derived from
 * @param receivers the first parameters of methods
 * @param calls the types of calls, and of attributes by {@link CallTypes#attributes}
 */
record Members(Ancestry ancestry, MethodReceivers receivers, CallTypes calls) {
    /** Reads the definitions of the file. */
    static Members of(Semantics semantics, Types types, TypeTable table) {
        OwnDefinitions own = new OwnDefinitions(semantics);
        Ancestry ancestry = new Ancestry(table, own);
        MethodReceivers receivers = new MethodReceivers(semantics, own);
        return new Members(ancestry, receivers, new CallTypes(semantics, types, table, own, ancestry, receivers));
    }
}
