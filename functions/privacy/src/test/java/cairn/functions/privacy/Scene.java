package cairn.functions.privacy;

import cairn.checkins.Announcement;
import cairn.checkins.Answer;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.Standing;
import cairn.checkins.Tombstone;
import cairn.testkit.SamplePrograms;
import cairn.timeline.SlotKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A person on the day of their first card, a little after it was to be announced; and their erasure.
final class Scene {
    static final Instant NOW = Instant.parse("2026-03-24T08:00:00.123Z");
    private static final Instant A_WEEK_AGO = NOW.minusSeconds(7 * 86_400);
    static final Instant ERASED_AT = NOW.plusSeconds(1);
    static final Instant BEGUN_AGAIN_AT = NOW.plusSeconds(2);
    static final LocalDate STARTED_ON = LocalDate.of(2026, 3, 17);
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /// In life 1.
    static final CheckInId CARD = new CheckInId(1, SamplePrograms.SKIN, 1, new SlotKey.Milestone(7));
    static final CheckInId MISSED = new CheckInId(1, SamplePrograms.HAIR, 1, new SlotKey.Milestone(7));
    static final Map<String, Answer> ANSWERS = Emil.answers("from the life that is over");

    final MemberId id = new MemberId("scene-" + UUID.randomUUID());
    /// What a sweep had found to be announced.
    final List<Announcement> found = new ArrayList<>();

    private final Ledger ledger;

    /// What is stored.
    record Rows(Standing standing, List<CheckIn> ofFirstLife, List<CheckIn> ofSecondLife) {}

    Scene(Ledger ledger) {
        this.ledger = ledger;
        at(A_WEEK_AGO.minusSeconds(86_400)).start(id, SamplePrograms.SKIN, STARTED_ON, BERLIN);
    }

    Members at(Instant now) {
        return Emil.at(ledger, now.toString());
    }

    /// What is stored of the person.
    Standing standing() {
        return ledger.standing(id);
    }

    Members now() {
        return at(NOW);
    }

    /// Hair since a day that makes its first slot one that closed yesterday.
    void missesOne() {
        at(A_WEEK_AGO).start(id, SamplePrograms.HAIR, STARTED_ON.minusDays(6), null);
    }

    void isErased() {
        at(ERASED_AT).erase(id);
        if (ledger.standing(id) instanceof Tombstone tombstone && !tombstone.forgetRows(ledger)) {
            throw new AssertionError("there was time enough");
        }
    }

    /// And begins the same again: the new life's card has the slot that the old one had, and has still to be
    /// announced.
    void isErasedAndBeginsAgain() {
        isErased();
        at(BEGUN_AGAIN_AT).beginAgain(id);
        at(BEGUN_AGAIN_AT).start(id, SamplePrograms.SKIN, STARTED_ON, BERLIN);
        at(BEGUN_AGAIN_AT).sweep(id);
    }

    Rows rows() {
        return new Rows(
                ledger.standing(id),
                ledger.held(id, 1, null, 100).items(),
                ledger.held(id, 2, null, 100).items());
    }
}
