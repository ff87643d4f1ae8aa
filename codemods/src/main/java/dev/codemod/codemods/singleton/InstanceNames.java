package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Scope;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Symbol;
import dev.codemod.tree.Call;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names for an instance and its accessor that are free wherever they would be visible. */
final class InstanceNames {
    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "case",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "exec",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "match",
            "nonlocal",
            "not",
            "or",
            "pass",
            "print",
            "raise",
            "return",
            "try",
            "type",
            "while",
            "with",
            "yield");
    private static final Set<String> BUILTINS = Set.of(
            "abs",
            "all",
            "any",
            "bin",
            "bool",
            "buffer",
            "bytearray",
            "bytes",
            "callable",
            "chr",
            "cmp",
            "complex",
            "copyright",
            "credits",
            "dict",
            "dir",
            "divmod",
            "enumerate",
            "eval",
            "exit",
            "file",
            "filter",
            "float",
            "format",
            "frozenset",
            "globals",
            "hash",
            "help",
            "hex",
            "id",
            "input",
            "int",
            "intern",
            "iter",
            "len",
            "license",
            "list",
            "locals",
            "long",
            "map",
            "max",
            "memoryview",
            "min",
            "next",
            "object",
            "oct",
            "open",
            "ord",
            "pow",
            "property",
            "quit",
            "range",
            "reduce",
            "reload",
            "repr",
            "reversed",
            "round",
            "set",
            "slice",
            "sorted",
            "str",
            "sum",
            "super",
            "tuple",
            "unichr",
            "unicode",
            "vars",
            "xrange",
            "zip");

    private final Semantics names;
    private final boolean isPackage;
    private final List<Call> calls;
    private final Set<String> given;
    private String instance = "";
    private String accessor = "";
    private String storage = "";

    /**
     * @param isPackage whether the module is a package, whose attributes include its modules
     * @param calls the places at which the names must be visible
     * @param given the names that other singletons of the module got; the ones chosen here are added
     */
    InstanceNames(Semantics names, boolean isPackage, List<Call> calls, Set<String> given) {
        this.names = names;
        this.isPackage = isPackage;
        this.calls = calls;
        this.given = given;
    }

    /** Returns the name of a class in PEP 8's spelling for variables: {@code HTTPClient} becomes {@code http_client}. */
    static String snakeCase(String className) {
        return className
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /** Chooses the names for a class, so that no other class of the module gets them. */
    void reserve(String className) {
        String snake = snakeCase(className);
        String bare = snake.replaceFirst("^_+", "");
        instance = fresh("", snake, isPackage);
        accessor = fresh(snake.startsWith("_") ? "_get_" : "get_", bare, false);
        storage = fresh("_", bare, isPackage);
    }

    /** Returns the variable for an instance that is made at import. */
    String instance() {
        return instance;
    }

    /** Returns the function for an instance that is made at first use. */
    String accessor() {
        return accessor;
    }

    /** Returns the variable behind {@link #accessor()}. */
    String storage() {
        return storage;
    }

    /** Returns a name for an import of an instance or accessor: {@code base}, or one like it that is free. */
    String local(String base, boolean isAccessor) {
        return fresh("", base, isPackage && !isAccessor);
    }

    /** Returns a name for the lock of a storage. */
    String lock(String storage) {
        String name = storage + "_lock";
        for (int i = 2; isTaken(name); i++) {
            name = storage + "_lock_" + i;
        }
        given.add(name);
        return name;
    }

    private String fresh(String prefix, String stem, boolean mayBeModule) {
        String name = prefix + stem;
        for (int i = 1; i == 1 && mayBeModule || isTaken(name); i++) {
            name = prefix + stem + "_instance" + (i == 1 ? "" : "_" + i);
        }
        given.add(name);
        return name;
    }

    private boolean isTaken(String name) {
        if (KEYWORDS.contains(name) || BUILTINS.contains(name) || given.contains(name)) {
            return true;
        }
        if (isGlobalSomewhere(names.scope(), name)) {
            return true;
        }
        for (Call call : calls) {
            if (names.scopeOf(call).lookup(name) != null) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether code of a scope, or of one inside, means a name of the module or a builtin by it. */
    private boolean isGlobalSomewhere(Scope scope, String name) {
        Symbol symbol = scope.symbol(name);
        boolean isGlobal =
                symbol != null && (symbol.binding() == null || symbol.binding().scope() == names.scope());
        if (isGlobal) {
            return true;
        }
        for (Scope child : scope.children()) {
            if (isGlobalSomewhere(child, name)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a variable of the module is what its name means at every call. */
    boolean isVisibleEverywhere(String name) {
        for (Call call : calls) {
            Scope scope = names.scopeOf(call);
            if (scope.lookup(name) == null || scope.lookup(name).scope() != names.scope()) {
                return false;
            }
        }
        return true;
    }
}
