package cairn.checkins;

import cairn.timeline.Program;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// All that can happen to members, at one moment, against one ledger. Made anew for each request; it holds
/// nothing of a person.
///
/// Every method may throw [StoreUnavailable], with nothing acknowledged lost.
public final class Members {
    private static final IntakeOutcome OF_AN_ERASED_LIFE =
            new IntakeOutcome.Ignored("it is about a life that was erased");

    private final Ledger ledger;
    private final Moment moment;
    private final Settlement settlement;

    /// @param now   the server's clock, in whole milliseconds
    /// @param pause waits a little before a write that lost a race is decided again; told the number of
    ///              races lost
    public Members(Ledger ledger, Programs programs, AnswerFormat format, Instant now, IntConsumer pause) {
        this.ledger = ledger;
        this.moment = new Moment(programs, format, now);
        this.settlement = new Settlement(ledger, moment, pause);
    }

    /// What the person should see now. Opens the slot that has come due, exactly once however many ask.
    public DueOutcome due(MemberId id) {
        Standing first = ledger.standing(id);
        return first instanceof Tombstone ? Asked.BY_NOBODY : settle(first, new Erased(), new Asking(moment)::decide);
    }

    /// The member, or what one of whom nothing is stored looks like.
    public MemberView member(MemberId id) {
        return MemberView.of(moment.seen(ledger.member(id).orElseGet(() -> moment.unknown(id))));
    }

    /// Sets where the person lives and which language they read.
    public MemberOutcome setLiving(MemberId id, ZoneId zone, @Nullable String locale) {
        return settleFor(id, new Erased(), member -> {
            Member living = member.living(zone, locale);
            MemberOutcome stands = new MemberOutcome.Stands(MemberView.of(moment.seen(living)));
            return member.version() > 0 && living.equals(member)
                    ? Decision.done(stands)
                    : Decision.write(moment.writing(living), stands);
        });
    }

    public JourneyOutcome journey(MemberId id, String program) {
        return inProgram(
                program,
                schedule -> ledger.member(id)
                        .flatMap(member -> member.journey(program)
                                .<JourneyOutcome>map(journey -> new JourneyOutcome.Stands(
                                        JourneyView.of(member, JourneyAt.of(member, journey, schedule, moment.now())))))
                        .orElseGet(JourneyOutcome.NoSuchJourney::new));
    }

    /// Begins a journey, or corrects the start of its first run.
    ///
    /// @param zone null to leave the member's as it is
    public JourneyOutcome start(MemberId id, String program, LocalDate startedOn, @Nullable ZoneId zone) {
        return inProgram(
                program,
                schedule -> settleFor(
                        id, new Erased(), member -> new Starting(moment, schedule, startedOn).first(member, zone)));
    }

    /// Begins the journey's next run by naming it, or corrects the start of the current one.
    public JourneyOutcome restart(MemberId id, String program, int run, LocalDate startedOn) {
        return inProgram(
                program,
                schedule -> settleFor(
                        id, new Erased(), member -> new Starting(moment, schedule, startedOn).run(member, run)));
    }

    /// A check-in's answers.
    ///
    /// @param answeredAt null if the client did not say when; then it was now
    public ActionOutcome complete(
            MemberId id, CheckInId checkIn, Map<String, Answer> answers, @Nullable Instant answeredAt) {
        return moment.programs()
                .find(checkIn.program())
                .map(program -> act(
                        id,
                        checkIn,
                        new Completing(moment, program.card(), answers, answeredAt == null ? moment.now() : answeredAt)
                                ::decide))
                .orElseGet(ActionOutcome.NoSuchCheckIn::new);
    }

    public ActionOutcome dismiss(MemberId id, CheckInId checkIn) {
        return act(id, checkIn, new PuttingOff(moment, new PuttingOff.Dismiss())::decide);
    }

    public ActionOutcome snooze(MemberId id, CheckInId checkIn, Instant until) {
        return act(id, checkIn, new PuttingOff(moment, new PuttingOff.Snooze(until))::decide);
    }

    /// What came of asking for a part of a journey.
    public sealed interface Part<T> {
        /// Here it is.
        record Found<T>(T value) implements Part<T> {}

        /// The deployment defines no program of that name.
        record NoSuchProgram<T>() implements Part<T> {}

        /// The member is not in that program.
        record NoSuchJourney<T>() implements Part<T> {}
    }

    /// The timeline of the current run from `from` to `to`, both included, in pages.
    public Part<TimelineView> timeline(MemberId id, String program, LocalDate from, LocalDate to) {
        return part(id, program, moment.now(), (_, at) -> {
            Journey journey = at.journey();
            Ledger.Page stored = ledger.dated(id, at.life(), program, journey.run(), from, to);
            return TimelineView.of(at, stored, from, to);
        });
    }

    /// Why the journey's card is due at `when`, or is not; by the rows as they are now.
    public Part<Explanation> explanation(MemberId id, String program, Instant when) {
        return part(id, program, when, Explanation::of);
    }

    /// A page of the journey's check-ins over all runs of this life, newest first.
    ///
    /// @param after where the page before ended; null, or a place in a life before this, for the first page
    public Part<HistoryView> history(MemberId id, String program, Ledger.@Nullable Position after, int limit) {
        return part(id, program, moment.now(), (_, at) -> {
            Ledger.Position start = after != null && after.id().life() == at.life() ? after : null;
            return HistoryView.of(at, ledger.newestFirst(id, at.life(), program, start, limit));
        });
    }

