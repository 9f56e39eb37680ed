package cairn.checkins;

import cairn.timeline.Slot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something that other systems are told. No answers are in it.
///
/// @param type   `CheckInDue`, `CheckInOpened`, …
/// @param at     when it happened
/// @param id     made from what happened, so that hearing of it twice is no harm: 32 hexadecimal digits
/// @param detail what is sent, the id included; see `docs/events`
public record Happening(String type, Instant at, String id, Map<String, @Nullable Object> detail) {
    public Happening {
        detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
    }

    /// A card is to be shown: for whoever sends notifications.
    public static Happening due(Announcement card, Instant at) {
        ZoneId zone = card.zone();
        return about("CheckInDue", at, card.member(), card.checkIn(), card.slot(), card.snoozeCount())
                .with("closesOn", card.closesOn())
                .with("snoozeCount", card.snoozeCount())
                .with("timeZone", zone == null ? null : zone.getId())
                .with("locale", card.locale());
    }

    /// What a member's row tells by itself: that they were erased, if they were.
    public static List<Happening> of(Standing standing) {
        return switch (standing) {
            case Tombstone tombstone -> List.of(erased(tombstone));
            case Member _, Nobody _ -> List.of();
        };
    }

    private static Happening erased(Tombstone tombstone) {
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        String type = "MemberErased";
        String id = id(type, tombstone.id().subject(), tombstone.life());
        detail.put("id", id);
        detail.put("memberId", tombstone.id().subject());
        detail.put("life", tombstone.life());
        detail.put("erasedAt", tombstone.erasedAt());
        return new Happening(type, tombstone.erasedAt(), id, detail);
    }

    /// What it means that a check-in's row became another one.
    ///
    /// @param before null if there was none
    /// @param at     when the row was written; of an opening and of answers the row itself says it more exactly
    public static List<Happening> between(MemberId member, @Nullable CheckIn before, CheckIn after, Instant at) {
        OpenedSlot now = after.opened();
        if (before == null && now.openedBy() == OpenedBy.IMPORT) {
            return List.of();
        }
        List<Happening> happenings = new ArrayList<>();
        if (before == null) {
            happenings.add(about("CheckInOpened", now.openedAt(), member, after, 0)
                    .with("openedAt", now.openedAt())
                    .with("openedBy", now.openedBy()));
        }
        if (now.snoozeCount() > (before == null ? 0 : before.opened().snoozeCount())) {
            happenings.add(about("CheckInSnoozed", at, member, after, now.snoozeCount())
                    .with("snoozedUntil", now.snoozedUntil())
                    .with("snoozeCount", now.snoozeCount()));
        }
        if (before == null || before.opened().state() != now.state()) {
            switch (now.state()) {
                case OPEN -> {}
                case DISMISSED -> happenings.add(about("CheckInDismissed", at, member, after, 0));
                case COMPLETED -> {
                    Completion completion = Objects.requireNonNull(after.completion());
                    happenings.add(about("CheckInCompleted", completion.completedAt(), member, after, 0)
                            .with("completedAt", completion.completedAt())
                            .with("late", completion.late()));
                }
            }
        }
        return happenings;
    }

    private static Happening about(String type, Instant at, MemberId member, CheckIn row, int count) {
        return about(type, at, member, row.id(), row.opened().slot(), count);
    }

    private static Happening about(String type, Instant at, MemberId member, CheckInId checkIn, Slot slot, int count) {
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        String id = id(type, member.subject(), checkIn.text(), count);
        detail.put("id", id);
        detail.put("memberId", member.subject());
        detail.put("life", checkIn.life());
        detail.put("program", checkIn.program());
        detail.put("run", checkIn.run());
        detail.put("slot", slot.key().text());
        detail.put("kind", slot.kind());
        detail.put("dueOn", slot.date());
        detail.put("checkInId", checkIn.text());
        return new Happening(type, at, id, detail);
    }

    private Happening with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(detail);
        more.put(name, value);
        return new Happening(type, at, id, more);
    }

    private static String id(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(part).append('\n');
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
