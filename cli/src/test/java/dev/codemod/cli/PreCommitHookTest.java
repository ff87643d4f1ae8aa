package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PreCommitHookTest {
    @TempDir
    Path temporary;

    @Test
    void theHookRewritesTheFilesThatItIsGiven() throws IOException {
        Path folder = temporary.toRealPath();
        Object hooks = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("../.pre-commit-hooks.yaml")));
        Map<?, ?> hook = (Map<?, ?>) ((List<?>) hooks).get(0);
        List<String> words = List.of(hook.get("entry").toString().split(" "));
        Files.writeString(folder.resolve("a.py"), "old_safe()\n");
        Files.writeString(folder.resolve("b.py"), "old_safe()\n");

        assertThat(Path.of("..", words.get(0))).isExecutable();
        List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
        arguments.add("a.py");
        CliRun run = CliRun.with(List.of(new RenameCalls()), folder, arguments.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("a.py")).hasContent("new()\n");
        assertThat(folder.resolve("b.py")).hasContent("old_safe()\n");
    }
}
