package dev.codemod.codemods.singleton;

import dev.codemod.codemod.FileContext;
import dev.codemod.rewrite.Snippet;
import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Alias;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Module;
import dev.codemod.tree.Statement;

/** How a module makes a lock: through what it imports already, or with an import that it lacks. */
final class LockFactory {
    private static final Snippet<Expression> MEMBER = Snippet.expression("$module.$lock");

    private final Expression expression;
    private final String usedName;
    private final Statement missingImport;

    /**
     * @param lock {@code Lock} or {@code RLock}
     */
    LockFactory(FileContext file, String lock) {
        Semantics names = file.semantics();
        String module = null;
        String member = null;
        for (Binding binding : names.scope().bindings()) {
            Definition only = binding.onlyDefinition();
            Alias alias = only == null || !file.module().statements().contains(only.site()) ? null : only.alias();
            if (alias != null && only.site() instanceof Import && alias.name().is("threading")) {
                module = binding.name();
            } else if (alias != null
                    && only.site() instanceof ImportFrom from
                    && from.level() == 0
                    && from.module() != null
                    && from.module().is("threading")
                    && alias.name().is(lock)) {
                member = binding.name();
            }
        }
        if (member != null) {
            usedName = member;
            expression = Snippet.name(member);
            missingImport = null;
        } else if (module != null) {
            usedName = module;
            expression = MEMBER.bind("module", module)
                    .bind("lock", Snippet.identifier(lock))
                    .build();
            missingImport = null;
        } else {
            boolean isFree = names.scope().symbol("threading") == null;
            usedName = isFree ? "threading" : "_threading";
            expression = MEMBER.bind("module", usedName)
                    .bind("lock", Snippet.identifier(lock))
                    .build();
            missingImport = isFree
                    ? Snippet.statement("import threading").build()
                    : Snippet.statement("import threading as _threading").build();
        }
    }

    Expression expression() {
        return expression;
    }

    /** Returns the name of the module that the expression needs. */
    String usedName() {
        return usedName;
    }

    /** Returns the import that the expression needs and the module lacks, or null. */
    Statement missingImport() {
        return missingImport;
    }

    /**
     * Returns the statement at the top of a module after which an import can be added: the last {@code import}, else
     * the last import of any kind, else the docstring; null if there is none.
     */
    static Statement importAnchor(Module module) {
        Statement last = null;
        Statement lastPlain = null;
        for (Statement statement : module.statements()) {
            boolean isPlain = statement instanceof Import;
            if (!isPlain && !(statement instanceof ImportFrom) && !Text.isIdle(statement)) {
                break;
            }
            last = statement;
            lastPlain = isPlain ? statement : lastPlain;
        }
        return lastPlain != null ? lastPlain : last;
    }
}
