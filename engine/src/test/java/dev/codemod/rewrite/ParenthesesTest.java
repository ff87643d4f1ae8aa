package dev.codemod.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Expression;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Pattern;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.With;
import org.junit.jupiter.api.Test;

/** Where a new expression gets parentheses, and where not; every result is parsed and compared as well. */
class ParenthesesTest {
    /** Replaces the name {@code _} by an expression. */
    private static String put(String text, String expression) {
        return put(text, expression, LanguageLevel.LATEST);
    }

    private static String put(String text, String expression, LanguageLevel level) {
        Module module = Rewrites.parse(text + "\n", level);
        Expression replacement = Snippet.expression(expression, level).build();
        TreeReplacer replacer = new TreeReplacer();
        for (Name name : module.findAll(Name.class)) {
            if (name.is("_")) {
                replacer.replace(name, replacement);
            }
        }
        return Rewrites.print(replacer.apply(module)).stripTrailing();
    }

    @Test
    void weakerOperandsGetParentheses() {
        assertThat(put("x = _ * 2", "a + b")).isEqualTo("x = (a + b) * 2");
        assertThat(put("x = _ + 2", "a * b")).isEqualTo("x = a * b + 2");
        assertThat(put("x = 2 - _", "a - b")).isEqualTo("x = 2 - (a - b)");
        assertThat(put("x = _ - 2", "a - b")).isEqualTo("x = a - b - 2");
        assertThat(put("x = not _", "a and b")).isEqualTo("x = not (a and b)");
        assertThat(put("x = not _", "a < b")).isEqualTo("x = not a < b");
        assertThat(put("x = _ < c", "a < b")).isEqualTo("x = (a < b) < c");
        assertThat(put("x = _ and c", "a or b")).isEqualTo("x = (a or b) and c");
        assertThat(put("x = _ or c", "a and b")).isEqualTo("x = a and b or c");
        assertThat(put("x = _ and c", "a and b")).isEqualTo("x = (a and b) and c");
        assertThat(put("x = -_", "a + b")).isEqualTo("x = -(a + b)");
        assertThat(put("x = a | _", "b ^ c")).isEqualTo("x = a | b ^ c");
    }

    @Test
    void powerBindsTighterOnTheLeft() {
        assertThat(put("x = _ ** 2", "-a")).isEqualTo("x = (-a) ** 2");
        assertThat(put("x = 2 ** _", "-a")).isEqualTo("x = 2 ** -a");
        assertThat(put("x = _ ** 2", "a ** b")).isEqualTo("x = (a ** b) ** 2");
        assertThat(put("x = 2 ** _", "a ** b")).isEqualTo("x = 2 ** a ** b");
        assertThat(put("async def f(): return _ ** 2", "await a")).isEqualTo("async def f(): return await a ** 2");
        assertThat(put("async def f(): return await _", "await a")).isEqualTo("async def f(): return await (await a)");
        assertThat(put("async def f(): return _.b", "await a")).isEqualTo("async def f(): return (await a).b");
    }

    @Test
    void primariesTakeOnlyPrimaries() {
        assertThat(put("_()", "lambda: x")).isEqualTo("(lambda: x)()");
        assertThat(put("_[0]", "a or b")).isEqualTo("(a or b)[0]");
        assertThat(put("_.a", "1")).isEqualTo("(1).a");
        assertThat(put("_.a", "1.0")).isEqualTo("1.0.a");
        assertThat(put("_.a", "0x1f")).isEqualTo("0x1f.a");
        assertThat(put("_.a", "'s'")).isEqualTo("'s'.a");
        assertThat(put("_.a", "f(x)")).isEqualTo("f(x).a");
    }

    @Test
    void tuplesWithoutParenthesesGoWhereTheyMay() {
        assertThat(put("x = _", "a, b")).isEqualTo("x = a, b");
        assertThat(put("f(_)", "a, b")).isEqualTo("f((a, b))");
        assertThat(put("[_]", "a, b")).isEqualTo("[(a, b)]");
        assertThat(put("x[_]", "a, b")).isEqualTo("x[a, b]");
        assertThat(put("for x in _: pass", "a, b")).isEqualTo("for x in a, b: pass");
        assertThat(put("[x for x in _]", "a, b")).isEqualTo("[x for x in (a, b)]");
        assertThat(put("with x as _: pass", "a, b")).isEqualTo("with x as (a, b): pass");
        assertThat(put("x: int = _", "a, b")).isEqualTo("x: int = a, b");
        assertThat(put("x: int = _", "a, b", LanguageLevel.PY36)).isEqualTo("x: int = (a, b)");
        assertThat(put("def f(): return _", "*a, b", LanguageLevel.PY37)).isEqualTo("def f(): return (*a, b)");
    }

