package dev.codemod.ast;

/** What happens to an expression; {@code expr_context} of the {@code ast} module. */
enum Context {
    LOAD("Load()"),
    STORE("Store()"),
    DEL("Del()"),
    /** A parameter's name, Python 2 only. */
    PARAM("Param()");

    private final String dump;

    Context(String dump) {
        this.dump = dump;
    }

    /** Returns how {@code ast.dump} shows it. */
    String dump() {
        return dump;
    }
}
