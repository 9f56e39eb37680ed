package cairn.functions.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.testkit.HttpResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
