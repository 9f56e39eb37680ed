package cairn.testkit;

import static cairn.testkit.SamplePrograms.HAIR;
import static cairn.testkit.SamplePrograms.SKIN;

import cairn.checkins.Asked;
import cairn.checkins.JourneyStart;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.PlanChange;
import cairn.checkins.Swept;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Something that writes a member's row, and what its caller learns.
///
/// @param name for a test's name
/// @param by   does it
public record Operation(String name, BiFunction<Members, MemberId, Object> by) {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final PlanChange PRO = new PlanChange("pro", RaceStart.NOW.minusSeconds(60), null);
    private static final PlanChange PAUSED = new PlanChange("paused", RaceStart.NOW.minusSeconds(30), null);

    public static final Operation ERASE = new Operation("erase", (members, id) -> {
        members.erase(id);
        return "erased";
    });
    public static final Operation BEGIN_AGAIN = new Operation("begin again", Members::beginAgain);

    private static final List<Operation> ON_ANY_ROW = List.of(
            new Operation("go pro", (members, id) -> members.changePlan(id, PRO)),
            new Operation("pause", (members, id) -> members.changePlan(id, PAUSED)),
            ERASE);

    /// All that writes for a person of [RaceStart].
    public static List<Operation> onACard() {
        return Stream.of(
                        Stream.of(RacingOperation.values())
                                .filter(racing -> racing != RacingOperation.DISMISS_UNOPENED)
                                .map(racing -> new Operation(racing.name(), racing::by)),
                        ON_ANY_ROW.stream(),
                        Stream.of(
                                new Operation(
                                        "correct the start otherwise",
                                        (members, id) ->
                                                members.start(id, SKIN, RaceStart.STARTED_ON.minusDays(2), null)),
                                new Operation("sweep", Members::sweep)))
                .flatMap(operations -> operations)
                .toList();
    }

    /// All that writes for a person of whom nothing is stored.
    public static List<Operation> onNothing() {
        return Stream.concat(
                        ON_ANY_ROW.stream(),
                        Stream.of(
                                new Operation(
                                        "start", (members, id) -> members.start(id, SKIN, RaceStart.TODAY, BERLIN)),
                                new Operation(
                                        "start yesterday",
                                        (members, id) -> members.start(id, SKIN, RaceStart.TODAY.minusDays(1), BERLIN)),
                                new Operation(
                                        "start by event",
                                        (members, id) -> members.startByEvent(
                                                id,
                                                new JourneyStart(HAIR, RaceStart.TODAY, BERLIN, "de", RaceStart.NOW))),
                                new Operation("move", RacingOperation.MOVE_TO_TOKYO::by),
                                new Operation("move elsewhere", RacingOperation.MOVE_TO_LIMA::by)))
                .toList();
    }

    /// What the caller learns, without how the answer came about.
    Object outcome(Members members, MemberId id) {
        Object outcome = by.apply(members, id);
        return switch (outcome) {
            case Asked asked -> asked.answer();
            case Swept swept -> swept.announcements();
            default -> outcome;
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
