package dev.codemod.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
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
     * Replaces {@code before}, which the file must still hold, by {@code after}.
     *
     * @throws IOException if the file has changed meanwhile, is read-only, or is a link that leaves its root; the file
     *     is untouched then
     */
    static void replace(SourceFile file, byte[] before, byte[] after) throws IOException {
        RUNNING.readLock().lock();
        try {
            Path target = target(file);
            if (!Files.isWritable(target)) {
                throw new IOException("the file is read-only");
            }
            if (!Arrays.equals(Files.readAllBytes(target), before)) {
                throw new IOException("the file was changed by someone else meanwhile");
            }
            replace(target, after);
        } finally {
            RUNNING.readLock().unlock();
        }
    }

    /** Returns the file itself; for a symbolic link what it points to, provided that is below the root. */
    private static Path target(SourceFile file) throws IOException {
        if (!Files.isSymbolicLink(file.file())) {
            return file.file();
        }
        Path real = file.file().toRealPath();
        if (!real.startsWith(file.root().toRealPath())) {
            throw new IOException("the file is a symbolic link to a place outside: " + real);
        }
        return real;
    }

    private static void replace(Path target, byte[] bytes) throws IOException {
        Path temporary = Files.createTempFile(target.getParent(), ".codemod-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            copyMode(target, temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
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
        if (!old.group().equals(now.group())) {
            copy.setGroup(old.group());
        }
        if (!old.owner().equals(now.owner())) {
            copy.setOwner(old.owner());
        }
        copy.setPermissions(old.permissions());
    }
}
