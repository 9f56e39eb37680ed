package cairn.local.template;

import cairn.local.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/// A target of a rule.
///
/// @param target the function
/// @param transformer makes what it gets; without one it gets the event
public record RuleTarget(Target target, Optional<InputTransformer> transformer) {

    /// @param rule its ARN
    /// @param takenInAt when the bus took the event in
    /// @return JSON
    public String input(String rule, JsonNode event, Instant takenInAt) {
        return transformer.map(made -> made.input(rule, event, takenInAt)).orElseGet(() -> Json.text(event));
    }
}
