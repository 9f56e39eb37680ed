package cairn.timeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Semantics 13: rows made by an independent model that walks every slot.
class VectorsTest {
    private static final List<String> ROWS = rows();

    @Test
    void thereAreFourThousandRows() {
        assertThat(ROWS).hasSize(4_001);
    }

    @TestFactory
    Stream<DynamicTest> theDomainGivesEveryRow() {
        List<String> header = Arrays.asList(ROWS.getFirst().split(","));
        return ROWS.stream()
                .skip(1)
                .map(row -> DynamicTest.dynamicTest(row, () -> {
                    List<String> cells = Arrays.asList(row.split(",", -1));
                    Row cell = column -> cells.get(header.indexOf(column));
                    assertThat(outcome(cell)).isEqualTo(expected(cell));
                }));
    }

    private interface Row {
        String get(String column);
    }

    private record Outcome(
            LocalDate today,
            String currentSlot,
            String currentOn,
            String currentOpensAt,
            String closesOn,
            String open,
            String nextSlot,
            String nextOn,
            String nextOpensAt) {}

    private static Outcome expected(Row cell) {
        return new Outcome(
                LocalDate.parse(cell.get("today")),
                cell.get("currentSlot"),
                cell.get("currentOn"),
                cell.get("currentOpensAt"),
                cell.get("closesOn"),
                cell.get("open"),
                cell.get("nextSlot"),
                cell.get("nextOn"),
                cell.get("nextOpensAt"));
    }

    private static Outcome outcome(Row cell) {
        ZoneId zone = ZoneId.of(cell.get("timeZone"));
        LocalDate today = WallTime.dayAt(Instant.parse(cell.get("now")), zone);
        Timeline timeline =
                Timeline.of(program(cell), LocalDate.parse(cell.get("startedOn")), plans(cell.get("plans")));
        Optional<Slot> current = timeline.lastOnOrBefore(today);
        Optional<Slot> next = timeline.firstAfter(today);
        Optional<LocalDate> closesOn = current.flatMap(timeline::closesOn);
        boolean open = current.isPresent() && closesOn.map(today::isBefore).orElse(true);
        return new Outcome(
                today,
                text(current.map(Slot::key)),
                text(current.map(Slot::date)),
                text(current.map(slot -> WallTime.startOf(slot.date(), zone))),
                text(closesOn),
                String.valueOf(open),
                text(next.map(Slot::key)),
                text(next.map(Slot::date)),
                text(next.map(slot -> WallTime.startOf(slot.date(), zone))));
    }

    private static Program program(Row cell) {
        Map<String, @Nullable String> plans = new HashMap<>();
        pairs(cell.get("planCadences")).forEach((plan, cadence) -> plans.put(plan, cadence.isEmpty() ? null : cadence));
        ProgramDefinition definition = new ProgramDefinition(
                words(cell.get("milestones")).map(days -> "P" + days + "D").toList(),
                pairs(cell.get("cadences")),
                plans,
                cell.get("window"),
                "09:00",
                "2000-01-01");
        return ((ProgramDefinition.Sound) definition.read("vector")).program();
    }

    private static PlanHistory plans(String text) {
        List<PlanHistory.Change> changes = Stream.of(text.split(";"))
                .map(entry -> entry.split("@"))
                .map(entry -> new PlanHistory.Change(entry[0], LocalDate.parse(entry[1])))
                .toList();
        return new PlanHistory(changes.getFirst().plan(), changes.subList(1, changes.size()));
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        words(text).map(pair -> pair.split("=", -1)).forEach(pair -> pairs.put(pair[0], pair[1]));
        return pairs;
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static List<String> rows() {
        try (InputStream stream = requireNonNull(VectorsTest.class.getResourceAsStream("/timeline.csv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
