package cairn.commands;

import cairn.checkins.Change;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Nobody;
import cairn.checkins.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A store of which nothing is read and in which nothing is kept: to see what a file comes to by itself.
record EmptyLedger() implements Ledger {
    private static final Page NO_ROWS = new Page(List.of(), false);

    @Override
    public Standing standing(MemberId id) {
        return new Nobody(id);
    }

    @Override
    public Optional<CheckIn> checkIn(MemberId id, CheckInId checkIn) {
        return Optional.empty();
    }

    @Override
    public Page newestFirst(MemberId id, int life, String program, @Nullable Position after, int limit) {
        return NO_ROWS;
    }

    @Override
    public Page dated(MemberId id, int life, String program, int run, LocalDate from, LocalDate to) {
        return NO_ROWS;
    }

    @Override
    public Page held(MemberId id, int life, @Nullable Position after, int limit) {
        return NO_ROWS;
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
        return new Nominees(List.of(), false);
    }

    @Override
    public void moveBack(Nominee nominee, IntFunction<Instant> until) {}
}
