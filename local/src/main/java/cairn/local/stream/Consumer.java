package cairn.local.stream;

import cairn.local.stream.ShardReader.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.Shard;

/// One consumer of a stream, with a thread of its own: round after round through the stream's shards,
/// children after their parents, and a rest when there is nothing new.
final class Consumer implements AutoCloseable {
    private static final Duration TO_CLOSE = Duration.ofSeconds(1);

    /// How often to ask which shards there are, though none has ended.
    private static final int ROUNDS_UNTIL_REFRESH = 100;

    private final String name;
    private final TableStream stream;
    private final Positions positions;
    private final Function<String, ShardReader> readers;
    private final Map<String, ShardReader> open = new HashMap<>();
    private final Set<String> finished = new HashSet<>();
    private final Rounds rounds = new Rounds();
    private final Thread thread;
    private List<Shard> shards = List.of();
    private int roundsUntilRefresh;
    private volatile boolean closed;

    /// @param readers makes a reader for a shard
    Consumer(String name, TableStream stream, Positions positions, Function<String, ShardReader> readers) {
        this.name = name;
        this.stream = stream;
        this.positions = positions;
        this.readers = readers;
        this.thread = Thread.ofVirtual().name("stream-" + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Waits until a round that began after this call has found nothing to do.
    ///
    /// @return whether that happened in time
    boolean catchUp(Duration patience) throws InterruptedException {
        return rounds.awaitIdle(patience);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            if (thread.isAlive()) {
                thread.join(TO_CLOSE);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                round();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        rounds.begin();
        boolean worked = false;
        boolean idle = true;
        try {
            refresh();
            for (Shard shard : shards) {
                Step step = step(shard);
                worked |= step == Step.WORKED;
                idle &= step == Step.NOTHING_NEW || step == Step.AT_THE_END_OF_A_CLOSED_SHARD;
            }
        } catch (RuntimeException e) {
            if (closed) {
                return;
            }
            System.err.println("The stream for " + name + " is read again from where it stood, after " + e);
            open.clear();
            idle = false;
        }
        rounds.end(idle);
        if (!worked) {
            rounds.rest();
        }
    }

    private void refresh() {
        roundsUntilRefresh--;
        if (roundsUntilRefresh < 0) {
            roundsUntilRefresh = ROUNDS_UNTIL_REFRESH;
            shards = stream.shards();
            Set<String> known = shards.stream().map(Shard::shardId).collect(Collectors.toSet());
            open.keySet().retainAll(known);
            finished.retainAll(known);
            positions.retain(known);
        }
    }

    private Step step(Shard shard) throws InterruptedException {
        String id = shard.shardId();
        String parent = shard.parentShardId();
        boolean parentIsOpen = parent != null
                && !finished.contains(parent)
                && shards.stream().anyMatch(other -> other.shardId().equals(parent));
        if (finished.contains(id) || parentIsOpen) {
            return Step.NOTHING_NEW;
        }
        Step step = open.computeIfAbsent(id, readers).step();
        if (step == Step.AT_THE_END_OF_A_CLOSED_SHARD) {
            finished.add(id);
            open.remove(id);
            // Its children are next, and may not be known yet.
            shards = stream.shards();
            return Step.WORKED;
        }
        return step;
    }
}
