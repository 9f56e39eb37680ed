package cairn.timeline;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// A named recurrence: `weekly` = `P1W`. The period has one unit and is kept as days or as months, so that
/// two periods are equal when they are the same length of time by definition: `P1W` is `P7D`, `P1Y` is
/// `P12M`.
///
/// @param name   lower-case letters, digits and hyphens, beginning with a letter; part of the slot key;
///               never `day`
/// @param period one day to ten years
public record Cadence(String name, Period period) {
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final int MOST_MONTHS = 120;
    private static final int MOST_DAYS = 3660;

    /// @throws IllegalArgumentException for a name or a period that no slot could carry; the message is fit
    ///                                  to be shown
    public Cadence {
        if (!NAME.matcher(name).matches() || name.equals("day")) {
            throw new IllegalArgumentException(
                    "a cadence's name is lower-case letters, digits and hyphens, at most 32, and not \"day\"");
        }
        period = inOneUnit(period);
    }

    private static Period inOneUnit(Period period) {
        long months = period.toTotalMonths();
        int days = period.getDays();
        boolean inMonths = days == 0
                && (period.getYears() == 0 || period.getMonths() == 0)
                && months >= 1
                && months <= MOST_MONTHS;
        boolean inDays = months == 0 && days >= 1 && days <= MOST_DAYS;
        if (!inMonths && !inDays) {
            throw new IllegalArgumentException("a cadence's period has one unit, and is one day to ten years");
        }
        return inMonths ? Period.ofMonths((int) months) : Period.ofDays(days);
    }

    /// The `index`-th occurrence, always counted from the anchor: an anchor on the 31st gives the last of
    /// February, then the 31st of March again (semantics 3.2).
    LocalDate occurrence(LocalDate anchor, long index) {
        return anchor.plus(index * count(), unit());
    }

    /// The index of the last occurrence on or before `day`; 0 or less if that is the anchor or nothing yet.
    long lastIndexOnOrBefore(LocalDate anchor, LocalDate day) {
        long atLeast = Math.floorDiv(unit().between(anchor, day), count());
        return occurrence(anchor, atLeast + 1).isAfter(day) ? atLeast : atLeast + 1;
    }

    private ChronoUnit unit() {
        return period.toTotalMonths() == 0 ? ChronoUnit.DAYS : ChronoUnit.MONTHS;
    }

    private long count() {
        return period.get(unit());
    }
}
