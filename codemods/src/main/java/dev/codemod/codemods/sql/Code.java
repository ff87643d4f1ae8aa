package dev.codemod.codemods.sql;

import dev.codemod.parser.Parser;
import dev.codemod.parser.SnippetResult;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.DictUnpacking;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Module;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import java.util.List;

/** Makes new nodes: parsed from a pattern at the language level of the file, with nodes put in afterwards. */
final class Code {
    private final LanguageLevel level;

    Code(LanguageLevel level) {
        this.level = level;
    }

    LanguageLevel level() {
        return level;
    }

    /**
     * Returns the expression that a text stands for.
     *
     * @throws IllegalArgumentException if it stands for none
     */
    Expression expression(String text) {
        SnippetResult<Expression> result = Parser.parseExpression(Source.of(text), level);
        if (!result.problems().isEmpty()) {
            throw new IllegalArgumentException("no expression: " + text + ": " + result.problems());
        }
        return result.node();
    }

    private <T extends Expression> T expression(Class<T> type, String text) {
        return type.cast(expression(text));
    }

    /** Returns {@code (a, b)}. */
    Tuple tuple(List<? extends Expression> elements) {
        Tuple pattern = expression(Tuple.class, elements.isEmpty() ? "()" : "(_,)");
        return pattern.withElements(NodeList.copyOf(elements));
    }

    /** Returns {@code a, b} without parentheses. */
    Tuple bareTuple(List<? extends Expression> elements) {
        Module module = Parser.parseStatements(Source.of("_, _\n"), level).module();
        Tuple pattern = (Tuple) ((ExpressionStatement) module.statements().get(0)).value();
        return pattern.withElements(NodeList.copyOf(elements));
    }

    /** Returns {@code [a, b]}. */
    ListDisplay list(List<? extends Expression> elements) {
        return expression(ListDisplay.class, "[_]").withElements(NodeList.copyOf(elements));
    }

    /** Returns {@code {"name": value}}. */
    DictDisplay dict(List<? extends DictItem> items) {
        return expression(DictDisplay.class, "{0: 0}").withItems(NodeList.copyOf(items));
    }

    /** Returns {@code "name": value}. */
    KeyValue item(String name, Expression value) {
        KeyValue pattern = (KeyValue)
                expression(DictDisplay.class, "{\"" + name + "\": _}").items().get(0);
        return pattern.withValue(value);
    }

    /** Returns {@code **value}, an item of a dict display. */
    DictUnpacking unpacking(Expression value) {
        DictUnpacking pattern =
                (DictUnpacking) expression(DictDisplay.class, "{**_}").items().get(0);
        return pattern.withValue(value);
    }

    /** Returns {@code *value}. */
    Starred starred(Expression value) {
        return ((Starred) expression(Tuple.class, "(*_,)").elements().get(0)).withValue(value);
    }

    /** Returns {@code **value}, an argument of a call. */
    Keyword doubleStarred(Expression value) {
        return ((Keyword) expression(Call.class, "_(**_)").arguments().get(0)).withValue(value);
    }

    /** Returns {@code value[key]} for a key that is a string. */
    Expression subscript(Expression value, String key) {
        return expression(Subscript.class, "_[\"" + key + "\"]").withValue(value);
    }

    /** Returns {@code value[index]}. */
    Expression index(Expression value, String index) {
        return expression(Subscript.class, "_[" + index + "]").withValue(value);
    }

    /** Returns {@code value.name}. */
    Expression attribute(Expression value, String name) {
        return expression(Attribute.class, "_." + name).withValue(value);
    }

    /** Returns {@code function(arguments)}. */
    Call call(String function, List<? extends Argument> arguments) {
        return expression(Call.class, function + "()").withArguments(NodeList.copyOf(arguments));
    }

    /** Returns {@code value.name(arguments)}. */
    Call methodCall(Expression value, String name, List<? extends Argument> arguments) {
        Call call = call("_." + name, arguments);
        return call.withFunc(((Attribute) call.func()).withValue(value));
    }

    /** Returns {@code name=value}, an argument of a call. */
    Keyword keyword(String name, Expression value) {
        Keyword pattern = (Keyword)
                expression(Call.class, "_(" + name + "=_)").arguments().get(0);
        return pattern.withValue(value);
    }

    /** Returns {@code left + right}. */
    BinOp sum(Expression left, Expression right) {
        return expression(BinOp.class, "_ + _").withLeft(left).withRight(right);
    }

    /** Returns {@code left % right}. */
    BinOp percent(Expression left, Expression right) {
        return expression(BinOp.class, "_ % _").withLeft(left).withRight(right);
    }

    /** Returns the statement {@code name = value}. */
    Assign assignment(String name, Expression value) {
        Module module =
                Parser.parseStatements(Source.of(name + " = _\n"), level).module();
        return ((Assign) module.statements().get(0)).withValue(value);
    }

    /** Returns the statement {@code name["key"] = value}. */
    Assign itemAssignment(String name, String key, Expression value) {
        return assignment(name + "[\"" + key + "\"]", value);
    }

    /** Returns the parameter {@code name=value} of a function. */
    ParameterItem parameter(String name, String value) {
        Module module = Parser.parseStatements(Source.of("def _(" + name + "=" + value + "): pass\n"), level)
                .module();
        return ((FunctionDef) module.statements().get(0)).parameters().items().get(0);
    }

    /** Returns the statement {@code function(arguments)}. */
    ExpressionStatement statement(String function, List<? extends Argument> arguments) {
        Module module = Parser.parseStatements(Source.of("_\n"), level).module();
        return ((ExpressionStatement) module.statements().get(0)).withValue(call(function, arguments));
    }
}
