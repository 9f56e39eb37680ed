package cairn.functions.privacy;

import cairn.checkins.MemberId;
import cairn.checkins.Tombstone;
import cairn.testkit.TestContext;
import cairn.timeline.InstantText;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/// A batch of the table's stream.
final class Batch {
    static final String DONE = "{\"batchItemFailures\":[]}";

    private Batch() {}

    /// The sequence numbers are `sequence-0`, `sequence-1`, …
    static String deliver(RequestStreamHandler function, String... newImages) {
        return send(function, Batch::plentyOfTime, batch(newImages));
    }

    private static String batch(String... newImages) {
        List<String> records = new ArrayList<>();
        for (String image : newImages) {
            records.add(String.format(
                    Locale.ROOT,
                    "{\"eventName\":\"MODIFY\",\"dynamodb\":{\"ApproximateCreationDateTime\":1798971320,"
                            + "\"SequenceNumber\":\"sequence-%d\",\"NewImage\":%s}}",
                    records.size(),
                    image));
        }
        return "{\"Records\":[" + String.join(",", records) + "]}";
    }

    /// @param millisLeft what the invocation has left, each time it looks
    static String deliver(RequestStreamHandler function, IntSupplier millisLeft, String... newImages) {
        return send(function, millisLeft, batch(newImages));
    }

    static String send(RequestStreamHandler function, String event) {
        return send(function, Batch::plentyOfTime, event);
    }

    private static String send(RequestStreamHandler function, IntSupplier millisLeft, String event) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                    output,
                    new TestContext(millisLeft));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    static String example(String file, MemberId member) {
        try {
            return Files.readString(Path.of("..", "..", "events", file))
                    .replace("4f1c9d52-7a86-4c1e-9b0f-2d6e8a3b5c71", member.subject());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static String image(Tombstone tombstone) {
        return String.format(
                Locale.ROOT,
                "{\"pk\":{\"S\":\"MEMBER#%s\"},\"sk\":{\"S\":\"MEMBER\"},\"version\":{\"N\":\"%d\"},"
                        + "\"life\":{\"N\":\"%d\"},\"write\":{\"S\":\"w\"},\"erasedAt\":{\"S\":\"%s\"},"
                        + "\"expiresAt\":{\"N\":\"%d\"}}",
                tombstone.id().subject(),
                tombstone.version(),
                tombstone.life(),
                InstantText.of(tombstone.erasedAt()),
                tombstone.expiresAt().getEpochSecond());
    }

    private static int plentyOfTime() {
        return 60_000;
    }
}
