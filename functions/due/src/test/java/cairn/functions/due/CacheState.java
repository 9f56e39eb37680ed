package cairn.functions.due;

import cairn.checkins.CachedAnswer;
import cairn.checkins.ForwardingLedger;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Outlook;
import cairn.checkins.Standing;
import java.time.Instant;
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

    private static final class Tampered extends ForwardingLedger {
        private final CacheState state;

        Tampered(Ledger ledger, CacheState state) {
            super(ledger);
            this.state = state;
        }

        @Override
        public Standing standing(MemberId id) {
            Standing standing = super.standing(id);
            return standing instanceof Member member ? tampered(member) : standing;
        }

        private Member tampered(Member member) {
            Outlook outlook = member.outlook();
            return member.with(new Outlook(state.of(outlook.answer()), outlook.nextActionAt()));
        }
    }
}
