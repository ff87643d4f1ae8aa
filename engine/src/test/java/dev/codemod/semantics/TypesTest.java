package dev.codemod.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Name;
import org.junit.jupiter.api.Test;

class TypesTest {
    private static final TypeTable TABLE = TypeTable.builder()
            .returns("sqlite3.connect", "sqlite3.Connection")
            .returns("sqlite3.Connection.cursor", "sqlite3.Cursor")
            .returns("sqlite3.Cursor.execute", "sqlite3.Cursor")
            .entersSelf("sqlite3.Connection")
            .returns("psycopg2.connect", "psycopg2.extensions.connection")
            .returns("psycopg2.extensions.connection.cursor", "psycopg2.extensions.cursor")
            .entersSelf("psycopg2.extensions.cursor")
            .subtype("psycopg2.extras.DictCursor", "psycopg2.extensions.cursor")
            .type("psycopg2.extras.DictCursor")
            .value("django.db.connection", "django.db.backends.base.base.BaseDatabaseWrapper")
            .returns(
                    "django.db.backends.base.base.BaseDatabaseWrapper.cursor", "django.db.backends.utils.CursorWrapper")
            .entersSelf("django.db.backends.utils.CursorWrapper")
            .item("django.db.connections", "django.db.backends.base.base.BaseDatabaseWrapper")
            .awaits("asyncpg.connect", "asyncpg.Connection")
            .build();

    private static Types types(Code code) {
        return Types.of(code.names(), TABLE);
    }

    /** Returns the type of the last expression written so. */
    private static String type(String text, String... lines) {
        Code code = Code.of(String.join("\n", lines) + "\n");
        return types(code).typeOf(code.expression(text)).toString();
    }

    /** Returns the type of a literal. */
    private static String type(String text) {
        return type(text, text);
    }

    @Test
    void literalsHaveTypes() {
        assertThat(type("1")).isEqualTo("builtins.int");
        assertThat(type("1.5")).isEqualTo("builtins.float");
        assertThat(type("0xe")).isEqualTo("builtins.int");
        assertThat(type("1e3")).isEqualTo("builtins.float");
        assertThat(type("'a' 'b'")).isEqualTo("builtins.str");
        assertThat(type("rb'a'")).isEqualTo("builtins.bytes");
        assertThat(type("f'{x}'")).isEqualTo("builtins.str");
        assertThat(type("t'{x}'")).isEqualTo("string.templatelib.Template");
        assertThat(type("[x for x in y]")).isEqualTo("builtins.list");
        assertThat(type("{}")).isEqualTo("builtins.dict");
        assertThat(type("True")).isEqualTo("builtins.bool");
        assertThat(type("None")).isEqualTo("builtins.NoneType");
    }

    @Test
    void stringsOfPython2AreOfTwoTypes() {
        Code code = Code.at(LanguageLevel.PY27, "'a'; u'b'; 'a' u'b'; 10L; True\n");
        assertThat(types(code).typeOf(code.expression("'a'")).name()).isEqualTo("builtins.str");
        assertThat(types(code).typeOf(code.expression("u'b'")).name()).isEqualTo("builtins.unicode");
        assertThat(types(code).typeOf(code.expression("'a' u'b'")).name()).isEqualTo("builtins.unicode");
        assertThat(types(code).typeOf(code.expression("10L")).name()).isEqualTo("builtins.long");
        assertThat(types(code).typeOf(code.expression("True")).name()).isEqualTo("builtins.bool");
        Code future = Code.at(LanguageLevel.PY27, "from __future__ import unicode_literals\n'a'\n");
        assertThat(types(future).typeOf(future.expression("'a'")).name()).isEqualTo("builtins.unicode");
    }

