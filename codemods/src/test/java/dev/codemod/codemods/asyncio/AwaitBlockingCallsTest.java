package dev.codemod.codemods.asyncio;

import dev.codemod.fixtures.CodemodCases;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class AwaitBlockingCallsTest {
    @TestFactory
    Stream<DynamicTest> cases() {
        return CodemodCases.in(Path.of("../fixtures/cases/await-blocking-calls"), new AwaitBlockingCalls());
    }
}
