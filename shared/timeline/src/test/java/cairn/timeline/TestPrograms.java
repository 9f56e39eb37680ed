package cairn.timeline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Programs, histories and slots in one line each, written as the vectors write them.
final class TestPrograms {
    /// The program Cairn ships.
    static final Program SKIN = program("7 15 30", "weekly=P1W monthly=P1M", "free=monthly pro=weekly paused=", "none");

    private TestPrograms() {}

    /// @param milestones `7 15 30`: days after the start
    /// @param cadences   `weekly=P1W monthly=P1M`
    /// @param plans      `free=monthly paused=`: nothing after the sign is no cadence
    /// @param window     `P5D` or `none`
    static Program program(String milestones, String cadences, String plans, String window) {
        Map<String, @Nullable String> cadenceOfPlan = new HashMap<>();
        pairs(plans).forEach((plan, cadence) -> cadenceOfPlan.put(plan, cadence.isEmpty() ? null : cadence));
        ProgramDefinition definition = new ProgramDefinition(
                words(milestones).map(days -> "P" + days + "D").toList(),
                pairs(cadences),
                cadenceOfPlan,
                window,
                "09:00",
                "2026-01-01");
        return switch (definition.read("skin")) {
            case ProgramDefinition.Sound(Program program) -> program;
            case ProgramDefinition.Faulty(List<Fault> faults) -> throw new IllegalArgumentException(faults.toString());
        };
    }

    /// A history such as `free pro@2026-04-20 free@2026-06-01`: the first plan, then each change.
    static PlanHistory plans(String text) {
        List<String> entries = words(text).toList();
        PlanHistory history = PlanHistory.of(entries.getFirst());
        for (String entry : entries.subList(1, entries.size())) {
            int at = entry.indexOf('@');
            history = history.with(entry.substring(0, at), LocalDate.parse(entry.substring(at + 1)));
        }
        return history;
    }

    /// The keys of the slots from one day to another, both included.
    static List<String> keys(Timeline timeline, String from, String to) {
        return timeline.between(LocalDate.parse(from), LocalDate.parse(to)).stream()
                .map(slot -> slot.key().text())
                .toList();
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        words(text).forEach(pair -> {
            int sign = pair.indexOf('=');
            pairs.put(pair.substring(0, sign), pair.substring(sign + 1));
        });
        return pairs;
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }
}
