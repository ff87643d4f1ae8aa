package dev.codemod.codemods.sql;

import dev.codemod.fixtures.CodemodCases;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SqlParamsCasesTest {
    @TestFactory
    Stream<DynamicTest> cases() {
        return CodemodCases.in(Path.of("../fixtures/cases/sql-params"), new SqlParams());
    }
}
