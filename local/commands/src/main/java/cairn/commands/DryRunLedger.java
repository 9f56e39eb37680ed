package cairn.commands;

import cairn.checkins.Change;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Says of each write that it is done, and writes nothing. What is decided on a write goes on from the row
/// as it would be.
record DryRunLedger(Ledger ledger) implements Ledger {
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
        return new Committed();
    }

    @Override
    public boolean forget(MemberId id, int life) {
        return true;
    }

    @Override
    public Nominees due(int shard, Instant until, @Nullable Nominee after) {
        return ledger.due(shard, until, after);
    }

    @Override
    public void moveBack(Nominee nominee, IntFunction<Instant> until) {}
}
