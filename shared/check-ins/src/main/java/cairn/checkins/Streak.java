package cairn.checkins;

import cairn.timeline.SlotKey;

/// Slots completed in time without one left out.
///
/// @param through the last of them
/// @param length  how many
public record Streak(SlotKey through, int length) {}
