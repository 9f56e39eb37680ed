package cairn.local.http;

import cairn.local.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// `GET /local/programs`: `{"items": [{"name", "definition"}]}`, by name. They are read where the functions have
/// theirs, out of the archives, and not from the folder that these are built from: a definition edited
/// since then is not deployed.
///
/// @param archives of the functions
record ProgramsEndpoint(List<Path> archives) {
    private static final String FOLDER = "programs/";
    private static final String ENDING = ".json";

    ProgramsEndpoint {
        archives = List.copyOf(archives);
    }

    Reply list() {
        var found = new TreeMap<String, JsonNode>();
        archives.forEach(archive -> found.putAll(programsIn(archive)));
        return Reply.items(found.entrySet().stream()
                .<JsonNode>map(
                        program -> Json.object().put("name", program.getKey()).set("definition", program.getValue()))
                .toList());
    }

    private static Map<String, JsonNode> programsIn(Path archive) {
        var found = new TreeMap<String, JsonNode>();
        try (var zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.startsWith(FOLDER) && name.endsWith(ENDING)) {
                    String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    found.put(name.substring(FOLDER.length(), name.length() - ENDING.length()), Json.read(text));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
