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

    /// The next life, of which nothing is known yet.
    Member begunAgain(String defaultPlan) {
        return Member.unknown(id, version, life + 1, erasedAt, defaultPlan);
    }
}
