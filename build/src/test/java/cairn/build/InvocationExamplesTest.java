package cairn.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The invocations in `events/`, for `sam local invoke`: each is one that the template would bring about.
class InvocationExamplesTest {
    private static final Path FOLDER = Tree.ROOT.resolve("events");
    private static final Template TEMPLATE = Template.read();

    static Stream<String> requests() throws IOException {
        return files().filter(file -> example(file).at("routeKey").exists());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theRequestIsOneOfTheApisRoutes(String file) {
        Node request = example(file);
        String key = request.at("routeKey").text();
        String method = key.substring(0, key.indexOf(' '));
        String path = key.substring(key.indexOf(' ') + 1);
        assertThat(TEMPLATE.properties("Api")
                        .at("DefinitionBody", "paths", path, method.toLowerCase(Locale.ROOT))
                        .exists())
                .isTrue();
        assertThat(request.at("requestContext", "routeKey").text()).isEqualTo(key);
        assertThat(request.at("requestContext", "http", "method").text()).isEqualTo(method);
        assertThat(request.at("requestContext", "http", "path").text())
                .isEqualTo(request.at("rawPath").text());
    }

    @Test
    void everyFunctionOfTheApiHasAnExample() throws IOException {
        Set<String> asked = requests()
                .map(file -> example(file).at("routeKey").text().split(" ", -1))
                .map(key -> TEMPLATE.properties("Api")
                        .at("DefinitionBody", "paths", key[1], key[0].toLowerCase(Locale.ROOT))
                        .at("x-amazon-apigateway-integration", "uri", "Fn::Sub")
                        .text())
                .map(uri -> uri.substring(uri.indexOf("functions/${") + "functions/${".length(), uri.indexOf(".Alias")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).containsExactly("CheckInsFunction", "DueFunction", "JourneysFunction", "PrivacyFunction");
    }

    @Test
    void theTickIsOneOfTheSchedules() {
        Node tick = example("sweep.json");
        assertThat(tick.at("at").text()).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(TEMPLATE.eventsOfType("ScheduleV2").stream()
                        .map(schedule -> schedule.at("Input").text()))
                .contains("{\"from\":%s,\"to\":%s,\"at\":\"<aws.scheduler.scheduled-time>\"}"
                        .formatted(tick.at("from").value(), tick.at("to").value()));
    }

    /// What the rule's input transformer makes of the example in `docs/events/`.
    @ParameterizedTest(name = "{0} carries {1}")
    @CsvSource({"plan-changed.json, PlanChanged", "journey-started.json, JourneyStarted"})
    void theEventComesWithTheTimeTheBusTookItIn(String file, String event) {
        Node input = example(file);
        String sent = Tree.text(Tree.ROOT.resolve("docs/events/" + event + ".json"));
        assertThat(input.at("event").value()).isEqualTo(Template.parsed(sent));
        assertThat(input.at("ingestionTime").text()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        Node target = TEMPLATE.properties("EventsIn").at("Targets").items().getFirst();
        assertThat(target.at("InputTransformer", "InputTemplate").text().replaceAll("<[^>]*>", "x"))
                .isEqualTo("{"
                        + input.entries().stream()
                                .map(part -> '"' + part.name() + "\":x")
                                .collect(Collectors.joining(","))
                        + "}");
    }

    @ParameterizedTest(name = "{0} reaches {1}")
    @CsvSource({
        "changes.json, ChangesFunction",
        "privacy-stream.json, PrivacyFunction",
        "privacy-stream.json, ChangesFunction"
    })
    void theRecordsPassTheFilters(String file, String function) {
        assertThat(example(file).at("Records").items()).isNotEmpty().allMatch(record -> passes(record, function));
    }

    /// A living member's row, a deleted check-in, and for privacy every check-in.
    @Test
    void theOtherRecordsOfTheStreamDoNot() {
        Node opened = example("changes.json").at("Records").items().getFirst();
        Node erased = example("privacy-stream.json").at("Records").items().getFirst();
        Node written = new Node(
                "a living member",
                Map.of(
                        "dynamodb",
                        Map.of(
                                "Keys",
                                        Objects.requireNonNull(
                                                erased.at("dynamodb", "Keys").value()),
                                "NewImage",
                                        Objects.requireNonNull(erased.at("dynamodb", "OldImage")
                                                .value()))));
        Node deleted = new Node(
                "a deleted check-in",
                Map.of(
                        "dynamodb",
                        Map.of(
                                "Keys",
                                        Objects.requireNonNull(
                                                opened.at("dynamodb", "Keys").value()),
                                "OldImage",
                                        Objects.requireNonNull(opened.at("dynamodb", "NewImage")
                                                .value()))));
        assertThat(List.of(written, deleted))
                .noneMatch(record -> passes(record, "ChangesFunction"))
                .noneMatch(record -> passes(record, "PrivacyFunction"));
        assertThat(passes(opened, "PrivacyFunction")).isFalse();
    }

    private static boolean passes(Node record, String function) {
        return TEMPLATE.properties(function).at("Events").entries().stream()
                .flatMap(event -> event.at("Properties", "FilterCriteria", "Filters").items().stream())
                .map(filter ->
                        new Node("pattern", Template.parsed(filter.at("Pattern").text())))
                .anyMatch(pattern -> matches(pattern, record));
    }

    /// As Lambda does it, as far as the template's filters go: every field named, with one of the values listed.
    /// https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
    private static boolean matches(Node pattern, Node record) {
        return pattern.entries().stream().allMatch(field -> {
            Node here = record.at(field.name());
            return field.value() instanceof List<?>
                    ? field.items().stream().anyMatch(value -> isOne(value, here))
                    : matches(field, here);
        });
    }

    private static boolean isOne(Node value, Node here) {
        if (value.at("prefix").exists()) {
            return here.text().startsWith(value.at("prefix").text());
        }
        return value.at("exists").is(true) ? here.value() instanceof String : value.is(here.value());
    }

    private static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static Node example(String file) {
        try {
            return new Node(file, Template.parsed(Files.readString(FOLDER.resolve(file))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
