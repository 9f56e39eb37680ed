package cairn.testkit;

import cairn.checkins.Card;
import cairn.checkins.CheckInProgram;
import cairn.checkins.Localized;
import cairn.checkins.Programs;
import cairn.checkins.Question;
import cairn.timeline.Program;
import cairn.timeline.ProgramDefinition;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Programs as an operator would write them.
public final class SamplePrograms {
    public static final String SKIN = "skin";
    public static final String HAIR = "hair";
    public static final String DEFAULT_PLAN = "free";

    private SamplePrograms() {}

    /// Milestones on days 7, 15 and 30; then monthly on `free`, weekly on `pro`, nothing on `paused`. A
    /// slot stays open until the next one.
    public static CheckInProgram skin() {
        return new CheckInProgram(schedule(SKIN, "none"), card());
    }

    /// As [#skin], but a slot closes after five days.
    public static CheckInProgram hair() {
        return new CheckInProgram(schedule(HAIR, "P5D"), card());
    }

    /// A deployment with both.
    public static Programs both() {
        return both("sample-1");
    }

    /// A deployment with both whose cached answers carry another fingerprint.
    public static Programs both(String fingerprint) {
        return new Programs(Map.of(SKIN, skin(), HAIR, hair()), DEFAULT_PLAN, fingerprint);
    }

    /// A card with a question of every kind; the scale and the choice must be answered.
    public static Card card() {
        List<Question.Option> options = List.of(
                new Question.Option("dry", text("Dry", "Trocken")),
                new Question.Option("oily", text("Oily", "Fettig")));
        return new Card(
                "en",
                text("How is it going?", "Wie läuft es?"),
                text("A minute is enough.", "Eine Minute genügt."),
                List.of(
                        new Question.Scale("comfort", text("Comfort", "Wohlbefinden"), true, 1, 10),
                        new Question.Choice("feel", text("Feel", "Gefühl"), true, options),
                        new Question.Choices("changes", text("Changes", "Änderungen"), false, options, 2),
                        new Question.Numeric(
                                "dose", text("Dose", "Menge"), false, BigDecimal.ZERO, BigDecimal.valueOf(100)),
                        new Question.Text("note", text("Note", "Notiz"), false, 500),
                        new Question.YesOrNo("sun", text("Sun today?", "Heute Sonne?"), false)));
    }

    private static Localized text(String english, String german) {
        return new Localized(Map.of("en", english, "de", german));
    }

    private static Program schedule(String name, String window) {
        Map<String, @Nullable String> plans = new HashMap<>();
        plans.put("free", "monthly");
        plans.put("pro", "weekly");
        plans.put("paused", null);
        var definition = new ProgramDefinition(
                List.of("P7D", "P15D", "P30D"),
                Map.of("monthly", "P1M", "weekly", "P1W"),
                plans,
                window,
                "09:00",
                "2026-01-01");
        return switch (definition.read(name)) {
            case ProgramDefinition.Sound(Program program) -> program;
            case ProgramDefinition.Faulty faulty -> throw new IllegalStateException(faulty.toString());
        };
    }
}
