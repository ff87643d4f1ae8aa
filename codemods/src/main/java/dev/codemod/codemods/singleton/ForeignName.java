package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Name;
import java.io.Serializable;
import java.util.Comparator;

/**
 * A name of another module, as a file takes it.
 *
 * @param module the module that it is taken from
 * @param name its name there
 */
record ForeignName(ModuleRef module, String name) implements Serializable, Comparable<ForeignName> {
    private static final Comparator<ForeignName> ORDER =
            Comparator.comparing(ForeignName::module).thenComparing(ForeignName::name);

    /** Returns what a name or an attribute of a module certainly denotes, or null if that is not known. */
    static ForeignName of(Expression mention, Semantics names, String path) {
        if (mention instanceof Attribute attribute) {
            String name = attribute.attr().sourceText();
            String qualified = names.qualifiedName(mention);
            return qualified != null && qualified.endsWith("." + name)
                    ? new ForeignName(
                            ModuleRef.of(qualified.substring(0, qualified.length() - name.length() - 1), path), name)
                    : null;
        }
        Binding binding = mention instanceof Name ? names.bindingOf(mention) : null;
        Definition only = binding == null || binding.scope() != names.scope() ? null : binding.onlyDefinition();
        return only != null && only.site() instanceof ImportFrom statement && only.alias() != null
                ? new ForeignName(
                        ImportedName.module(statement, path),
                        only.alias().name().sourceText())
                : null;
    }

    @Override
    public int compareTo(ForeignName other) {
        return ORDER.compare(this, other);
    }
}
