package cairn.checkins;

import cairn.timeline.OpenedSoFar;
import cairn.timeline.Program;
import cairn.timeline.Slot;
import cairn.timeline.Timeline;
import cairn.timeline.WallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A member's journey as seen at one moment: what was opened, held against the timeline (semantics 6 and 7).
///
/// @param today the member's day at `now`
record JourneyAt(
        int life, Journey journey, Program program, Timeline timeline, LocalDate today, Instant now, ZoneId zone) {

    static JourneyAt of(Member member, Journey journey, Program program, Instant now) {
        return new JourneyAt(
                member.life(),
                journey,
                program,
                Timeline.of(program, journey.startedOn(), member.plans()),
                member.todayAt(now),
                now,
                member.reckoningZone());
    }

    private OpenedSoFar opened() {
        return journey.opened();
    }

    /// The slot that asking would open now.
    Optional<Slot> openable() {
        return timeline.lastOnOrBefore(today)
                .filter(opened()::leavesOpenable)
                .filter(slot -> !hasClosed(timeline.closesOn(slot)));
    }

    /// The next slot that can open on a later day.
    Optional<Slot> next() {
        return timeline.firstOpenableAfter(today, opened());
    }

    Optional<OpenedSlot> card() {
        return Optional.ofNullable(journey.lastOpened());
    }

    /// The day a stored check-in of this run closes, or empty if it stays open. For one that is not the card any more,
    /// that is when the next slot came, or a later one was opened.
    Optional<LocalDate> closesOn(OpenedSlot slot) {
        boolean wasReplaced = card().filter(
                        card -> card.slot().date().isAfter(slot.slot().date()))
                .isPresent();
        return wasReplaced
                ? missedOn(slot.slot())
                : timeline.closesOn(slot.slot().date(), opened());
    }

    boolean isClosed(OpenedSlot slot) {
        return hasClosed(closesOn(slot));
    }

    /// The card, if it is what the person should see now.
    Optional<OpenedSlot> dueCard() {
        return card().filter(card -> card.shownAt(now, isClosed(card)) == ShownState.OPEN);
    }

    /// The check-in that opening `slot` now makes, in the state it has from the start.
    OpenedSlot opening(Slot slot, CheckInState state, OpenedBy openedBy) {
        return new OpenedSlot(slot, state, now, openedBy, null, 0, program.editedOn());
    }

    /// When what is shown of this journey changes by itself next, or empty if it never does.
    Optional<Instant> changesAt() {
        return Stream.of(next().map(slot -> reached(slot.date())), cardClosesAt(), snoozeEndsAt())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /// When the card closes if nobody answers it, or empty if it is answered, has closed, or stays open.
    Optional<Instant> cardClosesAt() {
        return openCard().flatMap(this::closesOn).filter(today::isBefore).map(this::reached);
    }

    /// When the card comes back, or empty if it is not put off.
    Optional<Instant> snoozeEndsAt() {
        return openCard().map(OpenedSlot::snoozedUntil).filter(now::isBefore);
    }

    private Optional<OpenedSlot> openCard() {
        return card().filter(card -> card.state() == CheckInState.OPEN);
    }

    /// When the calendar where the member lives shows `day`, as seen from now: see [WallTime#reached].
    Instant reached(LocalDate day) {
        return WallTime.reached(day, zone, now);
    }

    /// What a slot without a row is, to be shown on a timeline; empty if it is not to be shown: such a slot
    /// from before the definition's last edit was never offered under it.
    Optional<ShownState> shownWithoutRow(Slot slot) {
        if (openable().filter(slot::equals).isPresent()) {
            return Optional.of(ShownState.UPCOMING);
        }
        if (slot.date().isBefore(program.editedOn())) {
            return Optional.empty();
        }
        if (opened().leavesOpenable(slot) && slot.date().isAfter(today)) {
            return Optional.of(ShownState.UPCOMING);
        }
        return Optional.of(slot.date().isBefore(journey.createdOn()) ? ShownState.BEFORE : ShownState.MISSED);
    }

    /// The first day on which a slot that was never opened could not be any more: it had closed, or a later
    /// one had been opened.
    Optional<LocalDate> missedOn(Slot slot) {
        LocalDate lastOn = opened().lastOn();
        return Stream.of(timeline.closesOn(slot), Optional.ofNullable(lastOn).filter(day -> day.isAfter(slot.date())))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }

    /// The streak once `slot` is completed in time.
    Streak streakThrough(Slot slot) {
        Streak streak = journey.streak();
        boolean goesOn = streak != null
                && before(slot)
                        .filter(previous -> previous.key().equals(streak.through()))
                        .isPresent();
        return new Streak(slot.key(), streak != null && goesOn ? streak.length() + 1 : 1);
    }

    Progress progress() {
        return new Progress(journey.offered(), journey.completed(), shownStreak(journey.streak()));
    }

    /// When a slot of `day` opens, or opened: the start of its day where the person lives.
    Instant opensAt(LocalDate day) {
        return day.isAfter(today) ? reached(day) : WallTime.startOf(day, zone);
    }

    private int shownStreak(@Nullable Streak streak) {
        if (streak == null) {
            return 0;
        }
        Optional<Slot> latest = timeline.lastOnOrBefore(today);
        boolean atLatest =
                latest.filter(slot -> slot.key().equals(streak.through())).isPresent();
        boolean atOneBefore = latest.filter(this::canStillBeAnsweredInTime)
                .flatMap(this::before)
                .filter(slot -> slot.key().equals(streak.through()))
                .isPresent();
        return atLatest || atOneBefore ? streak.length() : 0;
    }

    private boolean canStillBeAnsweredInTime(Slot slot) {
        boolean isCard = card().filter(card -> card.slot().key().equals(slot.key()))
                .filter(card -> card.state() != CheckInState.COMPLETED)
                .filter(card -> !isClosed(card))
                .isPresent();
        return isCard || openable().filter(slot::equals).isPresent();
    }

    private Optional<Slot> before(Slot slot) {
        return timeline.lastOnOrBefore(slot.date().minusDays(1));
    }

    private boolean hasClosed(Optional<LocalDate> closesOn) {
        return closesOn.filter(day -> !today.isBefore(day)).isPresent();
    }
}
