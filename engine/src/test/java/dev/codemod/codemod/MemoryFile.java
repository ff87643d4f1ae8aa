package dev.codemod.codemod;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file of a run that is only in memory. */
record MemoryFile(String path, byte[] bytes, String writeObstacle) implements InputFile {
    static MemoryFile of(String path, String text) {
        return new MemoryFile(path, text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** Returns files with these texts, named {@code file0.py} and so on. */
    static List<InputFile> all(String... texts) {
        List<InputFile> files = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            files.add(of("file" + i + ".py", texts[i]));
        }
        return files;
    }

    /** Returns the file as one that cannot be written. */
    MemoryFile unwritable(String obstacle) {
        return new MemoryFile(path, bytes, obstacle);
    }

    @Override
    public byte[] read() {
        return bytes;
    }
}
