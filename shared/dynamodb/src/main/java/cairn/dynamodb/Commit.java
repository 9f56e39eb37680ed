package cairn.dynamodb;

import cairn.checkins.Change;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Nobody;
import cairn.checkins.RowRefused;
import cairn.checkins.Standing;
import cairn.checkins.StoreUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// One change on its way into the table, until it is known what came of it.
///
/// An attempt whose outcome is unknown is never decided again on a guess. It is looked up by its name, in the old row
/// that a refusal brings along or in one read of its own (semantics 6, "applied at most once").
///
/// @param until gives the table as it is seen until a deadline
record Commit(Change change, Deadline deadline, Function<Deadline, Table> until) {
    /// For the one read that tells what became of a write that was not acknowledged.
    private static final Duration TO_READ_BACK = Duration.ofSeconds(1);

    private static final int MOST_CONFLICTS = 4;
    private static final long LONGEST_FIRST_PAUSE_MILLIS = 20;

    Ledger.Result run() {
        try {
            return write(until.apply(deadline.earlierBy(TO_READ_BACK)));
        } catch (SdkException failed) {
            Optional<RuntimeException> refused = StoreFailure.permanent(failed);
            boolean appliesToEveryAttempt =
                    refused.isPresent() && (refused.get() instanceof RowRefused || !mayFollowAnAppliedAttempt(failed));
            if (appliesToEveryAttempt) {
                throw refused.get();
            }
            return readBack(failed);
        }
    }

    /// Two transactions on one row at once refuse each other, whatever their conditions. Neither won, so retry.
    private Ledger.Result write(Table table) {
        boolean resent = false;
        for (int conflicts = 1; ; conflicts++) {
            try {
                send(table);
                return new Ledger.Committed();
            } catch (ConditionalCheckFailedException refused) {
                return new Refusal(change, resent || mayFollowAnAppliedAttempt(refused)).ofMember(refused.item());
            } catch (TransactionCanceledException cancelled) {
                resent |= mayFollowAnAppliedAttempt(cancelled);
                Optional<Ledger.Result> refusal = new Refusal(change, resent).of(cancelled.cancellationReasons());
                if (refusal.isPresent()) {
                    return refusal.get();
                }
                pauseAfter(conflicts, cancelled);
            } catch (TransactionConflictException conflict) {
                resent |= mayFollowAnAppliedAttempt(conflict);
                pauseAfter(conflicts, conflict);
            }
        }
    }

    /// Whether the SDK had sent the request before, without learning what came of it.
    private static boolean mayFollowAnAppliedAttempt(SdkException refused) {
        Integer attempts = refused.numAttempts();
        return attempts == null || attempts > 1;
    }

    private void send(Table table) {
        MemberItem item = new MemberItem(change.after());
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
        Standing stored = stored(outcomeUnknown);
        return switch (change.traceIn(stored)) {
            case APPLIED -> new Ledger.Committed();
            case NOT_APPLIED -> new Ledger.MemberChanged(stored);
            case UNKNOWN -> throw new StoreUnavailable("it is not known whether a write was applied", outcomeUnknown);
        };
    }

    private Standing stored(SdkException outcomeUnknown) {
        MemberId id = change.after().id();
        try {
            return until.apply(deadline)
                    .member(RowKey.ofMember(id))
                    .map(MemberItem::standing)
                    .orElseGet(() -> new Nobody(id));
        } catch (SdkException | StoreUnavailable stillUnknown) {
            outcomeUnknown.addSuppressed(stillUnknown);
            throw new StoreUnavailable("it is not known whether a write was applied", outcomeUnknown);
        }
    }
}
