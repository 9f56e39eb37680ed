package cairn.lambda.portable;

import cairn.checkins.Announced;
import cairn.checkins.ImportedJourney;
import cairn.checkins.MemberId;
import cairn.checkins.Streak;
import cairn.lambda.JsonBody;
import cairn.timeline.Fault;
import cairn.timeline.OpenedSoFar;
import cairn.timeline.SlotKey;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Reads what [PortableJourney] writes.
final class JourneyLine {
    static final int LAST_RUN = 9999;
    private static final int MOST_MILESTONE_DAYS = 99_999;

    private JourneyLine() {}

    static @Nullable ImportedJourney read(int number, MemberId id, JsonBody line) {
        String program = line.required("program", JsonBody::text);
        int run = PortableLine.number(line, "run", 1, LAST_RUN, 1);
        LocalDate startedOn = line.required("startedOn", JsonBody::day);
        LocalDate createdOn = line.day("createdOn");
        OpenedSoFar opened = new OpenedSoFar(line.day("lastOn"), lastMilestone(line));
        SlotKey card = slot(line, "card");
        Announced announced = announced(line.object("announced"));
        Streak streak = streak(line.object("streak"));
        // What follows from the check-ins is counted from them.
        PortableLine.number(line, "offered", 0, Integer.MAX_VALUE, 0);
        PortableLine.number(line, "completed", 0, Integer.MAX_VALUE, 0);
        return program == null || startedOn == null
                ? null
                : new ImportedJourney(number, id, program, run, startedOn, createdOn, opened, card, announced, streak);
    }

    private static @Nullable Integer lastMilestone(JsonBody line) {
        return line.has("lastMilestone") ? PortableLine.number(line, "lastMilestone", 0, MOST_MILESTONE_DAYS, 0) : null;
    }

    /// A slot's key; null if there is none.
    static @Nullable SlotKey slot(JsonBody line, String name) {
        String text = line.text(name);
        SlotKey key = text == null ? null : SlotKey.parse(text).orElse(null);
        if (text != null && key == null) {
            line.refuse(new Fault("/" + name, "is to be a slot's key, such as day-7 or weekly-2026-03-24"));
        }
        return key;
    }

    private static @Nullable Announced announced(@Nullable JsonBody told) {
        if (told == null) {
            return null;
        }
        int snoozeCount = PortableLine.number(told, "snoozeCount", 0, Integer.MAX_VALUE, 0);
        Instant at = told.required("at", JsonBody::instant);
        return at == null ? null : new Announced(snoozeCount, at);
    }

    private static @Nullable Streak streak(@Nullable JsonBody told) {
        if (told == null) {
            return null;
        }
        SlotKey through = told.required("through", JourneyLine::slot);
        int length = PortableLine.number(told, "length", 1, Integer.MAX_VALUE, 1);
        return through == null ? null : new Streak(through, length);
    }
}
