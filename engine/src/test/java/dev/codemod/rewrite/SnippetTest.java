package dev.codemod.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Statement;
import org.junit.jupiter.api.Test;

class SnippetTest {
    private static Expression expression(String text) {
        return Snippet.expression(text).build();
    }

    private static String text(Snippet<? extends dev.codemod.tree.Node> snippet) {
        return Printer.text(snippet.build());
    }

    @Test
    void holesTakeNodesWithTheParenthesesTheyNeed() {
        assertThat(text(Snippet.expression("$a * $b")
                        .bind("a", expression("x + 1"))
                        .bind("b", expression("f(y)"))))
                .isEqualTo("(x + 1) * f(y)");
        assertThat(text(Snippet.expression("$a.b").bind("a", expression("1")))).isEqualTo("(1).b");
        assertThat(text(Snippet.expression("f'{$a}'").bind("a", expression("lambda: 1"))))
                .isEqualTo("f'{(lambda: 1)}'");
    }

    @Test
    void listHolesTakeAnyNumberOfNodes() {
        Snippet<Expression> call = Snippet.expression("f(a, $$$rest)");
        assertThat(text(call.bind("rest", NodeList.<Expression>empty()))).isEqualTo("f(a)");
        assertThat(text(call.bind("rest", NodeList.of(expression("b"), expression("c")))))
                .isEqualTo("f(a, b, c)");
        Snippet<Expression> tuple = Snippet.expression("($$$xs,)");
        assertThat(text(tuple.bind("xs", NodeList.<Expression>empty()))).isEqualTo("()");
        assertThat(text(tuple.bind("xs", NodeList.of(expression("b"))))).isEqualTo("(b,)");
        assertThat(text(tuple.bind("xs", NodeList.of(expression("b"), expression("c")))))
                .isEqualTo("(b, c)");
    }

    @Test
    void identifiersAreHolesToo() {
        assertThat(text(Snippet.expression("$o.$a($k=$v)")
                        .bind("o", "self.x")
                        .bind("a", Snippet.identifier("go"))
                        .bind("k", "key")
                        .bind("v", expression("1"))))
                .isEqualTo("self.x.go(key=1)");
        assertThat(text(Snippet.statement("def $f($$$p):\n    $$$body")
                        .bind("f", "main")
                        .bind("p", NodeList.of(Snippet.parameter("a=1").build()))
                        .bind("body", Snippet.statements("x\ny").build())))
                .isEqualTo("def main(a=1):\n    x\n    y");
    }

    @Test
    void statementHolesTakeStatementsAndExpressions() {
        Snippet<Statement> snippet = Snippet.statement("if x:\n    $s");
        assertThat(text(snippet.bind("s", expression("f()")))).isEqualTo("if x:\n    f()");
        assertThat(text(snippet.bind("s", Snippet.statement("return 1").build())))
                .isEqualTo("if x:\n    return 1");
    }

    @Test
    void dollarsInStringsAndCommentsAreText() {
        assertThat(text(Snippet.expression("'$a' + $a").bind("a", expression("b"))))
                .isEqualTo("'$a' + b");
    }

    @Test
    void placeholdersOccurNowhereElse() {
        assertThat(text(Snippet.expression("_hole_a + $a").bind("a", expression("b"))))
                .isEqualTo("_hole_a + b");
    }

    @Test
    void boundNodesAreNotChanged() {
        Module module = Rewrites.parse("def f():\n    return 1\n");
        FunctionDef function = module.findAll(FunctionDef.class).get(0);
        Statement built = Snippet.statement("if x:\n    $f").bind("f", function).build();
        assertThat(built.findAll(FunctionDef.class)).containsExactly(function);
        assertThat(Snippet.expression("x").build()).isInstanceOf(Name.class);
    }

    @Test
    void quotesAdaptWhenAsked() {
        assertThat(text(Snippet.expression("f('a', \"b\", 'it\"s', '''c''')").withQuotes('"')))
                .isEqualTo("f(\"a\", \"b\", 'it\"s', '''c''')");
        assertThat(Quotes.usual(Rewrites.parse("f('a', 'b', \"c\")\n"))).isEqualTo('\'');
    }

    @Test
    void snippetsHaveALevel() {
        assertThat(text(Snippet.statement("print $x", LanguageLevel.PY27).bind("x", expression("a, b"))))
                .isEqualTo("print (a, b)");
    }

    @Test
    void expressionsMayHaveSeveralLines() {
        assertThat(text(Snippet.expression("a +  # one\n b"))).isEqualTo("a +  # one\n b");
    }

    @Test
    void mistakesAreTold() {
        assertThatThrownBy(() -> Snippet.expression("f($a").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not Python 3.14: ")
                .hasMessageEndingWith(": f($a");
        assertThatThrownBy(() -> Snippet.expression("f($$a)").build())
                .hasMessage("a hole is $name or $$$name, not $$a: f($$a)");
        assertThatThrownBy(() -> Snippet.expression("f($a)").bind("b", expression("x")))
                .hasMessage("no hole $b: f($a)");
        assertThatThrownBy(() -> Snippet.expression("f($a)").build()).hasMessage("the hole $a is not bound: f($a)");
        assertThatThrownBy(() -> Snippet.expression("f($a)").bind("a", NodeList.of(expression("x"))))
                .hasMessage("the hole $a holds one node, not a list: f($a)");
        assertThatThrownBy(() -> Snippet.expression("f($a, $$$a)"))
                .hasMessage("the hole $$$a is also written $a: f($a, $$$a)");
        assertThatThrownBy(() -> Snippet.statement("x\ny").build()).hasMessage("one statement expected, not 2: x\ny");
        assertThatThrownBy(() ->
                        Snippet.expression("x.$a").bind("a", expression("f()")).build())
                .hasMessage("the hole $a is a plain name and cannot hold Call: x.$a");
        assertThatThrownBy(() -> Snippet.expression("f($$$a)")
                        .bind("a", NodeList.of(Snippet.statement("pass").build()))
                        .build())
                .hasMessage("the hole $$$a needs Argument and cannot hold Pass: f($$$a)");
        assertThatThrownBy(() -> Snippet.expression("x = 1")).hasMessageStartingWith("not Python 3.14: ");
    }
}
