package dev.codemod.match;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Builtins;
import dev.codemod.semantics.Scope;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the names of patterns and replacements mean in one file. */
final class FileNames {
    private final Semantics semantics;

    /** The first parts of the names of imported modules, or null until asked for. */
    private Set<String> importedModules;

    /** The first parts of dotted names that mean modules, whatever the file imports. */
    private final Set<String> moduleRoots;

    FileNames(Semantics semantics, Set<String> moduleRoots) {
        this.semantics = semantics;
        this.moduleRoots = moduleRoots;
    }

    /** Returns whether a name is that of a builtin and means something else where a node stands. */
    boolean hidesBuiltin(String name, Node at) {
        if (!Builtins.contains(semantics.module().parsed().level(), name)) {
            return false;
        }
        Binding binding = semantics.scopeOf(at).lookup(name);
        return binding != null && !binding.definitions().isEmpty();
    }

    Semantics semantics() {
        return semantics;
    }

    /** Returns whether the first part of a dotted name in a pattern means a module, not a variable. */
    boolean isModule(String root) {
        return moduleRoots.contains(root) || importedModules().contains(root);
    }

    private Set<String> importedModules() {
        if (importedModules == null) {
            importedModules = new HashSet<>();
            for (Node statement : semantics.module().findAll(Node.class)) {
                if (statement instanceof Import plain) {
                    plain.names().forEach(alias -> addRoot(alias.name()));
                } else if (statement instanceof ImportFrom from && from.level() == 0 && from.module() != null) {
                    addRoot(from.module());
                }
            }
        }
        return importedModules;
    }

    private void addRoot(Node module) {
        importedModules.add(DottedName.root(module.sourceText()));
    }

    /**
     * Returns whether an expression denotes what a name in a pattern denotes.
     *
     * @param denoted gets the name if it is a module or a member of one
     */
    boolean denotes(String dotted, Node node, List<Denoted> denoted) {
        if (!(node instanceof Expression expression)) {
            return false;
        }
        String text = DottedName.of(expression);
        if (text == null) {
            return false;
        }
        if (dotted.indexOf('.') >= 0 && isModule(DottedName.root(dotted))) {
            return denotesMember(dotted, expression, denoted);
        }
        LanguageLevel level = semantics.module().parsed().level();
        if (Builtins.contains(level, dotted)) {
            return (Builtins.module(level) + "." + dotted).equals(semantics.qualifiedName(expression));
        }
        return text.equals(dotted) && isSameVariable(DottedName.rootOf(expression));
    }

    /**
     * Returns whether an expression denotes what stands before a metavariable for a member, {@code requests} in {@code
     * requests.$NAME}: a module if it is one for the file.
     */
    boolean denotesObject(String dotted, Node node, List<Denoted> denoted) {
        if (dotted.indexOf('.') >= 0 || !isModule(dotted)) {
            return denotes(dotted, node, denoted);
        }
        return node instanceof Expression expression
                && DottedName.of(expression) != null
                && denotesMember(dotted, expression, denoted);
    }

    private boolean denotesMember(String dotted, Expression expression, List<Denoted> denoted) {
        boolean isMeant = dotted.equals(semantics.qualifiedName(expression));
        if (isMeant) {
            denoted.add(new Denoted(dotted, expression));
        }
        return isMeant;
    }

    /**
     * Returns how the file writes the modules and members that a match names, by qualified name; what the scope of the
     * match itself does not see is left out.
     */
    Map<String, String> spellings(Match match) {
        Map<String, String> spellings = new HashMap<>();
        Scope scope = semantics.scopeOf(match.node());
        for (Denoted name : match.denoted()) {
            if (semantics.scopeOf(name.written()) == scope) {
                name.addSpellings(spellings);
            }
        }
        return spellings;
    }

    /** A name of the pattern means the variable of the file; one of a function that hides it is another one. */
    private boolean isSameVariable(Name name) {
        Binding ofModule = semantics.scope().binding(name.sourceText());
        return ofModule == null || semantics.bindingOf(name) == ofModule;
    }

    /**
     * Returns whether a name of a replacement means a variable of the file where it would stand, or a builtin.
     *
     * @param place a node of the file in whose place the replacement stands
     */
    boolean isVariable(String name, Node place) {
        Binding binding = semantics.scopeOf(place).lookup(name);
        if (binding == null || binding.definitions().isEmpty()) {
            return Builtins.contains(semantics.module().parsed().level(), name);
        }
        for (BindingKind kind : binding.kinds()) {
            if (kind != BindingKind.IMPORT && kind != BindingKind.FROM_IMPORT) {
                return true;
            }
        }
        return false;
    }
}
