package dev.codemod.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleNamesTest {
    private static String name(String path, String... others) {
        java.util.ArrayList<String> paths = new java.util.ArrayList<>(List.of(others));
        paths.add(path);
        ModuleName name = ModuleNames.of(paths).of(path);
        return name.name() + (name.isPackage() ? " package" : "");
    }

    @Test
    void packagesAreFoldersWithInit() {
        assertThat(name("setup.py")).isEqualTo("setup");
        assertThat(name("shop/__init__.py")).isEqualTo("shop package");
        assertThat(name("shop/orders.py", "shop/__init__.py")).isEqualTo("shop.orders");
        assertThat(name("shop/db/__init__.py", "shop/__init__.py")).isEqualTo("shop.db package");
        assertThat(name("shop/orders.pyi", "shop/__init__.py")).isEqualTo("shop.orders");
    }

    @Test
    void sourcesMayBeBelowTheRoot() {
        assertThat(name("src/shop/orders.py", "src/shop/__init__.py")).isEqualTo("shop.orders");
        assertThat(name("src/tool.py")).isEqualTo("tool");
        assertThat(name("services/a/shop/orders.py", "services/a/pyproject.toml", "services/a/shop/__init__.py"))
                .isEqualTo("shop.orders");
        assertThat(name("services/b/src/shop/orders.py", "services/b/setup.cfg"))
                .isEqualTo("shop.orders");
        assertThat(name("src/__init__.py")).as("a package that is called src").isEqualTo("src package");
        assertThat(name("src/a.py", "src/__init__.py")).isEqualTo("src.a");
    }

    @Test
    void foldersWithoutInitAreNamespaces() {
        assertThat(name("google/cloud/store/api.py", "google/cloud/store/__init__.py"))
                .isEqualTo("google.cloud.store.api");
        assertThat(name("scripts/run.py")).isEqualTo("scripts.run");
        assertThat(name("my-scripts/run.py"))
                .as("no import can name the folder")
                .isEqualTo("run");
    }

    @Test
    void filesThatNoImportCanNameHaveNoName() {
        assertThat(name("shop/0001-init.py", "shop/__init__.py")).isEqualTo("null");
        assertThat(name("__init__.py")).isEqualTo("null");
    }
}
