package cairn.lambda;

import cairn.checkins.Card;
import cairn.checkins.CheckInProgram;
import cairn.timeline.Fault;
import cairn.timeline.Program;
import cairn.timeline.ProgramDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a program as its operator writes it in JSON: the schedule and the card. All that is wrong with it
/// ends up among the body's faults.
public final class ProgramReader {
    private ProgramReader() {}

    /// The whole definition.
    ///
    /// @return null if anything in it is wrong
    public static @Nullable CheckInProgram read(JsonBody body, String name) {
        Program schedule = schedule(
                body, name, body.required("announceAt", JsonBody::text), body.required("editedOn", JsonBody::text));
        JsonBody card = body.required("card", JsonBody::object);
        Card read = card == null ? null : CardReader.read(card);
        return schedule == null || read == null ? null : new CheckInProgram(schedule, read);
    }

    /// A definition to be looked at and not to be run: its first four fields are enough.
    ///
    /// @return null if anything in it is wrong
    public static @Nullable Program readForPreview(JsonBody body) {
        String announceAt = body.text("announceAt");
        String editedOn = body.text("editedOn");
        JsonBody card = body.object("card");
        if (card != null) {
            CardReader.read(card);
        }
        return schedule(
                body, "preview", announceAt == null ? "09:00" : announceAt, editedOn == null ? "2000-01-01" : editedOn);
    }

    private static @Nullable Program schedule(
            JsonBody body, String name, @Nullable String announceAt, @Nullable String editedOn) {
        List<String> milestones = body.required("milestones", JsonBody::texts);
        JsonBody cadences = body.required("cadences", JsonBody::object);
        JsonBody plans = body.required("plans", JsonBody::object);
        String window = body.required("window", JsonBody::text);
        if (milestones == null || cadences == null || plans == null || window == null) {
            return null;
        }
        Map<String, String> periods = cadences.asTexts();
        Map<String, @Nullable String> cadenceOfPlan = plans.asTextsOrNulls();
        if (announceAt == null || editedOn == null) {
            return null;
        }
        ProgramDefinition definition =
                new ProgramDefinition(milestones, periods, cadenceOfPlan, window, announceAt, editedOn);
        return switch (definition.read(name)) {
            case ProgramDefinition.Sound(Program program) -> program;
            case ProgramDefinition.Faulty(List<Fault> faults) -> {
                faults.forEach(body::refuse);
                yield null;
            }
        };
    }
}
