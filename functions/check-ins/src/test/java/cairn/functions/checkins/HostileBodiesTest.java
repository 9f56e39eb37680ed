package cairn.functions.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.testkit.HostileJson;
import cairn.testkit.HttpResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Bodies that no reader takes, on every route of this function that has one: refused, and nothing stored.
class HostileBodiesTest {
    private static final String NOW = "2026-03-08T09:00:00Z";
    private static final String COMPLETION = "{\"answers\":{\"comfort\":7,\"feel\":\"dry\",\"changes\":[\"dry\"],"
            + "\"dose\":2.5,\"note\":\"n\",\"sun\":true},\"answeredAt\":\"2026-03-08T08:30:00Z\"}";
    private static final String SNOOZE = "{\"until\":\"2026-03-09T08:00:00Z\"}";
    private static final String DISMISSAL = "{\"unknown\":1}";

    private final Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
    private final long before = anna.version();

    @ParameterizedTest
    @MethodSource("cairn.testkit.HostileJson#unreadable")
    void whatNoReaderTakesIsMalformed(String value) {
        isMalformed("completion", COMPLETION, value);
        isMalformed("snooze", SNOOZE, value);
        isMalformed("dismissal", DISMISSAL, value);
    }

    private void isMalformed(String action, String sound, String value) {
        for (String hole : HostileJson.holes(sound)) {
            HttpResult reply = anna.put(NOW, anna.id("day-7").text(), action, hole.replace(HostileJson.HOLE, value));

            assertThat(reply.status()).as(action + hole).isEqualTo(400);
            assertThat(reply.problem()).isEqualTo("malformed");
            assertThat(reply.json().at("/errors/0/pointer").isTextual()).isTrue();
            assertThat(anna.version()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("cairn.testkit.HostileJson#notUnicode")
    void aTextThatIsNotUnicodeIsInvalidWithItsPointer(String value) {
        for (String hole : HostileJson.holes(COMPLETION)) {
            HttpResult reply =
                    anna.put(NOW, anna.id("day-7").text(), "completion", hole.replace(HostileJson.HOLE, value));

            assertThat(reply.status()).as(hole).isEqualTo(422);
            assertThat(reply.json().at("/errors/0/detail").asText())
                    .isEqualTo("contains a lone surrogate, which is not Unicode");
            assertThat(hole).contains(lastName(reply) + "\":");
            assertThat(anna.version()).isEqualTo(before);
        }
    }

    /// The name of the field that the first fault is in.
    private static String lastName(HttpResult reply) {
        return reply.json()
                .at("/errors/0/pointer")
                .asText()
                .replaceFirst("/0$", "")
                .replaceFirst(".*/", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"answers":{"comfort":7,"feel":"dry","\\ud83d":1}}       | /answers
        {"answers":{"comfort":7,"feel":"dry"},"\\udc00":1}       | ''
        """)
    void aNameThatIsNotUnicodeIsInvalidWithThePointerOfItsObject(String body, String pointer) {
        HttpResult reply = anna.put(NOW, anna.id("day-7").text(), "completion", body);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("errors").findValuesAsText("pointer")).containsExactly(pointer);
        assertThat(anna.version()).isEqualTo(before);
    }
}
