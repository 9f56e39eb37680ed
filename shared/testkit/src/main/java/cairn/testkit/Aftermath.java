package cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Asked;
import cairn.checkins.CachedAnswer;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.CheckInState;
import cairn.checkins.Journey;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.OpenedSlot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is stored of a person when a race is over.
///
/// @param rows their check-ins
record Aftermath(Ledger ledger, Member member, List<CheckIn> rows) {

    static Aftermath of(Ledger ledger, MemberId id) {
        List<CheckIn> rows = Stream.of(SamplePrograms.SKIN, SamplePrograms.HAIR)
                .flatMap(program -> ledger.newestFirst(id, 1, program, null, 100).items().stream())
                .toList();
        return new Aftermath(ledger, ledger.member(id).orElseThrow(), rows);
    }

    Optional<CheckIn> row(CheckInId id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    CheckIn opened() {
        return row(RaceStart.OPENED).orElseThrow();
    }

    Optional<CheckIn> unopened() {
        return row(RaceStart.UNOPENED);
    }

    Journey journey(String program) {
        return member.journey(program).orElseThrow();
    }

    /// The person's row agrees with the check-ins' rows, and the answer kept on it with both.
    void expectSound() {
        member.journeys().values().forEach(this::expectCountersLikeRows);
        member.journeys().values().forEach(this::expectCardLikeRow);
        expectFreshAnswer();
    }

    private void expectCountersLikeRows(Journey journey) {
        List<CheckIn> ofRun = rows.stream()
                .filter(row -> row.program().equals(journey.program()) && row.run() == journey.run())
                .toList();
        assertThat(journey.offered()).isEqualTo(ofRun.size());
        assertThat(journey.completed()).isEqualTo((int) ofRun.stream()
                .filter(row -> row.opened().state() == CheckInState.COMPLETED)
                .count());
    }

    private void expectCardLikeRow(Journey journey) {
        OpenedSlot card = journey.lastOpened();
        if (card != null) {
            CheckInId id = new CheckInId(
                    1, journey.program(), journey.run(), card.slot().key());
            assertThat(row(id).map(CheckIn::opened)).hasValue(card);
        }
    }

    private void expectFreshAnswer() {
        CachedAnswer cached = member.outlook().answer();
        if (cached != null) {
            Members withoutCache = new Members(
                    ledger, SamplePrograms.both("another"), JsonAnswers.format(), RaceStart.NOW, Together::pause);
            assertThat(JsonAnswers.format().read().apply(cached.json()))
                    .isEqualTo(((Asked) withoutCache.due(member.id())).answer());
        }
    }
}
