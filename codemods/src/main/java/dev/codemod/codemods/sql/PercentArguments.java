package dev.codemod.codemods.sql;

import dev.codemod.tree.BinOp;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.Expression;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.Starred;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Tuple;

/** The right operand of {@code %} and which of its values a directive takes. */
abstract class PercentArguments {
    private final BinOp operation;

    private PercentArguments(BinOp operation) {
        this.operation = operation;
    }

    static PercentArguments of(BinOp operation, Code code) {
        Expression right = operation.right();
        if (right instanceof Tuple tuple) {
            return new Elements(operation, tuple);
        }
        return right instanceof DictDisplay dict ? new Items(operation, dict) : new Whole(operation, right, code);
    }

    /** Returns the value of the next directive. */
    final Value value(PercentDirective directive) {
        if (directive.spec().indexOf('*') >= 0) {
            throw problem("percent-width", "a width or precision is itself a value");
        }
        Expression argument = argument(directive);
        return new Value(
                Value.Kind.PERCENT,
                formatted(argument, directive),
                directive.type(),
                directive.spec(),
                argument,
                isElement(directive));
    }

    abstract Expression argument(PercentDirective directive);

    /** Returns what is formatted of an argument. */
    Expression formatted(Expression argument, PercentDirective directive) {
        return argument;
    }

    /** Returns whether the directive takes an element of a tuple that is not written out. */
    boolean isElement(PercentDirective directive) {
        return false;
    }

    /** Complains if the operand has values that no directive takes, as Python does. */
    void checkAllUsed() {}

    final CompositionProblem problem(String reason, String message) {
        return new CompositionProblem(operation, reason, message);
    }

    private static final class Elements extends PercentArguments {
        private final Tuple tuple;
        private int next;

        Elements(BinOp operation, Tuple tuple) {
            super(operation);
            this.tuple = tuple;
        }

        @Override
        Expression argument(PercentDirective directive) {
            if (directive.key() != null || next >= tuple.elements().size()) {
                throw mismatch();
            }
            Expression element = tuple.elements().get(next++);
            if (element instanceof Starred) {
                throw problem("starred-values", "the number of values is not known here");
            }
            return element;
        }

        @Override
        void checkAllUsed() {
            if (next != tuple.elements().size()) {
                throw mismatch();
            }
        }

        private CompositionProblem mismatch() {
            return problem("percent-count", "the text and the values do not fit: Python raises a TypeError here");
        }
    }

    private static final class Items extends PercentArguments {
        private final DictDisplay dict;

        Items(BinOp operation, DictDisplay dict) {
            super(operation);
            this.dict = dict;
        }

        @Override
        Expression argument(PercentDirective directive) {
            Expression found = null;
            for (DictItem item : dict.items()) {
                if (!(item instanceof KeyValue pair) || !(pair.key() instanceof StringConstant key)) {
                    throw problem("percent-mapping", "the keys of the mapping are not all written out");
                }
                Piece name = new Piece(key, Layer.NONE, null, 0);
                if (name.source().substring(name.bodyStart(), name.bodyEnd()).equals(directive.key())) {
                    found = pair.value();
                }
            }
            if (found == null) {
                throw problem("percent-mapping", "the mapping has no key for a directive");
            }
            return found;
        }
    }

    /** An operand that is neither a tuple nor a mapping as it is written. */
    private static final class Whole extends PercentArguments {
        private final Expression operand;
        private final Code code;

        Whole(BinOp operation, Expression operand, Code code) {
            super(operation);
            this.operand = operand;
            this.code = code;
        }

        @Override
        Expression argument(PercentDirective directive) {
            return operand;
        }

        @Override
        Expression formatted(Expression argument, PercentDirective directive) {
            if (directive.key() == null) {
                return argument;
            }
            boolean isLocals = argument.sourceText().equals("locals()");
            return isLocals ? code.expression(directive.key()) : code.subscript(argument, directive.key());
        }

        @Override
        boolean isElement(PercentDirective directive) {
            return directive.key() == null;
        }
    }
}
