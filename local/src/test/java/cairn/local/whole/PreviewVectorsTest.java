package cairn.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.whole.Running.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Semantics 13, of the running API: 300 rows, spread over the whole file.
class PreviewVectorsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path VECTORS = Path.of("../shared/timeline/src/test/resources/timeline.csv");
    private static final int ROWS = 300;

    private static Running cairn;
    private static String token;

    @BeforeAll
    static void start() {
        cairn = new Running();
        token = cairn.token("previews");
    }

    @AfterAll
    static void stop() {
        cairn.close();
    }

    static Stream<String> rows() throws IOException {
        List<String> lines = Files.readAllLines(VECTORS);
        int step = (lines.size() - 1) / ROWS;
        return IntStream.range(0, ROWS).mapToObj(i -> lines.get(0) + "\n" + lines.get(1 + i * step));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theApiGivesTheRow(String headerAndRow) {
        String[] lines = headerAndRow.split("\n", -1);
        List<String> header = Arrays.asList(lines[0].split(",", -1));
        List<String> cells = Arrays.asList(lines[1].split(",", -1));
        Row row = column -> cells.get(header.indexOf(column));

        Reply reply = cairn.send("POST", "/v1/previews", token, preview(row).toString());

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(outcome(reply.json())).isEqualTo(expected(row));
    }

    private interface Row {
        String get(String column);
    }

    private static ObjectNode preview(Row row) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode definition = body.putObject("definition");
        ArrayNode milestones = definition.putArray("milestones");
        words(row.get("milestones")).forEach(days -> milestones.add("P" + days + "D"));
        ObjectNode cadences = definition.putObject("cadences");
        pairs(row.get("cadences")).forEach(cadences::put);
        ObjectNode plans = definition.putObject("plans");
        pairs(row.get("planCadences"))
                .forEach((plan, cadence) ->
                        plans.set(plan, cadence.isEmpty() ? plans.nullNode() : plans.textNode(cadence)));
        definition.put("window", row.get("window"));
        body.put("startedOn", row.get("startedOn"))
                .put("timeZone", row.get("timeZone"))
                .put("at", row.get("now"));
        ArrayNode history = body.putArray("plans");
        Stream.of(row.get("plans").split(";", -1))
                .map(entry -> entry.split("@", -1))
                .forEach(entry -> history.addObject().put("plan", entry[0]).put("since", entry[1]));
        return body;
    }

    /// Column by column; an absent slot leaves its columns empty, as in the file.
    private static Map<String, String> outcome(JsonNode reply) {
        Map<String, String> outcome = new LinkedHashMap<>();
        outcome.put("today", reply.path("today").asText());
        outcome.put("currentSlot", reply.at("/current/slot").asText(""));
        outcome.put("currentOn", reply.at("/current/dueOn").asText(""));
        outcome.put("currentOpensAt", instant(reply.at("/current/opensAt").asText("")));
        outcome.put("closesOn", reply.at("/current/closesOn").asText("").replace("null", ""));
        outcome.put("open", reply.at("/current/open").asText("false"));
        outcome.put("nextSlot", reply.at("/next/slot").asText(""));
        outcome.put("nextOn", reply.at("/next/dueOn").asText(""));
        outcome.put("nextOpensAt", instant(reply.at("/next/opensAt").asText("")));
        return outcome;
    }

    private static Map<String, String> expected(Row row) {
        Map<String, String> expected = new LinkedHashMap<>();
        Stream.of(
                        "today",
                        "currentSlot",
                        "currentOn",
                        "currentOpensAt",
                        "closesOn",
                        "open",
                        "nextSlot",
                        "nextOn",
                        "nextOpensAt")
                .forEach(column -> expected.put(column, row.get(column)));
        return expected;
    }

    /// The file's instants have no milliseconds; the API's always do.
    private static String instant(String text) {
        return text.replace(".000Z", "Z");
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        words(text).map(pair -> pair.split("=", -1)).forEach(pair -> pairs.put(pair[0], pair[1]));
        return pairs;
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }
}
