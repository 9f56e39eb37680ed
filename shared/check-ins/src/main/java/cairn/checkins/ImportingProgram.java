package cairn.checkins;

import cairn.timeline.PlanHistory;
import cairn.timeline.Program;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rule for all lines about a person in one program.
///
/// @param member as filled in by their own line
/// @param held   rows that are there
record ImportingProgram(
        Moment moment, ImportedPerson person, Member member, Program program, Map<CheckInId, CheckIn> held) {

    /// @param begun the journey, if it is new here
    record Result(
            Map<ImportedRecord, ImportVerdict> verdicts,
            List<ImportingJourney.Step> steps,
            @Nullable Journey begun) {}

    Result result() {
        Journey stored = member.journey(program.name()).orElse(null);
        ImportingRun.Result run = new ImportingRun(moment, member, stored, journeyLines()).result();
        Journey journey = run.journey();
        Map<ImportedRecord, ImportVerdict> verdicts = new HashMap<>(run.verdicts());
        if (journey == null) {
            checkInLines()
                    .forEach(line -> verdicts.put(
                            line,
                            ImportVerdict.Refused.because("/program", "the member has no journey in that program")));
            return new Result(verdicts, List.of(), null);
        }
        List<CheckIn> coming = coming(journey, run.starts(), verdicts);
        List<CheckIn> ofRun = held.values().stream()
                .filter(row -> row.program().equals(program.name()) && row.run() == journey.run())
                .toList();
        ImportedJourney line = run.told();
        ImportedJourney told = line != null && line.run() == journey.run() ? line : null;
        List<ImportingJourney.Step> steps = coming.isEmpty()
                ? List.of()
                : new ImportingJourney(moment, member, program, journey, told, ofRun, coming).steps();
        return new Result(verdicts, steps, stored == null ? journey : null);
    }

    /// The rows that are to be stored: of each slot the best that the lines tell, unless it is there.
    private List<CheckIn> coming(
            Journey journey, Map<Integer, LocalDate> starts, Map<ImportedRecord, ImportVerdict> verdicts) {
        Map<CheckInId, ImportingRow> best = new HashMap<>();
        List<ImportingRow> sound = new ArrayList<>();
        for (ImportedCheckIn line : checkInLines()) {
            if (line.run() > journey.run()) {
                verdicts.put(
                        line,
                        ImportVerdict.Refused.because("/run", "the journey is in run " + journey.run() + " here"));
                continue;
            }
            switch (ImportingRow.read(line, slots(line.run(), journey, starts), member, moment)) {
                case ImportingRow.Faulty(var faults) -> verdicts.put(line, new ImportVerdict.Refused(faults));
                case ImportingRow.Sound(ImportingRow row) -> {
                    sound.add(row);
                    best.merge(row.row().id(), row, (a, b) -> ImportingRow.BETTER.compare(a, b) >= 0 ? a : b);
                }
            }
        }
        sound.forEach(
                row -> verdicts.put(row.line(), verdict(row, best.get(row.row().id()))));
        return best.values().stream()
                .map(ImportingRow::row)
                .filter(row -> !held.containsKey(row.id()))
                .toList();
    }

    private ImportVerdict verdict(ImportingRow row, @Nullable ImportingRow best) {
        if (best != null && best.line().line() != row.line().line()) {
            return new ImportVerdict.Merged(best.line().line());
        }
        return held.containsKey(row.row().id())
                ? new ImportVerdict.AlreadyThere(row.mappedTo())
                : new ImportVerdict.New(row.mappedTo());
    }

    /// As the lines tell it where they do: the same file always maps the same way, whatever has changed here
    /// since it was imported first.
    private ImportingSlot slots(int run, Journey journey, Map<Integer, LocalDate> starts) {
        LocalDate told = starts.get(run);
        LocalDate start = told != null || run != journey.run() ? told : journey.startedOn();
        ZoneId zone = person.member().map(ImportedMember::zone).orElse(member.zone());
        return new ImportingSlot(program, start, plansTold(), zone == null ? member.reckoningZone() : zone);
    }

    private PlanHistory plansTold() {
        return person.member()
                .filter(line -> !line.plans().isEmpty())
                .map(line -> ImportingMember.plans(line, moment.programs().defaultPlan()))
                .orElse(member.plans());
    }

    private List<ImportedJourney> journeyLines() {
        return person.all(ImportedJourney.class)
                .filter(line -> line.program().equals(program.name()))
                .toList();
    }

    private List<ImportedCheckIn> checkInLines() {
        return person.all(ImportedCheckIn.class)
                .filter(line -> line.program().equals(program.name()))
                .toList();
    }
}
