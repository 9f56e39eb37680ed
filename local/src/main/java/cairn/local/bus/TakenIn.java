package cairn.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// An event that the bus has taken in.
///
/// @param event as EventBridge's envelope has it
/// @param at when that was; no sender can set it
record TakenIn(JsonNode event, Instant at) {}
