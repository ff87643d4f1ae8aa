package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastResortTest {
    @Test
    void aFailureOfTheProgramIsOneLineThatSaysWhere() {
        assertThat(LastResort.message(new IllegalStateException("first\nsecond")))
                .matches("internal error, please report it with the file: IllegalStateException \\(first\\) at "
                        + "LastResortTest\\.java:\\d+");
    }

    @Test
    void missingMemoryIsNotReportedButGiven() {
        assertThat(LastResort.message(new OutOfMemoryError("Java heap space")))
                .startsWith("out of memory")
                .contains("CODEMOD_OPTS=-Xmx");
    }
}
