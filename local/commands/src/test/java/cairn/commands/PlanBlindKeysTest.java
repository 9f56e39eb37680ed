package cairn.commands;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Asked;
import cairn.checkins.DueAnswer;
import cairn.checkins.MemberId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The older system's key function did not know the plan: Pro members, who have a card every week, got
/// monthly keys.
class PlanBlindKeysTest {
    private static final MemberId PIA = new MemberId("pia");
    private final Bench bench = new Bench();

    /// Her milestones fell on 8, 16 and 31 July; then she was asked weekly, as her plan has it.
    private static List<String> pia() {
        List<String> lines = new ArrayList<>(List.of(
                "{\"type\":\"member\",\"memberId\":\"pia\",\"timeZone\":\"Europe/Berlin\",\"plans\":[{\"plan\":\"pro\"}]}",
                "{\"type\":\"journey\",\"memberId\":\"pia\",\"program\":\"skin\",\"startedOn\":\"2026-07-01\"}",
                line("day-7", "completed", "2026-07-08"),
                line("day-15", "completed", "2026-07-16"),
                line("day-30", "completed", "2026-07-31"),
                line("monthly-2026-08-31", "completed", "2026-08-31"),
                line("monthly-2026-09-30", "dismissed", "2026-09-30"),
                line("monthly-2026-10-31", "completed", "2026-10-31"),
                line("monthly-2026-10-30", "open", "2026-11-02")));
        return lines;
    }

    private static String line(String slot, String state, String day) {
        return "{\"type\":\"check-in\",\"memberId\":\"pia\",\"program\":\"skin\",\"slot\":\"" + slot + "\",\"state\":\""
                + state + "\",\"openedAt\":\"" + day + "T10:00:00Z\"}";
    }

    @Test
    void eachStandsForTheSlotThatWasCurrentWhenItWasOpened() {
        Bench.Run run = bench.imports(false, pia());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "line 6: monthly-2026-08-31 -> weekly-2026-08-28",
                        "line 7: monthly-2026-09-30 -> weekly-2026-09-25",
                        "line 8: monthly-2026-10-31 -> weekly-2026-10-30",
                        "mapped to the slot that was current when they were opened: 3")
                .containsPattern("check-ins +6 +0 +1 +0");
    }

    @Test
    void nobodyIsEverAskedAgainForWhatTheyHadBeenAsked() {
        bench.imports(false, pia());
        Set<String> asked = new HashSet<>();
        bench.export("pia").stream()
                .filter(line -> line.contains("\"check-in\""))
                .forEach(line -> asked.add(line.replaceAll(".*\"slot\":\"([^\"]*)\".*", "$1")));
        assertThat(asked).hasSize(6);

        Set<String> shown = new HashSet<>();
        LocalDate first = LocalDate.of(2026, 11, 22);
        for (LocalDate day = first; day.isBefore(first.plusYears(1)); day = day.plusDays(1)) {
            var moment = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
            Asked answer = (Asked) bench.at(moment).due(PIA);
            answer.answer().due().stream().map(DueAnswer.Due::slot).forEach(shown::add);
        }

        assertThat(shown).hasSize(53).doesNotContainAnyElementsOf(asked).allMatch(key -> key.startsWith("weekly-"));
    }

    @Test
    void theSameFileIsMappedTheSameWayAfterTheMemberHasMovedAndChangedPlans() {
        bench.imports(false, pia());
        bench.at("2026-11-22T12:01:00Z").setLiving(PIA, ZoneId.of("Pacific/Apia"), null);
        bench.at("2026-11-22T12:01:00Z").start(PIA, "skin", LocalDate.of(2026, 7, 3), null);
        List<String> before = bench.export("pia");

        assertThat(bench.imports(false, pia()).out()).contains("Nothing was changed");
        assertThat(bench.export("pia")).isEqualTo(before);
    }
}
