package cairn.checkins;

import cairn.timeline.Slot;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A card to be announced to whoever wants to notify its member. It goes out at least once; the id it
/// carries is made from what it is about, so that receivers drop repeats (semantics 10).
///
/// @param closesOn    null if it stays open
/// @param snoozeCount how often the card had been put off
/// @param zone        where the member lives; null before they said so
/// @param locale      null if they named none
public record Announcement(
        MemberId member,
        CheckInId checkIn,
        Slot slot,
        @Nullable LocalDate closesOn,
        int snoozeCount,
        @Nullable ZoneId zone,
        @Nullable String locale) {

    static Announcement of(Member member, JourneyAt at, OpenedSlot card) {
        return new Announcement(
                member.id(),
                at.journey().idOf(at.life(), card.slot()),
                card.slot(),
                at.closesOn(card).orElse(null),
                card.snoozeCount(),
                member.zone(),
                member.locale());
    }

    /// Whether this is about the journey's card as it is now, and still to be told. What was found in a life
    /// that is over is not: the next one's card may have the same slot.
    boolean isPendingOn(int life, Journey journey) {
        OpenedSlot card = journey.lastOpened();
        return card != null
                && life == checkIn.life()
                && journey.run() == checkIn.run()
                && card.slot().key().equals(checkIn.slot())
                && card.snoozeCount() == snoozeCount
                && !journey.isAnnounced(card);
    }
}
