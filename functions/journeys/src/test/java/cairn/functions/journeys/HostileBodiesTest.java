package cairn.functions.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.testkit.HostileJson;
import cairn.testkit.HttpResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Bodies that no reader takes, on every route of this function that has one: refused, and nothing stored.
class HostileBodiesTest {
    private static final String NOW = "2026-03-01T09:00:00Z";
    private static final String MEMBER = "{\"timeZone\":\"Europe/Berlin\",\"locale\":\"de\"}";
    private static final String JOURNEY = "{\"startedOn\":\"2026-03-01\",\"timeZone\":\"Europe/Berlin\"}";
    private static final String RUN = "{\"startedOn\":\"2026-03-01\"}";
    private static final String PREVIEW = "{\"program\":\"skin\",\"startedOn\":\"2026-01-31\","
            + "\"timeZone\":\"Europe/Berlin\",\"plans\":[{\"plan\":\"free\"},{\"plan\":\"pro\",\"since\":\"2026-03-10\"}],"
            + "\"at\":\"2026-03-08T12:00:00Z\",\"from\":\"2026-02-01\",\"to\":\"2026-03-31\"}";
    private static final String TEXT = "{\"en\":\"a\"}";
    private static final String DEFINITION = PREVIEW.replace(
            "\"program\":\"skin\"",
            "\"definition\":{\"milestones\":[\"P7D\"],\"cadences\":{\"weekly\":\"P1W\"},"
                    + "\"plans\":{\"free\":null,\"pro\":\"weekly\"},\"window\":\"P5D\",\"announceAt\":\"09:00\","
                    + "\"editedOn\":\"2026-01-01\",\"card\":{\"defaultLocale\":\"en\",\"title\":" + TEXT + ",\"body\":"
                    + TEXT + ",\"questions\":["
                    + "{\"id\":\"s\",\"kind\":\"scale\",\"required\":true,\"min\":0,\"max\":10,\"text\":" + TEXT + "},"
                    + "{\"id\":\"n\",\"kind\":\"number\",\"required\":true,\"min\":0.5,\"max\":1e300,\"text\":" + TEXT
                    + "},{\"id\":\"c\",\"kind\":\"choices\",\"required\":true,\"atMost\":1,\"text\":" + TEXT
                    + ",\"choices\":[{\"id\":\"a\",\"text\":" + TEXT + "},{\"id\":\"b\",\"text\":" + TEXT + "}]},"
                    + "{\"id\":\"t\",\"kind\":\"text\",\"required\":false,\"maxLength\":9,\"text\":" + TEXT + "}]}}");

    private final Ben ben = new Ben();

    private HttpResult send(String route, String body) {
        return switch (route) {
            case "member" -> ben.livesIn(NOW, body);
            case "journey" -> ben.starts(NOW, body);
            case "run" -> ben.restartsWith(NOW, "2", body);
            default -> ben.previews(body);
        };
    }

    @ParameterizedTest
    @MethodSource("cairn.testkit.HostileJson#unreadable")
    void whatNoReaderTakesIsMalformed(String value) {
        isMalformed("member", MEMBER, value);
        isMalformed("journey", JOURNEY, value);
        isMalformed("run", RUN, value);
        isMalformed("preview", PREVIEW, value);
        isMalformed("preview", DEFINITION, value);
    }

    private void isMalformed(String route, String sound, String value) {
        for (String hole : HostileJson.holes(sound)) {
            HttpResult reply = send(route, hole.replace(HostileJson.HOLE, value));

            assertThat(reply.status()).as(route + hole).isEqualTo(400);
            assertThat(reply.problem()).isEqualTo("malformed");
            assertThat(reply.json().at("/errors/0/pointer").isTextual()).isTrue();
            assertThat(ben.ledger.member(Ben.ID)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("cairn.testkit.HostileJson#notUnicode")
    void aTextThatIsNotUnicodeIsInvalid(String value) {
        isInvalid("member", MEMBER, value);
        isInvalid("journey", JOURNEY, value);
        isInvalid("run", RUN, value);
        isInvalid("preview", PREVIEW, value);
        isInvalid("preview", DEFINITION, value);
    }

    private void isInvalid(String route, String sound, String value) {
        for (String hole : HostileJson.holes(sound)) {
            HttpResult reply = send(route, hole.replace(HostileJson.HOLE, value));

            assertThat(reply.status()).as(route + hole + reply.body()).isEqualTo(422);
            assertThat(reply.body()).contains("contains a lone surrogate, which is not Unicode");
            assertThat(ben.ledger.member(Ben.ID)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "cadences":{"weekly"  | "cadences":{"\\ud83d":"P1W","weekly" | /definition/cadences
        "plans":{"free"       | "plans":{"\\ud83d":null,"free"       | /definition/plans
        "title":{"en"         | "title":{"\\ud83d":"x","en"          | /definition/card/title
        "definition":{        | "definition":{"\\ud83d":1,           | /definition
        """)
    void aNameThatIsNotUnicodeIsInvalidWithThePointerOfItsObject(String sound, String instead, String pointer) {
        HttpResult reply = ben.previews(DEFINITION.replace(sound, instead));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("errors").findValuesAsText("pointer")).containsExactly(pointer);
    }
}
