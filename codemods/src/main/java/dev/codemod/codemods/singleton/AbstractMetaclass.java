package dev.codemod.codemods.singleton;

import dev.codemod.codemod.FileContext;
import dev.codemod.rewrite.Snippet;
import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.tree.Alias;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;

/** What remains of a metaclass that is also an {@code ABCMeta}: the name of {@code ABCMeta} in the module. */
final class AbstractMetaclass {
    private String usedName = "";
    private Expression expression;

    AbstractMetaclass(FileContext file, MetaclassUse use) {
        for (Binding binding : file.semantics().scope().bindings()) {
            Definition only = binding.onlyDefinition();
            Alias alias = only == null || !file.module().statements().contains(only.site()) ? null : only.alias();
            if (alias == null || alias.firstToken() > use.place().firstToken()) {
                continue;
            }
            if (only.site() instanceof ImportFrom from
                    && from.level() == 0
                    && from.module() != null
                    && from.module().is("abc")
                    && alias.name().is("ABCMeta")) {
                usedName = binding.name();
                expression = Snippet.name(usedName);
            } else if (only.site() instanceof Import && alias.name().is("abc")) {
                usedName = binding.name();
                expression =
                        Snippet.expression("$abc.ABCMeta").bind("abc", usedName).build();
            }
        }
    }

    /** Returns the name of the module that the expression needs; empty if there is no expression. */
    String usedName() {
        return usedName;
    }

    /** Returns an expression that means {@code ABCMeta} where the metaclass is named, or null if the module lacks one. */
    Expression expression() {
        return expression;
    }
}
