package cairn.checkins;

import cairn.timeline.Days;
import cairn.timeline.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/// When the card of a journey is announced to the world, and when the sweep has to look at the journey next
/// (semantics 10).
record Announcing(JourneyAt at) {
    /// What is late waits for its next hours: nobody is woken at night for what an outage held back.
    private static final Duration HOURS = Duration.ofHours(12);

    /// When `day`'s announcement falls.
    Instant announceAt(LocalDate day) {
        return WallTime.of(day, at.program().announceAt(), at.zone());
    }

    /// The card, if it is to be announced now.
    Optional<OpenedSlot> cardToAnnounce() {
        boolean now = cardAnnouncedFrom().filter(this::hasCome).isPresent();
        return now ? at.dueCard() : Optional.empty();
    }

    /// Whether the sweep is to open the slot that asking would open now: from its day's announcement on.
    boolean isToBeOpened() {
        return at.openable().filter(slot -> hasCome(announceAt(slot.date()))).isPresent();
    }

    /// When there is something to do about this journey, past if it is late; empty if nothing lies ahead.
    Optional<Instant> nextActionAt() {
        return Stream.of(
                        cardAnnouncedFrom(),
                        at.openable().map(slot -> announceAt(slot.date())),
                        at.next().map(slot -> announceAt(slot.date())))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /// From when the card is to be announced: in the past only while the hours for it last. Empty if it has
    /// been, or will have closed by then.
    private Optional<Instant> cardAnnouncedFrom() {
        return at.card()
                .filter(card -> card.state() == CheckInState.OPEN && !at.isClosed(card))
                .filter(card -> !at.journey().isAnnounced(card))
                .flatMap(this::firstHours);
    }

    private Optional<Instant> firstHours(OpenedSlot card) {
        Optional<Instant> close = at.closesOn(card).map(at::opensAt);
        return Stream.concat(snoozeEnd(card), daily(card))
                .filter(start -> !at.now().isAfter(start.plus(HOURS)))
                .min(Instant::compareTo)
                .filter(start -> close.isEmpty() || start.isBefore(close.get()));
    }

    private static Stream<Instant> snoozeEnd(OpenedSlot card) {
        return Optional.ofNullable(card.snoozedUntil()).stream();
    }

    /// Those of the days around now: one of them has hours that have not passed.
    private Stream<Instant> daily(OpenedSlot card) {
        Instant from = card.snoozedUntil() == null ? Instant.MIN : card.snoozedUntil();
        LocalDate yesterday = WallTime.dayAt(from.isAfter(at.now()) ? from : at.now(), at.zone())
                .minusDays(1);
        LocalDate first = Days.later(yesterday, card.slot().date());
        return Stream.iterate(first, day -> day.plusDays(1))
                .limit(4)
                .map(this::announceAt)
                .filter(start -> start.isAfter(from));
    }

    private boolean hasCome(Instant start) {
        return !start.isAfter(at.now());
    }
}
