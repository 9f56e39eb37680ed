package cairn.commands;

import cairn.checkins.CheckInProgram;
import cairn.checkins.DefinitionChange;
import cairn.checkins.DefinitionChange.Asked;
import cairn.checkins.DefinitionChange.Difference;
import cairn.checkins.ImportOutcome;
import cairn.checkins.ImportVerdict;
import cairn.checkins.ImportedCheckIn;
import cairn.checkins.ImportedJourney;
import cairn.checkins.ImportedMember;
import cairn.checkins.ImportedPerson;
import cairn.checkins.ImportedRecord;
import cairn.checkins.Journey;
import cairn.checkins.Member;
import cairn.checkins.Members;
import cairn.checkins.Programs;
import cairn.lambda.Ledgers;
import cairn.timeline.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// What an edited definition would change for the people of a file. They are taken in as an import takes
/// them, under the definition as it is; then both say whom they would ask when.
///
/// @param program     the program's name
/// @param defaultPlan of those whose line tells of no plan
/// @param now         the moment of asking
record Comparison(String program, CheckInProgram before, String defaultPlan, Instant now, DefinitionChange change) {

    /// One journey.
    record Compared(String memberId, Difference difference) {}

    /// @param journeys in the order of the file
    /// @param refused  lines that could not be taken
    /// @param others   journeys of other programs, which nobody looked at
    record Result(List<Compared> journeys, List<RefusedLine> refused, int others) {}

    Result of(PeopleFile file) {
        List<Compared> journeys = new ArrayList<>();
        List<RefusedLine> refused = new ArrayList<>(file.unusable());
        int others = 0;
        for (ImportedPerson person : file.people()) {
            List<ImportedRecord> ours =
                    person.records().stream().filter(this::isOurs).toList();
            others += (int) person.records().stream()
                    .filter(record -> record instanceof ImportedJourney && !isOurs(record))
                    .count();
            ImportOutcome outcome = members().bring(new ImportedPerson(person.id(), ours, person.unreadableMember()));
            outcome.verdicts()
                    .forEach((record, verdict) -> refused(record, verdict).ifPresent(refused::add));
            compared(outcome).ifPresent(journeys::add);
        }
        refused.sort(Comparator.comparingInt(RefusedLine::number));
        return new Result(journeys, refused, others);
    }

    private Optional<Compared> compared(ImportOutcome outcome) {
        Member member = outcome.member();
        Optional<Journey> journey = member == null ? Optional.empty() : member.journey(program);
        return member == null || journey.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Compared(member.id().subject(), change.of(member, journey.get(), outcome.checkIns())));
    }

    private static Optional<RefusedLine> refused(ImportedRecord record, ImportVerdict verdict) {
        return verdict instanceof ImportVerdict.Refused(List<Fault> faults)
                ? Optional.of(new RefusedLine(record.line(), Optional.of(Kind.of(record)), faults))
                : Optional.empty();
    }

    private boolean isOurs(ImportedRecord record) {
        return switch (record) {
            case ImportedMember _ -> true;
            case ImportedJourney journey -> journey.program().equals(program);
            case ImportedCheckIn checkIn -> checkIn.program().equals(program);
        };
    }

    private Members members() {
        Programs asItIs = new Programs(Map.of(program, before), defaultPlan, "comparison");
        Ledgers ledgers = _ -> new EmptyLedger();
        return ledgers.members(asItIs, Duration.ZERO, now, new AtomicInteger());
    }

    /// The report.
    String text(Result result) {
        List<Compared> differing = result.journeys().stream()
                .filter(journey -> !journey.difference().isNone())
                .toList();
        StringBuilder text = new StringBuilder();
        text.append(Terminal.inLine(program) + ", " + change.from() + " to " + change.to() + "\n");
        text.append("journeys " + result.journeys().size());
        text.append(", unchanged " + (result.journeys().size() - differing.size()));
        text.append(", with gains " + count(differing, Difference::gained));
        text.append(", with losses " + count(differing, Difference::lost));
        text.append(", with moves " + count(differing, Difference::moved) + "\n");
        text.append(result.others() == 0 ? "" : "journeys of other programs, not looked at: " + result.others() + "\n");
        text.append("asked twice: ").append(twice(result)).append('\n');
        text.append('\n').append(Months.of(result.journeys()).text());
        text.append(differing.isEmpty() ? "" : "\n");
        differing.forEach(journey -> text.append(line(journey)).append('\n'));
        return text.toString();
    }

    private static long count(List<Compared> journeys, Function<Difference, List<Asked>> part) {
        return journeys.stream()
                .filter(journey -> !part.apply(journey.difference()).isEmpty())
                .count();
    }

    private static String twice(Result result) {
        List<String> members = result.journeys().stream()
                .filter(journey -> !journey.difference().askedTwice().isEmpty())
                .map(journey -> Terminal.inLine(journey.memberId()))
                .toList();
        return members.isEmpty() ? "nobody" : String.join(", ", members);
    }

    private static String line(Compared journey) {
        Difference difference = journey.difference();
        List<String> parts = new ArrayList<>();
        described("gains", difference.gained()).ifPresent(parts::add);
        described("loses", difference.lost()).ifPresent(parts::add);
        described("moved", difference.moved()).ifPresent(parts::add);
        return Terminal.inLine(journey.memberId()) + ": " + String.join("; ", parts);
    }

    private static Optional<String> described(String what, List<Asked> asked) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        String first = text(asked.getFirst());
        String last = asked.size() == 1 ? "" : (asked.size() == 2 ? ", " : " … ") + text(asked.getLast());
        return Optional.of(what + " " + asked.size() + " (" + first + last + ")");
    }

    private static String text(Asked asked) {
        String key = asked.slot().key().text();
        return key.endsWith(asked.on().toString()) ? key : key + " on " + asked.on();
    }
}
