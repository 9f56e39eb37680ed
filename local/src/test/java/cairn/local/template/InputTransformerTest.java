package cairn.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.json.Json;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// EventBridge's own variables, as its user guide has them under "Amazon EventBridge input transformation".
class InputTransformerTest {
    private static final String EVENT =
            "{\"time\":\"2036-03-10T00:00:00Z\",\"detail\":{\"say\":\"<aws.events.rule-name> \\\"$1\\\"\"}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"a":<aws.events.event.ingestion-time>}         | {"a":"2026-03-10T09:00:00Z"}
        {"a":"<aws.events.event.ingestion-time>"}       | {"a":"2026-03-10T09:00:00Z"}
        {"a":"at <aws.events.event.ingestion-time>, so"} | {"a":"at 2026-03-10T09:00:00Z, so"}
        {"a\\"b":<aws.events.rule-name>}                | {"a\\"b":"cairn-EventsIn"}
        {"a":<aws.events.rule-arn>}                     | {"a":"arn:aws:events:r:0:rule/cairn-EventsIn"}
        {"a":<aws.events.event>}                        | {"a":{"time":"2036-03-10T00:00:00Z"}}
        <aws.events.event>                              | {"time":"2036-03-10T00:00:00Z"}
        """)
    void aTextGetsQuotesWhereItHasNoneAndAnEventIsPutAsItIs(String template, String input) throws IOException {
        assertThat(made(template)).isEqualTo(input);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"at":<aws.events.event.ingestion-time>,"event":<aws.events.event.json>}
        {"event":<aws.events.event.json>,"at":<aws.events.event.ingestion-time>}
        """)
    void whatAnEventSaysIsNeverTakenForAVariable(String template) throws IOException {
        assertThat(Json.read(made(template)).path("event")).isEqualTo(Json.read(EVENT));
        assertThat(Json.read(made(template)).path("at").asText()).isEqualTo("2026-03-10T09:00:00Z");
    }

    private static String made(String template) throws IOException {
        return new InputTransformer(template)
                .input(
                        "arn:aws:events:r:0:rule/cairn-EventsIn",
                        Json.read(EVENT),
                        Instant.parse("2026-03-10T09:00:00.987Z"));
    }
}
