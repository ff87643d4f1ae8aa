package dev.codemod.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.parser.Parser;
import dev.codemod.semantics.Resolution;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Truth;
import dev.codemod.semantics.TypeTable;
import dev.codemod.semantics.Types;
import dev.codemod.source.Source;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Module;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypesAcrossFilesTest {
    private static final TypeTable TABLE = TypeTable.builder()
            .returns("sqlite3.connect", "sqlite3.Connection")
            .returns("sqlite3.Connection.cursor", "sqlite3.Cursor")
            .entersSelf("sqlite3.Connection")
            .build();

    private final Project project = new Project()
            .file("shop/__init__.py", "from .db import Database")
            .file(
                    "shop/db.py",
                    "import contextlib, sqlite3",
                    "conn = sqlite3.connect('x')",
                    "def get_cursor():",
                    "    return conn.cursor()",
                    "async def later():",
                    "    return get_cursor()",
                    "@contextlib.contextmanager",
                    "def cursor():",
                    "    yield get_cursor()",
                    "def guess(x):",
                    "    return x",
                    "class Base:",
                    "    def __init__(self):",
                    "        self.conn = sqlite3.connect('y')",
                    "    @property",
                    "    def cur(self):",
                    "        return self.conn.cursor()",
                    "    def __enter__(self):",
                    "        return self",
                    "class Database(Base):",
                    "    def fresh(self):",
                    "        return get_cursor()");

    private Types types(String... lines) {
        String text = String.join("\n", lines) + "\n";
        project.file("app.py", lines);
        Module module = Parser.parse(Source.of(text), null).module();
        semantics = Semantics.of(module);
        return Types.of(semantics, project.index().typeTable("app.py", TABLE));
    }

    private Semantics semantics;

    private Expression last(String text) {
        Expression found = null;
        for (Expression expression : semantics.module().findAll(Expression.class)) {
            found = expression.sourceText().equals(text) ? expression : found;
        }
        return found;
    }

    private String type(String expression, String... lines) {
        Types types = types(lines);
        Resolution type = types.typeOf(last(expression));
        return type.toString();
    }

    @Test
    void factoriesOfOtherFilesGiveWhatTheyReturn() {
        assertThat(type("c", "from shop.db import get_cursor as g", "c = g()", "c"))
                .isEqualTo("sqlite3.Cursor");
        assertThat(type("c", "import shop.db", "async def f():", "    c = await shop.db.later()", "    c"))
                .isEqualTo("sqlite3.Cursor");
        assertThat(type("c", "from shop import db", "with db.cursor() as c:", "    c"))
                .isEqualTo("sqlite3.Cursor");
        assertThat(type("db.conn", "from shop import db", "db.conn")).isEqualTo("sqlite3.Connection");
        assertThat(type("c", "from shop import db", "c = db.later()", "c")).isEqualTo("UNKNOWN");
        assertThat(type("c", "from shop import db", "c = db.guess(1)", "c")).isEqualTo("UNKNOWN");
        assertThat(type("c", "from shop import db", "c = db.missing()", "c")).isEqualTo("UNKNOWN");
    }

    @Test
    void classesOfOtherFilesHaveAttributesAndMethods() {
        assertThat(type("d", "import shop", "d = shop.Database()", "d")).isEqualTo("shop.db.Database");
        assertThat(type("d.conn", "import shop", "d = shop.Database()", "d.conn"))
                .isEqualTo("sqlite3.Connection");
        assertThat(type("d.cur", "import shop", "d = shop.Database()", "d.cur")).isEqualTo("sqlite3.Cursor");
        assertThat(type("c", "import shop", "d = shop.Database()", "c = d.fresh()", "c"))
                .isEqualTo("sqlite3.Cursor");
        assertThat(type("c", "import shop", "with shop.Database() as d:", "    c = d.fresh()", "    c"))
                .isEqualTo("sqlite3.Cursor");
        Types types = types("import shop", "d = shop.Database()", "d");
        assertThat(types.isInstance(last("d"), "shop.db.Base")).isEqualTo(Truth.YES);
    }

    @Test
    void ownClassesInheritFromThoseOfOtherFiles() {
        assertThat(type(
                        "self.conn",
                        "from shop.db import Base",
                        "class Mine(Base):",
                        "    def f(self):",
                        "        self.conn"))
                .isEqualTo("sqlite3.Connection");
    }

    @Test
    void theIndexFindsMethodsThroughFactoriesAndAttributes() {
        project.file("shop/jobs.py", "class Job:", "    def step(self): pass", "def make():", "    return Job()")
                .file(
                        "shop/runner.py",
                        "from . import jobs",
                        "class Runner:",
                        "    def __init__(self):",
                        "        self.job = jobs.make()",
                        "    def run(self):",
                        "        self.job.step()",
                        "        jobs.make().step()",
                        "        job = self.job",
                        "        job.step()",
                        "        other().step()")
                .file("app.py", "from shop.runner import Runner", "Runner().job.step()");
        ProjectIndex index = project.index();
        Uses callers = index.callersOf(index.definition("shop.jobs.Job.step").definition());
        List<String> places = new ArrayList<>();
        callers.certain().forEach(use -> places.add(use.path() + ":" + use.line()));
        assertThat(places).containsExactly("app.py:2", "shop/runner.py:6", "shop/runner.py:7", "shop/runner.py:9");
        assertThat(callers.possible()).extracting(Use::line).containsExactly(10);
    }
}
