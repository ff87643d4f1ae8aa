package dev.codemod.codemods.recipe;

import dev.codemod.codemod.FileContext;
import dev.codemod.match.Match;
import dev.codemod.match.Rewrite;
import dev.codemod.project.ProjectIndex;
import dev.codemod.rewrite.Imports;
import dev.codemod.semantics.TypeTable;
import dev.codemod.semantics.Types;
import dev.codemod.tree.Alias;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Node;
import dev.codemod.tree.StructuralEquality;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What conditions and values of a recipe ask about one file; used by one thread. */
final class RecipeContext {
    private final FileContext file;
    private final TypeTable table;

    /** What the scan of the project found, or null for a recipe without one. */
    private final CollectedFacts facts;

    private final Map<Rewrite, Rewrite.FileRewrite> searches = new IdentityHashMap<>();
    private Types types;
    private ProjectIndex index;
    private Set<String> imported;

    RecipeContext(FileContext file, TypeTable table, CollectedFacts facts) {
        this.file = file;
        this.table = table;
        this.facts = facts;
    }

    FileContext file() {
        return file;
    }

    CollectedFacts facts() {
        return facts;
    }

    /** Returns the index of the collected facts. */
    ProjectIndex index() {
        if (index == null) {
            index = ProjectIndex.of(facts.index());
        }
        return index;
    }

    Types types() {
        if (types == null) {
            types = Types.of(file.semantics(), table);
        }
        return types;
    }

    /** Returns the modules and members that the file imports, anywhere. */
    private Set<String> imported() {
        if (imported == null) {
            imported = new LinkedHashSet<>();
            for (Import statement : file.module().findAll(Import.class)) {
                statement.names().forEach(alias -> imported.add(alias.name().sourceText()));
            }
            for (ImportFrom statement : file.module().findAll(ImportFrom.class)) {
                if (statement.level() == 0 && statement.module() != null) {
                    String module = statement.module().sourceText();
                    imported.add(module);
                    for (Alias alias : statement.names()) {
                        imported.add(module + "." + alias.name().sourceText());
                    }
                }
            }
        }
        return imported;
    }

    /** Returns whether the file imports a module, something of it or a module below it. */
    boolean imports(String module) {
        return imported().stream().anyMatch(name -> name.equals(module) || name.startsWith(module + "."));
    }

    /**
     * Returns whether a pattern matches a node; metavariables that it shares with a match must stand for the same.
     *
     * @param isDeep whether nodes below the node count too
     */
    boolean matches(Rewrite search, Node node, boolean isDeep, Match match) {
        Rewrite.FileRewrite inFile =
                searches.computeIfAbsent(search, key -> key.in(file.semantics(), Imports.of(file.module())));
        Deque<Node> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            Node next = open.pop();
            Match found = inFile.match(next);
            if (found != null && isCompatible(found, match)) {
                return true;
            }
            if (isDeep) {
                next.children().forEach(open::push);
            }
        }
        return false;
    }

    private static boolean isCompatible(Match found, Match match) {
        for (Map.Entry<String, Object> binding : found.bindings().entrySet()) {
            Object other = match.bindings().get(binding.getKey());
            boolean isSame = other == null
                    || other instanceof Node node
                            && binding.getValue() instanceof Node value
                            && StructuralEquality.equal(node, value);
            if (!isSame) {
                return false;
            }
        }
        return true;
    }
}
