package cairn.timeline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A program's schedule as its operator writes it, in ISO 8601 text, before anything was checked.
///
/// @param milestones `["P7D", "P15D"]`: days or weeks after the start
/// @param cadences   `{"weekly": "P1W"}`
/// @param plans      `{"pro": "weekly", "paused": null}`: the cadence of each plan
/// @param window     days or weeks (`P5D`), or `none`
/// @param announceAt wall time, `09:00`
/// @param editedOn   day, `2026-11-22`
public record ProgramDefinition(
        List<String> milestones,
        Map<String, String> cadences,
        Map<String, @Nullable String> plans,
        String window,
        String announceAt,
        String editedOn) {

    private static final int MOST_MILESTONES = 100;
    private static final int LAST_MILESTONE = 3660;

    /// What came of reading a definition.
    public sealed interface Reading {}

    /// It holds together.
    public record Sound(Program program) implements Reading {}

    /// It does not; every fault is listed.
    public record Faulty(List<Fault> faults) implements Reading {}

    /// Checks the whole definition and reports all that is wrong with it, not the first thing.
    public Reading read(String name) {
        List<Fault> faults = new ArrayList<>();
        if (!Cadence.NAME.matcher(name).matches()) {
            faults.add(new Fault("", "a program's name is lower-case letters, digits and hyphens, at most 32"));
        }
        List<Integer> days = readMilestones(faults);
        Map<String, Optional<Cadence>> cadenceOfPlan = readPlans(readCadences(faults), faults);
        Window slotWindow =
                window.equals("none") ? null : attempt("/window", ProgramDefinition::parseWindow, window, faults);
        LocalTime time = attempt("/announceAt", ProgramDefinition::parseTime, announceAt, faults);
        LocalDate edited = attempt("/editedOn", ProgramDefinition::parseDay, editedOn, faults);
        if (!faults.isEmpty() || time == null || edited == null) {
            return new Faulty(List.copyOf(faults));
        }
        return new Sound(new Program(name, days, cadenceOfPlan, slotWindow, time, edited));
    }

    private List<Integer> readMilestones(List<Fault> faults) {
        if (milestones.size() > MOST_MILESTONES) {
            faults.add(new Fault("/milestones", "at most " + MOST_MILESTONES + " milestones"));
        }
        List<Integer> days = new ArrayList<>();
        for (int i = 0; i < milestones.size(); i++) {
            Integer day = attempt("/milestones/" + i, ProgramDefinition::parseDays, milestones.get(i), faults);
            if (day != null && !days.isEmpty() && day <= days.getLast()) {
                faults.add(new Fault("/milestones/" + i, "milestones are in strictly increasing order"));
            } else if (day != null) {
                days.add(day);
            }
        }
        return days;
    }

    private Map<String, Cadence> readCadences(List<Fault> faults) {
        Map<String, Cadence> read = new HashMap<>();
        cadences.forEach((name, period) -> {
            Cadence cadence = attempt(
                    "/cadences/" + Fault.escaped(name), text -> new Cadence(name, Period.parse(text)), period, faults);
            if (cadence != null) {
                read.put(name, cadence);
            }
        });
        return read;
    }

    private Map<String, Optional<Cadence>> readPlans(Map<String, Cadence> sound, List<Fault> faults) {
        if (plans.isEmpty()) {
            faults.add(new Fault("/plans", "at least one plan"));
        }
        Map<String, Optional<Cadence>> read = new HashMap<>();
        plans.forEach((plan, cadence) -> {
            String pointer = "/plans/" + Fault.escaped(plan);
            if (!Cadence.NAME.matcher(plan).matches()) {
                faults.add(new Fault(pointer, "a plan's name is lower-case letters, digits and hyphens, at most 32"));
            }
            if (cadence != null && !cadences.containsKey(cadence)) {
                faults.add(new Fault(pointer, "no cadence of that name is defined"));
            }
            read.put(plan, Optional.ofNullable(cadence).map(sound::get));
        });
        return read;
    }

    private static LocalDate parseDay(String text) {
        return Days.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a day such as 2026-03-24, from " + Days.FIRST + " to " + Days.LAST));
    }

    private static int parseDays(String text) {
        Period period = Period.parse(text);
        if (period.toTotalMonths() != 0 || period.getDays() < 0 || period.getDays() > LAST_MILESTONE) {
            throw new IllegalArgumentException("a milestone is 0 to " + LAST_MILESTONE + " days, such as P7D or P2W");
        }
        return period.getDays();
    }

    /// Of whole seconds: a moment here is no finer than a millisecond.
    private static LocalTime parseTime(String text) {
        LocalTime time = LocalTime.parse(text);
        if (!time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("a wall time has no fractions of a second, such as 09:00");
        }
        return time;
    }

    private static Window parseWindow(String text) {
        Period period = Period.parse(text);
        if (period.toTotalMonths() != 0) {
            throw new IllegalArgumentException("a window is days or weeks, such as P5D, or \"none\"");
        }
        return new Window(period.getDays());
    }

    private static <T> @Nullable T attempt(
            String pointer, Function<String, T> parser, String text, List<Fault> faults) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | ArithmeticException unreadable) {
            // Period.parse lets the overflow of weeks times seven through.
            faults.add(new Fault(
                    pointer,
                    "not ISO 8601 text of the expected form: a period such as P7D, a time such"
                            + " as 09:00, a day such as 2026-03-24"));
        } catch (IllegalArgumentException unsound) {
            faults.add(new Fault(pointer, String.valueOf(unsound.getMessage())));
        }
        return null;
    }
}
