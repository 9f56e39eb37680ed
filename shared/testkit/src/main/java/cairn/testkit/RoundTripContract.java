package cairn.testkit;

import static cairn.testkit.LedgerUnderTest.somebody;
import static cairn.testkit.SampleRows.NOW;
import static cairn.testkit.SampleRows.START;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CachedAnswer;
import cairn.checkins.Change;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.CheckInState;
import cairn.checkins.Journey;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Nobody;
import cairn.checkins.OpenedBy;
import cairn.checkins.OpenedSlot;
import cairn.checkins.Outlook;
import cairn.checkins.PlanChange;
import cairn.checkins.Tombstone;
import cairn.timeline.Slot;
import cairn.timeline.SlotKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What was stored comes back the same, and what was not is not there.
public interface RoundTripContract extends LedgerUnderTest {
    List<Instant> MOMENTS = Stream.of(
                    "2000-01-01T00:00:00.000Z",
                    "2026-03-24T08:00:00.100Z",
                    "2026-12-31T23:59:59.999Z",
                    "2028-02-29T12:00:00.010Z",
                    "2199-12-31T23:59:59.999Z")
            .map(Instant::parse)
            .toList();
    List<String> ZONES = List.of(
            "America/Argentina/ComodRivadavia",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "Etc/GMT+12",
            "UTC",
            "Asia/Istanbul",
            "+05:30",
            "-12:00",
            "+14:00");

    @Test
    default void ofSomebodyUnknownNothingIsThere() {
        MemberId id = somebody();
        CheckInId checkIn = new CheckInId(1, "skin", 1, new SlotKey.Milestone(7));

        assertThat(ledger().standing(id)).isEqualTo(new Nobody(id));
        assertThat(ledger().checkIn(id, checkIn)).isEmpty();
        assertThat(ledger().newestFirst(id, 1, "skin", null, 10)).isEqualTo(new Ledger.Page(List.of(), false));
        assertThat(ledger().dated(id, 1, "skin", 1, START, START.plusDays(400)))
                .isEqualTo(new Ledger.Page(List.of(), false));
    }

    @Test
    default void aMemberOfWhomLittleIsKnownComesBack() {
        MemberId id = somebody();
        Member known = SampleRows.bare(id, 1);
        store(known);
        assertThat(stored(id)).isEqualTo(known);
    }

    @Test
    default void aMemberOfWhomEverythingIsKnownComesBackAtAnyMoment() {
        for (Instant moment : MOMENTS) {
            MemberId id = somebody();
            Member full = SampleRows.member(id, 1);
            OpenedSlot card = SampleRows.opened(
                    SampleRows.weekly(LocalDate.of(2199, 12, 31)), CheckInState.DISMISSED, moment.minusSeconds(60));
            TreeMap<String, Journey> journeys = new TreeMap<>(full.journeys());
            journeys.put("skin", SampleRows.journey("skin", card));
            Member member = new Member(
                    id,
                    1,
                    7,
                    moment,
                    LocalDate.of(2000, 1, 1),
                    full.zone(),
                    full.locale(),
                    full.plans(),
                    new PlanChange("pro", moment, null),
                    journeys,
                    new Outlook(new CachedAnswer("{\"text\": \"as it is, ü \\\" 👍\"}", moment, null, "f"), moment),
                    full.writes());
            store(member);
            assertThat(stored(id)).isEqualTo(member);
        }
    }

    @Test
    default void aTombstoneComesBackInTheMembersPlace() {
        MemberId id = somebody();
        store(SampleRows.member(id, 1));
        Tombstone tombstone = new Tombstone(id, 2, 1, MOMENTS.getFirst());
        store(tombstone);
        assertThat(ledger().standing(id)).isEqualTo(tombstone);
        assertThat(ledger().member(id)).isEmpty();
    }

    @Test
    default void aMemberLivesInAnyZone() {
        for (String zone : ZONES) {
            MemberId id = somebody();
            Member full = SampleRows.member(id, 1);
            Member there = SampleRows.living(full, ZoneId.of(zone), "zh-Hant-TW");
            store(there);
            assertThat(stored(id)).isEqualTo(there);
        }
    }

    @Test
    default void aSubjectIsAnyText() {
        for (String subject : List.of("auth0|5f7c", "a#b#MEMBER", "名前 ☂", "x".repeat(256 - 36))) {
            MemberId id = new MemberId(subject + somebody().subject().substring("contract-".length()));
            store(SampleRows.member(id, 1));
            assertThat(stored(id)).isEqualTo(SampleRows.member(id, 1));
        }
    }

    @Test
    default void aCheckInComesBackInEveryState() {
        MemberId id = somebody();
        List<CheckIn> rows = List.of(
                SampleRows.open("skin", 1, SampleRows.milestone(7, START)),
                new CheckIn(
                        1,
                        "skin",
                        1,
                        new OpenedSlot(
                                SampleRows.milestone(0, START),
                                CheckInState.DISMISSED,
                                NOW,
                                OpenedBy.COMPLETION,
                                null,
                                0,
                                LocalDate.of(2199, 12, 31)),
                        null),
                SampleRows.completed("skin", 9999, SampleRows.weekly(START), NOW, true),
                SampleRows.completed("hair-and-nails", 1, SampleRows.weekly(START), NOW, false));
        for (int i = 0; i < rows.size(); i++) {
            store(SampleRows.member(id, i + 1), rows.get(i));
        }
        for (CheckIn row : rows) {
            assertThat(stored(id, row.id())).isEqualTo(row);
        }
    }

    @Test
    default void aCheckInComesBackAtAnyMoment() {
        MemberId id = somebody();
        for (int i = 0; i < MOMENTS.size(); i++) {
            Slot slot = SampleRows.milestone(i, START.plusDays(i));
            CheckIn row = SampleRows.completed("skin", 1, slot, MOMENTS.get(i).minusSeconds(60), false);
            store(SampleRows.member(id, i + 1), row);
            assertThat(stored(id, row.id())).isEqualTo(row);
        }
    }

    @Test
    default void aReplacedCheckInComesBackAsReplaced() {
        MemberId id = somebody();
        Slot slot = SampleRows.milestone(7, START);
        store(SampleRows.member(id, 1), SampleRows.open("skin", 1, slot));
        CheckIn completed = SampleRows.completed("skin", 1, slot, NOW, false);

        Ledger.Result result = ledger().commit(new Change(SampleRows.member(id, 2), new Change.Replace(completed)));

        assertThat(result).isEqualTo(new Ledger.Committed());
        assertThat(stored(id, completed.id())).isEqualTo(completed);
        assertThat(stored(id).version()).isEqualTo(2);
    }
}
