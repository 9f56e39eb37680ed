package cairn.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/// The published OpenAPI document (`docs/api/openapi.json`) as the judge of what tests send and get. Whatever turns an
/// invocation or an HTTP response into a reply for a test hands it over here first.
public final class ApiContract {
    /// What was exchanged, one line for each operation and status, for the test that looks for what nobody has tried.
    private static final Path SEEN = Path.of("target/exchanges.txt");

    private static final String DOCUMENT = "https://cairn.example/openapi.json";
    private static final ApiContract PUBLISHED = new ApiContract(published());

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private ApiContract(String text) {
        this.document = read(text);
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(DOCUMENT, text))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /// @throws AssertionError if the reply is not one that the document describes, or the request is not and
    ///                        yet succeeded
    public static void check(Exchange exchange) {
        List<String> faults = PUBLISHED.faults(exchange);
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "not as docs/api/openapi.json has it:\n  " + String.join("\n  ", faults) + "\n" + exchange);
        }
    }

    private List<String> faults(Exchange exchange) {
        Optional<Operation> found = operation(exchange);
        if (found.isEmpty()) {
            return exchange.status() == 404
                    ? faults("reply", "/components/schemas/GatewayMessage", exchange.body())
                    : List.of("no such operation is documented");
        }
        Operation operation = found.get();
        note(operation.key() + " " + exchange.status());
        String response = resolved(operation.pointer() + "/responses/" + exchange.status());
        if (document.at(response).isMissingNode()) {
            return List.of("the status is not documented");
        }
        List<String> faults = new ArrayList<>(headerFaults(response, exchange));
        faults.addAll(bodyFaults(response, exchange));
        if (exchange.succeeded()) {
            faults.addAll(requestFaults(operation.pointer() + "/requestBody", exchange));
        }
        return faults;
    }

    private List<String> headerFaults(String response, Exchange exchange) {
        return document.at(response + "/headers").properties().stream()
                .filter(header -> document.at(resolved(response + "/headers/" + header.getKey()) + "/required")
                        .asBoolean())
                .filter(header -> !exchange.headers().containsKey(header.getKey()))
                .map(header -> "the header " + header.getKey() + " is missing")
                .toList();
    }

    private List<String> bodyFaults(String response, Exchange exchange) {
        JsonNode content = document.at(response + "/content");
        if (content.isMissingNode()) {
            return exchange.body().isEmpty() ? List.of() : List.of("the reply is to have no body");
        }
        String type = exchange.contentType();
        return content.has(type)
                ? faults("reply", response + "/content/" + escaped(type) + "/schema", exchange.body())
                : List.of("the content type is not documented");
    }

    private List<String> requestFaults(String request, Exchange exchange) {
        String body = exchange.requestBody() == null ? "" : exchange.requestBody();
        if (document.at(request).isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of("the request is to have no body: " + body);
        }
        return faults("request", request + "/content/application~1json/schema", withoutNulls(body));
    }

    /// As the document's description says: in a request, null is the same as a field that is left out.
    private static String withoutNulls(String body) {
        JsonNode sent = read(body);
        removeNulls(sent);
        return sent.toString();
    }

    private static void removeNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        node.forEach(ApiContract::removeNulls);
    }

    private List<String> faults(String what, String pointer, String body) {
        Schema schema = schemas.computeIfAbsent(
                pointer,
                place -> registry.getSchema(SchemaLocation.of(
                        DOCUMENT + "#" + place.replace("{", "%7B").replace("}", "%7D"))));
        return schema.validate(body, InputFormat.JSON).stream()
                .map(fault -> what + " at " + fault.getInstanceLocation() + " " + fault.getMessage())
                .toList();
    }

    /// @param key     `GET /v1/me/journeys/{program}`
    /// @param pointer into the document
    private record Operation(String key, String pointer) {}

    private Optional<Operation> operation(Exchange exchange) {
        String method = exchange.method().toLowerCase(Locale.ROOT);
        return StreamSupport.stream(((Iterable<String>) document.path("paths")::fieldNames).spliterator(), false)
                .filter(path -> document.path("paths").path(path).has(method))
                .filter(path -> isOn(path, exchange.path()))
                .findFirst()
                .map(path -> new Operation(exchange.method() + " " + path, "/paths/" + escaped(path) + "/" + method));
    }

    private static boolean isOn(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] sent = path.split("/", -1);
        boolean matches = wanted.length == sent.length;
        for (int i = 0; matches && i < wanted.length; i++) {
            matches = wanted[i].startsWith("{") ? !sent[i].isEmpty() : wanted[i].equals(sent[i]);
        }
        return matches;
    }

    /// The place itself, or the one it refers to.
    private String resolved(String pointer) {
        String reference = document.at(pointer).path("$ref").asText();
        return reference.isEmpty() ? pointer : reference.substring(1);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private void note(String line) {
        if (seen.add(line)) {
            try {
                Files.createDirectories(SEEN.getParent());
                Files.writeString(SEEN, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private static String published() {
        try (InputStream document = ApiContract.class.getResourceAsStream("/openapi.json")) {
            if (document == null) {
                throw new IllegalStateException("docs/api/openapi.json is not on the class path");
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode read(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
