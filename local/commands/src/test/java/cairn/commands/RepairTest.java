package cairn.commands;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Asked;
import cairn.checkins.CheckIn;
import cairn.checkins.DueAnswer;
import cairn.checkins.JourneyStart;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.PlanChange;
import cairn.checkins.Standing;
import cairn.commands.Bench.Run;
import cairn.testkit.SamplePrograms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Members whose day an event had moved to 2036 while its sender's time was taken for now.
class RepairTest {
    private static final MemberId ID = new MemberId("moved-ahead");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String AHEAD = "2036-03-10T00:00:00Z";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Bench bench = new Bench();

    @Test
    void theLastDayIsTodayAndThePlanHoldsFromToday() {
        started();
        told("2026-11-05T09:00:00Z", null);
        assertThat(stored().lastDay()).isEqualTo("2036-03-10");

        Run run = bench.repairs(false, ID);

        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("last day: 2036-03-10 -> 2026-11-22")
                .contains("since=2036-03-10", "since=2026-11-22")
                .endsWith("Done.\n");
        assertThat(stored().lastDay()).isEqualTo(TODAY);
        assertThat(stored().planFrom(TODAY)).isEqualTo("pro");
        assertThat(due()).containsExactly("day-15");
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() {
        started();
        told("2026-11-05T09:00:00Z", null);
        Standing before = stored();

        Run dry = bench.repairs(true, ID);

        assertThat(stored()).isEqualTo(before);
        assertThat(dry.out().replace("This was a dry run: nothing was written.", "Done."))
                .isEqualTo(bench.repairs(false, ID).out());
    }

    @Test
    void whatIsPlannedAheadStaysPlanned() {
        started();
        told("2026-11-05T09:00:00Z", "2026-12-24T10:00:00Z");
        bench.repairs(false, ID);
        assertThat(stored().planFrom(TODAY)).isEqualTo("free");
        assertThat(stored().planFrom(LocalDate.of(2026, 12, 24))).isEqualTo("pro");
    }

    /// Everything that billing says from now on would be older.
    @Test
    void aChangeThatWasDecidedAheadIsDecidedNow() {
        started();
        told(AHEAD, null);
        bench.repairs(false, ID);
        assertThat(stored().newestPlanChange()).isEqualTo(new PlanChange("pro", Bench.NOW, null));
        bench.at("2026-11-23T09:00:00Z")
                .changePlan(ID, new PlanChange("free", Instant.parse("2026-11-23T08:00:00Z"), null));
        assertThat(stored().planFrom(LocalDate.of(2026, 11, 23))).isEqualTo("free");
    }

    @Test
    void aJourneyBegunAheadIsBegunToday() {
        bench.at(AHEAD)
                .startByEvent(
                        ID, new JourneyStart(SamplePrograms.SKIN, LocalDate.of(2026, 11, 1), BERLIN, null, Bench.NOW));
        assertThat(bench.repairs(false, ID).out()).contains("journey skin, created on: 2036-03-10 -> 2026-11-22");
        assertThat(due()).containsExactly("day-15");
    }

    /// It may hold answers, and nothing that was opened is taken back.
    @Test
    void aCheckInThatWasOpenedAheadIsLeftAndItsJourneyReported() {
        started();
        told("2026-11-05T09:00:00Z", null);
        assertThat(due()).hasSize(1).doesNotContain("day-15");
        List<CheckIn> rows = rows();

        Run run = bench.repairs(false, ID);

        assertThat(run.code()).isEqualTo(Commands.REFUSED);
        assertThat(run.out()).contains("last day: 2036-03-10 -> 2026-11-22", "journey skin, run 1, is left", "run 2");
        assertThat(rows()).isEqualTo(rows);
        bench.at("2026-11-22T12:00:00Z").restart(ID, SamplePrograms.SKIN, 2, LocalDate.of(2026, 11, 1));
        assertThat(due()).containsExactly("day-15");
        assertThat(bench.repairs(false, ID).code()).isZero();
    }

    @Test
    void aMemberWhoFlewWestKeepsTheirDay() {
        bench.at("2026-11-22T11:00:00Z")
                .start(ID, SamplePrograms.SKIN, LocalDate.of(2026, 11, 1), ZoneId.of("Pacific/Kiritimati"));
        bench.at("2026-11-22T11:30:00Z").setLiving(ID, ZoneId.of("Pacific/Pago_Pago"), null);
        assertThat(stored().lastDay()).isEqualTo("2026-11-23");
        Standing before = stored();

        assertThat(bench.repairs(false, ID).out()).contains("no day ahead of now");

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void nobodyIsMadeByARepair() {
        assertThat(bench.repairs(false, ID).code()).isEqualTo(Commands.REFUSED);
        assertThat(bench.ledger.member(ID)).isEmpty();
        started();
        bench.at("2026-11-20T09:00:00Z").erase(ID);
        assertThat(bench.repairs(false, ID).out()).contains("erased");
    }

    private void started() {
        bench.at("2026-11-01T12:00:00Z").start(ID, SamplePrograms.SKIN, LocalDate.of(2026, 11, 1), BERLIN);
    }

    private void told(String changedAt, @Nullable String effectiveAt) {
        bench.at(AHEAD)
                .changePlan(
                        ID,
                        new PlanChange(
                                "pro",
                                Instant.parse(changedAt),
                                effectiveAt == null ? null : Instant.parse(effectiveAt)));
    }

    private Member stored() {
        return bench.ledger.member(ID).orElseThrow();
    }

    private List<CheckIn> rows() {
        return bench.ledger.held(ID, 1, null, 100).items();
    }

    private List<String> due() {
        return ((Asked) bench.at("2026-11-22T12:00:00Z").due(ID))
                .answer().due().stream().map(DueAnswer.Due::slot).toList();
    }
}
