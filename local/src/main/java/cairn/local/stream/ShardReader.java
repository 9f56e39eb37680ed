package cairn.local.stream;

import cairn.local.functions.Invocations;
import cairn.local.functions.Outcome;
import cairn.local.functions.Outcome.Failed;
import cairn.local.functions.Outcome.Replied;
import cairn.local.functions.Outcome.Undelivered;
import cairn.local.stream.Remedy.GiveUp;
import cairn.local.stream.Remedy.TryAgain;
import cairn.local.template.StreamConsumer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;

/// One consumer in one shard: reads a batch, lets the function have it, and goes on only when it is handled
/// or given up. So the order of the shard is kept.
///
/// It never waits: a batch that failed has a time before which it is not tried again, and meanwhile others
/// have a turn.
final class ShardReader {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    /// Up to 800 ms.
    private static final int DOUBLINGS = 4;

    private final String shard;
    private final StreamConsumer consumer;
    private final TableStream stream;
    private final Invocations functions;
    private final Positions positions;
    private final GivenUp givenUp;
    private final InstantSource clock;

    /// What was read and is not handled yet, first things first.
    private final Deque<Batch> waiting = new ArrayDeque<>();

    private Optional<String> iterator = Optional.empty();
    private String readUpTo = "";
    private int failuresInARow;
    private Instant notBefore = Instant.MIN;

    /// @param clock the real one
    ShardReader(
            String shard,
            StreamConsumer consumer,
            TableStream stream,
            Invocations functions,
            Positions positions,
            GivenUp givenUp,
            InstantSource clock) {
        this.shard = shard;
        this.consumer = consumer;
        this.stream = stream;
        this.functions = functions;
        this.positions = positions;
        this.givenUp = givenUp;
        this.clock = clock;
    }

    /// What a step found.
    enum Step {
        WORKED,
        NOTHING_NEW,
        WAITING_TO_TRY_AGAIN,
        AT_THE_END_OF_A_CLOSED_SHARD
    }

    /// Reads, or invokes the function once.
    Step step() throws InterruptedException {
        if (waiting.isEmpty()) {
            return read();
        }
        if (clock.instant().isBefore(notBefore)) {
            return Step.WAITING_TO_TRY_AGAIN;
        }
        attempt(waiting.removeFirst());
        return Step.WORKED;
    }

    private Step read() {
        try {
            String from = iterator.orElseGet(() -> stream.iterator(shard, positions.of(shard)));
            TableStream.Page page = stream.read(from, consumer.batchSize());
            iterator = page.next();
            if (page.items().isEmpty()) {
                return iterator.isPresent() ? Step.NOTHING_NEW : Step.AT_THE_END_OF_A_CLOSED_SHARD;
            }
            readUpTo = page.items().getLast().sequenceNumber();
            List<StreamItem> wanted =
                    page.items().stream().filter(this::isWanted).toList();
            if (wanted.isEmpty()) {
                positions.advance(shard, readUpTo);
            } else {
                waiting.add(Batch.of(wanted));
            }
        } catch (ExpiredIteratorException slept) {
            iterator = Optional.empty();
        }
        return Step.WORKED;
    }

    private boolean isWanted(StreamItem item) {
        return consumer.filters().isEmpty()
                || consumer.filters().stream()
                        .anyMatch(filter -> filter.matches(item.json().toString()));
    }

    private void attempt(Batch batch) throws InterruptedException {
        Outcome outcome = functions.invoke(consumer.function(), batch.event());
        switch (outcome) {
            case Replied(String reply) -> {
                OptionalInt failure =
                        consumer.failure().reportsItems() ? BatchReply.firstFailure(reply, batch) : OptionalInt.empty();
                if (failure.isEmpty()) {
                    done(batch);
                } else {
                    failed(batch, failure.getAsInt());
                }
            }
            case Failed failed -> failed(batch, 0);
            case Undelivered undelivered -> again(List.of(batch));
        }
    }

    private void failed(Batch batch, int first) {
        if (first > 0) {
            positions.advance(shard, batch.before(first).last());
        }
        switch (Remedy.of(batch, first, consumer.failure(), clock.instant())) {
            case TryAgain(List<Batch> batches) -> again(batches);
            case GiveUp(Batch lost, String condition) -> {
                if (first + lost.size() < batch.size()) {
                    waiting.addFirst(batch.from(first + lost.size()));
                }
                givenUp.add(shard, lost, condition, clock.instant());
                done(lost);
            }
        }
    }

    private void again(List<Batch> batches) {
        batches.reversed().forEach(waiting::addFirst);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failuresInARow, DOUBLINGS));
        notBefore = clock.instant().plus(pause);
        failuresInARow++;
    }

    private void done(Batch batch) {
        failuresInARow = 0;
        notBefore = Instant.MIN;
        positions.advance(shard, waiting.isEmpty() ? readUpTo : batch.last());
    }
}
