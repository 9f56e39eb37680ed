package cairn.local.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where everything is kept that a restart must find again; or, in memory, a temporary folder that goes with
/// the process.
public final class DataFolder implements AutoCloseable {
    private final Path root;
    private final @Nullable FileChannel lock;

    private DataFolder(Path root, @Nullable FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /// Opens a folder, created where missing, for this process alone.
    ///
    /// @throws Refusal if another process has it open
    public static DataFolder at(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new Refusal("Another Cairn is running on " + root.toAbsolutePath()
                        + ". End it, or give this one a folder of its own with CAIRN_DATA.");
            }
            return new DataFolder(root.toRealPath(), channel);
        } catch (IOException e) {
            throw new Refusal("The data folder " + root.toAbsolutePath() + " cannot be used: " + e, e);
        }
    }

    /// A folder that is deleted when it is closed.
    public static DataFolder temporary() {
        try {
            return new DataFolder(Files.createTempDirectory("cairn-"), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The folder itself.
    public Path root() {
        return root;
    }

    /// An empty folder in it, whatever was there before.
    public Path emptied(String name) {
        Path folder = root.resolve(name);
        Folders.delete(folder);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of a small file, if there is such a file.
    public Optional<String> text(String name) {
        try {
            Path file = root.resolve(name);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a small file, whole or not at all.
    public void write(String name, String text) {
        try {
            Path draft = root.resolve(name + ".new");
            Files.writeString(draft, text);
            Files.move(draft, root.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of a small file that only its owner can read; written from `first` when it is not there yet.
    public String kept(String name, Supplier<String> first) {
        Path file = root.resolve(name);
        try {
            if (!Files.exists(file)) {
                // Through another file: a kill half-way must not leave half a key.
                Path draft = root.resolve(name + ".new");
                Files.deleteIfExists(draft);
                Files.createFile(draft, forTheOwnerAlone());
                Files.writeString(draft, first.get());
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (lock == null) {
            Folders.delete(root);
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static FileAttribute<?>[] forTheOwnerAlone() {
        boolean posix =
                Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
