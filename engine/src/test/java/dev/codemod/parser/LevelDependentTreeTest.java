package dev.codemod.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Exec;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Match;
import dev.codemod.tree.Name;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.Print;
import dev.codemod.tree.Repr;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.TupleParameter;
import dev.codemod.tree.With;
import org.junit.jupiter.api.Test;

/** The same text has different trees at different levels. */
class LevelDependentTreeTest {
    private static final LanguageLevel PY2 = LanguageLevel.PY27;
    private static final LanguageLevel PY3 = LanguageLevel.LATEST;

    @Test
    void print() {
        Print print = (Print) Parses.statement(PY2, "print (a), b,\n");
        assertThat(print.values()).hasSize(2);
        assertThat(print.values().get(0).parentheses()).isEqualTo(1);
        assertThat(((ExpressionStatement) Parses.statement(PY3, "print (a), b,\n")).value())
                .isInstanceOf(Tuple.class);
        Print redirected = (Print) Parses.statement(PY2, "print >>f, a\n");
        assertThat(redirected.destination().isComma()).isTrue();
        assertThat(redirected.values()).hasSize(1);
        assertThat(((Print) Parses.statement(PY2, "print\n")).values()).isEmpty();
    }

    @Test
    void printFunctionOfTheFuture() {
        Statement last = Parses.valid(PY2, "from __future__ import print_function\nprint(a, file=f)\n")
                .statements()
                .last();
        assertThat(((ExpressionStatement) last).value()).isInstanceOf(Call.class);
        assertThat(Parses.problem(PY2, "from __future__ import division\nprint(a, file=f)\n"))
                .isNotEmpty();
    }

    @Test
    void exec() {
        Exec exec = (Exec) Parses.statement(PY2, "exec 'x' in d, e\n");
        assertThat(exec.locals().is("e")).isTrue();
        assertThat(((Exec) Parses.statement(PY2, "exec('x', d)\n")).body()).isInstanceOf(Tuple.class);
        assertThat(Parses.statement(PY3, "exec('x', d)\n")).isInstanceOf(ExpressionStatement.class);
    }

    @Test
    void commaInExcept() {
        String text = "try: pass\nexcept A, b.c: pass\n";
        ExceptHandler old = Parses.valid(PY2, text).findAll(ExceptHandler.class).get(0);
        assertThat(old.type()).isInstanceOf(Name.class);
        assertThat(old.target()).isInstanceOf(Attribute.class);
        ExceptHandler newest =
                Parses.valid(PY3, text).findAll(ExceptHandler.class).get(0);
        assertThat(newest.type()).isInstanceOf(Tuple.class);
        assertThat(newest.target()).isNull();
        assertThat(Parses.at(LanguageLevel.PY38, text).problems()).hasSize(1);
    }

    @Test
    void parenthesesAfterWith() {
        assertThat(with(LanguageLevel.PY38, "with (a, b): pass\n").items()).hasSize(1);
        assertThat(with(LanguageLevel.PY39, "with (a, b): pass\n").items()).hasSize(2);
        assertThat(with(PY3, "with (a, b): pass\n").isParenthesized()).isTrue();
        for (String text : new String[] {
            "with (a, b) as c: pass\n",
            "with (a): pass\n",
            "with (x for x in y): pass\n",
            "with (x := y): pass\n",
            "with (yield): pass\n",
            "with (*a, b): pass\n",
            "with (): pass\n",
            "with (a).b(): pass\n"
        }) {
            assertThat(with(PY3, text).items()).as(text).hasSize(1);
            assertThat(with(PY3, text).isParenthesized()).as(text).isEqualTo(text.startsWith("with (a):"));
        }
    }

    @Test
    void asyncAndAwaitAreNamesUpTo36() {
        Parses.valid(LanguageLevel.PY36, "async = await = 1\nasync.await\nasync(await)\n");
        Parses.valid(LanguageLevel.PY36, "async def f():\n  await x\n  async for a in b: pass\nawait = 1\n");
        assertThat(Parses.problem(LanguageLevel.PY37, "async = 1\n")).isNotEmpty();
        for (String body : new String[] {"await = 1", "x.await", "async = 1", "def await(): pass"}) {
            assertThat(Parses.problem(LanguageLevel.PY36, "async def f():\n  " + body + "\n"))
                    .as(body)
                    .isNotEmpty();
        }
    }

    @Test
    void python2Expressions() {
        Parses.valid(PY2, "a.None\nTrue = 1\nnonlocal = 2\nx = 0777, 10L, ur'x', 'a' b'b'\na <> b\n");
        assertThat(Parses.valid(PY2, "`a, b`\n").findAll(Repr.class)).hasSize(1);
        assertThat(Parses.valid(PY2, "None\n").findAll(Name.class)).hasSize(1);
        assertThat(Parses.valid(PY3, "None\n").findAll(NameConstant.class)).hasSize(1);
        assertThat(Parses.valid(PY2, "[x for x in 1, 2]\n").findAll(Tuple.class))
                .hasSize(1);
        assertThat(Parses.valid(PY2, "def f((a, (b, c))=d, e=1): pass\n").findAll(TupleParameter.class))
                .hasSize(2);
        assertThat(Parses.valid(PY2, "a[. . ., ...]\n").findAll(Subscript.class))
                .hasSize(1);
    }

    @Test
    void softKeywordsAreNamesWhereTheyAreNoStatements() {
        for (LanguageLevel level : LanguageLevel.values()) {
            Parses.valid(level, "match = 1\nmatch(x)\nmatch[0]\nmatch -1\nmatch * a\ncase = _ = type = 1\ntype(x)\n");
        }
        assertThat(Parses.statement(PY3, "match(x):\n  case _: pass\n")).isInstanceOf(Match.class);
        assertThat(Parses.statement(PY3, "match = case\n")).isInstanceOf(Assign.class);
    }

    private static With with(LanguageLevel level, String text) {
        return (With) Parses.statement(level, text);
    }
}
