package dev.codemod.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Call;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static String scopeOf(Code code, String text) {
        return code.names().scopeOf(code.expression(text)).toString();
    }

    @Test
    void codeBelongsToTheScopeThatEvaluatesIt() {
        Code code = Code.of("""
                @decorator()
                def f(a=default(), *, b: annotation()=1):
                    body()
                    class A(base(), metaclass=meta()):
                        inner()
                        g = lambda x=start(): end()
                    [element() for x in first() if test() for y in second()]
                """);
        assertThat(scopeOf(code, "decorator()")).isEqualTo("MODULE <module>");
        assertThat(scopeOf(code, "default()")).isEqualTo("MODULE <module>");
        assertThat(scopeOf(code, "annotation()")).isEqualTo("MODULE <module>");
        assertThat(scopeOf(code, "body()")).isEqualTo("FUNCTION f");
        assertThat(scopeOf(code, "base()")).isEqualTo("FUNCTION f");
        assertThat(scopeOf(code, "meta()")).isEqualTo("FUNCTION f");
        assertThat(scopeOf(code, "inner()")).isEqualTo("CLASS A");
        assertThat(scopeOf(code, "start()")).isEqualTo("CLASS A");
        assertThat(scopeOf(code, "end()")).isEqualTo("LAMBDA <lambda>");
        assertThat(scopeOf(code, "first()")).isEqualTo("FUNCTION f");
        assertThat(scopeOf(code, "test()")).isEqualTo("COMPREHENSION <listcomp>");
        assertThat(scopeOf(code, "second()")).isEqualTo("COMPREHENSION <listcomp>");
        assertThat(scopeOf(code, "element()")).isEqualTo("COMPREHENSION <listcomp>");
        assertThat(code.names()
                        .scopeOf(code.last(
                                dev.codemod.tree.FunctionDef.class,
                                code.names().module().statements().first().sourceText()))
                        .kind())
                .isEqualTo(ScopeKind.MODULE);
        assertThat(code.names().scopeOf(code.last(Identifier.class, "b")).kind())
                .isEqualTo(ScopeKind.FUNCTION);
    }

    @Test
    void listComprehensionsOfPython2HaveNoScope() {
        Code code = Code.at(LanguageLevel.PY27, "[f(x) for x in y]\n{g(x) for x in y}\n");
        assertThat(scopeOf(code, "f(x)")).isEqualTo("MODULE <module>");
        assertThat(scopeOf(code, "g(x)")).isEqualTo("COMPREHENSION <setcomp>");
        assertThat(code.names().scope().binding("x")).isNotNull();
    }

    @Test
    void theFunctionAroundIsTheOneWhoseCallRunsTheCode() {
        Code code = Code.of("""
                a()
                async def f():
                    b()
                    [c() for x in y]
                    any(d() for x in e())
                    (lambda: g())
                    class A:
                        h()
                """);
        assertThat(code.names().functionAround(code.expression("a()"))).isNull();
        assertThat(code.names().functionAround(code.expression("b()")).isAsyncFunction())
                .isTrue();
        assertThat(code.names().functionAround(code.expression("c()")).name()).isEqualTo("f");
        assertThat(code.names().functionAround(code.expression("d()")).name()).isEqualTo("<genexpr>");
        assertThat(code.names().functionAround(code.expression("e()")).name()).isEqualTo("f");
        assertThat(code.names().functionAround(code.expression("g()")).kind()).isEqualTo(ScopeKind.LAMBDA);
        assertThat(code.names().functionAround(code.expression("h()"))).isNull();
    }

    @Test
    void bindingsCollectWhatAllScopesDoWithTheName() {
        Code code = Code.of("""
                count = 0
                def f():
                    global count
                    count += 1
                def g():
                    return count
                def h(count):
                    return count
                """);
        Binding count = code.names().scope().binding("count");
        assertThat(count.definitions()).extracting(Definition::line).containsExactly(1, 4);
        assertThat(count.references()).extracting(Node::line).containsExactly(4, 6);
        assertThat(count.declarations()).extracting(Node::line).containsExactly(3);
        assertThat(count.occurrences()).extracting(Node::line).containsExactly(1, 3, 4, 6);
        assertThat(count.kinds()).containsExactlyInAnyOrder(BindingKind.ASSIGNMENT, BindingKind.AUGMENTED_ASSIGNMENT);
        assertThat(code.names().bindingOf(code.name("count")).kinds()).containsExactly(BindingKind.PARAMETER);
    }

    @Test
    void privateNamesOfClassesAreMangled() {
        Code code = Code.of("class _A:\n    __x = 1\n    def f(self):\n        return __x, __y__\n");
        Scope a = code.names().scope().children().get(0);
        assertThat(a.binding("_A__x")).isNotNull();
        assertThat(code.names().symbolOf(code.name("__x")).name()).isEqualTo("_A__x");
        assertThat(code.names().bindingOf(code.name("__x"))).isNull();
        assertThat(code.names().symbolOf(code.name("__y__")).name()).isEqualTo("__y__");
    }

    @Test
    void annotationsAreReferencesEvenIfTheyAreNeverEvaluated() {
        for (LanguageLevel level : new LanguageLevel[] {LanguageLevel.PY311, LanguageLevel.PY314}) {
            Code code = Code.at(level, """
                    from __future__ import annotations
                    from m import T, U
                    class A:
                        T = int
                        def f(self, x: T) -> U: pass
                    """);
            Scope a = code.names().scope().children().get(0);
            assertThat(code.names().bindingOf(code.name("T"))).isSameAs(a.binding("T"));
            assertThat(code.names().bindingOf(code.name("U")).references()).hasSize(1);
        }
    }

    @Test
    void namesOutsideAsciiAreComparedNormalised() {
        Code code = Code.of("\uFB01 = 1\nfi\n");
        assertThat(code.names().bindingOf(code.name("fi")).definitions()).hasSize(1);
    }

    @Test
    void lookupTellsWhatANameWouldMean() {
        Code code = Code.of("x = 1\ndef f(y):\n    def g():\n        pass\n");
        Scope g = code.names().scope().children().get(0).children().get(0);
        assertThat(g.lookup("x").scope().kind()).isEqualTo(ScopeKind.MODULE);
        assertThat(g.lookup("y").scope().name()).isEqualTo("f");
        assertThat(g.lookup("z")).isNull();
    }

    @Test
    void nodesOfOtherTextsAreUnknown() {
        Code code = Code.of("f(x)\n");
        Name other = Code.of("x\n").name("x");
        assertThat(code.names().bindingOf(other)).isNull();
        assertThatThrownBy(() -> code.names().scopeOf(other)).isInstanceOf(IllegalArgumentException.class);
        Call call = code.last(Call.class, "f(x)");
        assertThat(code.names().scopeOf(call.withArguments(NodeList.empty())))
                .isSameAs(code.names().scope());
        assertThatThrownBy(() -> Semantics.of(code.names().module().withStatements(NodeList.empty())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
