package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.WithItem;
import java.util.Set;

/** Reads the types of exception handlers, by their last names. */
final class Handlers {
    private static final Set<String> CANCELLATION = Set.of("CancelledError", "BaseException");
    private static final Set<String> INTERRUPT = Set.of("KeyboardInterrupt");

    private Handlers() {}

    /** Returns whether a handler runs while its task is being cancelled; {@code type} is null for a bare one. */
    static boolean catchesCancellation(Expression type) {
        return type == null || isOneOf(type, CANCELLATION);
    }

    /** {@code with contextlib.suppress(asyncio.CancelledError):} */
    static boolean suppressesCancellation(WithItem item) {
        if (!(item.context() instanceof Call call)) {
            return false;
        }
        String name = call.func() instanceof Attribute attribute
                ? attribute.attr().sourceText()
                : call.func().sourceText();
        return name.equals("suppress")
                && call.arguments().stream()
                        .anyMatch(argument -> argument instanceof Expression type && isOneOf(type, CANCELLATION));
    }

    static boolean catchesInterrupt(Expression type) {
        return type != null && isOneOf(type, INTERRUPT);
    }

    private static boolean isOneOf(Expression type, Set<String> wanted) {
        if (type instanceof Tuple tuple) {
            return tuple.elements().stream().anyMatch(element -> isOneOf(element, wanted));
        }
        String name = type instanceof Attribute attribute ? attribute.attr().sourceText() : type.sourceText();
        return wanted.contains(name);
    }
}
