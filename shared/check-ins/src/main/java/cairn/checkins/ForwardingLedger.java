package cairn.checkins;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A ledger that another one does the work of, for those that change one thing about it.
public abstract class ForwardingLedger implements Ledger {
    private final Ledger ledger;

    protected ForwardingLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Standing standing(MemberId id) {
        return ledger.standing(id);
    }

    @Override
    public Optional<CheckIn> checkIn(MemberId id, CheckInId checkIn) {
        return ledger.checkIn(id, checkIn);
    }

    @Override
    public Page newestFirst(MemberId id, int life, String program, @Nullable Position after, int limit) {
        return ledger.newestFirst(id, life, program, after, limit);
    }

    @Override
    public Page dated(MemberId id, int life, String program, int run, LocalDate from, LocalDate to) {
        return ledger.dated(id, life, program, run, from, to);
    }

    @Override
    public Page held(MemberId id, int life, @Nullable Position after, int limit) {
        return ledger.held(id, life, after, limit);
    }

    @Override
    public Result commit(Change change) {
        return ledger.commit(change);
    }

    @Override
    public boolean forget(MemberId id, int life) {
        return ledger.forget(id, life);
    }

    @Override
    public Nominees due(int shard, Instant until, @Nullable Nominee after) {
        return ledger.due(shard, until, after);
    }

    @Override
    public void moveBack(Nominee nominee, IntFunction<Instant> until) {
        ledger.moveBack(nominee, until);
    }
}