    @Test
    void aTupleAsOnlyContextManagerGetsItsOwnParentheses() {
        Module module = Rewrites.parse("with _: pass\n", LanguageLevel.PY38);
        Name name = module.findAll(Name.class).get(0);
        Module edited = new TreeReplacer()
                .replace(name, Snippet.expression("(a, b)").build())
                .apply(module);
        assertThat(Rewrites.print(edited)).isEqualTo("with ((a, b)): pass\n");
        assertThat(Rewrites.parse("with ((a, b)): pass\n")
                        .findAll(With.class)
                        .get(0)
                        .items())
                .hasSize(1);
        assertThat(module.findAll(Tuple.class)).isEmpty();
    }

    @Test
    void walrusYieldAndLambdaGetParenthesesWhereTheyWouldSpread() {
        assertThat(put("_", "a := b")).isEqualTo("(a := b)");
        assertThat(put("f(_)", "a := b")).isEqualTo("f(a := b)");
        assertThat(put("f(x=_)", "a := b")).isEqualTo("f(x=(a := b))");
        assertThat(put("x[_]", "a := b")).isEqualTo("x[(a := b)]");
        assertThat(put("if _: pass", "a := b")).isEqualTo("if a := b: pass");
        assertThat(put("x = _, 1", "a := b")).isEqualTo("x = (a := b), 1");
        assertThat(put("[x for x in y if _]", "a := b")).isEqualTo("[x for x in y if (a := b)]");
        assertThat(put("def f(): x = _", "yield a")).isEqualTo("def f(): x = yield a");
        assertThat(put("def f(): g(_)", "yield a")).isEqualTo("def f(): g((yield a))");
        assertThat(put("[x for x in y if _]", "lambda: 1")).isEqualTo("[x for x in y if (lambda: 1)]");
        assertThat(put("[x for x in _]", "a if b else c")).isEqualTo("[x for x in (a if b else c)]");
        assertThat(put("x = _ if a else b", "c if d else e")).isEqualTo("x = (c if d else e) if a else b");
        assertThat(put("x = a if b else _", "c if d else e")).isEqualTo("x = a if b else c if d else e");
    }

    @Test
    void replacementFieldsHideTheirDelimiters() {
        assertThat(put("f'{_}'", "lambda: 1")).isEqualTo("f'{(lambda: 1)}'");
        assertThat(put("f'{_}'", "x[1:2]")).isEqualTo("f'{x[1:2]}'");
        assertThat(put("f'{_}'", "{1: 2}")).isEqualTo("f'{ {1: 2}}'");
        assertThat(put("f'{_.a}'", "{1: 2}")).isEqualTo("f'{ {1: 2}.a}'");
        assertThat(put("f'{_:>{_}}'", "a")).isEqualTo("f'{a:>{a}}'");
    }

    @Test
    void generatorsShareParenthesesOnlyWithACallOfTheirOwn() {
        Module donor = Rewrites.parse("f(a for a in b)\n");
        GeneratorExp bare = donor.findAll(GeneratorExp.class).get(0);
        assertThat(Rewrites.replace("x = _\n", Name.class, n -> n.is("_") ? bare : n))
                .isEqualTo("x = (a for a in b)\n");
        assertThat(Rewrites.replace("g(_)\n", Name.class, n -> n.is("_") ? bare : n))
                .isEqualTo("g(a for a in b)\n");
        assertThat(Rewrites.replace("g(_, 1)\n", Name.class, n -> n.is("_") ? bare : n))
                .isEqualTo("g((a for a in b), 1)\n");
    }

    @Test
    void linesOutsideBracketsGetParentheses() {
        assertThat(put("x = _", "a +\n  b")).isEqualTo("x = (a +\n  b)");
        assertThat(put("f(_)", "a +\n  b")).isEqualTo("f(a +\n  b)");
        assertThat(put("x = _", "f(a,\n  b)")).isEqualTo("x = f(a,\n  b)");
        assertThat(put("if x:\n\ty = _", "a +\\\n  b")).isEqualTo("if x:\n\ty = a +\\\n\t  b");
    }

    @Test
    void printStatementsDoNotLookLikeCalls() {
        assertThat(put("print _", "(a + b) * c", LanguageLevel.PY27)).isEqualTo("print ((a + b) * c)");
        assertThat(put("print x, _", "(a + b) * c", LanguageLevel.PY27)).isEqualTo("print x, (a + b) * c");
    }

    @Test
    void patternsGetParentheses() {
        Module module = Rewrites.parse("match x:\n    case a | b.c: pass\n");
        Pattern old = module.findAll(Pattern.class).get(2);
        Module edited = new TreeReplacer()
                .replace(old, Snippet.pattern("1 | 2").build())
                .apply(module);
        assertThat(Printer.print(edited).text()).isEqualTo("match x:\n    case a | (1 | 2): pass\n");
    }

    @Test
    void sameKindInTheSamePlaceNeedsNoneThatTheOldOneHadNot() {
        assertThat(put("f(*_)", "a")).isEqualTo("f(*a)");
        assertThat(Rewrites.replace(
                        "f(*a or b)\n",
                        BoolOp.class,
                        n -> Snippet.expression("c or d").build()))
                .isEqualTo("f(*c or d)\n");
    }
}
