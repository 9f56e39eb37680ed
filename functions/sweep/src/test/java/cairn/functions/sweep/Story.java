package cairn.functions.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Announcement;
import cairn.checkins.Answer;
import cairn.checkins.CheckInId;
import cairn.checkins.CheckInProgram;
import cairn.checkins.Journey;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.PlanChange;
import cairn.checkins.Programs;
import cairn.checkins.Swept;
import cairn.lambda.Json;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.SamplePrograms;
import cairn.timeline.SlotKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What happens to one member from `begin` on, while the sweep comes by every ten minutes: at a full hour, ten
/// past, and so on. All times are UTC and have neither zone nor seconds: `2026-03-24T08:00`.
final class Story {
    static final MemberId ID = new MemberId("bea");
    static final Duration BETWEEN_TICKS = Duration.ofMinutes(10);
    private static final Map<String, Answer> ANSWERS =
            Map.of("comfort", new Answer.Quantity(BigDecimal.ONE), "feel", new Answer.Words("dry"));

    final Ledger ledger = new InMemoryLedger();
    final List<String> announced = new ArrayList<>();
    private final String program;
    private final Programs programs;
    private Instant clock;
    private boolean sweepIsDown;

    private Story(CheckInProgram program, Instant begin) {
        this.program = program.schedule().name();
        this.programs = new Programs(Map.of(this.program, program), SamplePrograms.DEFAULT_PLAN, "story-1");
        this.clock = begin;
    }

    /// Of a member who at `begin` starts that day where they live.
    static Story of(CheckInProgram program, String zone, String begin, String startedOn) {
        Story story = new Story(program, instant(begin));
        story.now().start(ID, story.program, LocalDate.parse(startedOn), ZoneId.of(zone));
        return story;
    }

    /// Of a member of `skin` in Berlin who starts on 17 March 2026: their milestones fall on 24 March, 1 April
    /// and 16 April, and 09:00 there is 08:00 UTC before 29 March and 07:00 after it.
    static Story inBerlin() {
        return of(SamplePrograms.skin(), "Europe/Berlin", "2026-03-17T12:00", "2026-03-17");
    }

    static Instant instant(String utc) {
        return Instant.parse(utc + ":00Z");
    }

    /// Carries out `2026-03-24T08:00 visit; 2026-03-24T09:00 snooze 2026-03-25T09:00; …`, and ticks in between.
    /// What happens at the moment of a tick happens before it.
    Story happens(String steps) {
        for (String step : steps.split(";", -1)) {
            String[] words = step.strip().split(" +", -1);
            walkTo(instant(words[0]));
            act(words[1], words.length > 2 ? words[2] : "");
        }
        return this;
    }

    private void walkTo(Instant moment) {
        for (; clock.isBefore(moment); clock = clock.plus(BETWEEN_TICKS)) {
            if (!sweepIsDown) {
                tick();
            }
        }
        clock = moment;
    }

    /// As a function's tick does, for this one member: only if the index nominates them.
    private void tick() {
        boolean isNominated = ledger.due(ID.shard(), clock, null).items().stream()
                .anyMatch(nominee -> nominee.id().equals(ID));
        if (isNominated) {
            Swept swept = now().sweep(ID);
            for (Announcement announcement : swept.announcements()) {
                announced.add(
                        text(clock) + " " + announcement.checkIn().slot().text() + " " + announcement.snoozeCount());
                assertThat(now().announced(member(), List.of(announcement))).isTrue();
                assertThat(now().announced(member(), List.of(announcement)))
                        .as("noted twice")
                        .isFalse();
            }
            Instant next = nextActionAt();
            if (next != null) {
                assertThat(next)
                        .as("when to come again, after the sweep of %s", clock)
                        .isAfter(clock);
            }
        }
    }

    private void act(String verb, String what) {
        switch (verb) {
            case "visit" -> now().due(ID);
            case "snooze" -> now().snooze(ID, card(), instant(what));
            case "complete" -> now().complete(ID, what.isEmpty() ? card() : id(what), ANSWERS, null);
            case "dismiss" -> now().dismiss(ID, card());
            case "move" -> now().setLiving(ID, ZoneId.of(what), null);
            case "correct" -> now().start(ID, program, LocalDate.parse(what), null);
            case "restart" -> now().restart(ID, program, journey().run() + 1, LocalDate.parse(what));
            case "plan" -> now().changePlan(ID, new PlanChange(what, clock, null));
            case "down" -> sweepIsDown = true;
            case "up" -> sweepIsDown = false;
            case "end" -> {}
            default -> throw new IllegalArgumentException(verb);
        }
    }

    private Members now() {
        return new Members(ledger, programs, Json.ANSWER_FORMAT, clock, _ -> {});
    }

    Member member() {
        return ledger.member(ID).orElseThrow();
    }

    private Journey journey() {
        return member().journey(program).orElseThrow();
    }

    @Nullable
    Instant nextActionAt() {
        return member().outlook().nextActionAt();
    }

    private CheckInId card() {
        return ledger.newestFirst(ID, 1, program, null, 1).items().getFirst().id();
    }

    private CheckInId id(String slot) {
        return new CheckInId(1, program, 1, SlotKey.parse(slot).orElseThrow());
    }

    static String text(Instant moment) {
        return moment.toString().substring(0, 16);
    }
}
