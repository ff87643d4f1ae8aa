package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.Name;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;

/** Judges loops that block with every step, whose elements a thread could collect beforehand. */
final class Iterations {
    private Iterations() {}

    /**
     * Judges a loop.
     *
     * @param loop the statement, or null for a comprehension
     */
    static Verdict judge(BlockingCall blocking, For loop) {
        if (loop != null && blocking.name().startsWith("os.") && prunes(loop)) {
            return Verdict.refuse(
                    "prunes-walk",
                    "the loop changes the list of folders to say where the walk goes on, which it cannot once the walk is over:"
                            + " move the loop into a function that runs in a thread");
        }
        return Verdict.unsafe(
                "reads-ahead",
                "all elements are read before the first one is handled, which takes memory, goes on where the loop would"
                        + " have stopped, and does not see what the loop itself changes");
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
