package cairn.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The document in `docs/api/openapi.json`, to be looked at.
final class PublishedApi {
    private static final String PLACE = "https://cairn.example/openapi.json";

    final String text = text("openapi.json");
    final JsonNode document = json(text);
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(PLACE, text))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    /// @param key     `GET /v1/me`
    /// @param pointer into the document
    record Operation(String key, String pointer) {
        @Override
        public String toString() {
            return key;
        }
    }

    /// A body of the document's and the schema it is to have.
    ///
    /// @param media   where the media type stands that has it
    /// @param example the name it has there
    record Example(String media, String example, JsonNode value) {
        @Override
        public String toString() {
            return media + " " + example;
        }
    }

    Stream<Operation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                "/paths/" + escaped(path.getKey()) + "/" + operation.getKey())));
    }

    /// Every example of a request or a reply.
    Stream<Example> examples() {
        Stream<String> ofOperations = operations()
                .flatMap(operation -> Stream.concat(
                        Stream.of(operation.pointer() + "/requestBody"),
                        names(operation.pointer() + "/responses")
                                .map(status -> operation.pointer() + "/responses/" + status)));
        Stream<String> shared = names("/components/responses").map(name -> "/components/responses/" + name);
        return Stream.concat(ofOperations, shared).flatMap(this::examplesOf);
    }

    private Stream<Example> examplesOf(String place) {
        return names(place + "/content").flatMap(type -> {
            String media = place + "/content/" + escaped(type);
            return names(media + "/examples").map(name -> new Example(media, name, value(media + "/examples/" + name)));
        });
    }

    /// The bodies that an operation's requests or successes have as examples.
    Stream<JsonNode> examples(Operation operation, String of) {
        return examplesOf(operation.pointer() + of).map(Example::value);
    }

    private JsonNode value(String pointer) {
        JsonNode here = document.at(pointer);
        String reference = here.path("$ref").asText();
        return (reference.isEmpty() ? here : document.at(reference.substring(1))).path("value");
    }

    /// What is wrong with a body by the schema of a media type.
    List<String> faults(String media, JsonNode body) {
        String pointer = media.replace("{", "%7B").replace("}", "%7D") + "/schema";
        return schemas
                .getSchema(SchemaLocation.of(PLACE + "#" + pointer))
                .validate(body.toString(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    Stream<String> names(String pointer) {
        return document.at(pointer).properties().stream().map(Map.Entry::getKey);
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static String text(String file) {
        return Tree.text(Tree.ROOT.resolve("docs/api").resolve(file));
    }

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
