package dev.codemod.ast;

import dev.codemod.tree.Expression;
import dev.codemod.tree.KeywordOnlyMarker;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.PositionalOnlyMarker;
import java.util.ArrayList;
import java.util.List;

/** Writes parameter lists of Python 3: sorts them as {@code arguments} of the {@code ast} module does. */
final class Python3Parameters {
    private final DumpWriter writer;
    private final Python3Expressions expressions;

    private List<Parameter> positionalOnly = new ArrayList<>();
    private List<Parameter> positional = new ArrayList<>();
    private final List<Parameter> keywordOnly = new ArrayList<>();
    private final List<Expression> defaults = new ArrayList<>();
    private Parameter star;
    private Parameter doubleStar;

    Python3Parameters(DumpWriter writer, Python3Expressions expressions) {
        this.writer = writer;
        this.expressions = expressions;
    }

    /** Writes a list; null is that of a lambda without parameters. */
    void write(Parameters parameters) {
        if (parameters != null) {
            sort(parameters);
        }
        writer.begin("arguments");
        list("posonlyargs", positionalOnly);
        list("args", positional);
        single("vararg", star);
        list("kwonlyargs", keywordOnly);
        keywordDefaults();
        single("kwarg", doubleStar);
        expressions.fields("defaults", defaults, Context.LOAD);
        writer.end();
    }

    private void sort(Parameters parameters) {
        boolean named = false;
        for (ParameterItem item : parameters.items()) {
            if (item instanceof PositionalOnlyMarker) {
                positionalOnly = positional;
                positional = new ArrayList<>();
            } else if (item instanceof KeywordOnlyMarker) {
                named = true;
            } else if (item instanceof Parameter parameter) {
                if (parameter.isDoubleStar()) {
                    doubleStar = parameter;
                } else if (parameter.isStar()) {
                    star = parameter;
                    named = true;
                } else if (named) {
                    keywordOnly.add(parameter);
                } else {
                    positional.add(parameter);
                    if (parameter.defaultValue() != null) {
                        defaults.add(parameter.defaultValue());
                    }
                }
            }
        }
    }

    private void list(String field, List<Parameter> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        writer.field(field);
        writer.out().put('[');
        for (int i = 0; i < parameters.size(); i++) {
            writer.element(i);
            parameter(parameters.get(i));
        }
        writer.out().put(']');
    }

    private void single(String field, Parameter parameter) {
        if (parameter != null) {
            writer.field(field);
            parameter(parameter);
        }
    }

    private void parameter(Parameter parameter) {
        writer.begin("arg");
        writer.field("arg", parameter.name());
        Expression annotation = parameter.annotation();
        expressions.field("annotation", annotation);
        int last = annotation == null ? parameter.name().lastToken() : annotation.outerLastToken();
        writer.endTokens(parameter.name().firstToken(), last);
    }

    private void keywordDefaults() {
        if (keywordOnly.isEmpty()) {
            return;
        }
        writer.field("kw_defaults");
        writer.out().put('[');
        for (int i = 0; i < keywordOnly.size(); i++) {
            writer.element(i);
            Expression value = keywordOnly.get(i).defaultValue();
            if (value == null) {
                writer.out().ascii("None");
            } else {
                expressions.write(value, Context.LOAD);
            }
        }
        writer.out().put(']');
    }
}
