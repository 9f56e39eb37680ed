package cairn.functions.privacy;

import cairn.checkins.MemberId;
import cairn.checkins.Tombstone;
import cairn.dynamodb.RowImage;
import cairn.lambda.Budget;
import cairn.lambda.Ledgers;
import cairn.lambda.StreamRecord;
import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Deletes the rows of lives that are over, for the tombstones of a batch.
///
/// Of several tombstones of one member only the last one counts, since its rows include those of the lives
/// before. The members take turns, a step each, so that one with many rows holds up no other of the batch.
record ErasureWorker(Ledgers ledgers, Context context) {
    /// A step is some calls of a few milliseconds each. With less time than this left, the batch comes again.
    private static final Duration FOR_A_STEP = Duration.ofMillis(500);

    /// @param position in the batch
    private record Pending(int position, StreamRecord record, Tombstone tombstone) {}

    /// @return the first record whose rows are not all gone: it comes again, with those after it. What was
    ///         deleted by then stays deleted
    Optional<StreamRecord> run(List<StreamRecord> records) {
        Deque<Pending> pending = pending(records);
        while (!pending.isEmpty() && isTimeForAStep()) {
            Pending next = pending.remove();
            if (!next.tombstone().forgetRows(ledgers.within(Budget.of(context)))) {
                pending.add(next);
            }
        }
        return pending.stream().min(Comparator.comparingInt(Pending::position)).map(Pending::record);
    }

    private boolean isTimeForAStep() {
        return Budget.of(context).compareTo(FOR_A_STEP) > 0;
    }

    private static Deque<Pending> pending(List<StreamRecord> records) {
        Map<MemberId, Pending> last = new LinkedHashMap<>();
        for (int position = 0; position < records.size(); position++) {
            StreamRecord record = records.get(position);
            if (RowImage.of(record.newImage()) instanceof RowImage.OfMember(Tombstone tombstone)) {
                last.put(tombstone.id(), new Pending(position, record, tombstone));
            }
        }
        return new ArrayDeque<>(last.values());
    }
}
