package cairn.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.ActionOutcome;
import cairn.checkins.Answer;
import cairn.checkins.Asked;
import cairn.checkins.CheckInId;
import cairn.checkins.DueOutcome;
import cairn.checkins.Erased;
import cairn.checkins.IntakeOutcome;
import cairn.checkins.JourneyOutcome;
import cairn.checkins.JourneyStart;
import cairn.checkins.MemberOutcome;
import cairn.checkins.Members;
import cairn.checkins.PlanChange;
import cairn.checkins.Tombstone;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.JsonAnswers;
import cairn.testkit.SamplePrograms;
import cairn.testkit.audit.Person.Told;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What people do in the course of 400 days: each deed is done through the product and written into the
/// audit's books, and both must say the same came of it.
final class Travel {
    static final Instant BEGIN = Instant.parse("2026-09-15T10:00:00Z");
    static final Instant END = BEGIN.plus(Duration.ofDays(400));
    static final List<String> PROGRAMS = List.of(SamplePrograms.SKIN, SamplePrograms.HAIR);
    private static final List<String> PLANS = List.of("free", "pro", "pro", "paused");

    final InMemoryLedger ledger;
    final Random random;
    final Tally tally;

    Travel(InMemoryLedger ledger, Random random, Tally tally) {
        this.ledger = ledger;
        this.random = random;
        this.tally = tally;
    }

    Members at(Instant now) {
        return new Members(ledger, SamplePrograms.both(), JsonAnswers.format(), now, _ -> {});
    }

    /// One deed, at random.
    void act(Person person, Instant now) {
        if (person.isErased() && random.nextInt(3) == 0) {
            beginAgain(person, now);
            return;
        }
        int dice = random.nextInt(1000);
        if (dice < 400) {
            visit(person, now);
        } else if (dice < 640) {
            person.any(random, now).ifPresent(id -> complete(person, id, now));
        } else if (dice < 700) {
            dismiss(person, now);
        } else if (dice < 790) {
            snooze(person, now);
        } else if (dice < 840) {
            person.underway.add(told(now));
        } else if (dice < 880) {
            start(person, now);
        } else if (dice < 925) {
            move(person, now);
        } else if (dice < 940) {
            restart(person, now);
        } else if (dice < 960) {
            startByEvent(person, now);
        } else if (dice < 968) {
            erase(person, now);
        } else {
            look(person, now);
        }
        deliver(person);
        look(person, now);
    }

    private void visit(Person person, Instant now) {
        DueOutcome outcome = at(now).due(person.id);
        if (!person.isErased() && person.life != null) {
            person.life.openAll(now, false);
        }
        Books.expectDue(person, (Asked) outcome, now);
        written(person, now);
        tally.count("visits");
        if (random.nextInt(2) == 0) {
            PROGRAMS.forEach(program -> person.cardOf(program).ifPresent(id -> complete(person, id, now)));
        }
    }

    /// Looking in on what is due never changes what is due.
    private void look(Person person, Instant now) {
        if (person.isErased() || person.life == null) {
            assertThat(((Asked) at(now).due(person.id)).answer().due()).isEmpty();
        } else if (person.life.runs.values().stream()
                .allMatch(run -> run.openable(
                                person.living().spots(run), person.living().today(now))
                        .isEmpty())) {
            Books.expectDue(person, (Asked) at(now).due(person.id), now);
            written(person, now);
        }
    }

    private void complete(Person person, CheckInId id, Instant now) {
        Map<String, Answer> answers = Map.of(
                "comfort", new Answer.Quantity(BigDecimal.valueOf(1 + random.nextInt(10))),
                "feel", new Answer.Words(random.nextBoolean() ? "dry" : "oily"));
        expect(person, at(now).complete(person.id, id, answers, null), person.completes(id, answers, now), now);
        if (random.nextInt(10) == 0) {
            expect(person, at(now).complete(person.id, id, answers, null), person.completes(id, answers, now), now);
        }
    }

    private void dismiss(Person person, Instant now) {
        Optional<CheckInId> id =
                random.nextBoolean() ? person.cardOf(PROGRAMS.get(random.nextInt(2))) : person.any(random, now);
        id.ifPresent(there -> expect(person, at(now).dismiss(person.id, there), person.putsOff(there, null, now), now));
    }

