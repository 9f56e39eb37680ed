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
/// @param version          counts the writes, from 1
/// @param life             1, and one more after each erasure
/// @param erasedAt         when the life before ended: events dated before it are of that life; null in the
///                         first
/// @param lastDay          the last day on which something was written for them; null before the zone is known
/// @param zone             where they live; null before they said so
/// @param locale           a BCP 47 language tag; null if they named none
/// @param newestPlanChange the one that `plans` follows; null before billing has said anything
/// @param journeys         by program
/// @param outlook          what follows from all this and the moment of the last write
/// @param writes           the names of its last writes
public record Member(
        MemberId id,
        long version,
        int life,
        @Nullable Instant erasedAt,
        @Nullable LocalDate lastDay,
        @Nullable ZoneId zone,
        @Nullable String locale,
        PlanHistory plans,
        @Nullable PlanChange newestPlanChange,
        SortedMap<String, Journey> journeys,
        Outlook outlook,
        WriteNames writes)
        implements Standing {

    public Member {
        journeys = Collections.unmodifiableSortedMap(new TreeMap<>(journeys));
    }

    /// A person of whom nothing is stored yet.
    static Member unknown(MemberId id, String defaultPlan) {
        return unknown(id, 0, 1, null, defaultPlan);
    }

    static Member unknown(MemberId id, long version, int life, @Nullable Instant erasedAt, String defaultPlan) {
        PlanHistory plans = PlanHistory.of(defaultPlan);
        return new Member(
                id,
                version,
                life,
                erasedAt,
                null,
                null,
                null,
                plans,
                null,
                new TreeMap<>(),
                Outlook.NOTHING,
                WriteNames.NONE);
    }

    @Override
    public Optional<Member> living() {
        return Optional.of(this);
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

    /// Whether something dated `when` belongs to a life that was erased.
    boolean wasErasedAfter(Instant when) {
        return erasedAt != null && when.isBefore(erasedAt);
    }

    Member living(@Nullable ZoneId newZone, @Nullable String newLocale) {
        return new Member(
                id,
                version,
                life,
                erasedAt,
                lastDay,
                newZone,
                newLocale,
                plans,
                newestPlanChange,
                journeys,
                outlook,
                writes);
    }

    Member onPlans(PlanHistory history, @Nullable PlanChange newest) {
        return new Member(
                id, version, life, erasedAt, lastDay, zone, locale, history, newest, journeys, outlook, writes);
    }

    Member with(Journey journey) {
        SortedMap<String, Journey> changed = new TreeMap<>(journeys);
        changed.put(journey.program(), journey);
        return new Member(
                id, version, life, erasedAt, lastDay, zone, locale, plans, newestPlanChange, changed, outlook, writes);
    }

    /// The same row with another outlook.
    public Member with(Outlook other) {
        return new Member(
                id, version, life, erasedAt, lastDay, zone, locale, plans, newestPlanChange, journeys, other, writes);
    }

    /// With `day` as the last one on which something was written; unknown before the zone is.
    Member on(LocalDate day) {
        LocalDate knownDay = zone == null ? null : day;
        return new Member(
                id,
                version,
                life,
                erasedAt,
                knownDay,
                zone,
                locale,
                plans,
                newestPlanChange,
                journeys,
                outlook,
                writes);
    }

    /// The next version of this row.
    Member written(Outlook asOfNow) {
        return new Member(
                id,
                version + 1,
                life,
                erasedAt,
                lastDay,
                zone,
                locale,
                plans,
                newestPlanChange,
                journeys,
                asOfNow,
                writes);
    }

    @Override
    public Member named(String write) {
        return new Member(
                id,
                version,
                life,
                erasedAt,
                lastDay,
                zone,
                locale,
                plans,
                newestPlanChange,
                journeys,
                outlook,
                writes.with(write));
    }

    /// What is left of them once they are erased.
    Tombstone erased(Instant now) {
        return new Tombstone(id, version + 1, life, now);
    }
}
