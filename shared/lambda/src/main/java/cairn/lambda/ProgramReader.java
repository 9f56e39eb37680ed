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
    /// @return null if it cannot be made; whether it may be used, [JsonBody#check] says
    public static @Nullable CheckInProgram read(JsonBody body, String name) {
        Program schedule = schedule(
                body, name, body.required("announceAt", JsonBody::text), body.required("editedOn", JsonBody::text));
        JsonBody card = body.required("card", JsonBody::object);
        Card read = card == null ? null : CardReader.read(card);
        return schedule == null || read == null ? null : new CheckInProgram(schedule, read);
    }

    /// A definition to be looked at and not to be run: its first four fields are enough.
    ///
    /// @return null if it cannot be made; whether it may be used, [JsonBody#check] says
    public static @Nullable Program readForPreview(JsonBody body) {
        JsonBody card = body.object("card");
        if (card != null) {
            CardReader.read(card);
        }
        return schedule(body, "preview", body.text("announceAt"), body.text("editedOn"));
    }

    /// A field that is missing is a fault already, or may be missing; something sound in its place lets all
    /// the others be checked as well.
    private static @Nullable Program schedule(
            JsonBody body, String name, @Nullable String announceAt, @Nullable String editedOn) {
        List<String> milestones = body.required("milestones", JsonBody::texts);
        JsonBody cadences = body.required("cadences", JsonBody::object);
        JsonBody plans = body.required("plans", JsonBody::object);
        String window = body.required("window", JsonBody::text);
        Map<String, String> periods = cadences == null ? Map.of() : cadences.asTexts();
        Map<String, @Nullable String> cadenceOfPlan = plans == null ? Map.of() : plans.asTextsOrNulls();
        if (cadences == null || plans == null) {
            return null;
        }
        ProgramDefinition definition = new ProgramDefinition(
                milestones == null ? List.of() : milestones,
                periods,
                cadenceOfPlan,
                window == null ? "none" : window,
                announceAt == null ? "09:00" : announceAt,
                editedOn == null ? "2000-01-01" : editedOn);
        return switch (definition.read(name)) {
            case ProgramDefinition.Sound(Program program) -> program;
            case ProgramDefinition.Faulty(List<Fault> faults) -> {
                faults.forEach(body::refuse);
                yield null;
            }
        };
    }
}
