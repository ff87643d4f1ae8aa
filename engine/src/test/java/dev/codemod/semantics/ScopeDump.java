package dev.codemod.semantics;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scopes and symbols as one line of text, in the form in which the Python program of {@link SymtableTest} prints what
 * CPython's {@code symtable} says.
 */
final class ScopeDump {
    private final LanguageLevel level;

    /** From 3.12 on comprehensions are inlined before {@code symtable} sees the scopes (PEP 709). */
    private final boolean inlines;

    private ScopeDump(LanguageLevel level) {
        this.level = level;
        inlines = level.isAtLeast(LanguageLevel.PY312);
    }

    /** Returns the scopes as the Python of a level has them; line numbers are left out before 3.9, which has others. */
    static String dump(Scope module, LanguageLevel level) {
        return new ScopeDump(level).dump(module);
    }

    private String dump(Scope scope) {
        Map<String, String> symbols = new TreeMap<>();
        List<String> children = new ArrayList<>();
        for (Symbol symbol : scope.symbols()) {
            symbols.put(symbol.name(), flags(symbol));
        }
        addChildren(scope, symbols, children);
        Collections.sort(children);
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> symbol : symbols.entrySet()) {
            lines.add(symbol.getKey() + ":" + symbol.getValue());
        }
        Collections.sort(lines);
        return type(scope) + " " + name(scope) + " " + (level.isAtLeast(LanguageLevel.PY39) ? line(scope) : 0) + " {"
                + String.join(" ", lines) + "} [" + String.join(", ", children) + "]";
    }

    private void addChildren(Scope scope, Map<String, String> symbols, List<String> children) {
        for (Scope child : scope.children()) {
            if (!child.isEvaluated()) {
                continue;
            }
            if (inlines && isInlined(child)) {
                for (Symbol symbol : child.symbols()) {
                    // What the scope merely passed on has no flags but its kind.
                    if (symbols.getOrDefault(symbol.name(), "F").equals("F")) {
                        symbols.put(symbol.name(), flags(symbol));
                    }
                }
                addChildren(child, symbols, children);
            } else {
                children.add(dump(child));
            }
        }
    }

    private static boolean isInlined(Scope scope) {
        return scope.kind() == ScopeKind.COMPREHENSION
                && !(scope.node() instanceof GeneratorExp)
                && !(scope.parent().kind().seesClass()
                        && scope.parent().parent().kind() == ScopeKind.CLASS);
    }

    private static String type(Scope scope) {
        switch (scope.kind()) {
            case MODULE:
                return "module";
            case CLASS:
                return "class";
            case TYPE_PARAMETERS:
            case ANNOTATION:
                return "type";
            default:
                return "function";
        }
    }

    private static String name(Scope scope) {
        String name = scope.name();
        return name.startsWith("<") ? name.substring(1, name.length() - 1).replace("module", "top") : name;
    }

    private static int line(Scope scope) {
        Node node = scope.node();
        int token = node.firstToken();
        if (scope.kind() == ScopeKind.MODULE) {
            return 0;
        } else if (node instanceof FunctionDef function) {
            token = afterDecorators(token, function.decorators());
        } else if (node instanceof dev.codemod.tree.ClassDef definition) {
            token = afterDecorators(token, definition.decorators());
        } else if (node instanceof GeneratorExp generator && !generator.isParenthesized()) {
            token--;
        }
        return node.parsed().source().line(node.parsed().tape().start(token));
    }

    private static int afterDecorators(int first, NodeList<?> decorators) {
        return decorators.isEmpty() ? first : decorators.last().lastToken() + 1;
    }

    /** One letter for each thing that is done with the name, and a capital for how the scope reaches it. */
    private String flags(Symbol symbol) {
        String flags = (symbol.isAssigned() ? "a" : "")
                + (symbol.isParameter() ? "p" : "")
                + (symbol.isImported() ? "i" : "")
                + (symbol.isReferenced() ? "r" : "")
                + (symbol.isNonlocal() ? "n" : "")
                + (symbol.isAnnotated() ? "t" : "");
        switch (symbol.kind()) {
            case LOCAL:
                return flags + "L";
            case CELL:
                return flags + (inlines ? "L" : "C");
            case FREE:
                return flags + "F";
            case GLOBAL_EXPLICIT:
                return flags + "E";
            default:
                return flags + "I";
        }
    }
}
