package dev.codemod.codemod;

import dev.codemod.project.Doubt;
import dev.codemod.project.IndexFacts;
import dev.codemod.project.ProjectDefinition;
import dev.codemod.project.ProjectIndex;
import dev.codemod.project.Use;
import dev.codemod.project.UseForm;
import dev.codemod.project.Uses;
import dev.codemod.rewrite.Snippet;
import dev.codemod.rewrite.TreeReplacer;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Renames one function or class of a project with all its uses, or nothing: a sample of what the index is for. */
final class RenameFunction extends ProjectCodemod<IndexFacts> {
    private final String qualifiedName;
    private final String oldName;
    private final String newName;

    RenameFunction(String qualifiedName, String newName) {
        this.qualifiedName = qualifiedName;
        this.newName = newName;
        oldName = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    @Override
    public String id() {
        return "rename-function";
    }

    @Override
    public String summary() {
        return "Renames a function of the project with all its uses.";
    }

    @Override
    public String page() {
        return "# rename-function\n";
    }

    @Override
    public Prefilter prefilter() {
        return Prefilter.anyOf(oldName);
    }

    @Override
    public IndexFacts none() {
        return IndexFacts.NONE;
    }

    @Override
    public IndexFacts merge(IndexFacts left, IndexFacts right) {
        return left.merge(right);
    }

    @Override
    public IndexFacts scanPaths(List<String> paths) {
        return IndexFacts.paths(paths);
    }

    @Override
    public IndexFacts scan(FileContext file) {
        return IndexFacts.of(file.moduleFacts());
    }

    @Override
    public Prefilter usesPrefilter(IndexFacts facts) {
        return prefilter();
    }

    @Override
    public IndexFacts scanUses(FileContext file, IndexFacts facts) {
        return IndexFacts.NONE;
    }

    @Override
    public IndexFacts unknownUses(String path, IndexFacts facts) {
        return IndexFacts.unreadable(path);
    }

    @Override
    public Prefilter rewritePrefilter(IndexFacts facts) {
        return prefilter();
    }

    @Override
    public Module rewrite(FileContext file, IndexFacts facts) {
        ProjectIndex index = ProjectIndex.of(facts);
        ProjectDefinition function = index.definition(qualifiedName).definition();
        if (function == null || index.moduleAt(file.path()) == null) {
            return file.module();
        }
        Uses uses = index.referencesTo(function);
        Set<Integer> places = new TreeSet<>();
        for (Use use : uses.certain()) {
            if (use.path().equals(file.path())) {
                places.add(use.offset());
            }
        }
        boolean isDefinedHere = function.path().equals(file.path());
        if (isDefinedHere) {
            places.add(function.facts().offset());
        }
        String obstacle = obstacle(uses);
        TreeReplacer replacer = new TreeReplacer();
        for (Node node : file.module().findAll(Node.class)) {
            if ((node instanceof Name || node instanceof Identifier) && node.is(oldName) && isAt(file, node, places)) {
                if (obstacle != null) {
                    file.refuse(node, "uses-unknown", obstacle);
                } else if (file.offer(
                        Applicability.SAFE, node, "renamed", oldName + " becomes " + newName, qualifiedName)) {
                    replacer.replace(node, node instanceof Name ? Snippet.name(newName) : Snippet.identifier(newName));
                }
            }
        }
        return replacer.isEmpty() ? file.module() : replacer.apply(file.module());
    }

    private static String obstacle(Uses uses) {
        for (Use use : uses.certain()) {
            if (use.form() == UseForm.STRING || use.form() == UseForm.EXPORT) {
                return use.path() + ":" + use.line() + " names it in a string";
            }
        }
        List<Doubt> doubts = uses.doubts();
        return doubts.isEmpty() ? null : doubts.get(0).toString();
    }

    /** A use is where its expression starts; the name itself is the last one of the expression. */
    private static boolean isAt(FileContext file, Node name, Set<Integer> places) {
        if (places.contains(name.startOffset())) {
            return true;
        }
        Node parent = file.semantics().path(name).parent();
        while (parent != null && parent.endOffset() == name.endOffset()) {
            if (places.contains(parent.startOffset())) {
                return true;
            }
            Node above = file.semantics().path(parent).length() == 1
                    ? null
                    : file.semantics().path(parent).parent();
            parent = above;
        }
        return false;
    }
}
