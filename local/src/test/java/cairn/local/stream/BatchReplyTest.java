package cairn.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchReplyTest {
    private static final Batch BATCH = Batch.of(List.of(item("10"), item("11"), item("12")));

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}", "", "\"done\""})
    void nothingFailedIn(String reply) {
        assertThat(BatchReply.firstFailure(reply, BATCH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [{"itemIdentifier":"11"}]                          | 1
        [{"itemIdentifier":"12"},{"itemIdentifier":"11"}]  | 1
        [{"itemIdentifier":"10"}]                          | 0
        [{"itemIdentifier":"12"}]                          | 2
        """)
    void theFirstOfAllThatFailedCounts(String failures, int first) {
        assertThat(BatchReply.firstFailure("{\"batchItemFailures\":" + failures + "}", BATCH))
                .isEqualTo(OptionalInt.of(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"itemIdentifier\":\"99\"}]",
                "[{\"itemIdentifier\":\"\"}]",
                "[{\"itemIdentifier\":null}]",
                "[{\"id\":\"12\"}]",
                "\"12\""
            })
    void anIdentifierThatIsNoneFailsTheWholeBatch(String failures) {
        assertThat(BatchReply.firstFailure("{\"batchItemFailures\":" + failures + "}", BATCH))
                .isEqualTo(OptionalInt.of(0));
    }

    @Test
    void anEventHasTheRecordsInOrder() {
        assertThat(BATCH.event()).isEqualTo("{\"Records\":[{\"id\":\"10\"},{\"id\":\"11\"},{\"id\":\"12\"}]}");
    }

    private static StreamItem item(String number) {
        return new StreamItem(number, Instant.EPOCH, Json.object().put("id", number));
    }
}
