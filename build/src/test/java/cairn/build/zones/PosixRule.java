package cairn.build.zones;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What holds in a zone year after year, as the `TZ` variable of POSIX writes it, with hours from −167 to 167 (RFC
/// 9636,
/// section 3.3.2): `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// @param standard the offset in winter, or always
/// @param summer   empty if clocks never change
record PosixRule(ZoneOffset standard, Optional<Summer> summer) {
    private static final String NAME = "(?:<[^>]+>|[A-Za-z]+)";
    private static final String TIME = "([+-]?[0-9:]+)";
    private static final String DAY = "(M\\d+\\.\\d\\.\\d|J?\\d+)(?:/" + TIME + ")?";
    private static final Pattern RULE =
            Pattern.compile(NAME + TIME + "(?:" + NAME + TIME + "?," + DAY + "," + DAY + ")?");
    private static final int HOUR = 3600;

    /// @param from when it begins, by the wall in winter
    /// @param to   when it ends, by the wall in summer
    record Summer(ZoneOffset offset, Yearly from, Yearly to) {}

    /// A day of each year, and seconds after its midnight.
    record Yearly(String day, int seconds) {
        long epochSecond(int year, ZoneOffset wall) {
            return day(year).toEpochDay() * 24 * HOUR + seconds - wall.getTotalSeconds();
        }

        private LocalDate day(int year) {
            if (day.startsWith("J")) {
                // From 1 to 365: 29 February has no number.
                return LocalDate.ofYearDay(2001, Integer.parseInt(day.substring(1)))
                        .withYear(year);
            }
            if (!day.startsWith("M")) {
                return LocalDate.of(year, 1, 1).plusDays(Integer.parseInt(day));
            }
            String[] parts = day.substring(1).split("\\.", -1);
            LocalDate month = LocalDate.of(year, Integer.parseInt(parts[0]), 1);
            DayOfWeek weekday = DayOfWeek.SUNDAY.plus(Integer.parseInt(parts[2]));
            int week = Integer.parseInt(parts[1]);
            return month.with(
                    week == 5
                            ? TemporalAdjusters.lastInMonth(weekday)
                            : TemporalAdjusters.dayOfWeekInMonth(week, weekday));
        }
    }

    private record Change(Instant at, ZoneOffset offset) {}

    /// @throws IllegalArgumentException if it is no such rule
    static PosixRule parse(String text) {
        Matcher rule = RULE.matcher(text);
        if (!rule.matches()) {
            throw new IllegalArgumentException("no rule: " + text);
        }
        // POSIX counts what is to be added to the wall to get UTC.
        ZoneOffset standard = ZoneOffset.ofTotalSeconds(-seconds(rule.group(1), 0));
        if (rule.group(3) == null) {
            return new PosixRule(standard, Optional.empty());
        }
        return new PosixRule(
                standard,
                Optional.of(new Summer(
                        ZoneOffset.ofTotalSeconds(-seconds(rule.group(2), -standard.getTotalSeconds() - HOUR)),
                        new Yearly(rule.group(3), seconds(rule.group(4), 2 * HOUR)),
                        new Yearly(rule.group(5), seconds(rule.group(6), 2 * HOUR)))));
    }

    ZoneOffset offsetAt(Instant at) {
        return around(at)
                .filter(change -> !change.at().isAfter(at))
                .reduce((_, last) -> last)
                .map(Change::offset)
                .orElse(standard);
    }

    Stream<Instant> changes(Instant from, Instant to) {
        return IntStream.rangeClosed(year(from), year(to))
                .boxed()
                .flatMap(this::of)
                .map(Change::at)
                .filter(at -> !at.isBefore(from) && at.isBefore(to));
    }

    /// In their order. Where one summer's end is the next one's beginning it is always summer: the beginning comes
    /// last.
    private Stream<Change> around(Instant at) {
        return IntStream.rangeClosed(year(at) - 1, year(at) + 1)
                .boxed()
                .flatMap(this::of)
                .sorted(Comparator.comparing(Change::at)
                        .thenComparingInt(change -> change.offset().equals(standard) ? 0 : 1));
    }

    private Stream<Change> of(int year) {
        return summer.stream()
                .flatMap(one -> List.of(
                        new Change(Instant.ofEpochSecond(one.from().epochSecond(year, standard)), one.offset()),
                        new Change(Instant.ofEpochSecond(one.to().epochSecond(year, one.offset())), standard))
                        .stream());
    }

    private static int year(Instant at) {
        return at.atOffset(ZoneOffset.UTC).getYear();
    }

    /// `-1:30` is minus ninety minutes.
    private static int seconds(@org.jspecify.annotations.Nullable String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        String[] parts = text.replaceFirst("^[+-]", "").split(":", -1);
        int seconds = 0;
        int unit = HOUR;
        for (String part : parts) {
            seconds += Integer.parseInt(part) * unit;
            unit /= 60;
        }
        return text.startsWith("-") ? -seconds : seconds;
    }
}
