package cairn.functions.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Answer;
import cairn.checkins.Asked;
import cairn.checkins.CheckInId;
import cairn.checkins.CheckInProgram;
import cairn.checkins.DueAnswer;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.PlanChange;
import cairn.checkins.Programs;
import cairn.checkins.Swept;
import cairn.lambda.Json;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.SamplePrograms;
import cairn.timeline.Days;
import cairn.timeline.Program;
import cairn.timeline.ProgramDefinition;
import cairn.timeline.SlotKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each operation at each end of the days there are, in the zones that reach an end first and last: nothing is thrown,
/// and what is shown was stored.
class EdgesOfTimeTest {
    private static final Map<String, Answer> ANSWERS =
            Map.of("comfort", new Answer.Quantity(BigDecimal.ONE), "feel", new Answer.Words("dry"));
    private static final List<LocalDate> DAYS =
            List.of(Days.FIRST, Days.FIRST.plusDays(1), Days.LAST.minusDays(1), Days.LAST);
    private static final List<Instant> INSTANTS = Stream.of(
                    "2000-01-01T00:00:00Z",
                    "2000-01-01T12:00:00Z",
                    "2199-12-31T00:00:00Z",
                    "2199-12-31T09:59:59.999Z",
                    "2199-12-31T10:00:00Z",
                    "2199-12-31T23:59:59.999Z")
            .map(Instant::parse)
            .toList();

    private final InMemoryLedger ledger = new InMemoryLedger();

    static Stream<Arguments> everything() {
        return Stream.of("UTC", "Pacific/Kiritimati", "Etc/GMT+12", "Europe/Berlin")
                .flatMap(zone -> Stream.of("none", "P1D", "P3660D")
                        .flatMap(window -> Stream.of("00:00", "23:59:59")
                                .map(announceAt -> Arguments.of(ZoneId.of(zone), window, announceAt))));
    }

    @ParameterizedTest(name = "{0}, window {1}, announced at {2}")
    @MethodSource("everything")
    void nothingIsThrown(ZoneId zone, String window, String announceAt) {
        Programs programs =
                new Programs(Map.of("edge", program(window, announceAt)), SamplePrograms.DEFAULT_PLAN, "edges-1");
        for (LocalDate startedOn : DAYS) {
            for (int begun = 0; begun < INSTANTS.size(); begun++) {
                MemberId id = new MemberId(startedOn + " " + begun + " " + zone);
                at(programs, INSTANTS.get(begun)).start(id, "edge", startedOn, zone);
                for (Instant now : INSTANTS.subList(begun, INSTANTS.size())) {
                    everyOperation(at(programs, now), id, now, zone);
                }
            }
        }
        assertThat(ledger.member(new MemberId(Days.FIRST + " 1 " + zone))).isPresent();
    }

    private void everyOperation(Members members, MemberId id, Instant now, ZoneId zone) {
        members.changePlan(id, new PlanChange("pro", now.minusMillis(2), null));
        for (Instant effectiveAt : INSTANTS) {
            members.changePlan(id, new PlanChange("free", now, effectiveAt));
        }
        Swept swept = members.sweep(id);
        members.announced(swept.row(), swept.announcements());
        List<DueAnswer.Due> due = ((Asked) members.due(id)).answer().due();
        for (DueAnswer.Due card : due) {
            CheckInId checkIn = CheckInId.parse(card.id()).orElseThrow();
            INSTANTS.forEach(until -> members.snooze(id, checkIn, until));
            members.dismiss(id, checkIn);
        }
        for (LocalDate day : DAYS) {
            members.timeline(id, "edge", day, day);
            members.timeline(id, "edge", day, day.plusDays(399));
            members.restart(id, "edge", 2, day);
            complete(members, id, "daily-" + day);
        }
        Stream.of("day-0", "day-3660", "day-99999", "rare-0000-01-01", "rare-9999-12-31")
                .forEach(slot -> complete(members, id, slot));
        INSTANTS.forEach(when -> members.explanation(id, "edge", when));
        members.setLiving(id, ZoneId.of("Pacific/Pago_Pago"), "en");
        members.due(id);
        members.setLiving(id, zone, null);
        members.history(id, "edge", null, 100);
        members.journey(id, "edge");
        members.member(id);
        members.due(id);
    }

    private static void complete(Members members, MemberId id, String slot) {
        for (int run = 1; run <= 2; run++) {
            CheckInId checkIn =
                    new CheckInId(1, "edge", run, SlotKey.parse(slot).orElseThrow());
            members.complete(id, checkIn, ANSWERS, Instant.MAX);
            members.complete(id, checkIn, ANSWERS, Instant.MIN);
        }
    }

    private Members at(Programs programs, Instant now) {
        return new Members(ledger, programs, Json.ANSWER_FORMAT, now, _ -> {});
    }

    private static CheckInProgram program(String window, String announceAt) {
        Map<String, @Nullable String> plans = new HashMap<>();
        plans.put("free", "rare");
        plans.put("pro", "daily");
        var definition = new ProgramDefinition(
                List.of("P0D", "P7D", "P3660D"),
                Map.of("rare", "P10Y", "daily", "P1D"),
                plans,
                window,
                announceAt,
                "2000-01-01");
        return switch (definition.read("edge")) {
            case ProgramDefinition.Sound(Program program) -> new CheckInProgram(program, SamplePrograms.card());
            case ProgramDefinition.Faulty faulty -> throw new IllegalStateException(faulty.toString());
        };
    }
}
