package cairn.functions.changes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch of the table's stream, as DynamoDB gives it to a function; see `events/changes.json`.
final class Batch {
    private final List<String> records = new ArrayList<>();

    /// A row of anna's that was `before` and is `after` now; null where there is none.
    Batch with(String sequenceNumber, @Nullable String before, @Nullable String after) {
        records.add("{\"eventName\":\"MODIFY\",\"eventSource\":\"aws:dynamodb\",\"dynamodb\":{"
                + "\"ApproximateCreationDateTime\":1774339200,\"Keys\":{},"
                + (before == null ? "" : "\"OldImage\":" + before + ",")
                + (after == null ? "" : "\"NewImage\":" + after + ",")
                + "\"SequenceNumber\":\"" + sequenceNumber + "\",\"SizeBytes\":412,"
                + "\"StreamViewType\":\"NEW_AND_OLD_IMAGES\"}}");
        return this;
    }

    String json() {
        return "{\"Records\":[" + String.join(",", records) + "]}";
    }

    static String open(String slot) {
        return row(slot, "OPEN", "VISIT", 0, "");
    }

    static String openedBy(String slot, String openedBy) {
        return row(slot, "OPEN", openedBy, 0, "");
    }

    static String snoozed(String slot, int count) {
        return row(slot, "OPEN", "VISIT", count, "");
    }

    static String dismissed(String slot) {
        return row(slot, "DISMISSED", "VISIT", 0, "");
    }

    /// With a canary in the answers.
    static String completed(String slot, String openedBy) {
        return row(slot, "COMPLETED", openedBy, 0, """
            ,"completion":{"M":{"answers":{"M":{
              "note":{"S":"canary-words"},"scale":{"N":"7718273"},"sun":{"BOOL":true},
              "changes":{"L":[{"S":"canary-choice"}]}}},
            "answeredAt":{"S":"2026-03-24T07:59:59.000Z"},"completedAt":{"S":"2026-03-24T08:00:00.000Z"},
            "late":{"BOOL":false}}}\
            """);
    }

    private static String row(String slot, String state, String openedBy, int snoozes, String completion) {
        String id = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("1#skin#1#" + slot).getBytes(StandardCharsets.US_ASCII));
        String until = snoozes == 0 ? "" : "\"snoozedUntil\":{\"S\":\"2026-03-25T09:00:00.000Z\"},";
        return "{\"pk\":{\"S\":\"MEMBER#anna\"},\"sk\":{\"S\":\"CHECKIN#1#skin#1#" + slot + "\"},"
                + "\"history\":{\"S\":\"1#skin#0001#2026-03-24\"},\"id\":{\"S\":\"" + id + "\"},"
                + "\"opened\":{\"M\":{\"slot\":{\"S\":\"" + slot + "\"},\"date\":{\"S\":\"2026-03-24\"},"
                + "\"state\":{\"S\":\"" + state + "\"},\"openedAt\":{\"S\":\"2026-03-24T08:00:00.000Z\"},"
                + "\"openedBy\":{\"S\":\"" + openedBy + "\"}," + until
                + "\"snoozeCount\":{\"N\":\"" + snoozes + "\"},\"programVersion\":{\"S\":\"2026-01-01\"}}}"
                + completion + "}";
    }

    static String tombstone() {
        return "{\"pk\":{\"S\":\"MEMBER#anna\"},\"sk\":{\"S\":\"MEMBER\"},\"version\":{\"N\":\"12\"},"
                + "\"life\":{\"N\":\"1\"},\"write\":{\"S\":\"w\"},\"erasedAt\":{\"S\":\"2026-03-24T08:00:00.618Z\"},"
                + "\"expiresAt\":{\"N\":\"1808899200\"}}";
    }

    static String member() {
        return "{\"pk\":{\"S\":\"MEMBER#anna\"},\"sk\":{\"S\":\"MEMBER\"},\"version\":{\"N\":\"11\"},"
                + "\"life\":{\"N\":\"1\"},\"write\":{\"S\":\"w\"},\"plans\":{\"M\":{\"first\":{\"S\":\"free\"},"
                + "\"changes\":{\"L\":[]}}},\"journeys\":{\"M\":{}},\"dueShard\":{\"S\":\"1\"},"
                + "\"nextActionAt\":{\"S\":\"2026-03-24T08:00:00.000Z\"}}";
    }

    /// Of a state that no version of this code has written.
    static String poison() {
        return row("day-7", "CANARY", "VISIT", 0, "");
    }
}
