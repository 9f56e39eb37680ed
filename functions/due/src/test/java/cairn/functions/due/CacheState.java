package cairn.functions.due;

import cairn.checkins.CachedAnswer;
import cairn.checkins.Change;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What has become of the cached answer by the time it is read. Whatever is not to be used says something wrong.
enum CacheState {
    AS_IT_WAS_LEFT,
    STALE,
    OF_THE_FUTURE,
    ABSENT,
    OF_ANOTHER_FINGERPRINT;

    private static final String WRONG = "{\"due\":[],\"next\":[],\"validUntil\":\"2000-01-01T00:00:00.000Z\"}";

    Ledger over(Ledger ledger) {
        return new Tampered(ledger, this);
    }

    private @Nullable CachedAnswer of(@Nullable CachedAnswer answer) {
        if (answer == null) {
            return null;
        }
        return switch (this) {
            case AS_IT_WAS_LEFT -> answer;
            case STALE -> new CachedAnswer(WRONG, answer.asOf(), answer.asOf(), answer.fingerprint());
            case OF_THE_FUTURE ->
                new CachedAnswer(WRONG, Instant.parse("2199-01-01T00:00:00Z"), null, answer.fingerprint());
            case ABSENT -> null;
            case OF_ANOTHER_FINGERPRINT -> new CachedAnswer(WRONG, answer.asOf(), answer.validUntil(), "another");
        };
    }

    private record Tampered(Ledger ledger, CacheState state) implements Ledger {
        @Override
        public Optional<Member> member(MemberId id) {
            return ledger.member(id)
                    .map(member -> new Member(
                            member.id(),
                            member.version(),
                            member.life(),
                            member.lastDay(),
                            member.zone(),
                            member.locale(),
                            member.plans(),
                            member.journeys(),
                            state.of(member.answer())));
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
        public Result commit(Change change) {
            return ledger.commit(change);
        }
    }
}
