package dev.codemod.codemods.singleton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModulePathTest {
    private final ModulePath config = ModulePath.of("src/app/config.py");

    @Test
    void aFileMayHaveEverySuffixAsItsName() {
        assertThat(config.mayBe("config")).isTrue();
        assertThat(config.mayBe("app.config")).isTrue();
        assertThat(config.mayBe("src.app.config")).isTrue();
        assertThat(config.mayBe("other.config")).isFalse();
        assertThat(config.mayBe("app")).isFalse();
    }

    @Test
    void aRunThatStartsInsideAPackageDoesNotKnowItsName() {
        assertThat(ModulePath.of("config.py").mayBe("app.config")).isTrue();
        assertThat(ModulePath.of("./config.py").mayBe("app.other")).isFalse();
    }

    @Test
    void aPackageIsItsFolder() {
        ModulePath app = ModulePath.of("src/app/__init__.py");
        assertThat(app.isPackage()).isTrue();
        assertThat(app.mayBe("app")).isTrue();
        assertThat(app.mayBe("app.__init__")).isFalse();
    }

    @Test
    void packagesAroundAModuleAreKnown() {
        assertThat(config.mayBeInside("app")).isTrue();
        assertThat(config.mayBeInside("src.app")).isTrue();
        assertThat(config.mayBeInside("app.config")).isFalse();
        assertThat(config.mayBeInside("lib")).isFalse();
    }

    @Test
    void relativeImportsCountFromThePackageOfTheFile() {
        assertThat(config.imported(0, "os.path")).isEqualTo("os.path");
        assertThat(config.imported(1, "")).isEqualTo("src.app");
        assertThat(config.imported(1, "meta")).isEqualTo("src.app.meta");
        assertThat(config.imported(2, "lib.meta")).isEqualTo("src.lib.meta");
        assertThat(config.imported(9, "meta")).isEqualTo("meta");
        assertThat(ModulePath.of("src/app/__init__.py").imported(1, "meta")).isEqualTo("src.app.meta");
    }
}
