package cairn.dynamodb;

import cairn.checkins.Change;
import cairn.checkins.Ledger;
import cairn.checkins.Nobody;
import cairn.checkins.Standing;
import cairn.checkins.StoreUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// One change on its way into the table, until it is known what came of it.
///
/// What is not known is never guessed: the member's row says who wrote it last, so a commit whose
/// acknowledgement was lost recognizes itself, in the old row that a refusal brings along or in one read
/// of its own (semantics 6).
///
/// @param item  the member's row to write; its `write` names this commit
/// @param until gives the table as it is seen until a deadline
record Commit(Change change, MemberItem item, Deadline deadline, Function<Deadline, Table> until) {
    /// For the one read that tells what became of a write that was not acknowledged.
    private static final Duration TO_READ_BACK = Duration.ofSeconds(1);

    private static final int MOST_CONFLICTS = 4;
    private static final long LONGEST_FIRST_PAUSE_MILLIS = 20;

    static Commit of(Change change, Deadline deadline, Function<Deadline, Table> until) {
        String write = UUID.randomUUID().toString();
        return new Commit(change, new MemberItem(change.after(), write), deadline, until);
    }

    Ledger.Result run() {
        try {
            return write(until.apply(deadline.earlierBy(TO_READ_BACK)));
        } catch (SdkException failed) {
            Optional<RuntimeException> refused = StoreFailure.permanent(failed);
            if (refused.isPresent()) {
                throw refused.get();
            }
            return readBack(failed);
        }
    }

    /// Two transactions on one row at once refuse each other, whatever their conditions: that is nobody's
    /// loss yet, so it is tried again.
    private Ledger.Result write(Table table) {
        for (int conflicts = 1; ; conflicts++) {
            try {
                send(table);
                return new Ledger.Committed();
            } catch (ConditionalCheckFailedException refused) {
                return new Refusal(item).ofMember(refused.item());
            } catch (TransactionCanceledException cancelled) {
                Optional<Ledger.Result> refusal = new Refusal(item).of(cancelled.cancellationReasons());
                if (refusal.isPresent()) {
                    return refusal.get();
                }
                pauseAfter(conflicts, cancelled);
            } catch (TransactionConflictException conflict) {
                pauseAfter(conflicts, conflict);
            }
        }
    }

    private void send(Table table) {
        if (change.checkIn() == null) {
            table.put(item, change.expectedVersion());
        } else {
            table.put(item, change.expectedVersion(), change.checkIn());
        }
    }

    /// @throws SdkException `conflict` itself, when there were too many
    private static void pauseAfter(int conflicts, SdkException conflict) {
        if (conflicts > MOST_CONFLICTS) {
            throw conflict;
        }
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_FIRST_PAUSE_MILLIS << conflicts));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted before a write", e);
        }
    }

    private Ledger.Result readBack(SdkException outcomeUnknown) {
        Optional<MemberItem> stored = stored(outcomeUnknown);
        if (stored.filter(there -> there.write().equals(item.write())).isPresent()) {
            return new Ledger.Committed();
        }
        Standing current = stored.map(MemberItem::standing)
                .orElseGet(() -> new Nobody(change.after().id()));
        if (current.version() == change.expectedVersion()) {
            throw new StoreUnavailable("a write was not applied in time", outcomeUnknown);
        }
        return new Ledger.MemberChanged(current);
    }

    private Optional<MemberItem> stored(SdkException outcomeUnknown) {
        try {
            return until.apply(deadline).member(item.key());
        } catch (SdkException | StoreUnavailable stillUnknown) {
            outcomeUnknown.addSuppressed(stillUnknown);
            throw new StoreUnavailable("it is not known whether a write was applied", outcomeUnknown);
        }
    }
}
