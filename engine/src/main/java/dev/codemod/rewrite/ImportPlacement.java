package dev.codemod.rewrite;

import dev.codemod.tree.ClassDef;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeKind;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Statement;

/**
 * Where a new import goes: after the docstring and {@code __future__} imports, among imports of its own group.
 *
 * <p>Groups are {@code __future__}, the standard library, other packages, the own package. Within a group the new
 * import follows the last one that sorts before it.
 */
final class ImportPlacement {
    private ImportPlacement() {}

    /**
     * Returns the module with one import more.
     *
     * @param name the module's own name, or the alias under which it is imported
     */
    static Module add(Module module, String moduleName, String name) {
        return insert(module, "import " + moduleName + (name.equals(moduleName) ? "" : " as " + name));
    }

    /**
     * Returns the module with one import of a member more: in the from import of the same module that there is, or in
     * one of its own.
     *
     * @param name the member's own name, or the alias under which it is imported
     */
    static Module addMember(Module module, String moduleName, String member, String name) {
        String text = "from " + moduleName + " import " + member + (name.equals(member) ? "" : " as " + name);
        NodeList<Statement> statements = module.statements();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof ImportFrom old
                    && !old.isStar()
                    && ImportNames.module(old).equals(moduleName)) {
                ImportFrom added = (ImportFrom) Snippet.statement(text).build();
                ImportFrom extended =
                        old.withNames(old.names().append(added.names().first()));
                return module.withStatements(statements.with(i, extended));
            }
        }
        return insert(module, text);
    }

    private static Module insert(Module module, String text) {
        Statement statement = Snippet.statement(text).build();
        NodeList<Statement> statements = module.statements();
        return module.withStatements(statements.insert(index(statements, statement), statement));
    }

    /** Returns the index in a module's statements at which to insert an import. */
    static int index(NodeList<Statement> statements, Statement added) {
        int start = afterDocstring(statements);
        int end = endOfImports(statements, start);
        int group = group(added);
        int index = start;
        for (int i = start; i < end; i++) {
            Statement statement = statements.get(i);
            if (!ImportNames.isImport(statement)) {
                continue;
            }
            int other = group(statement);
            if (other < group || other == group && !sortsAfter(statement, added)) {
                index = i + 1;
            }
        }
        return index == start ? beforeFirstImport(statements, start, end) : index;
    }

    /** Where nothing precedes the import, it goes above the first one rather than above what comes before that. */
    private static int beforeFirstImport(NodeList<Statement> statements, int start, int end) {
        for (int i = start; i < end; i++) {
            if (ImportNames.isImport(statements.get(i))) {
                return i;
            }
        }
        return start;
    }

    private static int afterDocstring(NodeList<Statement> statements) {
        return !statements.isEmpty() && isString(statements.first()) ? 1 : 0;
    }

    private static boolean isString(Statement statement) {
        return statement instanceof ExpressionStatement expression
                && (expression.value().kind() == NodeKind.STRING_CONSTANT
                        || expression.value().kind() == NodeKind.CONCATENATED_STRING);
    }

    /**
     * Returns the end of the imports that open the module; where it opens with something else, the end of those before
     * the first definition.
     */
    private static int endOfImports(NodeList<Statement> statements, int start) {
        int end = start;
        while (end < statements.size() && ImportNames.isImport(statements.get(end))) {
            end++;
        }
        if (end > start) {
            return end;
        }
        for (int i = start; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (statement instanceof FunctionDef || statement instanceof ClassDef) {
                break;
            }
            if (ImportNames.isImport(statement)) {
                end = i + 1;
            }
        }
        return end;
    }

    /** Returns the group of an import, in the order of the groups. */
    static int group(Node statement) {
        String module = module(statement);
        if (module.equals("__future__")) {
            return 0;
        }
        if (module.startsWith(".")) {
            return 3;
        }
        return StandardLibrary.has(module) ? 1 : 2;
    }

    private static String module(Node statement) {
        return statement instanceof ImportFrom from
                ? ImportNames.module(from)
                : ImportNames.text(((Import) statement).names().first().name());
    }

    /** Returns whether an import of the same group belongs below the new one. */
    private static boolean sortsAfter(Statement statement, Statement added) {
        boolean isFrom = statement instanceof ImportFrom;
        boolean addsFrom = added instanceof ImportFrom;
        if (isFrom != addsFrom) {
            return isFrom;
        }
        return module(statement).compareToIgnoreCase(module(added)) > 0;
    }
}
