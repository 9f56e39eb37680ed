package cairn.lambda.portable;

import cairn.checkins.Answer;
import cairn.checkins.CheckInState;
import cairn.checkins.ImportedCheckIn;
import cairn.checkins.ImportedCheckIn.Answered;
import cairn.checkins.MemberId;
import cairn.checkins.OpenedBy;
import cairn.lambda.AnswersJson;
import cairn.lambda.JsonBody;
import cairn.timeline.Fault;
import cairn.timeline.SlotKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what [PortableCheckIn] writes.
final class CheckInLine {
    private CheckInLine() {}

    static @Nullable ImportedCheckIn read(int number, MemberId id, JsonBody line) {
        String program = line.required("program", JsonBody::text);
        int run = PortableLine.number(line, "run", 1, JourneyLine.LAST_RUN, 1);
        SlotKey slot = line.required("slot", JourneyLine::slot);
        LocalDate dueOn = line.day("dueOn");
        CheckInState state = line.required("state", CheckInLine::state);
        Instant openedAt = line.required("openedAt", JsonBody::instant);
        OpenedBy openedBy = openedBy(line);
        Instant snoozedUntil = line.instant("snoozedUntil");
        int snoozeCount = PortableLine.number(line, "snoozeCount", 0, Integer.MAX_VALUE, snoozedUntil == null ? 0 : 1);
        LocalDate programVersion = line.day("programVersion");
        Answered answered = answered(line, state);
        return program == null || slot == null || state == null || openedAt == null
                ? null
                : new ImportedCheckIn(
                        number,
                        id,
                        program,
                        run,
                        slot,
                        dueOn,
                        state,
                        openedAt,
                        openedBy,
                        snoozedUntil,
                        snoozeCount,
                        programVersion,
                        answered);
    }

    private static @Nullable CheckInState state(JsonBody line, String name) {
        return word(line, name, "open, completed or dismissed", CheckInState.values())
                .orElse(null);
    }

    private static OpenedBy openedBy(JsonBody line) {
        return word(line, "openedBy", "visit, completion, sweep or import", OpenedBy.values())
                .orElse(OpenedBy.IMPORT);
    }

    private static <E extends Enum<E>> Optional<E> word(JsonBody line, String name, String words, E[] all) {
        String text = line.text(name);
        Optional<E> found =
                Stream.of(all).filter(value -> name(value).equals(text)).findFirst();
        if (text != null && found.isEmpty()) {
            line.refuse(new Fault("/" + name, "is to be " + words));
        }
        return found;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Answered answered(JsonBody line, @Nullable CheckInState state) {
        JsonBody object = line.object("answers");
        Map<String, Answer> answers = object == null ? Map.of() : AnswersJson.read(object);
        Instant answeredAt = line.instant("answeredAt");
        Instant completedAt = line.instant("completedAt");
        Boolean late = line.flag("late");
        if (object != null && answers.containsKey("")) {
            // No attribute of a map in DynamoDB has an empty name.
            object.refuse(new Fault("/", "an answer must have the name of its question"));
        }
        if (state == CheckInState.COMPLETED) {
            return new Answered(answers, answeredAt, completedAt, late);
        }
        boolean told = object != null || answeredAt != null || completedAt != null || late != null;
        if (told && state != null) {
            line.refuse(new Fault("/state", "is to be completed, where there are answers"));
        }
        return null;
    }
}
