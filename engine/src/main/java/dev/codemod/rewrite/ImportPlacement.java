package dev.codemod.rewrite;

import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Module;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Statement;
import dev.codemod.tree.StringConstant;
import java.util.Locale;

/**
 * Where a new {@code import} goes: into the first run of imports at the top of the file, in alphabetical order among
 * those of its form, and after the docstring and the {@code __future__} imports.
 */
final class ImportPlacement {
    private ImportPlacement() {}

    /**
     * Returns the module with one import more.
     *
     * @param name the module's own name, or the alias under which it is imported
     */
    static Module add(Module module, String moduleName, String name) {
        String text = "import " + moduleName + (name.equals(moduleName) ? "" : " as " + name);
        Statement statement = Snippet.statement(text).build();
        NodeList<Statement> statements = module.statements();
        return module.withStatements(statements.insert(position(statements, moduleName), statement));
    }

    private static int position(NodeList<Statement> statements, String moduleName) {
        int start = afterPrologue(statements);
        int first = firstImport(statements, start);
        if (first < 0) {
            return start;
        }
        int lastPlain = -1;
        for (int i = first; i < statements.size() && isImport(statements.get(i)); i++) {
            if (statements.get(i) instanceof Import plain) {
                if (sortKey(plain).compareTo(moduleName.toLowerCase(Locale.ROOT)) > 0) {
                    return i;
                }
                lastPlain = i;
            }
        }
        return lastPlain < 0 ? first : lastPlain + 1;
    }

    private static int afterPrologue(NodeList<Statement> statements) {
        int i = 0;
        if (!statements.isEmpty() && isDocstring(statements.first())) {
            i = 1;
        }
        while (i < statements.size() && isFuture(statements.get(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDocstring(Statement statement) {
        return statement instanceof ExpressionStatement expression && expression.value() instanceof StringConstant;
    }

    private static boolean isFuture(Statement statement) {
        return statement instanceof ImportFrom from
                && from.level() == 0
                && from.module() != null
                && from.module().is("__future__");
    }

    private static boolean isImport(Statement statement) {
        return statement instanceof Import || statement instanceof ImportFrom;
    }

    /** The first import directly after the prologue; one further down may stand behind code that must run first. */
    private static int firstImport(NodeList<Statement> statements, int start) {
        return start < statements.size() && isImport(statements.get(start)) ? start : -1;
    }

    private static String sortKey(Import statement) {
        return statement.names().first().name().sourceText().toLowerCase(Locale.ROOT);
    }
}
