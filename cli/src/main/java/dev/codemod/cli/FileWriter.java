package dev.codemod.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Replaces the content of files so that whoever looks, and whatever happens, sees the old file or the new one.
 *
 * <p>The bytes go to a temporary file in the same folder, are forced to disk and take the old file's place by renaming.
 * When the process is asked to end, writes under way are finished and no new ones start.
 */
final class FileWriter {
    /** Writers hold the read lock; the end of the process takes the write lock and never gives it back. */
    private static final ReadWriteLock RUNNING = new ReentrantReadWriteLock();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(RUNNING.writeLock()::lock, "finish-writes"));
    }

    private FileWriter() {}

    /**
     * Replaces the content of all files or of none.
     *
     * @throws NotWrittenException if a file has changed meanwhile, cannot be written, or is a link that leaves its root;
     *     all files are as they were then
     */
    static void replace(List<Change> changes) throws NotWrittenException {
        RUNNING.readLock().lock();
        try (Replacement replacement = Replacement.prepare(changes)) {
            replacement.commit();
        } finally {
            RUNNING.readLock().unlock();
        }
    }

    /** Returns why a file cannot be written as far as one can tell without trying, or null. */
    static String obstacle(SourceFile file) {
        try {
            Path target = target(file);
            if (!Files.isWritable(target)) {
                return "the file is read-only";
            }
            return Files.isWritable(target.toAbsolutePath().getParent()) ? null : "the folder of the file is read-only";
        } catch (IOException e) {
            return Reasons.of(e);
        }
    }

    /** Returns the file itself; for a symbolic link what it points to, provided that is below the root. */
    static Path target(SourceFile file) throws IOException {
        if (!Files.isSymbolicLink(file.file())) {
            return file.file();
        }
        Path real = file.file().toRealPath();
        if (!real.startsWith(file.root().toRealPath())) {
            throw new IOException("the file is a symbolic link to a place outside: " + real);
        }
        return real;
    }

    /** Returns a new file in the folder of {@code target} and with its mode that holds the bytes, safe on disk. */
    static Path temporary(Path target, byte[] bytes) throws IOException {
        Path temporary = Files.createTempFile(target.getParent(), ".codemod-", ".tmp");
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
            copyMode(target, temporary);
            return temporary;
        } catch (IOException e) {
            delete(temporary);
            throw e;
        }
    }

    /** Deletes a temporary file if it is still there; one that cannot be deleted is in nobody's way. */
    static void delete(Path temporary) {
        temporary.toFile().delete();
    }

    /** Gives the new file the old one's permissions and, as far as the system allows, its owner and group. */
    private static void copyMode(Path from, Path to) throws IOException {
        PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView copy = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (source == null || copy == null) {
            return;
        }
        PosixFileAttributes old = source.readAttributes();
        PosixFileAttributes now = copy.readAttributes();
        try {
            if (!old.group().equals(now.group())) {
                copy.setGroup(old.group());
            }
            if (!old.owner().equals(now.owner())) {
                copy.setOwner(old.owner());
            }
        } catch (FileSystemException e) {
            // Only root may give files away, and others know only their own groups; the new file is the writer's then.
            copy.setPermissions(old.permissions());
            return;
        }
        copy.setPermissions(old.permissions());
    }
}
