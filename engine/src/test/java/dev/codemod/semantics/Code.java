package dev.codemod.semantics;

import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import java.util.List;

/** A short program under test, whose nodes are found by their text. */
final class Code {
    private final Semantics names;

    private Code(String text, LanguageLevel level, ModuleName module) {
        ParseResult result = Parser.parse(Source.of(text), level);
        if (!result.isValid()) {
            throw new IllegalArgumentException(result.firstProblem().toString());
        }
        names = Semantics.of(result.module(), module);
    }

    static Code of(String text) {
        return new Code(text, LanguageLevel.LATEST, ModuleName.UNKNOWN);
    }

    static Code at(LanguageLevel level, String text) {
        return new Code(text, level, ModuleName.UNKNOWN);
    }

    static Code in(ModuleName module, String text) {
        return new Code(text, LanguageLevel.LATEST, module);
    }

    Semantics names() {
        return names;
    }

    /** Returns the last expression written so. */
    Expression expression(String text) {
        return last(Expression.class, text);
    }

    /** Returns the last name written so. */
    Name name(String text) {
        return last(Name.class, text);
    }

    /** Returns the last node of a type written so. */
    <T extends Node> T last(Class<T> type, String text) {
        List<T> found = names.module().findAll(type);
        for (int i = found.size() - 1; i >= 0; i--) {
            if (found.get(i).sourceText().equals(text)) {
                return found.get(i);
            }
        }
        throw new IllegalArgumentException("no " + type.getSimpleName() + " is written " + text);
    }

    /** Returns what the last expression written so denotes. */
    String meaning(String text) {
        return names.resolve(expression(text)).toString();
    }

    /** Returns the last place that reads a name. */
    Name read(String name) {
        List<Name> found = names.module().findAll(Name.class);
        for (int i = found.size() - 1; i >= 0; i--) {
            Binding binding = names.bindingOf(found.get(i));
            if (found.get(i).is(name) && binding != null && binding.references().contains(found.get(i))) {
                return found.get(i);
            }
        }
        throw new IllegalArgumentException("nothing reads " + name);
    }

    /** Returns the lines of the definitions that reach the last place that reads a name. */
    String reaching(String name) {
        Reaching reaching = names.reaching(read(name));
        if (reaching == null) {
            return "unknown";
        }
        StringBuilder lines = new StringBuilder();
        for (Definition definition : reaching.definitions()) {
            lines.append(definition.line()).append(' ');
        }
        return lines.append(reaching.mayBeUnbound() ? "unbound" : "").toString().strip();
    }
}
