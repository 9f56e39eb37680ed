package cairn.testkit;

import static cairn.testkit.LedgerUnderTest.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.Erased;
import cairn.checkins.ForwardingLedger;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.Tombstone;
import cairn.timeline.SlotKey;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A member is erased, and their check-ins are removed, after an operation has read the member's row and before it
/// reads
/// the check-in's. A row that is gone because of that is another life (semantics 6).
public interface OvertakingErasureContract extends LedgerUnderTest {
    CheckInId NEVER_OPENED = new CheckInId(1, SamplePrograms.SKIN, 1, new SlotKey.Milestone(15));

    @TestFactory
    default Stream<DynamicTest> whatAnErasureOvertakesEndsAsErased() {
        Map<String, CheckInId> targets = Map.of(
                "a completed card",
                RaceStart.OPENED,
                "a slot to come",
                NEVER_OPENED,
                "a card to open",
                RaceStart.UNOPENED);
        Map<String, BiFunction<Members, Target, Object>> actions = Map.of(
                "complete",
                        (members, target) -> members.complete(target.member, target.checkIn, RaceStart.ANSWERS, null),
                "complete otherwise",
                        (members, target) ->
                                members.complete(target.member, target.checkIn, RaceStart.OTHER_ANSWERS, null),
                "dismiss", (members, target) -> members.dismiss(target.member, target.checkIn),
                "snooze",
                        (members, target) ->
                                members.snooze(target.member, target.checkIn, RaceStart.NOW.plusSeconds(60)));
        return targets.entrySet().stream()
                .flatMap(target -> actions.entrySet().stream()
                        .map(action -> DynamicTest.dynamicTest(
                                action.getKey() + " " + target.getKey(),
                                () -> expectErased(target.getValue(), action.getValue()))));
    }

    /// What is acted on.
    record Target(MemberId member, CheckInId checkIn) {}

    private void expectErased(CheckInId checkIn, BiFunction<Members, Target, Object> action) {
        MemberId id = somebody();
        RaceStart.make().storeIn(this, id);
        RaceStart.on(ledger()).complete(id, RaceStart.OPENED, RaceStart.ANSWERS, null);

        Object outcome = action.apply(RaceStart.on(erasedBeforeACheckInIsRead()), new Target(id, checkIn));

        assertThat(outcome).isEqualTo(new Erased());
        assertThat(ledger().standing(id)).isInstanceOf(Tombstone.class);
        assertThat(ledger().checkIn(id, checkIn)).isEmpty();
    }

    private Ledger erasedBeforeACheckInIsRead() {
        Ledger direct = ledger();
        return new ForwardingLedger(direct) {
            @Override
            public Optional<CheckIn> checkIn(MemberId id, CheckInId checkIn) {
                RaceStart.on(direct).erase(id);
                assertThat(((Tombstone) direct.standing(id)).forgetRows(direct)).isTrue();
                return super.checkIn(id, checkIn);
            }
        };
    }
}
