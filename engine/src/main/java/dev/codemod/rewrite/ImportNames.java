package dev.codemod.rewrite;

import dev.codemod.tree.Alias;
import dev.codemod.tree.DottedName;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Node;

/** The names in import statements, as text. */
final class ImportNames {
    private ImportNames() {}

    static String text(DottedName name) {
        StringBuilder result = new StringBuilder();
        for (Identifier part : name.names()) {
            result.append(result.length() == 0 ? "" : ".").append(part.sourceText());
        }
        return result.toString();
    }

    /** Returns the module of a from import, with a dot for each level in front. */
    static String module(ImportFrom statement) {
        String name = statement.module() == null ? "" : text(statement.module());
        return ".".repeat(statement.level()) + name;
    }

    /** Returns whether an alias only repeats its own name, which says that it is there for others to import. */
    static boolean isReexport(Alias alias) {
        return alias.asName() != null && alias.asName().sourceText().equals(text(alias.name()));
    }

    static boolean isImport(Node node) {
        return node instanceof ImportFrom || node instanceof Import;
    }
}
