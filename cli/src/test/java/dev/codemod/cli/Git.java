package dev.codemod.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the real git in a folder, without the user's configuration. */
final class Git {
    private final Path folder;

    Git(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder a repository. */
    static Git init(Path folder) throws IOException, InterruptedException {
        Git git = new Git(folder);
        git.run("init", "-q");
        return git;
    }

    void commitAll() throws IOException, InterruptedException {
        run("add", "-A");
        run("-c", "user.name=test", "-c", "user.email=test@example.invalid", "commit", "-q", "-m", "test");
    }

    /** Runs git and returns what it prints; fails if git does. */
    String run(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(args));
        Path log = Files.createTempFile("git", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(key -> key.startsWith("GIT_"));
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.redirectError(log.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(command + " failed: " + Files.readString(log));
        }
        Files.delete(log);
        return output;
    }
}
