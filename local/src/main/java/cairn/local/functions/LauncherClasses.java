package cairn.local.functions;

import cairn.local.runtime.Launcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The launcher's package, alone in a folder: a function must not find any other class of this project on its class
/// path.
final class LauncherClasses {
    private static final String PACKAGE = Launcher.class.getPackageName().replace('.', '/');

    private LauncherClasses() {}

    /// @param target created
    /// @return `target`
    static Path copiedTo(Path target) {
        try {
            var location = Path.of(Launcher.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(location)) {
                copy(location.resolve(PACKAGE), target.resolve(PACKAGE));
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(location)) {
                    copy(jar.getPath(PACKAGE), target.resolve(PACKAGE));
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName().toString()));
            }
        }
    }
}
