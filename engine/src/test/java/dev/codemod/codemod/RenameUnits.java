package dev.codemod.codemod;

import dev.codemod.rewrite.Snippet;
import dev.codemod.tree.Call;
import dev.codemod.tree.ModifierVisitor;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import java.util.TreeSet;

/**
 * Renames functions over a whole project, for tests: the calls of {@code NAME_} in all files are one unit. A call with
 * two arguments is an unsafe rewrite; one with three loses its arguments, comments included.
 */
class RenameUnits extends ProjectCodemod<TreeSet<String>> {
    @Override
    public String id() {
        return "rename-units";
    }

    @Override
    public String summary() {
        return "Rename calls, all or none";
    }

    @Override
    public String page() {
        return "# rename-units\n";
    }

    @Override
    public Prefilter prefilter() {
        return Prefilter.anyOf("_(");
    }

    @Override
    public TreeSet<String> none() {
        return new TreeSet<>();
    }

    @Override
    public TreeSet<String> merge(TreeSet<String> left, TreeSet<String> right) {
        TreeSet<String> both = new TreeSet<>(left);
        both.addAll(right);
        return both;
    }

    @Override
    public TreeSet<String> scan(FileContext file) {
        return none();
    }

    @Override
    public Prefilter usesPrefilter(TreeSet<String> definitions) {
        return Prefilter.anyOf();
    }

    @Override
    public TreeSet<String> scanUses(FileContext file, TreeSet<String> definitions) {
        return none();
    }

    @Override
    public TreeSet<String> unknownUses(String path, TreeSet<String> definitions) {
        return none();
    }

    @Override
    public Prefilter rewritePrefilter(TreeSet<String> facts) {
        return prefilter();
    }

    @Override
    public Module rewrite(FileContext file, TreeSet<String> facts) {
        return (Module) file.module()
                .accept(
                        new ModifierVisitor<Void>() {
                            @Override
                            public Node visit(Call n, Void arg) {
                                Call call = (Call) super.visit(n, arg);
                                return call.func() instanceof Name name ? renamed(call, name, n, file) : call;
                            }
                        },
                        null);
    }

    private static Call renamed(Call call, Name function, Call at, FileContext file) {
        String name = function.sourceText();
        Applicability applicability = call.arguments().size() == 2 ? Applicability.UNSAFE : Applicability.SAFE;
        if (!name.endsWith("_") || !file.offer(applicability, at, "rename", name + " is renamed", name)) {
            return call;
        }
        String newName = name.substring(0, name.length() - 1);
        return call.arguments().size() == 3
                ? (Call) Snippet.expression(newName + "()").build()
                : call.withFunc(Snippet.expression(newName).build());
    }
}
