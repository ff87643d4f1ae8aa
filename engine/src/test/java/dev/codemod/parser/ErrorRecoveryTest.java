package dev.codemod.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import org.junit.jupiter.api.Test;

class ErrorRecoveryTest {
    @Test
    void anErrorCostsItsOwnLineOnly() {
        assertThat(Parses.statementKinds("a = 1\nb = = 2\nc = 3\n"))
                .containsExactly("Assign", "ErrorStatement", "Assign");
        assertThat(Parses.statementKinds("a; b = = 2; c\nd\n"))
                .containsExactly("ExpressionStatement", "ErrorStatement", "ExpressionStatement");
    }

    @Test
    void statementsInABlockSurviveAnErrorInTheBlock() {
        ParseResult result = Parses.latest("class A:\n  def f(self): pass\n  x = = 1\n  def g(self): pass\n");
        assertThat(result.module().findAll(ClassDef.class)).hasSize(1);
        assertThat(result.module().findAll(FunctionDef.class)).hasSize(2);
        assertThat(result.problems()).hasSize(1);
    }

    @Test
    void statementsInABlockSurviveAnErrorInItsHeader() {
        ParseResult result = Parses.latest("class A(:\n  def f(self): pass\n  def g(self): pass\nx\n");
        assertThat(result.module().findAll(FunctionDef.class)).hasSize(2);
        assertThat(result.module().statements().last().kind()).hasToString("ExpressionStatement");
    }

    @Test
    void blocksBeforeAWrongClauseSurvive() {
        ParseResult result = Parses.latest("try:\n  def f(): pass\nexcept = 1:\n  def g(): pass\nx\n");
        assertThat(result.module().findAll(FunctionDef.class)).hasSize(2);
        assertThat(Parses.statementKinds("try:\n  a\nb\n"))
                .containsExactly("ErrorStatement", "ExpressionStatement", "ErrorStatement", "ExpressionStatement");
    }

    @Test
    void casesBeforeAWrongPatternSurvive() {
        ParseResult result = Parses.latest("match x:\n  case 1:\n    def f(): pass\n  case +:\n    pass\ny\n");
        assertThat(result.module().findAll(FunctionDef.class)).hasSize(1);
        assertThat(result.module().statements().last().is("y")).isTrue();
    }

    @Test
    void unexpectedIndentsLoseNothing() {
        assertThat(Parses.statementKinds("a\n  b\n  c\nd\n"))
                .containsExactly(
                        "ExpressionStatement",
                        "ErrorStatement",
                        "ExpressionStatement",
                        "ExpressionStatement",
                        "ErrorStatement",
                        "ExpressionStatement");
    }

    @Test
    void severalErrorsAreListed() {
        ParseResult result = Parses.latest("a = = 1\nb\nc = = 2\n");
        assertThat(result.problems()).hasSize(2);
        assertThat(result.module().findAll(Name.class)).hasSize(1);
        assertThat(result.isValid()).isFalse();
    }

    @Test
    void nestedBrokenStatementsTakeLinearTime() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 90; i++) {
            text.append(" ".repeat(i)).append("try:\n");
        }
        text.append(" ".repeat(90)).append("x\n");
        assertThat(Parses.latest(text.toString()).problems()).hasSize(90);
        assertThat(Parses.at(LanguageLevel.PY27, text.toString()).problems()).hasSize(90);
    }

    @Test
    void anUnclosedBracketEndsWhereAStatementBegins() {
        ParseResult result = Parses.latest("x = (1,\ndef f():\n  pass\n");
        assertThat(result.module().findAll(FunctionDef.class)).hasSize(1);
        assertThat(result.problems().get(0).message()).isEqualTo("'(' was never closed");
    }
}
