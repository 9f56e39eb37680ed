package cairn.testkit;

import static cairn.testkit.SamplePrograms.HAIR;
import static cairn.testkit.SamplePrograms.SKIN;

import cairn.checkins.Answer;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.timeline.SlotKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/// A person on the day of their seventh-day cards: that of `skin` was opened, that of `hair` was not yet.
final class RaceStart {
    static final Instant NOW = Instant.parse("2026-03-24T12:00:00.123Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 24);
    static final LocalDate STARTED_ON = TODAY.minusDays(7);
    static final CheckInId OPENED = new CheckInId(1, SKIN, 1, new SlotKey.Milestone(7));
    static final CheckInId UNOPENED = new CheckInId(1, HAIR, 1, new SlotKey.Milestone(7));
    static final Map<String, Answer> ANSWERS =
            Map.of("comfort", new Answer.Quantity(BigDecimal.valueOf(7)), "feel", new Answer.Words("dry"));
    static final Map<String, Answer> OTHER_ANSWERS =
            Map.of("comfort", new Answer.Quantity(BigDecimal.valueOf(2)), "feel", new Answer.Words("oily"));

    private final Member member;
    private final CheckIn opened;

    private RaceStart(Member member, CheckIn opened) {
        this.member = member;
        this.opened = opened;
    }

    /// Made by the rules themselves, once; then copied for each round.
    static RaceStart make() {
        MemberId id = LedgerUnderTest.somebody();
        Ledger ledger = new InMemoryLedger();
        Members members = on(ledger);
        members.start(id, SKIN, STARTED_ON, ZoneId.of("Europe/Berlin"));
        members.due(id);
        members.start(id, HAIR, STARTED_ON, null);
        return new RaceStart(
                ledger.member(id).orElseThrow(), ledger.checkIn(id, OPENED).orElseThrow());
    }

    static Members on(Ledger ledger) {
        return new Members(ledger, SamplePrograms.both(), JsonAnswers.format(), NOW, Together::pause);
    }

    /// A new person like that, stored.
    MemberId storedIn(LedgerUnderTest store) {
        MemberId id = LedgerUnderTest.somebody();
        storeIn(store, id);
        return id;
    }

    /// Somebody like that, stored.
    void storeIn(LedgerUnderTest store, MemberId id) {
        store.store(SampleRows.of(id, member), opened);
    }
}
