package cairn.commands;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Answer;
import cairn.checkins.CheckInId;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Outlook;
import cairn.checkins.PlanChange;
import cairn.checkins.Swept;
import cairn.checkins.WriteNames;
import cairn.timeline.SlotKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Export, import into an empty table, export: the same.
class RoundTripTest {
    private static final MemberId ID = new MemberId("round/Ç#trip");
    private static final Map<String, Answer> ANSWERS = Map.of(
            "comfort",
            new Answer.Quantity(new BigDecimal("7.0")),
            "feel",
            new Answer.Words("dry"),
            "changes",
            new Answer.Selection(List.of("oily", "dry")),
            "dose",
            new Answer.Quantity(new BigDecimal("0.0000000001")),
            "note",
            new Answer.Words("„Ünïcode” \n 🌱"),
            "sun",
            new Answer.YesNo(false));

    private final Bench first = new Bench();

    /// Two programs; a restart; a corrected start; plans up and down, one of them still to come; each state a
    /// check-in can be in.
    private void aLife() {
        first.at("2026-01-01T08:00:00Z").erase(ID);
        first.at("2026-01-02T08:00:00Z").beginAgain(ID);
        first.at("2026-01-02T08:00:00Z").setLiving(ID, ZoneId.of("Pacific/Kiritimati"), "pt-BR");
        first.at("2026-01-02T08:00:00Z").start(ID, "skin", LocalDate.of(2026, 1, 1), null);
        first.at("2026-01-02T08:00:00Z").start(ID, "hair", LocalDate.of(2026, 1, 2), null);
        first.at("2026-01-08T12:00:00Z").due(ID);
        complete("2026-01-09T12:00:00.001Z", "skin", 1, "day-7");
        first.at("2026-02-01T12:00:00Z").restart(ID, "skin", 2, LocalDate.of(2026, 1, 31));
        first.at("2026-02-01T13:00:00Z").restart(ID, "skin", 2, LocalDate.of(2026, 2, 1));
        plan("2026-03-01T12:00:00Z", "pro", null);
        for (int day = 1; day <= 28; day += 3) {
            Instant noon = LocalDate.of(2026, 3, day).atTime(12, 0).toInstant(ZoneOffset.UTC);
            Swept swept = first.at(noon).sweep(ID);
            first.at(noon).announced(swept.row(), swept.announcements());
        }
        complete("2026-04-01T12:00:00Z", "skin", 2, "weekly-2026-03-31");
        complete("2026-04-01T12:00:00Z", "skin", 2, "weekly-2026-03-24");
        complete("2026-04-01T12:00:01Z", "skin", 2, "weekly-2026-03-17");
        first.at("2026-04-08T12:00:00Z").due(ID);
        first.at("2026-04-08T12:00:00Z").dismiss(ID, id("skin", 2, "weekly-2026-04-07"));
        complete("2026-04-16T12:00:00Z", "hair", 1, "weekly-2026-04-14");
        first.at("2026-11-16T12:00:00Z").due(ID);
        first.at("2026-11-16T12:00:01Z").snooze(ID, latest("skin"), Instant.parse("2026-11-17T12:00:00Z"));
        plan("2026-11-17T08:00:00Z", "free", "2026-12-15T08:00:00Z");
        complete("2026-11-16T12:00:02Z", "skin", 2, "weekly-2026-11-10");
        first.at("2026-11-21T12:00:00Z").due(ID);
        Swept swept = first.at("2026-11-21T19:30:00Z").sweep(ID);
        first.at("2026-11-21T19:30:00Z").announced(swept.row(), swept.announcements());
    }

    private CheckInId latest(String program) {
        var journey = first.ledger.member(ID).orElseThrow().journey(program).orElseThrow();
        return id(
                program,
                journey.run(),
                Objects.requireNonNull(journey.lastOpened()).slot().key().text());
    }

    private static CheckInId id(String program, int run, String slot) {
        return new CheckInId(2, program, run, SlotKey.parse(slot).orElseThrow());
    }

    private void complete(String now, String program, int run, String slot) {
        first.at(now).complete(ID, id(program, run, slot), ANSWERS, Instant.parse("2026-01-09T08:00:00.123Z"));
    }

    private void plan(String now, String plan, @Nullable String effectiveAt) {
        first.at(now)
                .changePlan(
                        ID,
                        new PlanChange(
                                plan, Instant.parse(now), effectiveAt == null ? null : Instant.parse(effectiveAt)));
    }

    @Test
    void anExportImportedIntoAnEmptyTableIsExportedTheSame() {
        aLife();
        List<String> export = first.export(ID.subject());
        Bench second = new Bench();

        Bench.Run run = second.imports(false, export);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("when they were opened: 0");
        assertThat(second.export(ID.subject())).isEqualTo(export);
        assertThat(bare(second)).isEqualTo(bare(first));
        assertThat(second.imports(false, export).out()).contains("Nothing was changed");
    }

    /// It counts as opened and is not the card, although it is later.
    @Test
    void aSlotAnsweredAfterItHadBeenMissedDoesNotBecomeTheCard() {
        first.at("2026-03-02T08:00:00Z").start(ID, "hair", LocalDate.of(2026, 3, 1), ZoneId.of("Europe/Berlin"));
        first.at("2026-03-08T08:00:00Z").due(ID);
        var recovered = new CheckInId(1, "hair", 1, new SlotKey.Milestone(15));
        first.at("2026-03-22T08:00:00Z").complete(ID, recovered, ANSWERS, Bench.NOW);
        List<String> export = first.export(ID.subject());
        assertThat(export).anyMatch(line -> line.contains("\"lastMilestone\":15,\"card\":\"day-7\""));
        Bench second = new Bench();

        second.imports(false, export.subList(0, 3));
        second.imports(false, export);

        assertThat(second.export(ID.subject())).isEqualTo(export);
    }

    /// The same at every place at which the import can be broken off, and go on.
    @Test
    void inPiecesTooAsLongAsTheMembersOwnLineComesWithEach() {
        aLife();
        List<String> export = first.export(ID.subject());
        for (int cut = 2; cut < export.size(); cut++) {
            Bench second = new Bench();
            second.imports(false, export.subList(0, cut));
            second.imports(false, export);
            assertThat(second.export(ID.subject()).stream().filter(line -> line.contains("\"check-in\"")))
                    .containsExactlyElementsOf(export.stream()
                            .filter(line -> line.contains("\"check-in\""))
                            .toList());
        }
    }

    @Test
    void theLifeHasAllThatItIsToShow() {
        aLife();
        assertThat(String.join("\n", first.export(ID.subject())))
                .contains(
                        "\"life\":2",
                        "\"erasedAt\":\"2026-01-01",
                        "\"effectiveAt\":\"2026-12-15",
                        "\"since\":\"2026-12-15\"",
                        "\"run\":2",
                        "\"snoozeCount\":1",
                        "\"late\":true",
                        "\"late\":false",
                        "\"state\":\"dismissed\"",
                        "\"state\":\"open\"",
                        "\"openedBy\":\"sweep\"",
                        "\"openedBy\":\"completion\"",
                        "\"announced\":{",
                        "\"streak\":{");
    }

    /// The version, and what follows from the moment of the last write, are those of the import.
    private static Member bare(Bench bench) {
        Member member = bench.ledger.member(ID).orElseThrow();
        return new Member(
                member.id(),
                0,
                member.life(),
                member.erasedAt(),
                member.lastDay(),
                member.zone(),
                member.locale(),
                member.plans(),
                member.newestPlanChange(),
                member.journeys(),
                new Outlook(null, null),
                WriteNames.NONE);
    }
}
