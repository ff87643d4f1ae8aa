package dev.codemod.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The replacement of several files by new ones that are complete on disk before the first takes its place; the old ones
 * come back if a place cannot be taken.
 */
final class Replacement implements AutoCloseable {
    private final List<Change> changes;
    private final List<Path> temporaries = new ArrayList<>();

    private Replacement(List<Change> changes) {
        this.changes = changes;
    }

    /** Writes the new files beside the old ones, which are untouched. */
    static Replacement prepare(List<Change> changes) throws NotWrittenException {
        Replacement replacement = new Replacement(changes);
        try {
            for (Change change : changes) {
                replacement.temporaries.add(write(change));
            }
            return replacement;
        } catch (NotWrittenException e) {
            replacement.close();
            throw e;
        }
    }

    private static Path write(Change change) throws NotWrittenException {
        try {
            String obstacle = FileWriter.obstacle(change.file());
            if (obstacle != null) {
                throw new IOException(obstacle);
            }
            Path target = FileWriter.target(change.file());
            if (!Arrays.equals(Files.readAllBytes(target), change.before())) {
                throw new IOException("the file was changed by someone else meanwhile");
            }
            return FileWriter.temporary(target, change.after());
        } catch (IOException e) {
            throw new NotWrittenException(change.file(), e);
        }
    }

    /** Renames the new files into the places of the old ones. */
    void commit() throws NotWrittenException {
        for (int i = 0; i < changes.size(); i++) {
            try {
                move(temporaries.get(i), changes.get(i));
            } catch (IOException e) {
                NotWrittenException failure =
                        new NotWrittenException(changes.get(i).file(), e);
                changes.subList(0, i).forEach(replaced -> restore(replaced, failure));
                throw failure;
            }
        }
    }

    private static void restore(Change replaced, NotWrittenException failure) {
        try {
            move(FileWriter.temporary(FileWriter.target(replaced.file()), replaced.before()), replaced);
        } catch (IOException e) {
            failure.addSuppressed(new NotWrittenException(replaced.file(), e));
        }
    }

    private static void move(Path temporary, Change change) throws IOException {
        Files.move(temporary, FileWriter.target(change.file()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes what did not take a place. */
    @Override
    public void close() {
        temporaries.forEach(FileWriter::delete);
    }
}
