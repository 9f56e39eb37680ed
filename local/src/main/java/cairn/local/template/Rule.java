package cairn.local.template;

import cairn.local.pattern.EventPattern;
import java.util.List;

/// A rule on the bus.
///
/// @param arn its name everywhere
/// @param pattern of the events it is for
/// @param targets each gets every such event
public record Rule(String arn, EventPattern pattern, List<RuleTarget> targets) {
    /// Copies what it is given.
    public Rule {
        targets = List.copyOf(targets);
    }
}
