package cairn.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A project's folder with a template and a function's archive, as a build would leave it.
public final class TestProject {
    /// Its one archive, from the root.
    public static final String ARCHIVE = "functions/echo/target/echo.zip";

    private TestProject() {}

    /// @param root an empty folder
    /// @return `root`
    public static Path in(Path root) {
        try {
            Files.writeString(root.resolve("template.yaml"), template());
            Path archive = root.resolve(ARCHIVE);
            Files.createDirectories(archive.getParent());
            write(archive);
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The template's text.
    public static String template() {
        try (InputStream template = TestProject.class.getResourceAsStream("template.yaml")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In memory, on a free port.
    public static Settings settings(Path root) {
        return new Settings(root, root.resolve(".cairn"), true, false, 0, "eu-central-1", Optional.empty());
    }

    private static void write(Path archive) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : List.of("Echo", "Unstartable")) {
                String entry = "cairn/local/testfunction/" + name + ".class";
                try (InputStream type = TestProject.class.getClassLoader().getResourceAsStream(entry)) {
                    zip.putNextEntry(new ZipEntry(entry));
                    type.transferTo(zip);
                }
            }
            Path core = Path.of(RequestStreamHandler.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            zip.putNextEntry(new ZipEntry("lib/core.jar"));
            Files.copy(core, zip);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
