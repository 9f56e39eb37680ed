package cairn.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the API's document says of itself: that it is one, that its examples are what they are examples of, that its
/// schemas leave nothing open.
class ApiDocumentTest {
    private static final PublishedApi API = new PublishedApi();
    private static final Pattern KIND = Pattern.compile("\\b([A-Z_]+)\\((\\d{3}), \"([^\"]+)\"\\)");

    static Stream<PublishedApi.Operation> operations() {
        return API.operations();
    }

    static Stream<PublishedApi.Example> examples() {
        return API.examples();
    }

    @Test
    void theThreeOneDocumentIsOneByTheOfficialSchema() throws IOException {
        assertThat(faults(SpecificationVersion.DRAFT_2020_12, "3.1/schema/2025-09-15", API.text))
                .isEmpty();
        assertThat(faults(
                        SpecificationVersion.DRAFT_2020_12,
                        "3.1/schema/2025-09-15",
                        API.text.replace("\"operationId\" : \"due\"", "\"operationID\" : \"due\"")))
                .isNotEmpty();
    }

    @Test
    void theThreeZeroDocumentIsOneByTheOfficialSchema() throws IOException {
        String document = PublishedApi.text("openapi-3.0.json");
        assertThat(faults(SpecificationVersion.DRAFT_4, "3.0/schema/2024-10-18", document))
                .isEmpty();
        assertThat(faults(
                        SpecificationVersion.DRAFT_4,
                        "3.0/schema/2024-10-18",
                        document.replace("\"nullable\" : true", "\"nullable\" : \"yes\"")))
                .isNotEmpty();
    }

    /// A schema of OpenAPI 3.1 is a JSON Schema: nothing of 3.0 is left that would be passed over.
    @Test
    void theThreeOneSchemasAreJsonSchemas() throws IOException {
        JsonNode schemas = API.document.at("/components/schemas");
        assertThat(schemas).hasSizeGreaterThan(40);
        String metaschema = "{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}";
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        assertThat(schemas.properties())
                .allSatisfy(schema -> assertThat(registry.getSchema(metaschema)
                                .validate(schema.getValue().toString(), InputFormat.JSON))
                        .as(schema.getKey())
                        .isEmpty());
        assertThat(schemas.findValues("nullable")).isEmpty();
        assertThat(schemas.findValues("example")).isEmpty();
        assertThat(schemas.toString()).contains("[\"string\",\"null\"]", "\"examples\":[\"2027-03-14\"]");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsAsItsSchemaHasIt(PublishedApi.Example example) {
        assertThat(example.value().isMissingNode()).isFalse();
        assertThat(API.faults(example.media(), example.value())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationShowsARequestAndASuccess(PublishedApi.Operation operation) {
        JsonNode described = API.document.at(operation.pointer());
        if (described.has("requestBody")) {
            assertThat(API.examples(operation, "/requestBody")).isNotEmpty();
        }
        if (described.path("responses").has("200")) {
            assertThat(API.examples(operation, "/responses/200")).isNotEmpty();
        }
        assertThat(described.path("summary").asText()).isNotEmpty();
        assertThat(described.at("/security/0/member/0").asText()).isEqualTo("cairn/member");
    }

    @Test
    void noExampleIsLeftOver() {
        String used = API.document.path("paths").toString()
                + API.document.at("/components/responses").toString();
        assertThat(API.names("/components/examples")).allMatch(name -> used.contains("/examples/" + name + "\""));
        assertThat(API.names("/components/schemas")).allMatch(name -> API.text.contains("/schemas/" + name + "\""));
        assertThat(API.names("/components/responses")).allMatch(name -> used.contains("/responses/" + name + "\""));
    }

    /// What is not described in an object must not be in it, and what is described must be said to be there
    /// or not. Only answers, a card that is being written, and maps hold what their makers like.
    @Test
    void noObjectIsLeftOpen() {
        List<JsonNode> objects = API.document.at("/components/schemas").findParents("properties");
        assertThat(objects).hasSizeGreaterThan(25).allSatisfy(object -> {
            assertThat(object.path("additionalProperties").isBoolean()).isTrue();
            assertThat(object.path("additionalProperties").asBoolean()).isFalse();
            assertThat(object.path("required")).isNotEmpty();
            assertThat(object.path("required"))
                    .allMatch(name -> object.path("properties").has(name.asText()));
        });
    }

    /// In 3.0, a null beside a reference, or beside no type, means nothing.
    @Test
    void whatMayBeNullHasAType() {
        JsonNode threeZero = PublishedApi.json(PublishedApi.text("openapi-3.0.json"));
        List<JsonNode> nullable = threeZero.findParents("nullable");
        assertThat(nullable).isNotEmpty().allMatch(schema -> schema.has("type"));
    }

    /// Each with its type, title and status, and each status of an operation with the types it can have.
    @Test
    void theProblemsAreThoseOfTheCode() throws IOException {
        String source = Files.readString(Tree.ROOT.resolve("shared/lambda/src/main/java/cairn/lambda/Problem.java"));
        List<String> ofTheCode = KIND.matcher(source)
                .results()
                .map(ApiDocumentTest::problem)
                .sorted()
                .toList();
        List<String> shown = API.names("/components/examples")
                .filter(name -> name.endsWith("Problem"))
                .map(name -> API.document.at("/components/examples/" + name + "/value"))
                .map(problem -> "%s %s %s"
                        .formatted(
                                problem.path("type").asText(),
                                problem.path("status").asText(),
                                problem.path("title").asText()))
                .sorted()
                .toList();
        assertThat(shown).hasSizeGreaterThan(10).isEqualTo(ofTheCode);
        assertThat(API.document.at("/components/schemas/Problem/properties/type/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(ofTheCode.stream()
                        .map(problem -> problem.substring(0, problem.indexOf(' ')))
                        .toList());
        assertThat(API.operations())
                .allSatisfy(operation -> assertThat(API.names(operation.pointer() + "/responses"))
                        .contains("400", "401", "403", "413", "429", "500", "503"));
    }

    /// An example of an answer is under the status that it has itself.
    @Test
    void aProblemStandsUnderItsStatus() {
        assertThat(API.operations())
                .allSatisfy(operation -> API.names(operation.pointer() + "/responses")
                        .forEach(status -> {
                            String reference = API.document
                                    .at(operation.pointer() + "/responses/" + status + "/$ref")
                                    .asText();
                            assertThat(API.examples()
                                            .filter(example -> !reference.isEmpty()
                                                    && example.media().startsWith(reference.substring(1) + "/"))
                                            .filter(example -> example.value().has("status")))
                                    .allMatch(example -> example.value()
                                            .path("status")
                                            .asText()
                                            .equals(status));
                        }));
    }

    private static String problem(MatchResult kind) {
        String type = kind.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
        return "urn:cairn:problem:%s %s %s".formatted(type, kind.group(2), kind.group(3));
    }

    private static List<Error> faults(SpecificationVersion dialect, String schema, String document) throws IOException {
        try (InputStream official = ApiDocumentTest.class.getResourceAsStream("/openapi/" + schema)) {
            String text = new String(official.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(dialect).getSchema(text).validate(document, InputFormat.JSON);
        }
    }
}
