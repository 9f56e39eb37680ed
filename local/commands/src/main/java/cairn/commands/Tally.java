package cairn.commands;

import cairn.checkins.ImportOutcome;
import cairn.checkins.ImportVerdict;
import cairn.checkins.ImportedCheckIn;
import cairn.checkins.ImportedRecord;
import cairn.timeline.SlotKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of all lines, counted. Told by several threads.
final class Tally {
    /// The columns of the summary.
    private enum Column {
        NEW,
        ALREADY_THERE,
        MERGED,
        REFUSED
    }

    /// A check-in that has another key here than in the file.
    record MappedLine(int number, SlotKey from, SlotKey to) {}

    private final Map<Kind, Map<Column, Integer>> counts = new EnumMap<>(Kind.class);
    private final List<RefusedLine> refused = new ArrayList<>();
    private final List<MappedLine> mapped = new ArrayList<>();

    Tally(List<RefusedLine> unusable) {
        refused.addAll(unusable);
        unusable.forEach(line -> line.kind().ifPresent(kind -> count(kind, Column.REFUSED)));
    }

    synchronized void add(ImportOutcome outcome) {
        outcome.verdicts().forEach(this::add);
    }

    private void add(ImportedRecord record, ImportVerdict verdict) {
        Kind kind = Kind.of(record);
        switch (verdict) {
            case ImportVerdict.New(SlotKey mappedTo) -> {
                count(kind, Column.NEW);
                mapped(record, mappedTo);
            }
            case ImportVerdict.AlreadyThere(SlotKey mappedTo) -> {
                count(kind, Column.ALREADY_THERE);
                mapped(record, mappedTo);
            }
            case ImportVerdict.Merged _ -> count(kind, Column.MERGED);
            case ImportVerdict.Refused(var faults) -> {
                count(kind, Column.REFUSED);
                refused.add(new RefusedLine(record.line(), Optional.of(kind), faults));
            }
        }
    }

    private void mapped(ImportedRecord record, @Nullable SlotKey to) {
        if (to != null && record instanceof ImportedCheckIn checkIn) {
            mapped.add(new MappedLine(record.line(), checkIn.slot(), to));
        }
    }

    private void count(Kind kind, Column column) {
        counts.computeIfAbsent(kind, _ -> new EnumMap<>(Column.class)).merge(column, 1, Integer::sum);
    }

    synchronized List<RefusedLine> refused() {
        return refused.stream()
                .sorted(Comparator.comparingInt(RefusedLine::number))
                .toList();
    }

    synchronized List<MappedLine> mapped() {
        return mapped.stream()
                .sorted(Comparator.comparingInt(MappedLine::number))
                .toList();
    }

    synchronized boolean changed() {
        return counts.values().stream().anyMatch(of -> of.containsKey(Column.NEW));
    }

    /// The table at the end.
    synchronized String summary() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%-10s %9s %14s %9s %9s\n", "", "new", "already there", "merged", "refused"));
        for (Kind kind : Kind.values()) {
            Map<Column, Integer> of = counts.getOrDefault(kind, Map.of());
            text.append(String.format(
                    Locale.ROOT,
                    "%-10s %9d %14d %9d %9d\n",
                    kind.plural(),
                    of.getOrDefault(Column.NEW, 0),
                    of.getOrDefault(Column.ALREADY_THERE, 0),
                    of.getOrDefault(Column.MERGED, 0),
                    of.getOrDefault(Column.REFUSED, 0)));
        }
        long ofNoKind = refused.stream().filter(line -> line.kind().isEmpty()).count();
        text.append(ofNoKind == 0 ? "" : "lines that could not be read at all: " + ofNoKind + "\n");
        return text.append("mapped to the slot that was current when they were opened: ")
                .append(mapped.size())
                .append('\n')
                .toString();
    }
}
