package dev.codemod.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleGraphTest {
    private final Project project = new Project();

    /** Returns what a name means: the qualified name of its definition, or the state, with the candidates if unknown. */
    private String meaning(String path, String name) {
        Lookup found = project.index().resolve(path, name);
        return found.state() == Lookup.State.FOUND
                ? found.definition().path() + " " + found.definition().facts().name()
                : found.state() + " " + found.definitions() + " " + found.outside();
    }

    private String lookup(String name) {
        Lookup found = project.index().definition(name);
        return found.state() == Lookup.State.FOUND
                ? found.definition().path() + " " + found.definition().facts().name()
                : found.state() + " " + found.definitions();
    }

    @Test
    void sourceRootsAndNamespacesAreFound() {
        project.file("src/shop/orders.py", "def total(): pass")
                .file("google/cloud/api.py", "def call(): pass")
                .file("services/b/setup.py", "")
                .file("services/b/store/x.py", "def f(): pass")
                .file("app.py", "");
        assertThat(lookup("shop.orders.total")).isEqualTo("src/shop/orders.py total");
        assertThat(lookup("google.cloud.api.call")).isEqualTo("google/cloud/api.py call");
        assertThat(lookup("store.x.f")).isEqualTo("services/b/store/x.py f");
        assertThat(lookup("shop.orders")).isEqualTo("src/shop/orders.py ");
        assertThat(meaning("app.py", "requests.get")).isEqualTo("OUTSIDE [] [requests.get]");
    }

    @Test
    void absolutePathsHaveTheFolderAboveThemAsRoot() {
        project.file("/home/me/repo/shop/__init__.py", "").file("/home/me/repo/shop/a.py", "def f(): pass");
        assertThat(lookup("shop.a.f")).isEqualTo("/home/me/repo/shop/a.py f");
    }

    @Test
    void whatDependsOnThePathOfImportsIsNotCertain() {
        project.file("tools/helper.py", "def f(): pass")
                .file("tools/run.py", "")
                .file("other/deep/helper2.py", "def g(): pass")
                .file("config.py", "def c(): pass")
                .file("tools/config.py", "def c(): pass")
                .file("tools/json.py", "def loads(): pass");
        assertThat(meaning("tools/run.py", "helper.f")).isEqualTo("tools/helper.py f");
        assertThat(meaning("tools/run.py", "helper2.g")).startsWith("UNKNOWN [other.deep.helper2.g]");
        assertThat(meaning("tools/run.py", "config.c")).startsWith("UNKNOWN [config.c, tools.config.c]");
        assertThat(meaning("config.py", "json.loads")).startsWith("OUTSIDE");
        assertThat(meaning("tools/run.py", "json.loads")).startsWith("UNKNOWN [tools.json.loads]");
    }

    @Test
    void relativeImportsFollowTheFolders() {
        project.file("a/__init__.py", "x = 1")
                .file("a/b/__init__.py", "")
                .file("a/b/c.py", "def f(): pass")
                .file("a/d.py", "def g(): pass");
        assertThat(meaning("a/b/c.py", "..d.g")).isEqualTo("a/d.py g");
        assertThat(meaning("a/b/__init__.py", ".c.f")).isEqualTo("a/b/c.py f");
        assertThat(meaning("a/b/c.py", "..x")).isEqualTo("a/__init__.py x");
        assertThat(meaning("a/b/c.py", ".....x")).startsWith("UNKNOWN");
    }

    @Test
    void aVariableMayHideTheModuleOfItsName() {
        project.file("p/__init__.py", "from .config import config")
                .file("p/config.py", "class Config: pass", "config = Config()")
                .file("use.py", "from p.config import Config", "Config()")
                .file("other.py", "from p import config", "config.Config");
        assertThat(meaning("use.py", "p.config.Config")).isEqualTo("p/config.py Config");
        assertThat(meaning("other.py", "p.config.Config")).startsWith("UNKNOWN");
    }

    @Test
    void exportsDecideWhatStarsBring() {
        project.file("lit.py", "__all__ = ['a']", "__all__ += ['b']", "__all__.extend(['c'])")
                .file("sum.py", "__all__ = ['a'] + ('b',)", "__all__.append('d')")
                .file("computed.py", "__all__ = [n for n in dir()]", "def q(): pass")
                .file("none.py", "def _p(): pass", "def r(): pass")
                .file("passed.py", "__all__ = ['a']", "fill(__all__)")
                .file("star.py", "from none import *", "from computed import *");
        IndexFacts facts = project.facts();
        assertThat(facts.module("lit.py").exports()).containsExactly("a", "b", "c");
        assertThat(facts.module("sum.py").exports()).containsExactly("a", "b", "d");
        assertThat(facts.module("computed.py").exports()).isNull();
        assertThat(facts.module("computed.py").declaresExports()).isTrue();
        assertThat(facts.module("passed.py").exports()).isNull();
        assertThat(facts.module("none.py").declaresExports()).isFalse();
        assertThat(lookup("star.r")).isEqualTo("none.py r");
        assertThat(lookup("star._p")).startsWith("UNKNOWN");
        assertThat(lookup("star.q")).isEqualTo("UNKNOWN [computed.q]");
    }

    @Test
    void alternativesAreAllFound() {
        project.file("fast.py", "def f(): pass")
                .file("slow.py", "def f(): pass")
                .file("x.py", "try:", "    from fast import f", "except ImportError:", "    from slow import f")
                .file("y.py", "if WINDOWS:", "    def g(): pass", "else:", "    def g(): pass")
                .file("z.py", "def h(): pass", "def h(): return 1");
        assertThat(lookup("x.f")).isEqualTo("UNKNOWN [fast.f, slow.f]");
        assertThat(lookup("y.g")).isEqualTo("UNKNOWN [y.g, y.g]");
        assertThat(project.index().definition("z.h").definition().line()).isEqualTo(2);
    }

    @Test
    void cyclesOfImportsAreFound() {
        project.file("a.py", "from b import g", "def f(): pass")
                .file("b.py", "import c", "def g(): pass")
                .file("c.py", "import a", "x = a.f()")
                .file("d.py", "from typing import TYPE_CHECKING", "if TYPE_CHECKING:", "    import e", "import a")
                .file("e.py", "def late():", "    import d", "import d as known");
        ProjectIndex index = project.index();
        assertThat(index.importCycle(index.module("a")))
                .extracting(ProjectModule::name)
                .containsExactly("a", "b", "c");
        assertThat(index.importCycle(index.module("d")))
                .extracting(ProjectModule::name)
                .containsExactly("d");
        assertThat(index.importsOf(index.module("d")))
                .extracting(ProjectModule::name)
                .containsExactly("a", "e");
        Use call =
                index.callersOf(index.definition("a.f").definition()).certain().get(0);
        assertThat(index.runsAtImport(call)).isTrue();
        List<Use> inFunction = index.usesBy(index.definition("e.late").definition());
        assertThat(inFunction).hasSize(1).noneMatch(index::runsAtImport);
    }

    @Test
    void importsThatLeadBackToThemselvesEnd() {
        project.file("a.py", "from b import *", "from b import x", "y = z")
                .file("b.py", "from a import *", "from a import x", "z = y");
        assertThat(lookup("a.x")).startsWith("UNKNOWN");
        assertThat(lookup("a.y")).isEqualTo("a.py y");
        assertThat(lookup("b.nothing")).startsWith("UNKNOWN");
    }

    @Test
    void quotedAnnotationsAreUses() {
        project.file("m.py", "class C: pass")
                .file(
                        "n.py",
                        "from __future__ import annotations",
                        "import m",
                        "from typing import List, Literal",
                        "def f(x: 'm.C', y: \"List['m.C']\", z: Literal['m.C']) -> 'dict[str, m.C] | None': pass");
        ProjectIndex index = project.index();
        Uses uses = index.referencesTo(index.definition("m.C").definition());
        assertThat(uses.certain()).extracting(Use::form).containsOnly(UseForm.ANNOTATION);
        assertThat(uses.certain()).hasSize(3);
    }
}
