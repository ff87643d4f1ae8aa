package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ProgressBar;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void theBarCountsFiles() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayOutputStream(), err, true, true, false);
        try (ProgressBar bar = Progress.bar(console, 300)) {
            bar.stepTo(100);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("files").contains("100/300");
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