    private void snooze(Person person, Instant now) {
        Optional<CheckInId> id =
                random.nextInt(3) > 0 ? person.cardOf(PROGRAMS.get(random.nextInt(2))) : person.any(random, now);
        Instant until = now.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 4) - 30L));
        id.ifPresent(there ->
                expect(person, at(now).snooze(person.id, there, until), person.putsOff(there, until, now), now));
    }

    private void expect(Person person, ActionOutcome outcome, String expected, Instant now) {
        String found = outcome instanceof ActionOutcome.Refused refused
                ? refused.reason().name()
                : outcome.getClass().getSimpleName();
        assertThat(found).as(() -> Books.of(person, now)).isEqualTo(expected);
        tally.count("actions " + expected);
        written(person, now);
    }

    private Told told(Instant now) {
        Instant changedAt = now.minusSeconds(random.nextInt(100_000));
        Instant effectiveAt = random.nextInt(3) > 0 ? null : changedAt.plus(Duration.ofHours(random.nextInt(24 * 50)));
        return new Told(
                PLANS.get(random.nextInt(PLANS.size())),
                changedAt,
                effectiveAt,
                changedAt.plusSeconds(random.nextInt(600)));
    }

    /// Each change of plan comes whenever it comes, some of them again and again; dated by the event's time.
    private void deliver(Person person) {
        if (person.underway.isEmpty() || random.nextInt(3) == 0) {
            return;
        }
        Told told = person.underway.get(random.nextInt(person.underway.size()));
        if (random.nextInt(3) > 0) {
            person.underway.remove(told);
        }
        IntakeOutcome outcome = at(told.time())
                .changePlan(person.id, new PlanChange(told.plan(), told.changedAt(), told.effectiveAt()));
        String expected = person.isErased()
                ? "ignored"
                : person.living().change(told.plan(), told.changedAt(), told.effectiveAt(), told.time());
        assertThat(outcome.getClass().getSimpleName()).isEqualToIgnoringCase(expected);
        tally.count("plan changes " + expected);
        written(person, told.time());
    }

    private void start(Person person, Instant now) {
        String program = PROGRAMS.get(random.nextInt(2));
        LocalDate startedOn = someStart(person, now);
        ZoneId zone =
                person.life == null || person.life.zone == null || random.nextInt(5) == 0 ? Zones.any(random) : null;
        JourneyOutcome outcome = at(now).start(person.id, program, startedOn, zone);
        if (person.isErased()) {
            assertThat(outcome).isInstanceOf(Erased.class);
            return;
        }
        Life life = person.living();
        Run run = life.runs.get(program);
        ZoneId before = life.zone;
        life.zone = zone == null ? before : zone;
        boolean tooLate = startedOn.isAfter(life.today(now).plusDays(1));
        if ((run != null && run.number > 1) || (tooLate && !isSame(run, startedOn))) {
            life.zone = before;
            assertThat(outcome).isNotInstanceOf(JourneyOutcome.Stands.class);
        } else {
            assertThat(outcome).isInstanceOf(JourneyOutcome.Stands.class);
            begin(life, run, program, 1, startedOn, now);
        }
        tally.count("starts and corrections");
        written(person, now);
    }

    private void restart(Person person, Instant now) {
        String program = PROGRAMS.get(random.nextInt(2));
        Run run = person.life == null ? null : person.life.runs.get(program);
        if (run == null) {
            return;
        }
        int number = run.number + random.nextInt(2);
        LocalDate startedOn = person.living().today(now).minusDays(random.nextInt(40));
        JourneyOutcome outcome = at(now).restart(person.id, program, number, startedOn);
        assertThat(outcome).isInstanceOf(JourneyOutcome.Stands.class);
        begin(person.living(), number == run.number ? run : null, program, number, startedOn, now);
        tally.count("restarts");
        written(person, now);
    }

    private void startByEvent(Person person, Instant now) {
        String program = PROGRAMS.get(random.nextInt(2));
        LocalDate startedOn = someStart(person, now);
        ZoneId zone = Zones.any(random);
        IntakeOutcome outcome = at(now).startByEvent(person.id, new JourneyStart(program, startedOn, zone, "de", now));
        if (person.isErased() || (person.life != null && person.life.runs.containsKey(program))) {
            assertThat(outcome).isInstanceOf(IntakeOutcome.Ignored.class);
            return;
        }
        if (outcome instanceof IntakeOutcome.Applied) {
            Life life = person.living();
            life.zone = life.zone == null ? zone : life.zone;
            begin(life, null, program, 1, startedOn, now);
            written(person, now);
        }
    }

    private static boolean isSame(@Nullable Run run, LocalDate startedOn) {
        return run != null && run.startedOn.equals(startedOn);
    }

    private static void begin(
            Life life, @Nullable Run run, String program, int number, LocalDate startedOn, Instant now) {
        if (run != null) {
            run.startedOn = startedOn;
            return;
        }
        Run old = life.runs.put(program, new Run(program, number, startedOn, life.today(now)));
        if (old != null) {
            life.superseded.add(old);
        }
    }

    private void move(Person person, Instant now) {
        ZoneId zone = Zones.any(random);
        MemberOutcome outcome = at(now).setLiving(person.id, zone, null);
        assertThat(outcome instanceof Erased).isEqualTo(person.isErased());
        if (!person.isErased()) {
            person.living().zone = zone;
            written(person, now);
        }
        tally.count("moves");
    }

    private void erase(Person person, Instant now) {
        boolean stands = person.isErased();
        at(now).erase(person.id);
        if (!stands) {
            person.life = null;
            person.erasedAt = now;
            person.rowsAreLeft = true;
            tally.count("erasures");
        }
        assertThat(ledger.standing(person.id)).isInstanceOf(Tombstone.class);
        if (random.nextBoolean()) {
            Books.forget(person, ledger);
        }
    }

    private void beginAgain(Person person, Instant now) {
        MemberOutcome outcome = at(now).beginAgain(person.id);
        Instant erasedAt = person.erasedAt;
        if (person.lives >= 10 && erasedAt != null && now.isBefore(erasedAt.plus(Duration.ofDays(1)))) {
            assertThat(outcome).isInstanceOf(MemberOutcome.TooSoon.class);
            tally.count("beginnings put off");
            return;
        }
        assertThat(outcome).isInstanceOf(MemberOutcome.Stands.class);
        person.lives++;
        person.version = 0;
        person.living();
        tally.count("lives begun again");
        written(person, now);
        if (person.rowsAreLeft && random.nextBoolean()) {
            Books.forget(person, ledger);
        }
    }

    private void written(Person person, Instant now) {
        person.noteWrite(ledger.member(person.id), now);
    }

    private LocalDate someStart(Person person, Instant now) {
        LocalDate today = person.life == null ? now.atZone(ZoneId.of("UTC")).toLocalDate() : person.life.today(now);
        return today.minusDays(random.nextInt(45)).plusDays(random.nextInt(4));
    }
}
