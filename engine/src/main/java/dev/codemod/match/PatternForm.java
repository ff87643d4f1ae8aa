package dev.codemod.match;

import java.util.List;
import java.util.Locale;

/** What the text of a pattern or replacement is a part of, so that the parser can read it. */
public enum PatternForm {
    /** One expression. */
    EXPRESSION("", ""),
    /** One or more statements. */
    STATEMENTS("", ""),
    /** A decorator, {@code @app.route($PATH)}. */
    DECORATOR("", "\ndef f(): pass\n"),
    /** An except clause; without a body any body. */
    EXCEPT("try:\n    pass\n", "\n"),
    /** A case clause; without a body any body. */
    CASE("match x:\n ", "\n"),
    /** An element of a with statement, {@code open($F) as $N}. */
    WITH_ITEM("with ", ": pass\n"),
    /** An argument of a call, {@code timeout=$T}. */
    ARGUMENT("f(", "\n)\n");

    private final String before;
    private final String after;

    PatternForm(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** Returns the word for it in recipes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the form of this word, or null. */
    public static PatternForm of(String word) {
        for (PatternForm form : values()) {
            if (form.word().equals(word)) {
                return form;
            }
        }
        return null;
    }

    /** Returns all words. */
    public static List<String> words() {
        return List.of(
                EXPRESSION.word(),
                STATEMENTS.word(),
                DECORATOR.word(),
                EXCEPT.word(),
                CASE.word(),
                WITH_ITEM.word(),
                ARGUMENT.word());
    }

    /** Returns whether it is a part of a statement rather than an expression or statements. */
    boolean isFragment() {
        return compareTo(DECORATOR) >= 0;
    }

    boolean isClause() {
        return this == EXCEPT || this == CASE;
    }

    String before() {
        return before;
    }

    String after() {
        return after;
    }
}
