package cairn.local.template;

import java.time.Duration;
import java.util.Optional;

/// A function that a rule or a schedule calls, and what becomes of an event that cannot be delivered to it.
///
/// @param function its name for AWS
/// @param attempts to deliver, after the first
/// @param age beyond which delivery is given up
/// @param deadLetters the queue for what was never delivered, by name
public record Target(String function, int attempts, Duration age, Optional<String> deadLetters) {}
