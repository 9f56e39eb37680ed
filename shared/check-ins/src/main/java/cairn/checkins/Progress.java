package cairn.checkins;

/// How a run is going (semantics 7).
///
/// @param offered   check-ins of the run, in whatever state
/// @param completed those that were answered
/// @param streak    slots completed in time, counted back from the latest one
public record Progress(int offered, int completed, int streak) {}
