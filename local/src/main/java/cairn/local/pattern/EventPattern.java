package cairn.local.pattern;

import cairn.local.life.Refusal;
import java.io.IOException;
import software.amazon.event.ruler.RuleCompiler;
import software.amazon.event.ruler.Ruler;

/// Which events a rule or a filter lets through: AWS's own matcher decides.
///
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
///
/// @param json the pattern
public record EventPattern(String json) {
    /// @throws Refusal if it is no pattern
    public EventPattern {
        String fault = RuleCompiler.check(json);
        if (fault != null) {
            throw new Refusal("This is no event pattern: " + json + "\n" + fault);
        }
    }

    /// @param event a JSON object
    public boolean matches(String event) {
        try {
            return Ruler.matchesRule(event, json);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + event, e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
