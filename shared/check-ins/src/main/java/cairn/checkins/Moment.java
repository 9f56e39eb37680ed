package cairn.checkins;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The moment of a request, and all that a decision needs besides the person's row. Every write is made
/// here, so every write leaves behind what is due as of then, when the sweep has to come, and the last day
/// on which something was written (semantics 1, 10, 11).
///
/// @param now the server's clock, in whole milliseconds
record Moment(Programs programs, AnswerFormat format, Instant now) {
    private static final Duration CLOCKS_MAY_DIFFER_BY = Duration.ofMinutes(5);

    /// Whether something that is said to have happened cannot have: another system's clock may be a little
    /// ahead of ours, and no more.
    boolean isTooEarlyFor(Instant said) {
        return said.isAfter(now.plus(CLOCKS_MAY_DIFFER_BY));
    }

    MemberAt seen(Member member) {
        return MemberAt.of(member, programs, now);
    }

    /// A person of whom nothing is stored yet.
    Member unknown(MemberId id) {
        return Member.unknown(id, programs.defaultPlan());
    }

    Change writing(Member changed) {
        return new Change(next(changed), null);
    }

    Change opening(Member changed, CheckIn row) {
        return new Change(next(changed), new Change.Open(row));
    }

    Change replacing(Member changed, CheckIn row) {
        return new Change(next(changed), new Change.Replace(row));
    }

    /// Written for somebody who need not be there: an import is no day in their life, so the last one they had
    /// stays it.
    ///
    /// @param row null if none comes with it
    Change importing(Member changed, @Nullable CheckIn row) {
        MemberAt at = seen(changed);
        LocalDate lastDay = changed.lastDay() == null ? at.today() : changed.lastDay();
        return new Change(written(changed.on(lastDay)), row == null ? null : new Change.Open(row));
    }

    private Member next(Member changed) {
        return written(changed.on(seen(changed).today()));
    }

    /// What follows from the row as it will be: its last day, too, bears on when the member's day changes.
    private Member written(Member changed) {
        MemberAt at = seen(changed);
        return changed.written(new Outlook(cached(at), at.nextActionAt()));
    }

    private @Nullable CachedAnswer cached(MemberAt at) {
        if (at.withOpenable().isPresent()) {
            return null;
        }
        DueAnswer answer = at.answer();
        return new CachedAnswer(format.write().apply(answer), now, answer.validUntil(), programs.fingerprint());
    }
}
