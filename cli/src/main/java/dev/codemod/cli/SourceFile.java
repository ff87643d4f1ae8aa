package dev.codemod.cli;

import dev.codemod.codemod.InputFile;
import dev.codemod.diff.DiffName;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to process.
 *
 * @param file where the file is
 * @param path the path in messages: relative to the working directory where the file is inside it
 * @param root the folder that writes must not leave: the folder that was walked, or the one of a file given by name
 * @param diffPath the path in diffs, relative to {@link FileWalk#diffFolder}
 */
record SourceFile(Path file, String path, Path root, Path diffPath) implements InputFile {
    /** Returns the file as diffs name it that are applied in a folder above it. */
    SourceFile in(Path diffFolder) {
        return new SourceFile(file, path, root, diffFolder.relativize(file));
    }

    @Override
    public byte[] read() throws IOException {
        return Files.readAllBytes(file);
    }

    @Override
    public String writeObstacle() {
        return FileWriter.obstacle(this);
    }

    DiffName diffName() {
        String text = slashes(diffPath);
        // Java shows bytes that it cannot decode as U+FFFD; only the URI still has them.
        return text.indexOf('\uFFFD') < 0 ? DiffName.of(text) : DiffName.ofBytes(rawBytes());
    }

    static String slashes(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }

    private byte[] rawBytes() {
        byte[] uri = file.toUri().getRawPath().getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < uri.length; i++) {
            if (uri[i] == '%') {
                decoded.write(Integer.parseInt(new String(uri, i + 1, 2, StandardCharsets.US_ASCII), 16));
                i += 2;
            } else {
                decoded.write(uri[i]);
            }
        }
        String[] parts = decoded.toString(StandardCharsets.ISO_8859_1).split("/");
        StringBuilder name = new StringBuilder();
        for (int i = parts.length - diffPath.getNameCount(); i < parts.length; i++) {
            name.append(name.isEmpty() ? "" : "/").append(parts[i]);
        }
        return name.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
