package cairn.checkins;

import cairn.timeline.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rule for a journey's lines: that of the latest run tells of the journey, the others of when the runs
/// before it started.
///
/// @param member   as filled in by their own line
/// @param stored   the journey, if it is there
record ImportingRun(Moment moment, Member member, @Nullable Journey stored, List<ImportedJourney> lines) {

    /// What the lines come to.
    ///
    /// @param journey the journey to bring check-ins into; null if there is none
    /// @param told    the line that it follows; null if none does
    /// @param starts  of the runs that the lines tell of
    record Result(
            Map<ImportedRecord, ImportVerdict> verdicts,
            @Nullable Journey journey,
            @Nullable ImportedJourney told,
            Map<Integer, LocalDate> starts) {}

    Result result() {
        Map<ImportedRecord, ImportVerdict> verdicts = new HashMap<>();
        Map<Integer, ImportedJourney> byRun = new HashMap<>();
        lines.forEach(line -> onceForEachRun(line, byRun, verdicts));
        Optional<ImportedJourney> latest = byRun.values().stream().max((a, b) -> Integer.compare(a.run(), b.run()));
        if (latest.isEmpty()) {
            return new Result(verdicts, stored, null, Map.of());
        }
        ImportedJourney told = latest.get();
        ImportVerdict verdict = verdict(told);
        verdicts.put(told, verdict);
        byRun.values().stream()
                .filter(line -> line.line() != told.line())
                .forEach(earlier -> verdicts.put(earlier, new ImportVerdict.Merged(told.line())));
        boolean refused = verdict instanceof ImportVerdict.Refused;
        Map<Integer, LocalDate> starts = new HashMap<>();
        byRun.values().forEach(line -> starts.put(line.run(), line.startedOn()));
        return new Result(
                verdicts, stored != null ? stored : refused ? null : begun(told), refused ? null : told, starts);
    }

    private static void onceForEachRun(
            ImportedJourney line, Map<Integer, ImportedJourney> byRun, Map<ImportedRecord, ImportVerdict> verdicts) {
        ImportedJourney first = byRun.putIfAbsent(line.run(), line);
        if (first != null) {
            verdicts.put(
                    line,
                    first.saysTheSameAs(line)
                            ? new ImportVerdict.Merged(first.line())
                            : ImportVerdict.Refused.because(
                                    "/run", "line " + first.line() + " tells of the same run otherwise"));
        }
    }

    private ImportVerdict verdict(ImportedJourney told) {
        if (stored != null) {
            return stored.run() < told.run()
                    ? ImportVerdict.Refused.because("/run", "the journey is in run " + stored.run() + " here")
                    : new ImportVerdict.AlreadyThere(null);
        }
        List<Fault> faults = faults(told);
        return faults.isEmpty() ? new ImportVerdict.New(null) : new ImportVerdict.Refused(faults);
    }

    private List<Fault> faults(ImportedJourney told) {
        if (member.zone() == null) {
            return List.of(new Fault("/memberId", "is of a member without a time zone, and no line names one"));
        }
        LocalDate today = member.todayAt(moment.now());
        List<Fault> faults = new ArrayList<>();
        if (told.startedOn().isAfter(today.plusDays(1))) {
            faults.add(new Fault("/startedOn", "lies after tomorrow"));
        }
        if (told.createdOn() != null && told.createdOn().isAfter(today)) {
            faults.add(new Fault("/createdOn", "lies in the future"));
        }
        LocalDate lastOn = told.opened().lastOn();
        if (lastOn != null && lastOn.isAfter(today)) {
            faults.add(new Fault("/lastOn", "lies in the future: nobody can have been asked then"));
        }
        return faults;
    }

    private Journey begun(ImportedJourney told) {
        LocalDate createdOn = told.createdOn() == null ? member.todayAt(moment.now()) : told.createdOn();
        return Journey.begun(told.program(), told.run(), told.startedOn(), createdOn)
                .brought(told.opened(), null, null, told.streak());
    }
}
