package cairn.checkins;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is left of a person who was erased: nothing about them, and enough to refuse whatever still arrives
/// for the life that is over (semantics 12).
///
/// @param life that was erased
public record Tombstone(MemberId id, long version, int life, Instant erasedAt) implements Standing {
    /// Longer than any backup, queue or archive is kept.
    private static final Duration STANDS = Duration.ofDays(400);

    /// Up to this life, the next one can begin at once.
    private static final int LIVES_AT_ONCE = 10;

    /// How long after its erasure each later life has to wait for the next one.
    private static final Duration BETWEEN_LATER_LIVES = Duration.ofDays(1);

    /// From when on it may vanish.
    public Instant expiresAt() {
        return erasedAt.plus(STANDS);
    }

    @Override
    public Optional<Member> living() {
        return Optional.empty();
    }

    /// It keeps no names: an attempt that meets it ends there, whichever write left it.
    @Override
    public Tombstone named(String write) {
        return this;
    }

    /// Removes check-ins of the life that is over and of those before it: one step, whose cost does not depend
    /// on how many lives there were.
    ///
    /// @return whether none is left; else another step is needed
    public boolean forgetRows(Ledger ledger) {
        return ledger.forget(id, life);
    }

    /// How long the next life has to wait at `now`; zero if it can begin. Each erasure costs work that nobody
    /// pays for, so their number is bounded, by the beginnings: to be erased is never refused.
    Duration waitAt(Instant now) {
        Duration wait =
                life < LIVES_AT_ONCE ? Duration.ZERO : Duration.between(now, erasedAt.plus(BETWEEN_LATER_LIVES));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /// The next life, of which nothing is known yet.
    Member begunAgain(String defaultPlan) {
        return Member.unknown(id, version, life + 1, erasedAt, defaultPlan);
    }
}
