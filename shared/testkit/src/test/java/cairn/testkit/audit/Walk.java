package cairn.testkit.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The timeline as semantics 3 says it, one day after the other: slow, and with nothing of the product's own
/// code in it. Both sample programs have the same milestones and cadences.
final class Walk {
    static final List<Integer> MILESTONES = List.of(7, 15, 30);

    private Walk() {}

    /// A place on the timeline.
    ///
    /// @param milestone its number of days; null for a recurring one
    record Spot(String key, LocalDate date, @Nullable Integer milestone) {}

    /// From the day after `since` on, the member is on `plan`.
    record Since(String plan, LocalDate since) {}

    /// How far apart slots are: `weekly`, `monthly`, or nothing.
    private static @Nullable String cadence(String plan) {
        return switch (plan) {
            case "free" -> "monthly";
            case "pro" -> "weekly";
            default -> null;
        };
    }

    /// All slots up to `until`, in date order.
    ///
    /// @param plans the first one covers everything before the second
    static List<Spot> slots(LocalDate startedOn, List<Since> plans, LocalDate until) {
        List<Spot> spots = new ArrayList<>();
        for (int days : MILESTONES) {
            spots.add(new Spot("day-" + days, startedOn.plusDays(days), days));
        }
        LocalDate last = startedOn.plusDays(MILESTONES.getLast());
        LocalDate anchor = last;
        @Nullable String lastCadence = null;
        LocalDate lastAnchor = last;
        LocalDate lastSlot = last;
        int eraBefore = -1;
        for (LocalDate day = last.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            int era = eraOf(day, plans);
            String cadence = cadence(plans.get(era).plan());
            if (era != eraBefore) {
                anchor = lastCadence == null ? last : lastCadence.equals(cadence) ? lastAnchor : lastSlot;
                eraBefore = era;
            }
            if (cadence != null && isOccurrence(cadence, anchor, day)) {
                spots.add(new Spot(cadence + "-" + day, day, null));
                lastCadence = cadence;
                lastAnchor = anchor;
                lastSlot = day;
            }
        }
        return spots;
    }

    private static int eraOf(LocalDate day, List<Since> plans) {
        int era = 0;
        for (int i = 1; i < plans.size(); i++) {
            if (plans.get(i).since().isBefore(day)) {
                era = i;
            }
        }
        return era;
    }

    private static boolean isOccurrence(String cadence, LocalDate anchor, LocalDate day) {
        if (cadence.equals("weekly")) {
            return (day.toEpochDay() - anchor.toEpochDay()) % 7 == 0;
        }
        for (int months = 1; !anchor.plusMonths(months).isAfter(day); months++) {
            if (anchor.plusMonths(months).equals(day)) {
                return true;
            }
        }
        return false;
    }
}