    @Test
    void operationsOnBuiltinsHaveTypes() {
        assertThat(type("'%s' % x")).isEqualTo("builtins.str");
        assertThat(type("'a' + x")).isEqualTo("builtins.str");
        assertThat(type("x + y + 'a'")).isEqualTo("builtins.str");
        assertThat(type("1 + 2 * 3")).isEqualTo("builtins.int");
        assertThat(type("1 / 2")).isEqualTo("builtins.float");
        assertThat(type("x + 1")).isEqualTo("UNKNOWN");
        assertThat(type("-1")).isEqualTo("builtins.int");
        assertThat(type("not x")).isEqualTo("builtins.bool");
        assertThat(type("x in y")).isEqualTo("builtins.bool");
        assertThat(type("x < y")).isEqualTo("UNKNOWN");
        assertThat(type("1 if x else 'a'")).isEqualTo("builtins.int or builtins.str");
        assertThat(type("int(x)")).isEqualTo("builtins.int");
        assertThat(type("', '.join(x)")).isEqualTo("builtins.str");
        assertThat(type("len(x)")).isEqualTo("builtins.int");
        assertThat(type("'abc'[1:]")).isEqualTo("builtins.str");
        assertThat(type("input()")).isEqualTo("UNKNOWN");
    }

    @Test
    void longSumsAreNoProblem() {
        String sum = "x" + " + x".repeat(300);
        assertThat(type(sum)).isEqualTo("UNKNOWN");
    }

    @Test
    void attributesThatDependOnEachOtherAreNoProblem() {
        StringBuilder text = new StringBuilder("class A:\n    def f(self):\n");
        for (int i = 0; i < 40; i++) {
            text.append("        self.a" + i + " = self.a" + (i + 1) % 40 + "[0] + self.a" + (i + 7) % 40 + "\n");
        }
        assertThat(type("self.a0", text.append("        self.a0").toString())).isEqualTo("UNKNOWN");
    }

    @Test
    void localsHaveTheTypeOfWhatReachesThem() {
        assertThat(type("cur", "import sqlite3", "conn = sqlite3.connect(p)", "cur = conn.cursor()", "cur.execute(q)"))
                .isEqualTo("sqlite3.Cursor");
        assertThat(type("cur", "from sqlite3 import connect as c", "def f():", "    cur = c(p).cursor()", "    cur"))
                .isEqualTo("sqlite3.Cursor");
        assertThat(type("x", "x = 1", "if p:", "    x = 'a'", "x")).isEqualTo("builtins.int or builtins.str");
        assertThat(type("x", "x = None", "if p:", "    x = 'a'", "x")).isEqualTo("builtins.str");
        assertThat(type("x", "x = 1", "if p:", "    x = f()", "x")).isEqualTo("UNKNOWN");
        assertThat(type("x", "x = 'a'", "x += f()", "x")).isEqualTo("UNKNOWN");
        assertThat(type("x", "x = f()", "x += 'a'", "x")).isEqualTo("builtins.str");
        assertThat(type("i", "for i in range(3):", "    i")).isEqualTo("builtins.int");
        assertThat(type("x", "x = x + 1", "x")).isEqualTo("UNKNOWN");
        assertThat(type("b", "a, b = 1, 'x'", "b")).isEqualTo("builtins.str");
    }

