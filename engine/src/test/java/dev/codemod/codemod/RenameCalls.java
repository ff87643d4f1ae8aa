package dev.codemod.codemod;

import dev.codemod.rewrite.Snippet;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ModifierVisitor;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;

/** Renames the function of calls, for tests: {@code old(...)} becomes {@code new(...)}. */
class RenameCalls extends Codemod {
    private final String from;
    private final String to;
    private final Applicability applicability;

    RenameCalls(String from, String to, Applicability applicability) {
        this.from = from;
        this.to = to;
        this.applicability = applicability;
    }

    @Override
    public String id() {
        return "rename-calls";
    }

    @Override
    public String summary() {
        return "Rename calls of " + from + " to " + to;
    }

    @Override
    public Prefilter prefilter() {
        return Prefilter.anyOf(from);
    }

    @Override
    public String page() {
        return "# rename-calls\n";
    }

    @Override
    public Module rewrite(FileContext file) {
        return (Module) file.module()
                .accept(
                        new ModifierVisitor<Void>() {
                            @Override
                            public Node visit(Call n, Void arg) {
                                Call call = (Call) super.visit(n, arg);
                                return call.func().is(from) && mayRename(file, n) ? call.withFunc(name()) : call;
                            }
                        },
                        null);
    }

    private boolean mayRename(FileContext file, Call call) {
        if (applicability == Applicability.MANUAL) {
            file.refuse(call, "by-hand", "rename it by hand");
            return false;
        }
        return file.offer(applicability, call, "rename", from + " becomes " + to);
    }

    private Expression name() {
        return Snippet.expression(to).build();
    }
}
