package dev.codemod.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import org.junit.jupiter.api.Test;

/** Messages and places are those of CPython 3.13, columns from 1 as it prints them. */
class SyntaxErrorTest {
    @Test
    void targets() {
        error("f() = 1", "1:1 cannot assign to function call here. Maybe you meant '==' instead of '='?");
        error("1 = x", "1:1 cannot assign to literal here. Maybe you meant '==' instead of '='?");
        error("None = 1", "1:1 cannot assign to None");
        error("(a, f()) = 1", "1:5 cannot assign to function call");
        error("a < b = 1", "1:1 cannot assign to comparison");
        error("f() += 1", "1:1 'function call' is an illegal expression for augmented assignment");
        error("a, b += 1", "1:1 'tuple' is an illegal expression for augmented assignment");
        error("(a, b): int", "1:1 only single target (not tuple) can be annotated");
        error("f(): int", "1:1 illegal target for annotation");
        error("del f()", "1:5 cannot delete function call");
        error("del a, *b", "1:8 cannot delete starred");
        error("for f() in x: pass", "1:5 cannot assign to function call");
        error("with a as f(): pass", "1:11 cannot assign to function call");
        error("[x for 1 in y]", "1:8 cannot assign to literal");
        error("(f() := 1)", "1:2 cannot use assignment expressions with function call");
        error("(yield) = 1", "1:2 cannot assign to yield expression here. Maybe you meant '==' instead of '='?");
        error("yield = 1", "1:1 assignment to yield expression not possible");
    }

    @Test
    void strayEqualsSigns() {
        error("if x = 1: pass", "1:4 invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        error("if x.a = 1: pass", "1:4 cannot assign to attribute here. Maybe you meant '==' instead of '='?");
        error("f(a.b=1)", "1:3 expression cannot contain assignment, perhaps you meant \"==\"?");
        error("f(True=1)", "1:3 cannot assign to True");
    }

    @Test
    void arguments() {
        error("f(a=1, b)", "1:9 positional argument follows keyword argument");
        error("f(**a, b)", "1:9 positional argument follows keyword argument unpacking");
        error("f(**a, *b)", "1:6 iterable argument unpacking follows keyword argument unpacking");
        error("f(x for x in y, 1)", "1:3 Generator expression must be parenthesized");
        error("f(a b)", "1:3 invalid syntax. Perhaps you forgot a comma?");
        error("f(a=)", "1:3 expected argument value expression");
    }

    @Test
    void parameters() {
        error("def f(a=1, b): pass", "1:12 parameter without a default follows parameter with a default");
        error("def f(*): pass", "1:7 named arguments must follow bare *");
        error("def f(/, a): pass", "1:7 at least one argument must precede /");
        error("def f(**k, a): pass", "1:12 arguments cannot follow var-keyword argument");
        error("def f((a, b)): pass", "1:7 Function parameters cannot be parenthesized");
        error("lambda (a, b): 1", "1:8 Lambda expression parameters cannot be parenthesized");
    }

    @Test
    void blocks() {
        error("if x:\ny\n", "2:1 expected an indented block after 'if' statement on line 1");
        error("def f():\n", "1:9 expected an indented block after function definition on line 1");
        error("if x\n  y\n", "1:5 expected ':'");
        error("try:\n  x\ny\n", "3:1 expected 'except' or 'finally' block");
        error("x\n  y\n", "2:2 unexpected indent");
        error("if x:\n    a\n  b\n", "3:4 unindent does not match any outer indentation level");
        error(
                "try: pass\nexcept A: pass\nexcept* B: pass\n",
                "3:1 cannot have both 'except' and 'except*' on the same 'try'");
        error("try: pass\nexcept A, B: pass\n", "2:8 multiple exception types must be parenthesized");
    }

    @Test
    void expressions() {
        error("(*a)", "1:2 cannot use starred expression here");
        error("[*x for x in y]", "1:2 iterable unpacking cannot be used in comprehension");
        error("{**a for a in b}", "1:2 dict unpacking cannot be used in dict comprehension");
        error("a + not b", "1:5 'not' after an operator must be parenthesized");
        error("a if b", "1:1 expected 'else' after 'if' expression");
        error("b'a' 'b'", "1:9 cannot mix bytes and nonbytes literals");
        error(
                "'\\N{nope}'",
                "1:1 (unicode error) 'unicodeescape' codec can't decode bytes in position 0-7: "
                        + "unknown Unicode character name");
        error("b'\\x1'", "1:1 (value error) invalid \\x escape at position 0");
        error("f'{}'", "1:4 f-string: valid expression required before '}'");
        error("f'{lambda x: 1}'", "1:4 f-string: lambda expressions are not allowed without parentheses");
        error("f'{x!z}'", "1:6 f-string: invalid conversion character 'z': expected 's', 'r', or 'a'");
        error("print 'a'", "1:1 Missing parentheses in call to 'print'. Did you mean print(...)?");
    }

    @Test
    void imports() {
        error("from a import b,", "1:17 trailing comma not allowed without surrounding parentheses");
        error("import a from b", "1:1 Did you mean to use 'from ... import ...' instead?");
        error("import", "1:7 Expected one or more names after 'import'");
    }

    @Test
    void patterns() {
        error("match x:\n case A(a=1, b): pass\n", "2:14 positional patterns follow keyword patterns");
        error("match x:\n case a as _: pass\n", "2:12 cannot use '_' as a target");
        error("match x:\n case 1+2: pass\n", "2:9 imaginary number required in complex literal");
    }

    @Test
    void errorsOfTheTokenizerComeFirst() {
        error("x = = 1\ny = 'abc\n", "2:5 unterminated string literal (detected at line 2)");
        error("x = (1,\ndef f():\n  pass\n", "1:5 '(' was never closed");
        error("x = (", "1:5 '(' was never closed");
        error("f(a", "1:2 '(' was never closed");
        error("x = [1,", "1:5 '[' was never closed");
        error("x = = (\n", "1:5 invalid syntax");
    }

    @Test
    void python2() {
        assertThat(Parses.problem(LanguageLevel.PY27, "None = 1\n")).isEqualTo("1:1 cannot assign to None");
        assertThat(Parses.problem(LanguageLevel.PY27, "print = 1\n")).isEqualTo("1:7 invalid syntax");
        assertThat(Parses.problem(LanguageLevel.PY27, "a.print\n")).isEqualTo("1:3 invalid syntax");
        assertThat(Parses.problem(LanguageLevel.PY27, "if x:\ny\n")).isEqualTo("2:1 expected an indented block");
    }

    private static void error(String text, String expected) {
        String line = text.endsWith("\n") ? text : text + "\n";
        assertThat(Parses.problem(line)).as(text).isEqualTo(expected);
    }
}
