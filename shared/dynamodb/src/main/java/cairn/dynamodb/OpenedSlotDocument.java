package cairn.dynamodb;

import cairn.checkins.CheckInState;
import cairn.checkins.OpenedBy;
import cairn.checkins.OpenedSlot;
import cairn.timeline.Slot;
import cairn.timeline.SlotKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;

/// An opened slot at rest: in its check-in's row, and as the card in the member's.
final class OpenedSlotDocument {
    private static final Column<OpenedSlot, String> SLOT =
            Column.text("slot", opened -> opened.slot().key().text());
    private static final Column<OpenedSlot, LocalDate> DATE =
            Column.day("date", opened -> opened.slot().date());
    private static final Column<OpenedSlot, String> STATE =
            Column.text("state", opened -> opened.state().name());
    private static final Column<OpenedSlot, Instant> OPENED_AT = Column.instant("openedAt", OpenedSlot::openedAt);
    private static final Column<OpenedSlot, String> OPENED_BY =
            Column.text("openedBy", opened -> opened.openedBy().name());
    private static final Column<OpenedSlot, Instant> SNOOZED_UNTIL =
            Column.instant("snoozedUntil", OpenedSlot::snoozedUntil);
    private static final Column<OpenedSlot, Integer> SNOOZE_COUNT =
            Column.number("snoozeCount", OpenedSlot::snoozeCount);
    private static final Column<OpenedSlot, LocalDate> PROGRAM_VERSION =
            Column.day("programVersion", OpenedSlot::programVersion);

    static final EnhancedType<OpenedSlot> TYPE = Column.document(
            OpenedSlot.class,
            Column.schema(
                    OpenedSlot.class,
                    OpenedSlotDocument::read,
                    List.of(SLOT, DATE, STATE, OPENED_AT, OPENED_BY, SNOOZED_UNTIL, SNOOZE_COUNT, PROGRAM_VERSION)));

    private OpenedSlotDocument() {}

    private static OpenedSlot read(Draft draft) {
        return new OpenedSlot(
                new Slot(slotKey(SLOT.in(draft)), DATE.in(draft)),
                CheckInState.valueOf(STATE.in(draft)),
                OPENED_AT.in(draft),
                OpenedBy.valueOf(OPENED_BY.in(draft)),
                SNOOZED_UNTIL.orNull(draft),
                SNOOZE_COUNT.in(draft),
                PROGRAM_VERSION.in(draft));
    }

    static SlotKey slotKey(String text) {
        return SlotKey.parse(text).orElseThrow(() -> new IllegalStateException("no slot key: " + text));
    }
}
