package cairn.local.functions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// A function's zip archive, unpacked; once more whenever a build has written it anew.
final class FunctionCode {
    private record Stamp(FileTime modified, long size) {}

    private final Path zip;
    private final Path folder;
    private @Nullable Stamp stamp;
    private Path newest;
    private int attempts;

    /// @param folder an empty one, for this code alone
    FunctionCode(Path zip, Path folder) {
        this.zip = zip;
        this.folder = folder;
        this.newest = folder;
    }

    /// The folder with the newest code.
    synchronized Path newest() throws IOException {
        var now = new Stamp(Files.getLastModifiedTime(zip), Files.size(zip));
        if (!now.equals(stamp)) {
            // A build may be writing it at this moment: each attempt has a folder of its own, and only a whole one
            // counts.
            attempts++;
            Path target = folder.resolve(Integer.toString(attempts));
            unpack(target);
            newest = target;
            stamp = now;
        }
        return newest;
    }

    private void unpack(Path target) throws IOException {
        Files.createDirectories(target);
        try (var archive = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException(zip + " has an entry outside of itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(archive, file);
                }
            }
        }
    }
}
