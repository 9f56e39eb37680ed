package cairn.functions.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.testkit.HttpResult;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a program would do for somebody.
class PreviewTest {
    private static final String REST = "\"startedOn\":\"2026-01-31\",\"timeZone\":\"Europe/Berlin\","
            + "\"plans\":[{\"plan\":\"free\"},{\"plan\":\"pro\",\"since\":\"2026-03-10\"}]";
    private static final String DEFINITION =
            "{\"milestones\":[\"P7D\"],\"cadences\":{\"weekly\":\"P1W\",\"monthly\":\"P1M\"},"
                    + "\"plans\":{\"free\":\"monthly\",\"pro\":\"weekly\",\"paused\":null},\"window\":\"P5D\"}";

    private final Ben ben = new Ben();

    @Test
    void aDefinitionOfFourFieldsIsEnough() {
        HttpResult reply = ben.previews("{\"definition\":" + DEFINITION + "," + REST
                + ",\"at\":\"2026-03-08T12:00:00Z\",\"from\":\"2026-02-01\",\"to\":\"2026-03-31\"}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("current").toString())
                .isEqualTo("{\"slot\":\"monthly-2026-03-07\",\"dueOn\":\"2026-03-07\","
                        + "\"opensAt\":\"2026-03-06T23:00:00.000Z\",\"closesOn\":\"2026-03-12\",\"open\":true}");
        assertThat(reply.json().path("next").toString())
                .isEqualTo("{\"slot\":\"weekly-2026-03-14\",\"dueOn\":\"2026-03-14\","
                        + "\"opensAt\":\"2026-03-13T23:00:00.000Z\"}");
        assertThat(reply.json().path("slots").findValuesAsText("slot"))
                .containsExactly(
                        "day-7", "monthly-2026-03-07", "weekly-2026-03-14", "weekly-2026-03-21", "weekly-2026-03-28");
    }

    @Test
    void aProgramOfTheDeploymentIsNamed() {
        HttpResult reply = ben.previews("{\"program\":\"skin\"," + REST + ",\"at\":\"2026-02-01T12:00:00Z\"}");
        assertThat(reply.json().path("current").isNull()).isTrue();
        assertThat(reply.json().at("/next/slot").asText()).isEqualTo("day-7");
        assertThat(reply.json().path("slots")).isEmpty();
    }

    @Test
    void nothingIsStored() {
        ben.previews("{\"program\":\"skin\"," + REST + "}");
        assertThat(ben.ledger.member(Ben.ID)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "program":"nails"                                        | 404 | ''
        "program":"skin","definition":{}                         | 422 | ''
        "startedOn":"2026-01-31"                                 | 422 | ''
        "program":"skin","from":"2026-01-01"                     | 422 | /to
        "program":"skin","from":"2026-01-02","to":"2026-01-01"   | 422 | /to
        "program":"skin","from":"+02026-01-02","to":"2026-01-03" | 422 | /from
        "program":"skin","at":"+02026-01-02T00:00:00Z"           | 422 | /at
        "definition":{"milestones":["P7D"],"cadences":{},"plans":{"free":null,"pro":null},"window":"none","editedOn":"+02026-11-22"} | 422 | /definition/editedOn
        "program":"skin","at":"soon"                             | 422 | /at
        "definition":{"milestones":["P1M"],"cadences":{},"plans":{"free":"weekly","pro":null},"window":"P1M"} | 422 | /definition/milestones/0
        """)
    void whatIsWrongIsSaid(String fields, int status, String pointer) {
        String body = fields.contains("startedOn") ? "{" + fields + "}" : "{" + fields + "," + REST + "}";
        HttpResult reply = ben.previews(body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        if (!pointer.isEmpty()) {
            assertThat(reply.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
        }
    }

    @Test
    void everyFaultOfADefinitionIsListed() {
        HttpResult reply = ben.previews("{\"definition\":{\"milestones\":[\"P7D\",\"P7D\",\"x\"],\"cadences\":"
                + "{\"Weekly\":\"P1W\",\"monthly\":\"P1M1D\"},\"plans\":{\"free\":\"yearly\"},\"window\":\"P0D\"},"
                + "\"startedOn\":\"tomorrow\",\"timeZone\":\"Berlin\",\"plans\":[]}");
        assertThat(reply.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/definition/milestones/1",
                        "/definition/milestones/2",
                        "/definition/cadences/Weekly",
                        "/definition/cadences/monthly",
                        "/definition/plans/free",
                        "/definition/window",
                        "/startedOn",
                        "/timeZone",
                        "/plans");
    }

    /// Each since is held against the latest of those before it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        free, pro 2026-05-01, free 2026-01-01, pro 2026-03-01            | /plans/2/since /plans/3/since
        free, pro 2026-05-01, free 2026-01-01, pro 2026-06-01            | /plans/2/since
        free 2026-05-01, pro 2026-04-30                                  | /plans/1/since
        free 2199-12-31, pro 2000-01-01                                  | /plans/1/since
        free, pro 2026-05-01, free                                       | /plans/2/since
        free, pro 1999-12-31, free 2200-01-01                            | /plans/1/since /plans/2/since
        free 2026-05-01, pro 2026-05-01, free 2026-05-01, pro 2026-05-02 |
        """)
    void plansThatAreOutOfOrderAreSaidToBe(String plans, @Nullable String pointers) {
        String entries = Arrays.stream(plans.split(", ", -1))
                .map(plan -> plan.split(" ", -1))
                .map(plan -> "{\"plan\":\"" + plan[0] + "\""
                        + (plan.length == 1 ? "" : ",\"since\":\"" + plan[1] + "\"") + "}")
                .collect(Collectors.joining(",", "[", "]"));

        HttpResult reply = ben.previews(
                "{\"program\":\"skin\",\"startedOn\":\"2026-01-31\",\"timeZone\":\"UTC\",\"plans\":" + entries + "}");

        assertThat(reply.status()).isEqualTo(pointers == null ? 200 : 422);
        assertThat(String.join(" ", reply.json().path("errors").findValuesAsText("pointer")))
                .isEqualTo(pointers == null ? "" : pointers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P306783379W", "P-306783379W", "P2147483647D", "P2147483647Y", "P99999999999D", "P178956971Y"})
    void aPeriodThatOverflowsIsAFaultWhereverItStands(String period) {
        HttpResult reply = ben.previews("{\"definition\":{\"milestones\":[\"" + period
                + "\"],\"cadences\":{\"weekly\":\"" + period
                + "\"},\"plans\":{\"free\":\"weekly\",\"pro\":null},\"window\":\"" + period + "\"}," + REST + "}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/definition/milestones/0", "/definition/cadences/weekly", "/definition/window");
    }

    /// A journey at either end of the days there are, seen from either end, in the first and the last zone.
    @ParameterizedTest
    @CsvSource(textBlock = """
        2000-01-01, Pacific/Kiritimati, 2000-01-01T00:00:00Z,     2000-01-01, day-0
        2000-01-01, Pacific/Pago_Pago,  2000-01-01T00:00:00Z,     1999-12-31,
        2000-01-01, Etc/GMT+12,         2000-01-01T11:59:59.999Z, 1999-12-31,
        2199-12-31, Pacific/Kiritimati, 2199-12-31T23:59:59.999Z, 2200-01-01, day-0
        2199-12-31, Pacific/Pago_Pago,  2199-12-31T23:59:59.999Z, 2199-12-31, day-0
        2000-01-01, UTC,                2199-12-31T23:59:59.999Z, 2199-12-31, daily-2199-12-31
        """)
    void anythingCanBeAskedAtTheEnds(String startedOn, String zone, String at, String today, @Nullable String current) {
        for (String day : List.of("2000-01-01", "2199-12-31")) {
            HttpResult reply = ben.previews("{\"definition\":{\"milestones\":[\"P0D\",\"P3660D\"],\"cadences\":"
                    + "{\"daily\":\"P1D\",\"rare\":\"P10Y\"},\"plans\":{\"free\":\"rare\",\"pro\":\"daily\"},"
                    + "\"window\":\"P3660D\"},\"startedOn\":\"" + startedOn + "\",\"timeZone\":\"" + zone
                    + "\",\"at\":\""
                    + at + "\",\"plans\":[{\"plan\":\"free\"},{\"plan\":\"pro\",\"since\":\"2000-01-01\"},"
                    + "{\"plan\":\"free\",\"since\":\"2199-12-31\"}],\"from\":\"" + day + "\",\"to\":\"" + day + "\"}");

            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            assertThat(reply.json().path("today").asText()).isEqualTo(today);
            assertThat(reply.json().at("/current/slot").asText("")).isEqualTo(current == null ? "" : current);
        }
    }

    @Test
    void plansComeInTheOrderOfTheirDates() {
        HttpResult reply = ben.previews(
                "{\"program\":\"skin\",\"startedOn\":\"2026-01-31\",\"timeZone\":\"UTC\",\"plans\":["
                        + "{\"plan\":\"free\",\"since\":\"2026-02-01\"},{\"plan\":\"gold\",\"since\":\"2026-01-01\"}]}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/plans/1/plan", "/plans/1/since");
    }
}
