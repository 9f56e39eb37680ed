package cairn.dynamodb;

import cairn.checkins.Change;
import cairn.checkins.Ledger;
import cairn.checkins.Nobody;
import cairn.checkins.Standing;
import cairn.checkins.StoreUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;

/// What it means that DynamoDB did not write, by the old rows that came along: nothing is read again.
///
/// @param resent whether an attempt before the refused one may have been applied, with its reply lost
record Refusal(Change change, boolean resent) {
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    /// What may be gone at the next try (AWS: DynamoDB API Reference, TransactWriteItems, cancellation
    /// reasons).
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    /// Looks at every reason, for one of them may hide another: the member's row decides first, and a
    /// slot is taken only where nothing else stood in the way.
    ///
    /// @param reasons one for each row, in the order in which [Table] sends them
    /// @return empty if it is to be tried again
    Optional<Ledger.Result> of(List<CancellationReason> reasons) {
        CancellationReason ofMember = reasons.get(Table.MEMBER_IN_TRANSACTION);
        CancellationReason ofCheckIn = reasons.get(Table.CHECK_IN_IN_TRANSACTION);
        if (CONDITION_FAILED.equals(ofMember.code())) {
            return Optional.of(ofMember(ofMember.item()));
        }
        if (reasons.stream().map(CancellationReason::code).anyMatch(PASSING::contains)) {
            return Optional.empty();
        }
        if (CONDITION_FAILED.equals(ofCheckIn.code()) && ofCheckIn.hasItem()) {
            CheckInItem existing = CheckInItem.SCHEMA.mapToItem(ofCheckIn.item());
            return Optional.of(new Ledger.SlotTaken(existing.checkIn()));
        }
        throw StoreFailure.ofTransaction(reasons);
    }

    /// The member's row is not the one the change was decided on, or an attempt before this one has written it.
    ///
    /// @param old empty if there is no row
    /// @throws StoreUnavailable if neither can be told
    Ledger.Result ofMember(Map<String, AttributeValue> old) {
        Standing stored = old.isEmpty()
                ? new Nobody(change.after().id())
                : MemberItem.SCHEMA.mapToItem(old).standing();
        return switch (change.traceIn(stored)) {
            case APPLIED -> new Ledger.Committed();
            case NOT_APPLIED -> new Ledger.MemberChanged(stored);
            case UNKNOWN -> {
                if (resent) {
                    throw new StoreUnavailable("it is not known which attempt of a write was refused");
                }
                yield new Ledger.MemberChanged(stored);
            }
        };
    }
}
