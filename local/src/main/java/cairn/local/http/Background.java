package cairn.local.http;

import cairn.local.bus.EventBus;
import cairn.local.bus.PutEvents;
import cairn.local.deadletters.DeadLetters;
import cairn.local.schedule.Scheduler;
import cairn.local.stream.StreamPump;

/// What happens in the deployment without a request, and what can be asked of it.
///
/// @param bus remembers events that went out
/// @param putEvents takes events in
/// @param pump hands on what was written
/// @param scheduler ticks
/// @param deadLetters what nobody could take
public record Background(
        EventBus bus, PutEvents putEvents, StreamPump pump, Scheduler scheduler, DeadLetters deadLetters) {}
