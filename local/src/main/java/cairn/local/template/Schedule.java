package cairn.local.template;

import java.time.Duration;

/// A function's schedule.
///
/// @param name of the event in the template: `Shards0`
/// @param arn its name elsewhere
/// @param rate from one tick to the next
/// @param input what the function gets; `<aws.scheduler.scheduled-time>` in it stands for the tick's time
/// @param target the function
/// @param enabled whether it ticks by itself
public record Schedule(String name, String arn, Duration rate, String input, Target target, boolean enabled) {}
