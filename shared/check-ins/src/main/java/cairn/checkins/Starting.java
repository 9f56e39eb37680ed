package cairn.checkins;

import static cairn.checkins.Decision.done;
import static cairn.checkins.Decision.write;

import cairn.checkins.JourneyOutcome.Stands;
import cairn.timeline.Program;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules for when a journey starts: its first start, a corrected one, and a restart (semantics 9).
record Starting(Moment moment, Program program, LocalDate startedOn) {

    /// Begins run 1, or corrects its date.
    ///
    /// @param zone null to leave the member's as it is
    Decision<JourneyOutcome> first(Member member, @Nullable ZoneId zone) {
        Member living = zone == null ? member : member.living(zone, member.locale());
        if (living.zone() == null) {
            return done(new JourneyOutcome.ZoneNeeded());
        }
        Optional<Journey> journey = living.journey(program.name());
        if (journey.filter(there -> there.run() > 1).isPresent()) {
            return done(new JourneyOutcome.Superseded());
        }
        return journey.filter(there -> there.startedOn().equals(startedOn) && living.equals(member))
                .map(there -> done(stands(living, there)))
                .orElseGet(() -> begin(living, journey.map(this::corrected).orElseGet(() -> begun(living, 1))));
    }

    /// Begins the run after the current one, or corrects the current one's date.
    Decision<JourneyOutcome> run(Member member, int run) {
        Optional<Journey> found = member.journey(program.name());
        if (found.isEmpty()) {
            return done(new JourneyOutcome.NoSuchJourney());
        }
        Journey journey = found.get();
        if (run == journey.run()) {
            return journey.startedOn().equals(startedOn)
                    ? done(stands(member, journey))
                    : begin(member, corrected(journey));
        }
        return run == journey.run() + 1 && run <= Journey.LAST_RUN
                ? begin(member, begun(member, run))
                : done(new JourneyOutcome.RunOutOfOrder(journey.run()));
    }

    /// Begins run 1 as an event says; a journey that exists is left as it is.
    Decision<IntakeOutcome> byEvent(Member member, JourneyStart told) {
        if (member.wasErasedAfter(told.toldAt())) {
            return done(new IntakeOutcome.Ignored("it is about a life that was erased"));
        }
        if (member.journey(program.name()).isPresent()) {
            return done(new IntakeOutcome.Ignored("the journey has begun already"));
        }
        Member living = member.living(
                member.zone() == null ? told.zone() : member.zone(),
                member.locale() == null ? told.locale() : member.locale());
        if (living.zone() == null) {
            return done(new IntakeOutcome.Refused("the member has no time zone yet, and it names none"));
        }
        return startedOn.isAfter(latestStart(living))
                ? done(new IntakeOutcome.Refused("/startedOn lies after tomorrow"))
                : write(moment.writing(living.with(begun(living, 1))), new IntakeOutcome.Applied());
    }

    private LocalDate latestStart(Member member) {
        return member.todayAt(moment.now()).plusDays(1);
    }

    private Decision<JourneyOutcome> begin(Member member, Journey journey) {
        LocalDate latest = latestStart(member);
        return startedOn.isAfter(latest)
                ? done(new JourneyOutcome.StartTooLate(latest))
                : write(moment.writing(member.with(journey)), stands(member.with(journey), journey));
    }

    private Journey begun(Member member, int run) {
        return Journey.begun(program.name(), run, startedOn, member.todayAt(moment.now()));
    }

    private Journey corrected(Journey journey) {
        return journey.startedOn(startedOn);
    }

    private JourneyOutcome stands(Member member, Journey journey) {
        return new Stands(JourneyView.of(member, JourneyAt.of(member, journey, program, moment.now())));
    }
}
