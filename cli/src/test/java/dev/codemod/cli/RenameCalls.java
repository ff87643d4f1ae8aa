package dev.codemod.cli;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.FileContext;
import dev.codemod.codemod.Option;
import dev.codemod.codemod.Prefilter;
import dev.codemod.rewrite.Snippet;
import dev.codemod.tree.Call;
import dev.codemod.tree.ModifierVisitor;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import java.util.List;

/** A codemod for tests of the command: calls of {@code old_safe}, {@code old_unsafe} and so on become others. */
final class RenameCalls extends Codemod {
    @Override
    public String id() {
        return "rename-calls";
    }

    @Override
    public String summary() {
        return "Rename calls";
    }

    @Override
    public Prefilter prefilter() {
        return Prefilter.anyOf("old_");
    }

    @Override
    public List<Option> options() {
        return List.of(new Option("style", "How to name", List.of("short", "long")));
    }

    @Override
    public String page() {
        return "# rename-calls\n\nRenames calls.";
    }

    @Override
    public Module rewrite(FileContext file) {
        return (Module) file.module()
                .accept(
                        new ModifierVisitor<Void>() {
                            @Override
                            public Node visit(Call n, Void arg) {
                                return renamed((Call) super.visit(n, arg), n, file);
                            }
                        },
                        null);
    }

    private static Call renamed(Call call, Call original, FileContext file) {
        if (call.func().is("old_safe") && file.offer(Applicability.SAFE, original, "safe-name", "it has a new name")) {
            return call.withFunc(Snippet.name(file.option("style").equals("long") ? "new_long" : "new"));
        }
        if (call.func().is("old_unsafe")
                && file.offer(Applicability.UNSAFE, original, "unsafe-name", "it may have a new name")) {
            return call.withFunc(Snippet.name("new"));
        }
        if (call.func().is("old_manual")) {
            file.refuse(original, "no-name", "nobody knows its new name; ask");
        }
        // Never settles, which the safety checks must notice.
        if (call.func().is("old_flip") && file.offer(Applicability.SAFE, original, "flip", "it flips")) {
            return call.withFunc(Snippet.name("old_flop"));
        }
        if (call.func().is("old_flop") && file.offer(Applicability.SAFE, original, "flop", "it flops")) {
            return call.withFunc(Snippet.name("old_flip"));
        }
        if (call.func().is("old_broken")) {
            throw new IllegalStateException("broken on purpose\nwith a second line");
        }
        return call;
    }
}
