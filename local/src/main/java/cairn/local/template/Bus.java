package cairn.local.template;

import java.util.List;

/// The event bus.
///
/// @param name for `EventBusName`
/// @param arn which does as well
/// @param rules that are enabled
public record Bus(String name, String arn, List<Rule> rules) {
    /// Copies what it is given.
    public Bus {
        rules = List.copyOf(rules);
    }
}
