package cairn.checkins;

import cairn.timeline.PlanHistory;
import cairn.timeline.WallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One person's row: the aggregate. All that is needed to say what is due is in it, and every change to a
/// person is a write of it on the condition that its version has not moved.
///
/// @param version  counts the writes, from 1
/// @param life     1, and one more after each erasure
/// @param lastDay  the last day on which something was written for them; null before the zone is known
/// @param zone     where they live; null before they said so
/// @param locale   a BCP 47 language tag; null if they named none
/// @param journeys by program
/// @param answer   null while asking would open a slot
public record Member(
        MemberId id,
        long version,
        int life,
        @Nullable LocalDate lastDay,
        @Nullable ZoneId zone,
        @Nullable String locale,
        PlanHistory plans,
        SortedMap<String, Journey> journeys,
        @Nullable CachedAnswer answer) {

    public Member {
        journeys = Collections.unmodifiableSortedMap(new TreeMap<>(journeys));
    }

    /// A person of whom nothing is stored yet.
    public static Member unknown(MemberId id, String defaultPlan) {
        return new Member(id, 0, 1, null, null, null, PlanHistory.of(defaultPlan), new TreeMap<>(), null);
    }

    public Optional<Journey> journey(String program) {
        return Optional.ofNullable(journeys.get(program));
    }

    /// The zone for reckoning: UTC before they named theirs.
    public ZoneId reckoningZone() {
        return zone == null ? ZoneOffset.UTC : zone;
    }

    /// Their calendar day at `now`. It never goes back: flying west across the date line makes no day
    /// happen twice.
    public LocalDate todayAt(Instant now) {
        LocalDate local = WallTime.dayAt(now, reckoningZone());
        return lastDay != null && lastDay.isAfter(local) ? lastDay : local;
    }

    /// The plan they have on `day`, one begun that day included.
    public String planFrom(LocalDate day) {
        return plans.planOn(day.plusDays(1));
    }

    Member living(@Nullable ZoneId newZone, @Nullable String newLocale) {
        return new Member(id, version, life, lastDay, newZone, newLocale, plans, journeys, answer);
    }

    Member with(Journey journey) {
        SortedMap<String, Journey> changed = new TreeMap<>(journeys);
        changed.put(journey.program(), journey);
        return new Member(id, version, life, lastDay, zone, locale, plans, changed, answer);
    }

    /// The next version of this row, written on `day`, with what is due as of then.
    Member written(LocalDate day, @Nullable CachedAnswer newAnswer) {
        LocalDate knownDay = zone == null ? null : day;
        return new Member(id, version + 1, life, knownDay, zone, locale, plans, journeys, newAnswer);
    }
}
