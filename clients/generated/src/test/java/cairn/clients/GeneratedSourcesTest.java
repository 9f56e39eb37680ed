package cairn.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the settings in this folder make of days, instants, nulls and enums: read in the generated source, for every
/// property of the document that is one.
class GeneratedSourcesTest {
    private static final JsonNode SCHEMAS = schemas();

    /// Where a language's models are, and how they say what a property is.
    enum Language {
        JAVA("java/src/main/java/cairn/client/model/%s.java", "private (\\S+) %s;", "LocalDate", "Instant", ""),
        KOTLIN(
                "kotlin/src/main/kotlin/cairn/client/models/%s.kt",
                "val %s: ([\\w.<>]+\\??)", "java.time.LocalDate", "java.time.OffsetDateTime", "?"),
        SWIFT(
                "swift/Sources/CairnClient/Models/%s.swift",
                "public var %s: (\\S+)", "OpenAPIDateWithoutTime", "Date", "?"),
        TYPESCRIPT("typescript/models/%s.ts", "(?m)^    %s\\??: ([^;]+);", "string", "Date", " | null");

        private final String models;
        private final String declaration;
        private final String day;
        private final String instant;
        private final String orNull;

        Language(String models, String declaration, String day, String instant, String orNull) {
            this.models = models;
            this.declaration = declaration;
            this.day = day;
            this.instant = instant;
            this.orNull = orNull;
        }

        String declared(Property property) {
            return declared("target/" + models, property);
        }

        private String declared(String file, Property property) {
            String source = read(Path.of(file.formatted(property.model())));
            Matcher found =
                    Pattern.compile(declaration.formatted(property.name())).matcher(source);
            assertThat(found.find()).as("%s in %s", property, file).isTrue();
            return found.group(1);
        }

        String expected(Property property) {
            String type = property.format().equals("date") ? day : instant;
            // TypeScript says of what may be missing that it may be, and of what may be null that it may be that.
            boolean absent = property.nullable() || (!property.required() && this != TYPESCRIPT);
            return absent ? type + orNull : type;
        }
    }

    /// @param model  the generator's name of the object it is in
    /// @param format `date` or `date-time`
    record Property(String model, String name, String format, boolean nullable, boolean required) {}

    @ParameterizedTest
    @EnumSource
    void everyDayIsADayAndEveryInstantAnInstantAndWhatMayBeNullSaysSo(Language language) {
        assertThat(ofFormat("date")).hasSizeGreaterThan(20);
        assertThat(ofFormat("date-time")).hasSizeGreaterThan(20);
        assertThat(Stream.concat(ofFormat("date"), ofFormat("date-time")))
                .allSatisfy(property -> assertThat(language.declared(property))
                        .as(property.toString())
                        .isEqualTo(language.expected(property)));
    }

    @ParameterizedTest
    @EnumSource
    void everyValueOfAnEnumIsThere(Language language) {
        List<String> models = SCHEMAS.properties().stream()
                .filter(schema -> !schema.getValue().path("enum").isMissingNode()
                        || !schema.getValue()
                                .path("properties")
                                .findValues("enum")
                                .isEmpty())
                .map(schema -> schema.getKey())
                .toList();
        assertThat(models).contains("SlotKind", "OpenedBy", "CheckIn", "TimelineSlot", "Problem", "Question");
        assertThat(models).allSatisfy(model -> {
            String source = read(Path.of(("target/" + language.models).formatted(model)));
            SCHEMAS.path(model)
                    .findValues("enum")
                    .forEach(values -> values.forEach(value -> assertThat(source)
                            .as(model)
                            .containsAnyOf("\"" + value.asText() + "\"", "'" + value.asText() + "'")));
        });
    }

    /// The reason for the settings: without them a day is an instant, midnight in UTC, and west of it the day before.
    @Test
    void withoutTheSettingsADayIsAnInstantInSwiftAndInTypeScript() {
        assertThat(ofFormat("date")).allSatisfy(property -> {
            assertThat(Language.SWIFT.declared(
                            "target/swift-without-settings/Sources/OpenAPIClient/Models/%s.swift", property))
                    .startsWith("Date");
            assertThat(Language.TYPESCRIPT.declared("target/typescript-without-settings/models/%s.ts", property))
                    .startsWith("Date");
        });
    }

    @Test
    void aDayInAQueryIsSentAsItIs() {
        String days = "queryParameters['from'] = requestParameters['from'];";
        assertThat(read(Path.of("target/typescript/apis/CairnApi.ts"))).contains(days);
        assertThat(read(Path.of("target/typescript-without-settings/apis/DefaultApi.ts")))
                .doesNotContain(days);
        assertThat(read(Path.of("target/swift/Sources/CairnClient/APIs/CairnAPI.swift")))
                .contains("from: OpenAPIDateWithoutTime?");
    }

    private static Stream<Property> ofFormat(String format) {
        return SCHEMAS.properties().stream()
                .flatMap(schema -> properties(schema.getKey(), schema.getValue()))
                .filter(property -> property.format().equals(format));
    }

    /// An object without a name of its own has that of the one it is in, and of the property.
    private static Stream<Property> properties(String model, JsonNode object) {
        List<String> required = StreamSupport.stream(object.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return object.path("properties").properties().stream().flatMap(property -> {
            String name = property.getKey();
            JsonNode schema = resolved(property.getValue());
            Property here = new Property(
                    model,
                    name,
                    schema.path("format").asText(),
                    schema.path("nullable").asBoolean(),
                    required.contains(name));
            String inner = model + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            return Stream.concat(
                    Stream.of(here),
                    property.getValue().has("properties") ? properties(inner, property.getValue()) : Stream.empty());
        });
    }

    private static JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : SCHEMAS.path(reference.replace("#/components/schemas/", ""));
    }

    private static JsonNode schemas() {
        try {
            return new JsonMapper()
                    .readTree(read(Path.of("../../docs/api/openapi-3.0.json")))
                    .at("/components/schemas");
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
