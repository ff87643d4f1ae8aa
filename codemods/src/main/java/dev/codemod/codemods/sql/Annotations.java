package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.Access.Role;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Operator;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import java.util.List;
import java.util.Set;

/** Reads annotations: what a parameter, a variable or a result is said to be. */
final class Annotations {
    private static final Set<String> RESULTS = Set.of(
            "typing.Iterator",
            "typing.Generator",
            "typing.Iterable",
            "typing.AsyncIterator",
            "typing.AsyncGenerator",
            "collections.abc.Iterator",
            "collections.abc.Generator",
            "collections.abc.AsyncIterator",
            "collections.abc.AsyncGenerator",
            "typing.ContextManager",
            "contextlib.AbstractContextManager");

    private final Semantics semantics;

    Annotations(Semantics semantics) {
        this.semantics = semantics;
    }

    /** Returns what the annotation of a parameter or a variable says. */
    Access access(Node site) {
        return read(annotation(site));
    }

    /** Returns the annotation of a parameter or a variable, or null. */
    static Expression annotation(Node site) {
        if (site instanceof Parameter parameter) {
            return parameter.isStar() || parameter.isDoubleStar() ? null : parameter.annotation();
        }
        return site instanceof AnnAssign assign ? assign.annotation() : null;
    }

    /** Returns what the annotation of a function's result says; of what an iterator gives, if it is one. */
    Access returned(FunctionDef function) {
        Expression annotation = function.returns();
        if (annotation instanceof Subscript subscript && RESULTS.containsAll(names(subscript.value()))) {
            Expression slice = subscript.slice();
            return read(slice instanceof Tuple tuple ? tuple.elements().get(0) : slice);
        }
        return read(annotation);
    }

    private List<String> names(Expression expression) {
        List<String> names = semantics.resolve(expression).names();
        return names.isEmpty() ? List.of("") : names;
    }

    private Access read(Expression annotation) {
        if (annotation == null) {
            return Access.UNKNOWN;
        }
        if (annotation instanceof StringConstant constant) {
            return readText(constant);
        }
        if (annotation instanceof BinOp union && union.op() == Operator.BIT_OR) {
            return Access.agreed(List.of(readAlternative(union.left()), readAlternative(union.right())));
        }
        if (annotation instanceof Subscript subscript) {
            boolean isOptional = names(subscript.value()).equals(List.of("typing.Optional"));
            return read(isOptional ? subscript.slice() : subscript.value());
        }
        if (!(annotation instanceof Name) && !(annotation instanceof Attribute)) {
            return Access.UNKNOWN;
        }
        return named(semantics.resolve(annotation).names());
    }

    private Access readAlternative(Expression alternative) {
        return Functions.isNone(alternative) ? Access.NONE : read(alternative);
    }

    /** Reads {@code "sqlite3.Cursor"}: a dotted name whose first part is imported under its own name. */
    private Access readText(StringConstant constant) {
        Piece piece = new Piece(constant, Layer.NONE, null, 0);
        String text =
                piece.source().substring(piece.bodyStart(), piece.bodyEnd()).strip();
        int dot = text.indexOf('.');
        String first = dot < 0 ? text : text.substring(0, dot);
        dev.codemod.semantics.Binding binding = semantics.scope().binding(first);
        if (binding == null
                || binding.onlyDefinition() == null
                || binding.references().isEmpty() && dot < 0) {
            return binding == null ? Access.UNKNOWN : imported(binding, dot < 0 ? "" : text.substring(dot));
        }
        return imported(binding, dot < 0 ? "" : text.substring(dot));
    }

    private Access imported(dev.codemod.semantics.Binding binding, String rest) {
        dev.codemod.semantics.Definition only = binding.onlyDefinition();
        if (only == null || only.alias() == null) {
            return Access.UNKNOWN;
        }
        String module = only.alias().name().sourceText();
        if (only.site() instanceof dev.codemod.tree.ImportFrom from && from.module() != null && from.level() == 0) {
            return named(List.of(from.module().sourceText() + "." + module + rest));
        }
        return only.alias().asName() == null && !rest.isEmpty()
                ? named(List.of(binding.name() + rest))
                : named(List.of(module + rest));
    }

    private static Access named(List<String> names) {
        if (names.isEmpty()) {
            return Access.UNKNOWN;
        }
        Access found = Access.UNKNOWN;
        for (Driver driver : Driver.values()) {
            if (driver.connections().containsAll(names)) {
                found = new Access(driver, Role.CONNECTION);
            } else if (driver.cursors().containsAll(names)) {
                found = new Access(driver, Role.CURSOR);
            }
        }
        return found;
    }
}
