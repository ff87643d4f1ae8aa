package dev.codemod.codemods.singleton;

import dev.codemod.fixtures.CodemodCases;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SingletonToModuleTest {
    @TestFactory
    Stream<DynamicTest> cases() {
        return CodemodCases.in(Path.of("../fixtures/cases/singleton-to-module"), new SingletonToModule());
    }
}
