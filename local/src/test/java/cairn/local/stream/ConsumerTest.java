package cairn.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.deadletters.DeadLetters;
import cairn.local.functions.Outcome.Failed;
import cairn.local.functions.Outcome.Replied;
import cairn.local.life.DataFolder;
import cairn.local.pattern.EventPattern;
import cairn.local.template.StreamConsumer;
import cairn.testkit.Patience;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What happens to shards.
class ConsumerTest {
    private static final Duration SOON = Patience.LONG;

    private final DataFolder data = DataFolder.temporary();

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void aChildIsReadWhenItsParentHasBeenReadToItsEnd() throws Exception {
        var seen = Seen.succeeding();
        // The child comes first in the list.
        read(
                new FakeStream()
                        .shard("b", "a", "3", "4")
                        .shard("a", "gone", "1", "2")
                        .closed("a"),
                seen);

        assertThat(seen.keysBy("one")).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aChildWaitsWhileItsParentIsTriedAgain() throws Exception {
        var seen = Seen.answering(
                records -> Seen.keys(records).contains("1") ? new Failed("no", Optional.empty()) : new Replied("{}"));
        try (var consumer = consumer(
                new FakeStream().shard("a", "", "1").shard("b", "a", "2").closed("a"), seen)) {
            consumer.start();
            Patience.until("a second try", () -> seen.by("one").size() > 1);
            assertThat(consumer.catchUp(Duration.ofMillis(500))).isFalse();
        }

        assertThat(seen.keysBy("one")).contains("1").doesNotContain("2");
    }

    @Test
    void aShardThatIsTriedAgainDoesNotHoldUpAnUnrelatedOne() throws Exception {
        var seen = Seen.answering(
                records -> Seen.keys(records).contains("1") ? new Failed("no", Optional.empty()) : new Replied("{}"));
        try (var consumer = consumer(new FakeStream().shard("a", "", "1").shard("b", "", "2"), seen)) {
            consumer.start();
            Patience.until("the other shard", () -> seen.keysBy("one").contains("2"));
            assertThat(consumer.catchUp(Duration.ofMillis(500))).isFalse();
        }
    }

    @Test
    void anExpiredIteratorIsReplacedByOneAtTheSamePlace() throws Exception {
        var stream = new FakeStream().shard("a", "", "1", "2");
        var seen = Seen.succeeding();
        try (var consumer = consumer(stream, seen)) {
            consumer.start();
            assertThat(consumer.catchUp(SOON)).isTrue();
            stream.expireAndAdd("a", "3");
            assertThat(consumer.catchUp(SOON)).isTrue();
        }

        assertThat(seen.keysBy("one")).containsExactly("1", "2", "3");
    }

    @Test
    void whereThePositionIsTooOldItGoesOnWithWhatThereIs() throws Exception {
        var seen = Seen.succeeding();
        read(new FakeStream().shard("a", "", "1"), seen);
        read(new FakeStream().shard("a", "", "7").trimmed(), seen);

        assertThat(seen.keysBy("one")).containsExactly("1", "7");
    }

    @Test
    void whatNoFilterLetsThroughIsBehindItAllTheSame() throws Exception {
        try (var consumer = consumer(new FakeStream().shard("a", "", "1", "2"), Seen.succeeding(), "other")) {
            consumer.start();
            assertThat(consumer.catchUp(SOON)).isTrue();
        }

        assertThat(new Positions(data, "one-Stream", "arn:stream").of("a")).contains("1");
    }

    private void read(FakeStream stream, Seen functions) throws InterruptedException {
        try (var consumer = consumer(stream, functions)) {
            consumer.start();
            assertThat(consumer.catchUp(SOON)).isTrue();
        }
    }

    private Consumer consumer(FakeStream fake, Seen functions, String... keys) {
        List<EventPattern> filters = Stream.of(keys)
                .map(key -> new EventPattern("{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":[\"" + key + "\"]}}}}"))
                .toList();
        var definition = new StreamConsumer("one-Stream", "one", "arn:one", "table", 1, filters, PumpedTable.patient());
        var stream = new TableStream(fake, "arn:stream", "eu-central-1");
        var positions = new Positions(data, "one-Stream", "arn:stream");
        var givenUp = new GivenUp(definition, "arn:stream", new DeadLetters(data));
        return new Consumer(
                "one-Stream",
                stream,
                positions,
                shard -> new ShardReader(
                        shard, definition, stream, functions, positions, givenUp, InstantSource.system()));
    }
}
