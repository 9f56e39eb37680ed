package cairn.local.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A published document: the API's, or the schema of an event.
///
/// @param root all of it
record ApiDocument(JsonNode root) {
    private static final JsonMapper JSON = new JsonMapper();

    /// @param file from the project's root
    static ApiDocument read(String file) {
        try {
            return new ApiDocument(JSON.readTree(Path.of("..").resolve(file).toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// What can be asked for.
    ///
    /// @param path as the document has it: `/v1/me/journeys/{program}`
    /// @param body the schema of its body; missing if it has none
    record Operation(String method, String path, List<Parameter> parameters, JsonNode body) {
        Operation {
            parameters = List.copyOf(parameters);
        }

        String key() {
            return method + " " + path;
        }

        boolean hasBody() {
            return !body.isMissingNode();
        }

        boolean writes() {
            return !method.equals("GET") && !path.equals("/v1/previews");
        }

        Stream<Parameter> in(String place) {
            return parameters.stream().filter(parameter -> parameter.in().equals(place));
        }
    }

    /// @param in `path`, `query` or `header`
    record Parameter(String name, String in, JsonNode schema) {}

    List<Operation> operations() {
        return root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> operation(operation.getKey(), path.getKey(), operation.getValue())))
                .toList();
    }

    private Operation operation(String method, String path, JsonNode operation) {
        List<Parameter> parameters = StreamSupport.stream(
                        operation.path("parameters").spliterator(), false)
                .map(this::resolved)
                .map(parameter -> new Parameter(
                        parameter.path("name").asText(), parameter.path("in").asText(), parameter.path("schema")))
                .toList();
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                operation.at("/requestBody/content/application~1json/schema"));
    }

    /// The node itself, or the one that it refers to.
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }
}
