package cairn.checkins;

import cairn.timeline.Slot;
import cairn.timeline.WallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A member as seen at one moment, in all their journeys of programs that still exist.
record MemberAt(Member member, Instant now, List<JourneyAt> journeys) {

    static MemberAt of(Member member, Programs programs, Instant now) {
        List<JourneyAt> journeys = member.journeys().values().stream()
                .flatMap(
                        journey -> programs
                                .schedule(journey.program())
                                .map(program -> JourneyAt.of(member, journey, program, now))
                                .stream())
                .toList();
        return new MemberAt(member, now, journeys);
    }

    LocalDate today() {
        return member.todayAt(now);
    }

    /// The first journey in which asking would open a slot now.
    Optional<JourneyAt> withOpenable() {
        return journeys.stream()
                .filter(journey -> journey.openable().isPresent())
                .findFirst();
    }

    /// The first journey in which the sweep is to open a slot now.
    Optional<JourneyAt> withSlotForTheSweep() {
        return journeys.stream()
                .filter(journey -> new Announcing(journey).isToBeOpened())
                .findFirst();
    }

    /// When the sweep has to look at this member; null if nothing lies ahead.
    @Nullable
    Instant nextActionAt() {
        return journeys.stream()
                .flatMap(journey -> new Announcing(journey).nextActionAt().stream())
                .min(Instant::compareTo)
                .orElse(null);
    }

    /// The cards that are to be announced now.
    List<Announcement> announcements() {
        return journeys.stream()
                .flatMap(journey -> new Announcing(journey)
                        .cardToAnnounce().map(card -> Announcement.of(member, journey, card)).stream())
                .toList();
    }

    /// What is due, as the row stands.
    DueAnswer answer() {
        return new DueAnswer(
                journeys.stream().flatMap(MemberAt::due).toList(),
                journeys.stream().flatMap(MemberAt::next).toList(),
                journeys.stream()
                        .flatMap(journey -> Stream.concat(journey.changesAt().stream(), dayGoesBack()))
                        .min(Instant::compareTo)
                        .orElse(null));
    }

    /// Only what is written keeps their day from going back where midnight comes twice.
    private Stream<Instant> dayGoesBack() {
        LocalDate lastDay = member.lastDay();
        return lastDay == null || lastDay.isBefore(today())
                ? WallTime.goesBack(member.reckoningZone(), now).stream()
                : Stream.empty();
    }

    private static Stream<DueAnswer.Due> due(JourneyAt at) {
        return at
                .dueCard()
                .map(card -> new DueAnswer.Due(
                        at.journey().idOf(at.life(), card.slot()).text(),
                        at.journey().program(),
                        card.slot().key().text(),
                        card.slot().kind(),
                        card.slot().date(),
                        at.opensAt(card.slot().date()),
                        at.closesOn(card).orElse(null),
                        card.openedAt()))
                .stream();
    }

    private static Stream<DueAnswer.Next> next(JourneyAt at) {
        return at.next().map(slot -> next(at, slot)).stream();
    }

    private static DueAnswer.Next next(JourneyAt at, Slot slot) {
        return new DueAnswer.Next(
                at.journey().idOf(at.life(), slot).text(),
                at.journey().program(),
                slot.key().text(),
                slot.date(),
                at.opensAt(slot.date()));
    }
}
