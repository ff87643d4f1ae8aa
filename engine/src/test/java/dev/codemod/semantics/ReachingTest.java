package dev.codemod.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Call;
import dev.codemod.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachingTest {
    /** Returns the lines of the definitions of x that reach the last x in the body of a function. */
    private static String reaching(String... body) {
        List<String> lines = new ArrayList<>(List.of("def f(p):"));
        for (String line : body) {
            lines.add("    " + line);
        }
        return Code.of(String.join("\n", lines) + "\n").reaching("x");
    }

    @Test
    void theLastAssignmentReaches() {
        assertThat(reaching("x = 1", "x = 2", "g(x)")).isEqualTo("3");
        assertThat(reaching("x = 1", "x += 2", "g(x)")).isEqualTo("3");
        assertThat(reaching("x: int = 1", "x: int", "g(x)")).isEqualTo("2");
        assertThat(reaching("x = 1", "del x", "g(x)")).isEqualTo("unbound");
        assertThat(reaching("(y, [x, *z]) = p", "g(x)")).isEqualTo("2");
        assertThat(reaching("x = 1", "x = x")).isEqualTo("2");
        Code target = Code.of("x = 1\n");
        assertThat(target.names().reaching(target.name("x")))
                .as("nothing is read")
                .isNull();
        assertThat(reaching("g(x := 1)", "g(x)")).isEqualTo("2");
    }

    @Test
    void branchesJoin() {
        assertThat(reaching("x = 1", "if p:", "    x = 2", "g(x)")).isEqualTo("2 4");
        assertThat(reaching("if p:", "    x = 1", "else:", "    x = 2", "g(x)")).isEqualTo("3 5");
        assertThat(reaching("if p:", "    x = 1", "elif q:", "    x = 2", "g(x)"))
                .isEqualTo("3 5 unbound");
        assertThat(reaching("x = 1", "if p:", "    x = 2", "    return", "g(x)"))
                .isEqualTo("2");
        assertThat(reaching("p and (x := 1)", "g(x)")).isEqualTo("2 unbound");
        assertThat(reaching("x = 1", "g(1 if (x := 2) else 3)", "g(x)")).isEqualTo("3");
        assertThat(reaching("x = 1", "match p:", "    case [x]: pass", "    case _: x = 2", "g(x)"))
                .isEqualTo("4 5");
    }

    @Test
    void loopsComeBack() {
        assertThat(reaching("x = 1", "while p:", "    g(x)", "    x = 2")).isEqualTo("2 5");
        assertThat(reaching("x = 1", "while p:", "    x = 2", "g(x)")).isEqualTo("2 4");
        assertThat(reaching("while True:", "    x = 2", "    if x: break", "g(x)"))
                .isEqualTo("3");
        assertThat(reaching("for x in p:", "    pass", "g(x)")).isEqualTo("2 unbound");
        assertThat(reaching(
                        "x = 1", "for y in p:", "    if y: continue", "    x = 2", "    break", "else:", "    g(x)"))
                .isEqualTo("2");
        assertThat(reaching("x = 1", "for y in p:", "    for z in y:", "        g(x)", "    x = 2"))
                .isEqualTo("2 6");
        assertThat(reaching("x = 1", "[x := y for y in p]", "g(x)")).isEqualTo("2 3");
    }

    @Test
    void anyStatementOfTryMayRaise() {
        assertThat(reaching("x = 1", "try:", "    x = 2", "    x = 3", "except E:", "    g(x)"))
                .isEqualTo("2 4 5");
        assertThat(reaching("try:", "    x = g()", "except E:", "    x = 1", "g(x)"))
                .isEqualTo("3 5");
        assertThat(reaching("try:", "    x = g()", "finally:", "    g(x)")).isEqualTo("3 unbound");
        assertThat(reaching("try:", "    x = g()", "finally:", "    pass", "g(x)"))
                .isEqualTo("3");
        assertThat(reaching(
                        "x = 1",
                        "while p:",
                        "    try:",
                        "        x = 2",
                        "        break",
                        "    finally:",
                        "        x = 3",
                        "g(x)"))
                .isEqualTo("2 8");
        assertThat(reaching("x = 1", "with p:", "    x = 2", "g(x)")).isEqualTo("2 4");
        assertThat(reaching("try:", "    pass", "except E as x:", "    pass", "g(x)"))
                .isEqualTo("unbound");
    }

    @Test
    void parametersAreDefinitions() {
        assertThat(Code.of("def f(x):\n    g(x)\n").reaching("x")).isEqualTo("1");
        assertThat(Code.of("def f(x=1):\n    if not x:\n        x = 2\n    g(x)\n")
                        .reaching("x"))
                .isEqualTo("1 3");
        assertThat(Code.at(LanguageLevel.PY27, "def f((x, y)):\n    print x\n").reaching("x"))
                .isEqualTo("1");
    }

    @Test
    void closuresSeeEveryAssignment() {
        assertThat(reaching("x = 1", "h = lambda: x", "x = 2")).isEqualTo("2 4 unbound");
        assertThat(reaching("x = 1", "def g():", "    return x", "x = 2")).isEqualTo("2 5 unbound");
        assertThat(reaching("x = 1", "def h():", "    nonlocal x", "    x = 2", "g(x)"))
                .isEqualTo("2 5 unbound");
        assertThat(reaching("x = 1", "h = (g(x) for y in p)")).isEqualTo("2 unbound");
        assertThat(reaching("x = 1", "h = [g(x) for y in p]")).isEqualTo("2");
    }

    @Test
    void starImportsAndExecMayAssignAnything() {
        assertThat(Code.of("x = 1\nfrom m import *\ng(x)\n").reaching("x")).isEqualTo("unknown");
        assertThat(Code.of("from m import *\nx = 1\ng(x)\n").reaching("x")).isEqualTo("2");
        assertThat(Code.at(LanguageLevel.PY27, "def f():\n    x = 1\n    exec 'x = 2'\n    g(x)\n")
                        .reaching("x"))
                .isEqualTo("unknown");
    }

    private static boolean rebound(String from, String to, String... body) {
        List<String> lines = new ArrayList<>(List.of("def f(p, x):"));
        for (String line : body) {
            lines.add("    " + line);
        }
        Code code = Code.of(String.join("\n", lines) + "\n");
        Binding x = code.names().scope().children().get(0).binding("x");
        return code.names().isReboundBetween(x, node(code, from), node(code, to));
    }

    private static Node node(Code code, String text) {
        return code.last(Call.class, text);
    }

    @Test
    void rebindingBetweenTwoPlacesIsSeen() {
        assertThat(rebound("a()", "b()", "a()", "b()")).isFalse();
        assertThat(rebound("a()", "b()", "x = 1", "a()", "b()", "x = 2")).isFalse();
        assertThat(rebound("a()", "b()", "a()", "x = 1", "b()")).isTrue();
        assertThat(rebound("a()", "b()", "a()", "if p:", "    x = 1", "b()")).isTrue();
        assertThat(rebound("a()", "b()", "a()", "if p:", "    x = 1", "    return", "b()"))
                .isFalse();
        assertThat(rebound("a()", "b()", "for y in p:", "    a()", "    b()", "    x = 1"))
                .isFalse();
        assertThat(rebound("a()", "b()", "for y in p:", "    if y:", "        a()", "    b()", "    x = 1"))
                .isTrue();
        assertThat(rebound("a()", "b()", "a()", "for x in p:", "    b()")).isTrue();
        assertThat(rebound("a()", "b()", "x = a()", "b()")).isTrue();
        assertThat(rebound("a()", "b()", "a()", "x = b()")).isFalse();
        assertThat(rebound("a()", "b()", "a()", "g(x := 1, b())")).isTrue();
        assertThat(rebound("a()", "b()", "a()", "while b():", "    x = 1")).isTrue();
        assertThat(rebound("a()", "b()", "a()", "h = lambda: b()")).isTrue();
        assertThat(rebound("a()", "b()", "def h():", "    nonlocal x", "    x = 1", "a()", "h()", "b()"))
                .isTrue();
        assertThat(rebound("a()", "b()", "try:", "    a()", "    x = 1", "except E:", "    b()"))
                .isTrue();
    }

    @Test
    void aStatementThatBindsTheNameItselfIsTheStart() {
        Code code = Code.of("def f(p):\n    x = a()\n    b(x)\n    x = 2\n");
        Binding x = code.names().scope().children().get(0).binding("x");
        Node assignment = x.definitions().get(0).site();
        Node target = x.definitions().get(0).name();
        assertThat(code.names().isReboundBetween(x, assignment, node(code, "b(x)")))
                .isFalse();
        assertThat(code.names().isReboundBetween(x, target, node(code, "b(x)"))).isFalse();
        assertThat(code.names().isReboundBetween(x, node(code, "a()"), node(code, "b(x)")))
                .isTrue();
    }

    @Test
    void namesOfTheModuleThatAreBoundOnceKeepTheirValue() {
        Code code = Code.of("import time\ntable = 'a'\ndef f():\n    a()\n    b()\n");
        Scope module = code.names().scope();
        Node a = node(code, "a()");
        Node b = node(code, "b()");
        assertThat(code.names().isReboundBetween(module.binding("time"), a, b)).isFalse();
        assertThat(code.names().isReboundBetween(module.binding("table"), a, b)).isFalse();
        Code changed = Code.of("t = 'a'\ndef f():\n    a()\n    b()\ndef g():\n    global t\n    t = 1\n");
        assertThat(changed.names()
                        .isReboundBetween(
                                changed.names().scope().binding("t"), node(changed, "a()"), node(changed, "b()")))
                .isTrue();
    }
}
