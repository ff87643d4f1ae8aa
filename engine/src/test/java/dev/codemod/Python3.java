package dev.codemod;

import dev.codemod.source.LanguageLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The installed {@code python3}, which many tests take as the judge; a test that needs it fails where it is missing. */
public final class Python3 {
    private Python3() {}

    /** Returns the Python files of its standard library, without installed packages, in a fixed order. */
    public static List<Path> library() {
        Path root = Path.of(run("import os; print(os.path.dirname(os.__file__), end='')", List.of(), ""));
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(path -> path.toString().endsWith(".py"))
                    .filter(path -> !path.toString().contains("site-packages")
                            && !path.toString().contains("dist-packages"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what a program writes. */
    public interface Reader {
        void read(InputStream output) throws IOException;
    }

    /** Returns the language level of its version, the latest that there is if Python is even newer. */
    public static LanguageLevel level() {
        LanguageLevel level =
                LanguageLevel.parse(run("import sys; print('%d.%d' % sys.version_info[:2], end='')", List.of(), ""));
        return level == null ? LanguageLevel.LATEST : level;
    }

    /**
     * Runs a program to its end.
     *
     * @param input what it reads from its standard input
     * @return what it wrote to its standard output
     * @throws IllegalStateException if it fails; its messages go to the standard error of the tests
     */
    public static String run(String program, List<String> arguments, String input) {
        StringBuilder output = new StringBuilder();
        stream(program, arguments, input, out -> output.append(new String(out.readAllBytes(), StandardCharsets.UTF_8)));
        return output.toString();
    }

    /** Runs a program to its end; {@code reader} must read all that it writes to its standard output. */
    public static void stream(String program, List<String> arguments, String input, Reader reader) {
        List<String> command = new ArrayList<>(List.of("python3", "-X", "utf8", "-c", program));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Thread writer = new Thread(() -> write(process, input));
            writer.start();
            reader.read(process.getInputStream());
            int status = process.waitFor();
            writer.join();
            if (status != 0) {
                throw new IllegalStateException("python3 ended with status " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("python3 is needed on the PATH", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(Process process, String input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
