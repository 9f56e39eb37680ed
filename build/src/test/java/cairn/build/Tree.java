package cairn.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The checkout this build is made of.
final class Tree {
    static final Path ROOT = Path.of(System.getProperty("project.root"));

    private Tree() {}

    /// Every compiled main class folder, but for the one whose source was generated.
    static List<Path> compiled() {
        return modules()
                .filter(module -> !module.endsWith("clients/generated"))
                .map(module -> module.resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    static List<Path> javaSources() {
        return modules()
                .map(module -> module.resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(sources -> files(sources, ".java"))
                .sorted()
                .toList();
    }

    /// Every file in a folder and those below it, by the end of its name.
    static Stream<Path> files(Path folder, String ending) {
        return walk(folder, Integer.MAX_VALUE).filter(file -> file.toString().endsWith(ending));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> modules() {
        return Stream.of("shared", "functions", "clients", "local", "build")
                .flatMap(room -> walkModules(ROOT.resolve(room)));
    }

    private static Stream<Path> walkModules(Path room) {
        return walk(room, 2).filter(file -> file.endsWith("pom.xml")).map(Path::getParent);
    }

    private static Stream<Path> walk(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
