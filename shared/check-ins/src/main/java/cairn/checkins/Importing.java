package cairn.checkins;

import static cairn.checkins.Decision.done;

import cairn.timeline.Fault;
import cairn.timeline.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules for bringing along what an older system, or an export, has of a person.
///
/// An import only adds: what is stored here stays as it is. So it can be repeated, and broken off anywhere:
/// each write is whole, and the next run goes on with what is missing.
record Importing(Moment moment, ImportedPerson person) {

    Decision<ImportOutcome> decide(Standing standing) {
        return switch (standing) {
            case Tombstone _ -> done(ImportOutcome.refused(person, "was erased here; only the person can begin again"));
            case Member member
            when member.life() != person.life() ->
                done(ImportOutcome.refused(
                        person, "is in life " + member.life() + " here, and this is of life " + person.life()));
            case Member _, Nobody _ -> new Decision.NeedsHeld<>(person.life(), held -> decide(standing.living(), held));
        };
    }

    private Decision<ImportOutcome> decide(Optional<Member> stored, Map<CheckInId, CheckIn> held) {
        Map<ImportedRecord, ImportVerdict> verdicts = new HashMap<>();
        Optional<ImportingMember> line = person.member().map(told -> new ImportingMember(moment, told, stored));
        line.ifPresent(told -> oneMember(told, stored.orElse(null), verdicts));
        Integer broken = brokenMember(verdicts);
        if (broken != null) {
            others(broken, verdicts);
            return done(outcome(verdicts, stored.orElse(null), held));
        }
        Member member =
                line.map(ImportingMember::filledIn).or(() -> stored).orElseGet(() -> moment.unknown(person.id()));
        List<ImportingJourney.Step> steps = new ArrayList<>();
        Member first = member;
        for (String name : programs()) {
            Optional<Program> program = moment.programs().schedule(name);
            if (program.isEmpty()) {
                of(name).forEach(record -> verdicts.put(
                        record, ImportVerdict.Refused.because("/program", "no program of that name is defined")));
                continue;
            }
            ImportingProgram.Result result = new ImportingProgram(moment, person, member, program.get(), held).result();
            verdicts.putAll(result.verdicts());
            steps.addAll(result.steps());
            first = result.steps().isEmpty() && result.begun() != null ? first.with(result.begun()) : first;
        }
        boolean nothingNew =
                steps.isEmpty() && (first.equals(stored.orElse(null)) || (stored.isEmpty() && line.isEmpty()));
        if (nothingNew) {
            return done(outcome(verdicts, stored.orElse(null), held));
        }
        return steps.isEmpty()
                ? new Decision.Write<>(
                        moment.importing(first, null),
                        written -> done(outcome(verdicts, written.living().orElseThrow(), held)))
                : write(first, steps, new LinkedHashMap<>(held), verdicts);
    }

    private Decision<ImportOutcome> write(
            Member member,
            List<ImportingJourney.Step> steps,
            Map<CheckInId, CheckIn> held,
            Map<ImportedRecord, ImportVerdict> verdicts) {
        if (steps.isEmpty()) {
            return done(outcome(verdicts, member, held));
        }
        ImportingJourney.Step step = steps.getFirst();
        return new Decision.Write<>(moment.importing(step.applyTo(member), step.row()), written -> {
            held.put(step.row().id(), step.row());
            return write(written.living().orElseThrow(), steps.subList(1, steps.size()), held, verdicts);
        });
    }

    private void oneMember(ImportingMember told, @Nullable Member stored, Map<ImportedRecord, ImportVerdict> verdicts) {
        person.all(ImportedMember.class).forEach(line -> {
            if (line.line() == told.line().line()) {
                List<Fault> faults = told.faults();
                boolean known = faults.isEmpty() && told.filledIn().equals(stored);
                verdicts.put(
                        line,
                        !faults.isEmpty()
                                ? new ImportVerdict.Refused(faults)
                                : known ? new ImportVerdict.AlreadyThere(null) : new ImportVerdict.New(null));
            } else {
                verdicts.put(
                        line,
                        line.saysTheSameAs(told.line())
                                ? new ImportVerdict.Merged(told.line().line())
                                : ImportVerdict.Refused.because(
                                        "/memberId",
                                        "line " + told.line().line() + " tells of the same member otherwise"));
            }
        });
    }

    /// The line about the person that was refused, if one was: which plan and zone they have is not known then.
    private @Nullable Integer brokenMember(Map<ImportedRecord, ImportVerdict> verdicts) {
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof ImportVerdict.Refused)
                .map(entry -> entry.getKey().line())
                .findFirst()
                .orElse(person.unreadableMember());
    }

    private void others(int broken, Map<ImportedRecord, ImportVerdict> verdicts) {
        ImportVerdict refused =
                ImportVerdict.Refused.because("/memberId", "is of a member whose own line was refused: line " + broken);
        person.records()
                .forEach(record -> verdicts.merge(
                        record, refused, (before, _) -> before instanceof ImportVerdict.Refused ? before : refused));
    }

    private SortedSet<String> programs() {
        return new TreeSet<>(Stream.concat(
                        person.all(ImportedJourney.class).map(ImportedJourney::program),
                        person.all(ImportedCheckIn.class).map(ImportedCheckIn::program))
                .toList());
    }

    private Stream<ImportedRecord> of(String program) {
        return person.records().stream().filter(record -> switch (record) {
            case ImportedMember _ -> false;
            case ImportedJourney journey -> journey.program().equals(program);
            case ImportedCheckIn checkIn -> checkIn.program().equals(program);
        });
    }

    private ImportOutcome outcome(
            Map<ImportedRecord, ImportVerdict> verdicts, @Nullable Member member, Map<CheckInId, CheckIn> held) {
        Map<ImportedRecord, ImportVerdict> inOrder = new LinkedHashMap<>();
        verdicts.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getKey().line()))
                .forEach(entry -> inOrder.put(entry.getKey(), entry.getValue()));
        return new ImportOutcome(inOrder, member, List.copyOf(held.values()));
    }
}
