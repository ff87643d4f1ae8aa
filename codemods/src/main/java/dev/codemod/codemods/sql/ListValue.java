package dev.codemod.codemods.sql;

import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FormattedValue;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.Name;
import dev.codemod.tree.Operator;
import dev.codemod.tree.StringConstant;
import java.util.regex.Pattern;

/**
 * A value that puts a whole list into the text of a query: {@code ",".join(...)} or {@code tuple(xs)}.
 *
 * @param items the list whose elements become parameters, a variable
 * @param placeholders the expression that gives as many placeholders, separated by commas; null if one placeholder
 *     stands for all elements
 */
record ListValue(Expression items, Expression placeholders) {
    private static final Pattern PLACEHOLDERS =
            Pattern.compile("[a-zA-Z]*[\"']+[\\s(,]*(?:(?:\\?|%s)[\\s),(]*)+[\"']+");

    /**
     * Returns the list that an expression puts into the text, or null if it is none whose elements can be found.
     *
     * @param position {@link Position#LIST}, {@link Position#QUOTED_LIST} or {@link Position#PARENTHESIZED_LIST}
     * @param quote the quote for literals in the new expression, unless the old one shows which to use
     */
    static ListValue of(
            Expression expression, Position position, char quote, ParamStyle style, Functions functions, Code code) {
        boolean isQuoted = position == Position.QUOTED_LIST;
        Expression items = items(expression, position, functions);
        if (items == null) {
            return null;
        }
        String separator = quote + "," + quote;
        char mark = quote;
        if (position != Position.PARENTHESIZED_LIST) {
            String old = ((Attribute) ((Call) expression).func()).value().sourceText();
            mark = old.charAt(old.length() - 1);
            separator = isQuoted ? mark + "," + mark : old;
        }
        String placeholder = mark + style.placeholder("") + mark;
        String repeated = style.isPercent() ? "[" + placeholder + "]" : placeholder;
        String text = separator + ".join(" + repeated + " * len(" + items.sourceText() + "))";
        return new ListValue(items, code.expression(text));
    }

    /** Returns the variable whose elements an expression puts into the text, or null if they cannot be found. */
    static Expression items(Expression expression, Position position, Functions functions) {
        Expression items = position == Position.PARENTHESIZED_LIST
                ? converted(expression, functions)
                : joined(expression, position == Position.QUOTED_LIST, functions);
        return items == null || !Purity.isVariable(items) || functions.isIterator(items) ? null : items;
    }

    /** Returns what {@code tuple(xs)} converts; a bare variable may be a tuple but need not be. */
    private static Expression converted(Expression expression, Functions functions) {
        if (expression instanceof Call call
                && functions.isBuiltin(call.func(), "tuple")
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expression items) {
            return items;
        }
        return null;
    }

    private static Expression joined(Expression expression, boolean isQuoted, Functions functions) {
        if (!(expression instanceof Call call)
                || !(call.func() instanceof Attribute method)
                || !method.attr().is("join")
                || !(method.value() instanceof StringConstant separator)
                || call.arguments().size() != 1
                || !(call.arguments().get(0) instanceof Expression elements)) {
            return null;
        }
        Piece piece = new Piece(separator, Layer.NONE, null, 0);
        String between = piece.source()
                .substring(piece.bodyStart(), piece.bodyEnd())
                .replace(" ", "")
                .replace("\\", "");
        if (!between.equals(isQuoted ? "','" : ",")) {
            return null;
        }
        return items(elements, functions);
    }

    /** Returns the list whose elements are turned into text one by one. */
    private static Expression items(Expression elements, Functions functions) {
        if (elements instanceof Call map
                && functions.isBuiltin(map.func(), "map")
                && map.arguments().size() == 2) {
            boolean isText = map.arguments().get(0) instanceof Expression function
                    && (functions.isBuiltin(function, "str")
                            || functions.isBuiltin(function, "repr")
                            || functions.isBuiltin(function, "unicode"));
            return isText && map.arguments().get(1) instanceof Expression items ? items : null;
        }
        if (elements instanceof GeneratorExp generator && generator.generators().size() == 1) {
            return eachItem(generator.element(), generator.generators().get(0), functions);
        }
        if (elements instanceof ListComp list && list.generators().size() == 1) {
            return eachItem(list.element(), list.generators().get(0), functions);
        }
        return elements;
    }

    private static Expression eachItem(Expression element, Comprehension loop, Functions functions) {
        boolean isPlain = loop.target() instanceof Name target
                && loop.ifs().isEmpty()
                && !loop.isAsync()
                && isTextOf(element, target.sourceText(), functions);
        return isPlain ? loop.iter() : null;
    }

    /** Returns whether an element is the variable's text, bare or between quotes. */
    private static boolean isTextOf(Expression element, String variable, Functions functions) {
        if (element instanceof Name name) {
            return name.is(variable);
        }
        if (element instanceof Call call && call.arguments().size() == 1) {
            boolean isText = functions.isBuiltin(call.func(), "str")
                    || functions.isBuiltin(call.func(), "repr")
                    || functions.isBuiltin(call.func(), "int");
            return isText && call.arguments().get(0) instanceof Name name && name.is(variable);
        }
        if (element instanceof JoinedStr joined && joined.values().size() <= 3) {
            return isQuotes(joined.sourceText(), "{" + variable + "}", "{" + variable + "!r}")
                    && joined.values().stream().anyMatch(part -> part instanceof FormattedValue);
        }
        if (element instanceof BinOp operation
                && operation.op() == Operator.MOD
                && operation.left() instanceof StringConstant format
                && operation.right().sourceText().matches("\\(?" + variable + ",?\\)?")) {
            return isQuotes(format.sourceText(), "%s", "%r");
        }
        return false;
    }

    private static boolean isQuotes(String source, String field, String representation) {
        String body = source.replaceAll("^[a-zA-Z]*[\"']", "").replaceAll("[\"']$", "");
        return body.equals("'" + field + "'")
                || body.equals("\\'" + field + "\\'")
                || body.equals(field)
                || body.equals(representation);
    }

    /** Returns whether an expression joins elements by quotes and commas, so that it is no single value between quotes. */
    static boolean isJoinedByQuotes(Expression expression) {
        return expression instanceof Call call
                && call.func() instanceof Attribute method
                && method.attr().is("join")
                && method.value() instanceof StringConstant separator
                && separator.sourceText().indexOf('\'', 1) > 0
                && separator.sourceText().indexOf(',') >= 0;
    }

    /** Returns whether an expression makes placeholders, such as {@code ",".join("?" * len(xs))}. */
    static boolean isPlaceholders(Expression expression, Semantics semantics) {
        if (expression instanceof Name name) {
            Definition only = semantics.singleAssignment(name);
            return only != null
                    && only.value() != null
                    && !(only.value() instanceof Name)
                    && isPlaceholders(only.value(), semantics);
        }
        boolean isMade = expression instanceof Call
                || expression instanceof StringConstant
                || expression instanceof BinOp operation && operation.op() != Operator.MOD;
        return isMade
                && expression.findAll(BinOp.class).stream().noneMatch(each -> each.op() == Operator.MOD)
                && expression.findAll(FormattedValue.class).isEmpty()
                && expression.findAll(StringConstant.class).stream()
                        .anyMatch(constant ->
                                PLACEHOLDERS.matcher(constant.sourceText()).matches());
    }
}