    @Test
    void annotationsAreEvidence() {
        String header = "import sqlite3, typing as t";
        assertThat(type("c", header, "def f(c: sqlite3.Cursor):", "    return c"))
                .isEqualTo("sqlite3.Cursor");
        assertThat(type("c", header, "def f(c: 'sqlite3.Cursor'):", "    return c"))
                .isEqualTo("sqlite3.Cursor");
        assertThat(type("c", header, "def f(c: t.Optional[sqlite3.Cursor] = None):", "    return c"))
                .isEqualTo("sqlite3.Cursor");
        assertThat(type("c", header, "def f(c: sqlite3.Cursor | None):", "    return c"))
                .isEqualTo("sqlite3.Cursor");
        assertThat(type("c", header, "def f(c: t.Union[int, str]):", "    return c"))
                .isEqualTo("builtins.int or builtins.str");
        assertThat(type("c", header, "def f(c: t.List[int]):", "    return c")).isEqualTo("builtins.list");
        assertThat(type("c", header, "def f(c: t.Any):", "    return c")).isEqualTo("UNKNOWN");
        assertThat(type("c", header, "c: sqlite3.Cursor = make()", "c")).isEqualTo("sqlite3.Cursor");
        assertThat(type("c", header, "def f():", "    c: sqlite3.Cursor", "    c = make()", "    return c"))
                .isEqualTo("sqlite3.Cursor");
        assertThat(type("a", "def f(*a):", "    return a")).isEqualTo("builtins.tuple");
        assertThat(type("x", "def f(x=1):", "    return x")).isEqualTo("UNKNOWN");
    }

    @Test
    void withBindsWhatTheManagerGives() {
        String header = "import sqlite3, psycopg2, contextlib";
        assertThat(type("c", header, "with sqlite3.connect(p) as c:", "    c")).isEqualTo("sqlite3.Connection");
        assertThat(type("cur", header, "with psycopg2.connect(p).cursor() as cur:", "    cur"))
                .isEqualTo("psycopg2.extensions.cursor");
        assertThat(type("c", header, "with contextlib.closing(sqlite3.connect(p)) as c:", "    c"))
                .isEqualTo("sqlite3.Connection");
        assertThat(type("cur", "from django.db import connection", "with connection.cursor() as cur:", "    cur"))
                .isEqualTo("django.db.backends.utils.CursorWrapper");
        assertThat(type("cur", "import django.db as d", "cur = d.connections['main'].cursor()", "cur"))
                .isEqualTo("django.db.backends.utils.CursorWrapper");
        assertThat(type("f", "with open(p) as f:", "    f")).isEqualTo("UNKNOWN");
        assertThat(type(
                        "cur",
                        header,
                        "@contextlib.contextmanager",
                        "def cursor():",
                        "    c = sqlite3.connect(p)",
                        "    try:",
                        "        yield c.cursor()",
                        "    finally:",
                        "        c.close()",
                        "with cursor() as cur:",
                        "    cur"))
                .isEqualTo("sqlite3.Cursor");
        assertThat(type(
                        "db",
                        "class Db:",
                        "    def __enter__(self):",
                        "        return self",
                        "with Db() as db:",
                        "    db"))
                .isEqualTo("__main__.Db");
    }

    @Test
    void attributesOfSelfHaveTheTypeThatIsAssigned() {
        String[] repository = {
            "import sqlite3",
            "class Repository:",
            "    cur = None",
            "    def __init__(self, path):",
            "        self.conn = sqlite3.connect(path)",
            "        self.cur = self.conn.cursor()",
            "    def find(self):",
            "        self.cur.execute(q)",
        };
        assertThat(type("self.cur", repository)).isEqualTo("sqlite3.Cursor");
        Code code = Code.of(String.join("\n", repository) + "\n");
        assertThat(types(code).typeOf(code.expression("self.cur")).evidence())
                .extracting(Evidence::toString)
                .contains("line 6: self.cur is assigned here", "line 5: sqlite3.connect gives sqlite3.Connection");
    }

    @Test
    void attributesThatOthersMayAssignAreUnknown() {
        String[] lines = {
            "import sqlite3",
            "class A:",
            "    def __init__(self, path):",
            "        self.conn = sqlite3.connect(path)",
            "    def find(self):",
            "        self.conn",
            "def reset(a):",
            "    a.conn = make()",
        };
        assertThat(type("self.conn", lines)).isEqualTo("UNKNOWN");
        lines[7] = "    a.other = make()";
        assertThat(type("self.conn", lines)).isEqualTo("sqlite3.Connection");
        lines[6] = "class B(A):";
        lines[7] = "    def __init__(self): self.conn = make()";
        assertThat(type("self.conn", lines)).isEqualTo("UNKNOWN");
        lines[6] = "class B:";
        Code code = Code.of(String.join("\n", lines) + "\n");
        assertThat(types(code)
                        .typeOf(((dev.codemod.tree.ExpressionStatement) code.names()
                                        .module()
                                        .findAll(dev.codemod.tree.FunctionDef.class)
                                        .get(1)
                                        .body()
                                        .statements()
                                        .first())
                                .value())
                        .toString())
                .isEqualTo("sqlite3.Connection");
    }

