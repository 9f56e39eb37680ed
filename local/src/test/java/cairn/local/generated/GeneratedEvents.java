package cairn.local.generated;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Events made from the published schemas, valid ones and spoiled ones: each is applied or refused, with a reason that
/// quotes nothing, and nothing else ever happens.
///
/// @param target takes them
/// @param judge  knows what is stored
/// @param faults takes what is wrong
record GeneratedEvents(Target target, Judge judge, Faults faults, Random random) {
    private static final Map<String, ApiDocument> SCHEMAS = Map.of(
            "PlanChanged", ApiDocument.read("docs/events/PlanChanged.schema.json"),
            "JourneyStarted", ApiDocument.read("docs/events/JourneyStarted.schema.json"));

    /// @return what came of it
    String tell(Person person, Instant now, int number) {
        String type = Odd.any(List.of("PlanChanged", "PlanChanged", "JourneyStarted"), random);
        ApiDocument schema = requireNonNull(SCHEMAS.get(type));
        JsonNode detail = new ValidValues(schema, person, now, random).of(type, schema.root());
        String text = BodyMutations.write(detail);
        String kind = "valid";
        if (random.nextInt(3) > 0) {
            BodyMutations.Spoiled spoiled = new BodyMutations(person.canary(number + "x"), random).spoil(detail);
            text = spoiled.text();
            kind = spoiled.kind();
        }
        return judged("event " + type + ": " + kind, type, text, person, now);
    }

    private String judged(String what, String type, String detail, Person person, Instant now) {
        Judge.Stored before = judge.stored(person);
        String shown = what + "\n  " + (detail.length() < 1500 ? detail : detail.substring(0, 1500));
        try {
            String reason = target.tell(type, detail, now);
            if (reason.startsWith(" ") || reason.contains("canary")) {
                faults.add(what + ": a reason that quotes or begins with a blank", shown + "\n  -> " + reason);
            }
            if (!reason.isEmpty() && !judge.stored(person).equals(before)) {
                faults.add(what + ": refused, and something stored", shown + "\n  -> " + reason);
            }
            judge.judgeLog(shown);
            return reason.isEmpty() ? "taken" : "refused";
        } catch (RuntimeException thrown) {
            faults.add(
                    what + " throws " + thrown.getClass().getName() + " at " + thrown.getStackTrace()[0],
                    shown + "\n  -> " + thrown);
            return "thrown";
        }
    }
}
