package dev.codemod.codemods.sql;

import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.Name;
import java.util.regex.Pattern;

/**
 * Says of the right operand of {@code %} whether it may well be a tuple, whose element is formatted then: a row of
 * {@code fetchall()} for example.
 */
final class TupleOperands {
    private static final Pattern NAMES =
            Pattern.compile("(?i)(.*_)?(row|rec|record|args|params|values|data|tup|tuple|pair|fields)\\d*");

    private final Semantics semantics;
    private final ValueTypes types;

    TupleOperands(Semantics semantics, ValueTypes types) {
        this.semantics = semantics;
        this.types = types;
    }

    /** Returns whether an operand may be a tuple. */
    boolean mayBeTuple(Expression operand) {
        if (types.of(operand).kind() != ValueType.Kind.UNKNOWN) {
            return types.of(operand).kind() == ValueType.Kind.SEQUENCE;
        }
        if (operand instanceof Name name) {
            return NAMES.matcher(name.sourceText()).matches() || isRow(name);
        }
        if (operand instanceof Attribute attribute) {
            return NAMES.matcher(attribute.attr().sourceText()).matches();
        }
        return isFetched(operand);
    }

    private boolean isRow(Name name) {
        Reaching reaching = semantics.reaching(name);
        if (reaching == null) {
            return false;
        }
        for (Definition definition : reaching.definitions()) {
            boolean isLoop = definition.kind() == BindingKind.COMPREHENSION
                    || definition.site() instanceof For loop && loop.target() == definition.name();
            if (isLoop || isFetched(definition.value())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFetched(Expression expression) {
        return expression instanceof Call call
                && call.func() instanceof Attribute method
                && method.attr().sourceText().startsWith("fetch");
    }
}
