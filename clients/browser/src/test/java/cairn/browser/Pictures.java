package cairn.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder `docs/screenshots`, written with `-Dscreenshots=write` and left alone otherwise.
final class Pictures {
    private static final Path FOLDER = Path.of("../../docs/screenshots");

    private Pictures() {}

    static void keep(String name, byte[] png) throws IOException {
        if ("write".equals(System.getProperty("screenshots"))) {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name + ".png"), png);
        }
    }
}
