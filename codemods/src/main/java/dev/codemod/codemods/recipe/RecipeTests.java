package dev.codemod.codemods.recipe;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileResult;
import dev.codemod.codemod.Finding;
import dev.codemod.codemod.InputFile;
import dev.codemod.codemod.RunOptions;
import dev.codemod.codemod.Runner;
import dev.codemod.diff.DiffName;
import dev.codemod.diff.UnifiedDiff;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the tests that recipes bring along. */
public final class RecipeTests {
    /**
     * A test that failed.
     *
     * @param example the test
     * @param message what came out instead, a unified diff from what is expected for wrong files; several lines
     */
    public record Failure(Recipe.Example example, String message) {}

    private record MemoryFile(String path, byte[] bytes) implements InputFile {
        @Override
        public byte[] read() {
            return bytes;
        }
    }

    private RecipeTests() {}

    /** Returns the tests of a recipe that fail. */
    public static List<Failure> failures(Recipe recipe) {
        List<Failure> failures = new ArrayList<>();
        for (Recipe.Example example : recipe.examples()) {
            String message = run(recipe, example);
            if (message != null) {
                failures.add(new Failure(example, message));
            }
        }
        return failures;
    }

    /** Runs one test; returns what is wrong, or null if it passes. */
    public static String run(Recipe recipe, Recipe.Example example) {
        List<InputFile> files = new ArrayList<>();
        new TreeMap<>(example.before())
                .forEach((path, text) -> files.add(new MemoryFile(path, text.getBytes(StandardCharsets.UTF_8))));
        List<FileResult> results = new ArrayList<>();
        RunOptions options =
                new RunOptions(List.of(recipe.codemod()), example.isUnsafe(), example.level(), Map.of(), 1);
        new Runner(options).run(files, results::add);
        StringBuilder message = new StringBuilder();
        List<String> findings = new ArrayList<>();
        for (FileResult result : results) {
            check(result, example, message);
            for (Finding finding : result.findings()) {
                if (finding.applicability() != Applicability.SAFE) {
                    String path = example.before().size() == 1 ? "" : finding.path() + ":";
                    findings.add(path + finding.line() + ": " + finding.applicability() + " " + finding.reason());
                }
            }
        }
        if (example.findings() != null && !findings.equals(example.findings())) {
            message.append("findings are ")
                    .append(findings)
                    .append(", not ")
                    .append(example.findings())
                    .append('\n');
        }
        return message.length() == 0 ? null : message.toString();
    }

    private static void check(FileResult result, Recipe.Example example, StringBuilder message) {
        boolean isProcessed =
                result.status() == FileResult.Status.CHANGED || result.status() == FileResult.Status.UNCHANGED;
        if (!isProcessed) {
            message.append(result.path()).append(": ").append(result.errors()).append('\n');
            return;
        }
        byte[] expected = example.after().get(result.path()).getBytes(StandardCharsets.UTF_8);
        byte[] before = example.before().get(result.path()).getBytes(StandardCharsets.UTF_8);
        byte[] after = result.after() == null ? before : result.after();
        byte[] diff = UnifiedDiff.ofChange(DiffName.of(result.path()), expected, after);
        message.append(new String(diff, StandardCharsets.UTF_8));
    }
}
