package cairn.checkins;

import java.time.Instant;

/// That a journey's card was announced, or that the person saw it first.
///
/// @param snoozeCount how often the card had been put off by then: each time it is announced once more
public record Announced(int snoozeCount, Instant at) {}
