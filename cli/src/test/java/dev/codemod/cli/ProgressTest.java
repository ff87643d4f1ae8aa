package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void theBarShowsFilesAndTheTimeLeft() {
        assertThat(Progress.line(100, 300, 5_000))
                .isEqualTo("[##########....................] 100/300 files, 10 s left");
        assertThat(Progress.line(300, 300, 5_000))
                .isEqualTo("[##############################] 300/300 files, 0 s left");
    }

    @Test
    void nothingIsShownWhereMessagesGoToAFile() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Progress progress = new Progress(new Console(new ByteArrayOutputStream(), err, true, false, true), 1);
        progress.step();
        progress.finish();
        assertThat(err.size()).isZero();
    }

    @Test
    void aReportReplacesTheBar() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayOutputStream(), err, true, true, false);
        console.status("[#.]");
        console.error("a.py:1:2", "wrong");
        console.clearStatus();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\033[K[#.]\r\033[Ka.py:1:2: error: wrong" + System.lineSeparator());
    }
}
