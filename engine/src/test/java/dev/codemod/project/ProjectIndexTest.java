package dev.codemod.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectIndexTest {
    private final Project project = new Project()
            .file("shop/__init__.py", "from .config import Config")
            .file("shop/config.py", "class Config:", "    pass", "", "config = Config()", "def load():", "    pass");

    private static List<String> places(List<Use> uses) {
        List<String> places = new ArrayList<>();
        for (Use use : uses) {
            places.add(use.path() + ":" + use.line() + " " + use.form());
        }
        return places;
    }

    private static List<String> doubts(Uses uses) {
        List<String> doubts = new ArrayList<>();
        for (Doubt doubt : uses.doubts()) {
            doubts.add(doubt.path() + ":" + doubt.line() + " " + doubt.kind());
        }
        return doubts;
    }

    private static ProjectDefinition find(ProjectIndex index, String name) {
        Lookup lookup = index.definition(name);
        assertThat(lookup.state()).as("%s", lookup).isEqualTo(Lookup.State.FOUND);
        return lookup.definition();
    }

    /** Returns how app.py uses the class, as {@code line form}. */
    private List<String> uses(String... lines) {
        ProjectIndex index = project.file("app.py", lines).index();
        List<String> found = new ArrayList<>();
        Uses uses = index.referencesTo(find(index, "shop.config.Config"));
        for (Use use : uses.certain()) {
            if (use.path().equals("app.py")) {
                found.add(use.line() + " " + use.form());
            }
        }
        for (Use use : uses.possible()) {
            if (use.path().equals("app.py")) {
                found.add(use.line() + " " + use.form() + "?");
            }
        }
        return found;
    }

    @Test
    void everyFormOfImportLeadsToTheDefinition() {
        assertThat(uses("from shop.config import Config")).containsExactly("1 IMPORT");
        assertThat(uses("from shop.config import Config as C", "C()")).containsExactly("1 IMPORT", "2 DROPPED_CALL");
        assertThat(uses("import shop.config", "x = shop.config.Config()")).containsExactly("2 CALL");
        assertThat(uses("import shop.config as c", "c.Config.x")).containsExactly("2 READ");
        assertThat(uses("from shop import config", "c = config", "def f(): return c.Config"))
                .containsExactly("3 READ");
        assertThat(uses("from shop.config import *", "Config()", "print()"))
                .containsExactly("1 STAR_IMPORT", "2 DROPPED_CALL?");
        assertThat(uses("import shop.configuration", "from shop.config import config"))
                .isEmpty();
        assertThat(uses("class App(shop.Config): pass", "import shop")).containsExactly("1 BASE_CLASS");
        assertThat(uses("import shop", "def f(c: shop.Config): pass")).containsExactly("2 ANNOTATION");
        assertThat(uses("import shop.config", "shop.config.Config = None")).containsExactly("2 STORE");
        assertThat(uses("import shop.config", "del shop.config.Config")).containsExactly("2 DELETE");
    }

    @Test
    void reexportsAndAliasesAreFollowed() {
        assertThat(uses("import shop", "shop.Config()")).containsExactly("2 DROPPED_CALL");
        project.file("api.py", "from shop import *");
        project.file("web.py", "import api", "Settings = api.Config");
        ProjectIndex index = project.index();
        assertThat(index.names(find(index, "shop.config.Config")))
                .contains("shop.Config", "shop.config.Config", "web.Settings")
                .doesNotContain("web.Config", "api.Settings");
        assertThat(find(index, "web.Settings").qualifiedName()).isEqualTo("shop.config.Config");
        assertThat(find(index, "api.Config").qualifiedName()).isEqualTo("shop.config.Config");
        assertThat(uses("from web import Settings", "Settings()")).containsExactly("1 IMPORT", "2 DROPPED_CALL");
    }

    @Test
    void stringsThatReadAsNamesAreUses() {
        assertThat(uses("patch('shop.config.Config')")).containsExactly("1 STRING");
        assertThat(uses("entry = \"\"\"shop.config:Config\"\"\"")).containsExactly("1 STRING");
        assertThat(uses("import shop.config", "getattr(shop.config, 'Config')")).containsExactly("2 STRING");
        assertThat(uses("'see shop.config.Config for more'")).isEmpty();
    }

    @Test
    void uncertainNamesArePossibleUses() {
        assertThat(uses(
                        "try:",
                        "    from shop.config import Config",
                        "except ImportError:",
                        "    Config = make()",
                        "Config"))
                .containsExactly("2 IMPORT", "5 READ?");
    }

    @Test
    void callersAreListedWithTheirForm() {
        project.file(
                "app.py",
                "from shop import config as c",
                "from shop.config import load as l",
                "async def main():",
                "    await l()",
                "    c.load()",
                "    x = [l() for _ in y]",
                "def other():",
                "    run(l)");
        ProjectIndex index = project.index();
        Uses callers = index.callersOf(find(index, "shop.config.load"));
        assertThat(places(callers.certain()))
                .containsExactly("app.py:4 AWAITED_CALL", "app.py:5 DROPPED_CALL", "app.py:6 CALL");
        assertThat(index.userOf(callers.certain().get(0)).qualifiedName()).isEqualTo("app.main");
        assertThat(doubts(callers)).containsExactly("app.py:8 ESCAPES");
    }

    @Test
    void methodsAreFoundThroughSelfAndClassesAndUnknownValues() {
        project.file(
                "shop/jobs.py",
                "class Job:",
                "    def run(self):",
                "        self.step()",
                "    def step(self): pass",
                "    @classmethod",
                "    def make(cls):",
                "        cls.step(None)",
                "        return cls()",
                "class Long(Job):",
                "    def step(self):",
                "        super().step()",
                "        Job.step(self)",
                "def go(thing):",
                "    thing.step()",
                "    Job().step()");
        ProjectIndex index = project.index();
        ProjectDefinition base = find(index, "shop.jobs.Job.step");
        Uses callers = index.callersOf(base);
        assertThat(places(callers.certain()))
                .containsExactly("shop/jobs.py:11 DROPPED_CALL", "shop/jobs.py:12 DROPPED_CALL");
        assertThat(places(callers.possible()))
                .containsExactly(
                        "shop/jobs.py:3 DROPPED_CALL",
                        "shop/jobs.py:7 DROPPED_CALL",
                        "shop/jobs.py:14 DROPPED_CALL",
                        "shop/jobs.py:15 DROPPED_CALL");
        assertThat(doubts(callers)).contains("shop/jobs.py:14 UNKNOWN_RECEIVER");
        assertThat(index.overrides(base))
                .extracting(ProjectDefinition::qualifiedName)
                .containsExactly("shop.jobs.Long.step");
        assertThat(index.methods("step")).hasSize(2);
        assertThat(index.mro(find(index, "shop.jobs.Long")))
                .extracting(ProjectDefinition::qualifiedName)
                .containsExactly("shop.jobs.Long", "shop.jobs.Job");
    }

    @Test
    void filesWithoutATreeAreDoubts() {
        project.file("broken.py", "load(").file("other.py", "loads(");
        ProjectIndex index = project.index();
        assertThat(doubts(index.callersOf(find(index, "shop.config.load"))))
                .containsExactly("broken.py:1 UNREADABLE_FILE");
    }

    @Test
    void importsMakeAGraph() {
        project.file("shop/web/__init__.py", "").file("shop/web/views.py", "from .. import config", "import json");
        ProjectIndex index = project.index();
        assertThat(index.importsOf(index.module("shop.web.views")))
                .extracting(ProjectModule::name)
                .containsExactly("shop", "shop.config");
    }
}
