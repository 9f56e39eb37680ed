package cairn.dynamodb;

import cairn.checkins.Announced;
import cairn.checkins.Journey;
import cairn.checkins.OpenedSlot;
import cairn.checkins.Streak;
import cairn.timeline.OpenedSoFar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;

/// A journey at rest, inside its member's row.
final class JourneyDocument {
    private static final Column<Streak, String> THROUGH =
            Column.text("through", streak -> streak.through().text());
    private static final Column<Streak, Integer> LENGTH = Column.number("length", Streak::length);
    private static final EnhancedType<Streak> STREAK_TYPE = Column.document(
            Streak.class,
            Column.schema(
                    Streak.class,
                    draft -> new Streak(OpenedSlotDocument.slotKey(THROUGH.in(draft)), LENGTH.in(draft)),
                    List.of(THROUGH, LENGTH)));

    private static final Column<Announced, Integer> SNOOZE_COUNT = Column.number("snoozeCount", Announced::snoozeCount);
    private static final Column<Announced, Instant> AT = Column.instant("at", Announced::at);
    private static final EnhancedType<Announced> ANNOUNCED_TYPE = Column.document(
            Announced.class,
            Column.schema(
                    Announced.class,
                    draft -> new Announced(SNOOZE_COUNT.in(draft), AT.in(draft)),
                    List.of(SNOOZE_COUNT, AT)));

    private static final Column<Journey, String> PROGRAM = Column.text("program", Journey::program);
    private static final Column<Journey, Integer> RUN = Column.number("run", Journey::run);
    private static final Column<Journey, LocalDate> STARTED_ON = Column.day("startedOn", Journey::startedOn);
    private static final Column<Journey, LocalDate> CREATED_ON = Column.day("createdOn", Journey::createdOn);
    private static final Column<Journey, LocalDate> LAST_ON =
            Column.day("lastOn", journey -> journey.opened().lastOn());
    private static final Column<Journey, Integer> LAST_MILESTONE =
            Column.number("lastMilestone", journey -> journey.opened().lastMilestone());
    private static final Column<Journey, OpenedSlot> CARD =
            Column.of("card", OpenedSlotDocument.TYPE, Journey::lastOpened);
    private static final Column<Journey, Announced> ANNOUNCED =
            Column.of("announced", ANNOUNCED_TYPE, Journey::announced);
    private static final Column<Journey, Integer> OFFERED = Column.number("offered", Journey::offered);
    private static final Column<Journey, Integer> COMPLETED = Column.number("completed", Journey::completed);
    private static final Column<Journey, Streak> STREAK = Column.of("streak", STREAK_TYPE, Journey::streak);

    static final EnhancedType<Journey> TYPE = Column.document(
            Journey.class,
            Column.schema(
                    Journey.class,
                    JourneyDocument::read,
                    List.of(
                            PROGRAM,
                            RUN,
                            STARTED_ON,
                            CREATED_ON,
                            LAST_ON,
                            LAST_MILESTONE,
                            CARD,
                            ANNOUNCED,
                            OFFERED,
                            COMPLETED,
                            STREAK)));

    private JourneyDocument() {}

    private static Journey read(Draft draft) {
        return new Journey(
                PROGRAM.in(draft),
                RUN.in(draft),
                STARTED_ON.in(draft),
                CREATED_ON.in(draft),
                new OpenedSoFar(LAST_ON.orNull(draft), LAST_MILESTONE.orNull(draft)),
                CARD.orNull(draft),
                ANNOUNCED.orNull(draft),
                OFFERED.in(draft),
                COMPLETED.in(draft),
                STREAK.orNull(draft));
    }
}
