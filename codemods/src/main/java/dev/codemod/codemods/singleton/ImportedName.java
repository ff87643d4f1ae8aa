package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Scope;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Alias;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * A variable that {@code from module import name} binds.
 *
 * @param binding the variable
 * @param module where it comes from
 * @param name the name in that module
 * @param definitions the imports that bind it: one, or several of the same name of the same module
 * @param isSure whether nothing else is bound to the variable
 */
record ImportedName(Binding binding, ModuleRef module, String name, List<Definition> definitions, boolean isSure) {
    /** Returns the variables of all scopes of a file that are bound by such imports, in source order. */
    static List<ImportedName> in(String path, Semantics names) {
        List<ImportedName> found = new ArrayList<>();
        List<Scope> open = new ArrayList<>(List.of(names.scope()));
        for (int i = 0; i < open.size(); i++) {
            for (Binding binding : open.get(i).bindings()) {
                add(binding, path, found);
            }
            open.addAll(open.get(i).children());
        }
        return found;
    }

    private static void add(Binding binding, String path, List<ImportedName> found) {
        List<Definition> imports = new ArrayList<>();
        boolean isSure = true;
        for (Definition definition : binding.definitions()) {
            if (definition.site() instanceof ImportFrom && definition.alias() != null) {
                imports.add(definition);
            } else {
                isSure = false;
            }
        }
        for (Definition definition : imports) {
            isSure &= importedName(definition.alias())
                            .equals(importedName(imports.get(0).alias()))
                    && module(definition, path).equals(module(imports.get(0), path));
        }
        if (isSure && !imports.isEmpty()) {
            found.add(new ImportedName(
                    binding,
                    module(imports.get(0), path),
                    importedName(imports.get(0).alias()),
                    imports,
                    true));
            return;
        }
        for (Definition definition : imports) {
            found.add(new ImportedName(
                    binding, module(definition, path), importedName(definition.alias()), List.of(definition), false));
        }
    }

    private static String importedName(Alias alias) {
        return alias.name().sourceText();
    }

    private static ModuleRef module(Definition definition, String path) {
        return module((ImportFrom) definition.site(), path);
    }

    static ModuleRef module(ImportFrom statement, String path) {
        String dotted = statement.module() == null
                ? ""
                : statement.module().sourceText().replaceAll("\\s", "");
        return new ModuleRef(ModulePath.of(path).imported(statement.level(), dotted), statement.level() > 0);
    }

    List<Name> references() {
        return binding.references();
    }

    /** Returns whether the variable belongs to the module itself, so that other files can import it. */
    boolean isGlobal(Semantics names) {
        return binding.scope() == names.scope();
    }
}
