package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Break;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Judges loops that block with every step, whose elements a thread could collect beforehand. */
final class Iterations {
    private Iterations() {}

    /**
     * Judges a loop.
     *
     * @param iterated what it goes over
     * @param loop the statement, or null for a comprehension
     */
    static Verdict judge(Expression iterated, BlockingCall blocking, For loop, Semantics semantics) {
        if (!"builtins.list"
                .equals(semantics
                        .resolveText("list", semantics.scopeOf(iterated), iterated)
                        .name())) {
            return Verdict.refuse("name-taken", "the name list means something else here: rename that");
        }
        if (loop != null && blocking.name().startsWith("os.") && prunes(loop)) {
            return Verdict.refuse(
                    "prunes-walk",
                    "the loop changes the list of folders to say where the walk goes on, which it cannot once the walk is over:"
                            + " move the loop into a function that runs in a thread");
        }
        Node other = loop == null ? null : readElsewhere(iterated, loop, semantics);
        if (other != null) {
            return Verdict.refuse(
                    "read-elsewhere",
                    "line " + other.line()
                            + " goes on with what the loop has not read, of which nothing would be left: move"
                            + " both into a function that runs in a thread");
        }
        return Verdict.unsafe(
                "reads-ahead",
                "all elements are read before the first one is handled, which takes memory, goes on where the loop would"
                        + " have stopped, and does not see what the loop itself changes");
    }

    /** Returns a use of the stream inside the loop, or after it if the loop may stop early; null if there is none. */
    private static Node readElsewhere(Expression iterated, For loop, Semantics semantics) {
        boolean mayStop = !loop.body().findAll(Break.class).isEmpty();
        FunctionDef function = semantics.path(loop).enclosing(FunctionDef.class);
        for (Expression stream : streams(iterated, semantics)) {
            for (Expression use : function.findAll(Expression.class)) {
                boolean isInside = use.firstToken() > loop.body().firstToken()
                        && use.lastToken() <= loop.body().lastToken();
                boolean isAfter = mayStop && use.firstToken() > loop.lastToken();
                if ((isInside || isAfter)
                        && use.sourceText().equals(stream.sourceText())
                        && !isClosed(use, semantics)) {
                    return use;
                }
            }
        }
        return null;
    }

    private static List<Expression> streams(Expression iterated, Semantics semantics) {
        List<Expression> streams = new ArrayList<>();
        if (iterated instanceof Name || iterated instanceof Attribute) {
            streams.add(iterated);
        } else if (iterated instanceof Call call) {
            String name = semantics.qualifiedName(call.func());
            if (name != null && name.startsWith("csv.")) {
                for (Argument argument : call.arguments()) {
                    if (argument instanceof Name file) {
                        streams.add(file);
                    }
                }
            }
        }
        return streams;
    }

    private static boolean isClosed(Expression use, Semantics semantics) {
        Node parent = semantics.path(use).parent();
        return parent instanceof Attribute method && method.attr().is("close");
    }

    /** Returns whether the body of a loop over {@code os.walk} changes or hands on the list of folders. */
    private static boolean prunes(For loop) {
        if (!(loop.target() instanceof Tuple target)
                || target.elements().size() < 2
                || !(target.elements().get(1) instanceof Name folders)) {
            return false;
        }
        boolean changesSlice = loop.body().findAll(Subscript.class).stream()
                .anyMatch(subscript -> isNamed(subscript.value(), folders));
        return changesSlice
                || loop.body().findAll(Attribute.class).stream()
                        .anyMatch(attribute -> isNamed(attribute.value(), folders));
    }

    private static boolean isNamed(Expression expression, Name name) {
        return expression instanceof Name other && other.is(name.sourceText());
    }
}