    @Test
    void functionsOfTheFileGiveWhatTheyReturn() {
        assertThat(type(
                        "get_cursor()",
                        "import sqlite3",
                        "def get_cursor():",
                        "    if p:",
                        "        return None",
                        "    return sqlite3.connect(p).cursor()",
                        "get_cursor()"))
                .isEqualTo("sqlite3.Cursor");
        assertThat(type("f()", "import sqlite3", "def f() -> sqlite3.Cursor:", "    return make()", "f()"))
                .isEqualTo("sqlite3.Cursor");
        assertThat(type("f()", "@wrapped", "def f():", "    return 1", "f()")).isEqualTo("UNKNOWN");
        assertThat(type("f()", "def f():", "    yield 1", "f()")).isEqualTo("UNKNOWN");
        assertThat(type("f()", "async def f():", "    return 1", "f()")).isEqualTo("UNKNOWN");
        assertThat(type("await f()", "async def f():", "    return 1", "async def g():", "    await f()"))
                .isEqualTo("builtins.int");
        assertThat(type("await asyncpg.connect()", "import asyncpg", "await asyncpg.connect()"))
                .isEqualTo("asyncpg.Connection");
        assertThat(type("f()", "def f():", "    return f()", "f()")).isEqualTo("UNKNOWN");
    }

    @Test
    void methodsAndPropertiesOfTheFileAreFollowed() {
        String[] lines = {
            "import sqlite3",
            "class Db:",
            "    def __init__(self):",
            "        self._c = sqlite3.connect(p)",
            "    @property",
            "    def conn(self):",
            "        return self._c",
            "    def cursor(self):",
            "        return self.conn.cursor()",
            "    @classmethod",
            "    def make(cls):",
            "        return cls()",
            "class Sub(Db):",
            "    pass",
            "a = Sub().cursor()",
            "b = Db.make().conn",
        };
        assertThat(type("Sub().cursor()", lines)).isEqualTo("sqlite3.Cursor");
        assertThat(type("Db.make().conn", lines)).isEqualTo("sqlite3.Connection");
    }

    @Test
    void instancesAreKnownByTheirBaseClasses() {
        Code code = Code.of("""
                import psycopg2.extras, m
                class A(psycopg2.extras.DictCursor): pass
                class B(m.C): pass
                class D: pass
                a = A(); b = B(); c = psycopg2.extras.DictCursor(); d = D(); e = True
                """);
        Types types = types(code);
        assertThat(types.isInstance(value(code, "a"), "psycopg2.extensions.cursor"))
                .isEqualTo(Truth.YES);
        assertThat(types.isInstance(value(code, "b"), "psycopg2.extensions.cursor"))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(types.isInstance(value(code, "c"), "psycopg2.extensions.cursor"))
                .isEqualTo(Truth.YES);
        assertThat(types.isInstance(value(code, "d"), "psycopg2.extensions.cursor"))
                .isEqualTo(Truth.NO);
        assertThat(types.isInstance(value(code, "e"), "builtins.int")).isEqualTo(Truth.YES);
        assertThat(types.isInstance(value(code, "e"), "builtins.str")).isEqualTo(Truth.NO);
    }

    private static dev.codemod.tree.Expression value(Code code, String name) {
        Name target = code.name(name);
        return code.names().bindingOf(target).onlyDefinition().value();
    }
}
