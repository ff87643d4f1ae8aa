package dev.codemod.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.MatchOr;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.Yield;
import org.junit.jupiter.api.Test;

class SnippetTest {
    @Test
    void expressionsWithAndWithoutALineBreak() {
        assertThat(expression("f(a,\n  b)").node()).isInstanceOf(Call.class);
        assertThat(expression("a, *b\n").node()).isInstanceOf(Tuple.class);
        assertThat(expression("yield x").node()).isInstanceOf(Yield.class);
        assertThat(expression("(a)").node().parentheses()).isEqualTo(1);
        TreeInvariants.checkSubtree(expression("f(a, b=[c])").node());
    }

    @Test
    void whatIsNoExpressionHasNoNode() {
        for (String text : new String[] {"", "a b", "x = 1", "a\nb", "f(", "pass", "  a", "'abc"}) {
            SnippetResult<Expression> result = expression(text);
            assertThat(result.node()).as(text).isNull();
            assertThat(result.problems()).as(text).isNotEmpty();
        }
    }

    @Test
    void patterns() {
        assertThat(Parser.parsePattern(Source.of("A(x=1) | [_, *_]"), LanguageLevel.LATEST)
                        .node())
                .isInstanceOf(MatchOr.class);
        assertThat(Parser.parsePattern(Source.of("a +"), LanguageLevel.LATEST).node())
                .isNull();
    }

    @Test
    void statements() {
        assertThat(Parser.parseStatements(Source.of("a = 1; b\nif c: d"), LanguageLevel.LATEST)
                        .module()
                        .statements())
                .hasSize(3);
    }

    private static SnippetResult<Expression> expression(String text) {
        return Parser.parseExpression(Source.of(text), LanguageLevel.LATEST);
    }
}
