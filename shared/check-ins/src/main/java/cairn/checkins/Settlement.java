package cairn.checkins;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// Carries out decisions against the ledger: read, decide, write on condition; where somebody else wrote
/// first, decide again on what they wrote. So no operation ever overwrites what another one was told is
/// stored (semantics 6).
///
/// @param pause is told the number of races lost so far before each new try; it waits a little, with jitter
record Settlement(Ledger ledger, Moment moment, IntConsumer pause) {
    /// Enough for a person's devices; a row under heavier fire answers 503 rather than waiting for ever.
    private static final int MOST_LOST_RACES = 12;

    private static final int ROWS_IN_A_PAGE = 100;

    /// @param first what the operation begins with, as read
    <T> T settle(Standing first, Function<Standing, Decision<T>> rule) {
        Standing seen = first;
        Decision<T> decision = rule.apply(seen);
        int lostRaces = 0;
        while (lostRaces <= MOST_LOST_RACES) {
            switch (decision) {
                case Decision.Done<T>(T outcome) -> {
                    return outcome;
                }
                case Decision.NeedsRow<T> needed -> decision = withRow(seen, needed, rule);
                case Decision.NeedsOpened<T> needed -> decision = withOpened(seen, needed, rule);
                case Decision.NeedsHeld<T> needed -> decision = needed.then().apply(held(seen.id(), needed.life()));
                case Decision.Write<T>(Change change, Function<Standing, Decision<T>> then) -> {
                    Change attempt = change.named(newName());
                    switch (ledger.commit(attempt)) {
                        case Ledger.Committed() -> {
                            seen = attempt.after();
                            decision = then.apply(seen);
                        }
                        case Ledger.MemberChanged(Standing current) -> {
                            lostRaces++;
                            pause.accept(lostRaces);
                            seen = current;
                            decision = rule.apply(current);
                        }
                        case Ledger.SlotTaken(CheckIn existing) -> {
                            lostRaces++;
                            decision = adopt(seen.living().orElseThrow(), existing, rule);
                        }
                    }
                }
            }
        }
        throw new StoreUnavailable("too many writers at once");
    }

    private <T> Decision<T> withRow(Standing seen, Decision.NeedsRow<T> needed, Function<Standing, Decision<T>> rule) {
        Optional<CheckIn> row = ledger.checkIn(seen.id(), needed.id());
        Decision<T> decision = needed.then().apply(row);
        boolean noWriteGuardsIt = row.isEmpty() && decision instanceof Decision.Done<T>;
        return noWriteGuardsIt ? inAnotherLife(seen, rule).orElse(decision) : decision;
    }

    private <T> Decision<T> withOpened(
            Standing seen, Decision.NeedsOpened<T> needed, Function<Standing, Decision<T>> rule) {
        return ledger.checkIn(seen.id(), needed.id())
                .map(needed.then())
                .or(() -> inAnotherLife(seen, rule))
                .orElseThrow(() -> new IllegalStateException("a check-in that was opened has no row"));
    }

    /// A row that is absent may have been removed by an erasure that came after `seen` was read: then the
    /// operation has met another life (semantics 6).
    private <T> Optional<Decision<T>> inAnotherLife(Standing seen, Function<Standing, Decision<T>> rule) {
        Standing current = ledger.standing(seen.id());
        return current.isLifeOf(seen) ? Optional.empty() : Optional.of(rule.apply(current));
    }

    /// Unlike that of any other attempt: 128 bits as 22 characters, for the member's row keeps eight of them.
    private static String newName() {
        UUID random = UUID.randomUUID();
        byte[] bits = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private Map<CheckInId, CheckIn> held(MemberId id, int life) {
        Map<CheckInId, CheckIn> held = new LinkedHashMap<>();
        Ledger.Page page = ledger.held(id, life, null, ROWS_IN_A_PAGE);
        page.items().forEach(row -> held.put(row.id(), row));
        while (page.more()) {
            page = ledger.held(id, life, page.items().getLast().position(), ROWS_IN_A_PAGE);
            page.items().forEach(row -> held.put(row.id(), row));
        }
        return held;
    }

    /// The check-in is there although the person's row does not know of it: the slot was opened. The row is
    /// told, and the operation is decided again.
    private <T> Decision<T> adopt(Member member, CheckIn existing, Function<Standing, Decision<T>> rule) {
        Journey journey = member.journey(existing.program()).orElseThrow();
        Change adoption = moment.writing(member.with(journey.adopting(existing)));
        return new Decision.Write<>(adoption, rule);
    }
}
