package dev.codemod.codemod;

import java.util.concurrent.atomic.AtomicLong;

/** The sketches of the files of a run, as far as memory allows; each is made by the thread that reads the file first. */
final class Sketches {
    private final TextSketch[] sketches;
    private final AtomicLong room = new AtomicLong(Runtime.getRuntime().maxMemory() / 16);

    /**
     * @param files the number of files
     */
    Sketches(int files) {
        sketches = new TextSketch[files];
    }

    /** Keeps the sketch of a file that was read. */
    void add(int file, byte[] bytes) {
        if (sketches[file] == null && room.get() > 0) {
            sketches[file] = TextSketch.of(bytes);
            room.addAndGet(-sketches[file].size());
        }
    }

    /** Returns whether a file may pass one of the filters of a search. */
    boolean mayPass(int file, String path, LiteralSearch search) {
        return sketches[file] == null || search.mayPass(path, sketches[file]);
    }
}