    /// What billing says of a member's plan.
    public IntakeOutcome changePlan(MemberId id, PlanChange change) {
        return settleFor(id, OF_AN_ERASED_LIFE, new PlanChanging(moment, change)::decide);
    }

    /// Begins a journey that an event tells of.
    public IntakeOutcome startByEvent(MemberId id, JourneyStart told) {
        return moment.programs()
                .schedule(told.program())
                .map(schedule -> settleFor(
                        id,
                        OF_AN_ERASED_LIFE,
                        member -> new Starting(moment, schedule, told.startedOn()).byEvent(member, told)))
                .orElseGet(() -> new IntakeOutcome.Refused("/program no program of that name is defined"));
    }

    /// Puts a member right whose day was moved ahead of now.
    public RepairOutcome repair(MemberId id) {
        return settle(
                ledger.standing(id),
                new RepairOutcome.NoSuchMember(),
                stored -> stored.map(new Repairing(moment)::decide)
                        .orElseGet(() -> Decision.done(new RepairOutcome.NoSuchMember())));
    }

    /// Opens what has come due for a member nobody asked about, and says what is to be announced.
    public Swept sweep(MemberId id) {
        Standing first = ledger.standing(id);
        return settle(
                first,
                Swept.nothing(first),
                stored -> stored.map(new Sweeping(moment)::open).orElseGet(() -> Decision.done(Swept.nothing(first))));
    }

    /// Notes that these of one member's are out.
    ///
    /// @param seen what is stored of them, as far as is known: if it is so no longer, it is looked at again
    /// @return whether any of them had still to be noted
    public boolean announced(Standing seen, List<Announcement> out) {
        return settle(
                seen,
                false,
                stored -> stored.map(member -> new Sweeping(moment).announced(member, out))
                        .orElseGet(() -> Decision.done(false)));
    }

    /// Ends a life: everyone who reads finds nothing from now on, and nothing more is written for it. Its
    /// check-ins are removed after that, by [Tombstone#forgetRows].
    public void erase(MemberId id) {
        Standing first = ledger.standing(id);
        settlement.settle(first, now -> new Erasing(moment).erase(first, now));
    }

    /// Begins the next life of a person who was erased; for anyone else it changes nothing.
    public MemberOutcome beginAgain(MemberId id) {
        Standing first = ledger.standing(id);
        return settlement.settle(first, now -> new Erasing(moment).beginAgain(first, now));
    }

    /// Everything that is held about a person, in pages.
    ///
    /// @param after where the page before ended; null, or a place in a life before this, for the first page
    public Export export(MemberId id, Ledger.@Nullable Position after, int limit) {
        return ledger.member(id)
                .map(member -> {
                    boolean isFirst = after == null || after.id().life() != member.life();
                    Ledger.Page page = ledger.held(id, member.life(), isFirst ? null : after, limit);
                    return new Export(isFirst ? member : null, page);
                })
                .orElse(Export.NOTHING);
    }

    /// Adds what an older system, or an export, has of a person. What is stored here stays as it is.
    public ImportOutcome bring(ImportedPerson person) {
        return settlement.settle(ledger.standing(person.id()), new Importing(moment, person)::decide);
    }

    private interface Look<T> {
        T at(Member member, JourneyAt journey);
    }

    private <T> Part<T> part(MemberId id, String program, Instant when, Look<T> look) {
        Optional<Program> schedule = moment.programs().schedule(program);
        if (schedule.isEmpty()) {
            return new Part.NoSuchProgram<>();
        }
        return ledger.member(id)
                .flatMap(member -> member.journey(program)
                        .map(journey -> look.at(member, JourneyAt.of(member, journey, schedule.get(), when))))
                .<Part<T>>map(Part.Found::new)
                .orElseGet(Part.NoSuchJourney::new);
    }

    private ActionOutcome act(MemberId id, CheckInId checkIn, Function<Target, Decision<ActionOutcome>> rule) {
        return settle(
                ledger.standing(id),
                new Erased(),
                stored -> stored.map(member -> Target.find(moment, member, checkIn, rule))
                        .orElseGet(() -> Decision.done(new ActionOutcome.NoSuchCheckIn())));
    }

    private JourneyOutcome inProgram(String program, Function<Program, JourneyOutcome> operation) {
        return moment.programs().schedule(program).map(operation).orElseGet(JourneyOutcome.NoSuchProgram::new);
    }

    /// An operation that begins with whoever is there, and with somebody new where nobody is.
    private <T> T settleFor(MemberId id, T ifErased, Function<Member, Decision<T>> rule) {
        return settle(ledger.standing(id), ifErased, stored -> rule.apply(stored.orElseGet(() -> moment.unknown(id))));
    }

    /// An operation on one life: whatever it was decided on before, once another life is found it is over.
    private <T> T settle(Standing first, T ifErased, Function<Optional<Member>, Decision<T>> rule) {
        return settlement.settle(
                first, now -> now.isLifeOf(first) ? rule.apply(now.living()) : Decision.done(ifErased));
    }
}
