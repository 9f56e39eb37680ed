package cairn.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsEndpointTest {
    @TempDir
    private Path folder;

    @Test
    void theProgramsAreThoseOfTheFunctionsArchivesEachOnceAndByName() throws Exception {
        Path one = archive("one.zip", Map.of("programs/skin.json", "{\"window\":\"none\"}", "lib/a.json", "{}"));
        Path other = archive(
                "other.zip",
                Map.of("programs/skin.json", "{\"window\":\"none\"}", "programs/hair.json", "{\"window\":\"P5D\"}"));

        assertThat(listed(one, other))
                .isEqualTo("{\"items\":[{\"name\":\"hair\",\"definition\":{\"window\":\"P5D\"}},"
                        + "{\"name\":\"skin\",\"definition\":{\"window\":\"none\"}}]}");
    }

    @Test
    void aDeploymentWithoutProgramsHasNone() throws Exception {
        assertThat(listed(archive("bare.zip", Map.of("lib/a.json", "{}")))).isEqualTo("{\"items\":[]}");
    }

    private static String listed(Path... archives) {
        return new ProgramsEndpoint(List.of(archives)).list().body().text();
    }

    private Path archive(String name, Map<String, String> entries) throws IOException {
        Path archive = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return archive;
    }
}
