package dev.codemod.rewrite;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Assign;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Block;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.If;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.MatchMappingItem;
import dev.codemod.tree.MatchValue;
import dev.codemod.tree.ModifierVisitor;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Operator;
import dev.codemod.tree.Return;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes some changes of many kinds, each of which gives a valid program. */
final class RandomEdits extends ModifierVisitor<Void> {
    private static final Snippet<Expression> AWAIT = Snippet.expression("x if $e else [\n    y,  # two\n    z,\n]");
    private static final Snippet<Expression> TIMES = Snippet.expression("$e ** 2");
    private static final Snippet<Statement> GUARD =
            Snippet.statement("# guarded\nif $test:\n  for i in range(3):  # loop\n    $$$body\n");
    private static final Snippet<NodeList<Statement>> NEW = Snippet.statements(
            "# new\nlog('''a\n  b''', 1,\n    2)\n\ndef helper(x):  # help\n    return x\n    # end\n");

    private final Random random;

    RandomEdits(Random random) {
        this.random = random;
    }

    Module apply(Module module) {
        return (Module) module.accept(this, null);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    @Override
    public Node visit(Module n, Void arg) {
        Module changed = (Module) super.visit(n, arg);
        return changed.withStatements(statements(changed.statements(), true));
    }

    @Override
    public Node visit(Block n, Void arg) {
        Block changed = (Block) super.visit(n, arg);
        return changed.withStatements(statements(changed.statements(), false));
    }

    private NodeList<Statement> statements(NodeList<Statement> list, boolean isModule) {
        boolean hasFuture = isModule;
        if (!chance(6) || list.isEmpty()) {
            return list;
        }
        List<Statement> result = new ArrayList<>(list);
        int at = hasFuture ? result.size() : random.nextInt(result.size());
        switch (random.nextInt(5)) {
            case 0:
                if (result.size() > 1 && !isModule) {
                    result.remove(at);
                }
                break;
            case 1:
                result.addAll(at, NEW.build());
                break;
            case 2:
                if (!isModule) {
                    Collections.swap(result, at, result.size() - 1);
                }
                break;
            case 3:
                if (!isModule) {
                    List<Statement> body = new ArrayList<>(result.subList(at, result.size()));
                    result = new ArrayList<>(result.subList(0, at));
                    result.add(GUARD.bind("test", Snippet.name("go"))
                            .bind("body", body)
                            .build());
                }
                break;
            default:
                if (!isModule) {
                    result.set(at, Snippet.statement("pass").build());
                }
                break;
        }
        return NodeList.copyOf(result);
    }

    @Override
    public Node visit(Call n, Void arg) {
        Call call = (Call) super.visit(n, arg);
        NodeList<Argument> arguments = call.arguments();
        if (chance(12)) {
            arguments = arguments.append(Snippet.argument("**new(1,\n  2)").build());
        }
        if (chance(12) && !arguments.isEmpty()) {
            arguments = arguments.without(random.nextInt(arguments.size()));
        }
        if (chance(12)) {
            arguments = arguments.insert(0, Snippet.name("first"));
        }
        call = call.withArguments(arguments);
        return chance(12) ? AWAIT.bind("e", call).build() : call;
    }

    @Override
    public Node visit(BinOp n, Void arg) {
        BinOp changed = (BinOp) super.visit(n, arg);
        Operator[] operators = Operator.values();
        return chance(4) ? changed.withOp(operators[random.nextInt(operators.length)]) : changed;
    }

    @Override
    public Node visit(Return n, Void arg) {
        Return changed = (Return) super.visit(n, arg);
        if (chance(6)) {
            return changed.withValue(null);
        }
        return chance(6) && changed.value() != null
                ? changed.withValue(TIMES.bind("e", changed.value()).build())
                : changed;
    }

    @Override
    public Node visit(ListDisplay n, Void arg) {
        ListDisplay changed = (ListDisplay) super.visit(n, arg);
        NodeList<Expression> elements = changed.elements();
        return elements.size() < 2 || !chance(3)
                ? changed
                : changed.withElements(elements.without(random.nextInt(elements.size())));
    }

    @Override
    public Node visit(Assign n, Void arg) {
        // Targets stay as they are: not every expression can be one.
        Assign changed = n.withValue((Expression) n.value().accept(this, arg));
        return chance(10) ? changed.withTargets(changed.targets().append(Snippet.name("again"))) : changed;
    }

    @Override
    public Node visit(FunctionDef n, Void arg) {
        FunctionDef changed = n.withBody((Block) n.body().accept(this, arg));
        return chance(8)
                ? changed.withDecorators(changed.decorators()
                        .insert(0, Snippet.decorator("@new.decorator(1)").build()))
                : changed;
    }

    @Override
    public Node visit(If n, Void arg) {
        If changed = (If) super.visit(n, arg);
        return chance(6) ? changed.withOrElse(null) : changed;
    }

    /** A pattern takes only numbers as operands. */
    @Override
    public Node visit(MatchValue n, Void arg) {
        return n;
    }

    @Override
    public Node visit(MatchMappingItem n, Void arg) {
        return n;
    }

    @Override
    public Node visit(Import n, Void arg) {
        return n;
    }

    @Override
    public Node visit(ImportFrom n, Void arg) {
        return n;
    }
}
