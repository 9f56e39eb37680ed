package cairn.checkins;

import cairn.timeline.Days;
import cairn.timeline.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;

/// When the card of a journey is announced to the world, and when the sweep has to look at the journey next
/// (semantics 10).
record Announcing(JourneyAt at) {
    /// What is late waits for its next hours: nobody is woken at night for what an outage held back.
    private static final Duration HOURS = Duration.ofHours(12);

    /// The time in which a card may be announced.
    ///
    /// @param last included, as is `from`
    /// @param end  the midnight after `from`; not included
    private record Hours(Instant from, Instant last, Instant end) {
        boolean haveEndedAt(Instant now) {
            return now.isAfter(last) || !now.isBefore(end);
        }
    }

    /// When `day`'s announcement falls: never before that day has come.
    Instant announceAt(LocalDate day) {
        Instant onTheClock = WallTime.of(day, at.program().announceAt(), at.zone());
        Instant reached = at.reached(day);
        return onTheClock.isAfter(reached) ? onTheClock : reached;
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
        Optional<Instant> close = at.cardClosesAt();
        return Stream.concat(hoursOfSnooze(card), hoursOfDays(card))
                .filter(hours -> hours.from().isBefore(hours.end()))
                .filter(hours -> !hours.haveEndedAt(at.now()))
                .map(Hours::from)
                .min(Instant::compareTo)
                .filter(start -> close.isEmpty() || start.isBefore(close.get()));
    }

    private Stream<Hours> hoursOfSnooze(OpenedSlot card) {
        return Optional.ofNullable(card.snoozedUntil())
                .map(until -> new Hours(until, until.plus(HOURS), midnightAfter(until)))
                .stream();
    }

    /// Those of today and the days to come: some day has hours, though a change of the clocks may take them from
    /// one.
    private Stream<Hours> hoursOfDays(OpenedSlot card) {
        Instant until = card.snoozedUntil();
        Instant from = until != null && until.isAfter(at.now()) ? until : at.now();
        LocalDate first =
                Days.later(WallTime.dayAt(from, at.zone()), card.slot().date());
        return Stream.iterate(first, day -> day.plusDays(1))
                .limit(4)
                .map(this::hoursOf)
                .filter(hours -> until == null || hours.from().isAfter(until));
    }

    /// Both ends are those of the wall: where the clocks change between them, it is an hour more or less.
    private Hours hoursOf(LocalDate day) {
        LocalTime time = at.program().announceAt();
        Instant midnight = WallTime.startOf(day.plusDays(1), at.zone());
        Instant last = time.isBefore(LocalTime.NOON) ? WallTime.of(day, time.plus(HOURS), at.zone()) : midnight;
        return new Hours(announceAt(day), last, midnight);
    }

    private Instant midnightAfter(Instant moment) {
        LocalDate tomorrow = WallTime.dayAt(moment, at.zone()).plusDays(1);
        return WallTime.reached(tomorrow, at.zone(), moment);
    }

    private boolean hasCome(Instant start) {
        return !start.isAfter(at.now());
    }
}
