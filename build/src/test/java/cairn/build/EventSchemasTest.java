package cairn.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The events in `docs/events/`: what each carries, and an example of it as EventBridge delivers it.
class EventSchemasTest {
    private static final Path FOLDER = Tree.ROOT.resolve("docs/events");
    private static final Set<String> IN = Set.of("PlanChanged", "JourneyStarted");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    static Stream<String> events() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.substring(0, name.length() - ".schema.json".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void everyEventHasASchemaAnExampleAndALineInTheReadme() throws IOException {
        List<String> events = events().toList();
        assertThat(events)
                .containsExactly(
                        "CheckInCompleted",
                        "CheckInDismissed",
                        "CheckInDue",
                        "CheckInOpened",
                        "CheckInSnoozed",
                        "JourneyStarted",
                        "MemberErased",
                        "PlanChanged");
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("README.md"),
                                    events.stream().flatMap(name -> Stream.of(name + ".json", name + ".schema.json")))
                            .toList());
        }
        assertThat(events).allMatch(name -> read("README.md").contains("[" + name + "](" + name + ".schema.json)"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theExampleIsWhatTheSchemaSays(String event) {
        assertThat(faults(event, read(event + ".json"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theExampleHasEventBridgesEnvelope(String event) {
        Map<?, ?> envelope = (Map<?, ?>) Template.parsed(read(event + ".json"));
        assertThat(envelope.keySet().stream().map(Object::toString))
                .containsExactly(
                        "version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail");
        assertThat(envelope.get("detail-type")).isEqualTo(event);
        assertThat(envelope.get("source")).isEqualTo(IN.contains(event) ? "app" : "cairn");
    }

    /// Only what the schema names, so no answers by whatever name; and the one who drops repeats needs the id.
    @ParameterizedTest
    @MethodSource("events")
    void nothingButWhatIsNamedMayBeInAnEvent(String event) {
        Node schema = schema(event);
        assertThat(schema.at("$schema").text()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.at("title").text()).isEqualTo(event);
        assertThat(schema.at("additionalProperties").value()).isEqualTo(false);
        assertThat(names(schema))
                .contains("memberId")
                .noneMatch(name -> name.contains("nswer") && !name.endsWith("At"));
        assertThat(names(schema).contains("id")).isEqualTo(!IN.contains(event));
        for (Node property : schema.at("properties").entries()) {
            assertThat(property.at("properties").exists()
                            || property.at("type").texts().contains("object"))
                    .as(property.path())
                    .isFalse();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("events")
    void anEventWithAnswersIsRefused(String event) {
        String example = read(event + ".json");
        String with = example.replaceFirst("\"memberId\":", "\"answers\": {\"irritation\": 3}, \"memberId\":");
        assertThat(faults(event, with)).hasSize(1).first().asString().contains("answers");
    }

    /// What goes out must not come back in as something to do.
    @Test
    void theTemplatesRuleTakesEveryEventInAndNoneThatGoesOut() throws IOException {
        Template template = Template.read();
        Set<String> taken = template.properties("EventsIn")
                .at("EventPattern", "detail-type")
                .texts();
        assertThat(taken).isEqualTo(IN);
        assertThat(events().filter(event -> !IN.contains(event))).doesNotContainAnyElementsOf(taken);
        Node source = template.section("Parameters").at("EventSource", "Default");
        assertThat(source.text()).isEqualTo("app");
    }

    @ParameterizedTest(name = "{0} with {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        CheckInDue       | "dueOn": "2026-11-22"                        | "dueOn": "22.11.2026"
        CheckInDue       | "dueOn": "2026-11-22"                        | "dueOn": "2026-02-30"
        CheckInDue       | "closesOn": "2026-11-30"                     | "closesOn": ""
        CheckInDue       | "snoozeCount": 0                             | "snoozeCount": "0"
        CheckInDue       | "kind": "milestone"                          | "kind": "MILESTONE"
        CheckInDue       | "slot": "day-7"                              | "slot": "Day 7"
        CheckInOpened    | "openedBy": "sweep"                          | "openedBy": "SWEEP"
        CheckInOpened    | "openedAt": "2026-11-22T08:00:00.000Z"       | "openedAt": "2026-11-22T08:00:00Z"
        CheckInOpened    | "openedAt": "2026-11-22T08:00:00.000Z"       | "openedAt": 1795334400
        CheckInCompleted | "late": false                                | "late": null
        CheckInSnoozed   | "snoozeCount": 1                             | "snoozeCount": 0
        MemberErased     | "memberId": "4f1c9d52-7a86-4c1e-9b0f-2d6e8a3b5c71" | "memberId": ""
        PlanChanged      | "plan": "pro",                               | ``
        PlanChanged      | "changedAt": "2026-12-18T14:02:10.482Z"      | "changedAt": "2026-12-18"
        PlanChanged      | "plan": "pro",                               | "plan": "pro", "sequence": -1,
        PlanChanged      | "plan": "pro",                               | "plan": "pro", "sequence": 0.5,
        PlanChanged      | "plan": "pro",                               | "plan": "pro", "sequence": 9007199254740992,
        JourneyStarted   | "startedOn": "2026-11-15"                    | "startedOn": "2026-11-15T00:00:00.000Z"
        """)
    void somethingElseIsRefused(String event, String instead, String value) {
        String example = read(event + ".json");
        assertThat(example).contains(instead);
        assertThat(faults(event, example.replace(instead, value))).isNotEmpty();
    }

    /// Nothing known, nothing that ends: the two are said with null, never by leaving a field out.
    @Test
    void whatIsNotKnownIsNull() {
        String unknown = read("CheckInDue.json")
                .replace("\"Europe/Berlin\"", "null")
                .replace("\"de-DE\"", "null")
                .replace("\"closesOn\": \"2026-11-30\"", "\"closesOn\": null");
        assertThat(unknown).contains("\"timeZone\": null", "\"locale\": null", "\"closesOn\": null");
        assertThat(faults("CheckInDue", unknown)).isEmpty();
        assertThat(faults("CheckInDue", unknown.replace("\"closesOn\": null,", "")))
                .isNotEmpty();
    }

    @Test
    void whatComesInMayLeaveOutWhatItDoesNotKnow() {
        String start = read("JourneyStarted.json").replaceAll("(?s),\\s*\"timeZone\".*\"locale\": \"de-DE\"", "");
        assertThat(start).doesNotContain("timeZone", "locale");
        assertThat(faults("JourneyStarted", start)).isEmpty();
    }

    @Test
    void aChangeOfPlanMaySayWhichOfOneSecondItIs() {
        String plan = read("PlanChanged.json");
        assertThat(faults("PlanChanged", plan.replace("\"plan\":", "\"sequence\": 9007199254740991, \"plan\":")))
                .isEmpty();
    }

    private static List<com.networknt.schema.Error> faults(String event, String envelope) {
        Schema schema = SCHEMAS.getSchema("""
            {"type": "object", "required": ["detail"], "properties": {"detail": %s}}\
            """.formatted(read(event + ".schema.json")));
        return schema.validate(envelope, InputFormat.JSON);
    }

    private static Node schema(String event) {
        return new Node(event, Template.parsed(read(event + ".schema.json")));
    }

    private static Set<String> names(Node schema) {
        return schema.at("properties").entries().stream().map(Node::name).collect(Collectors.toSet());
    }

    private static String read(String file) {
        return Tree.text(FOLDER.resolve(file));
    }
}
