package cairn.checkins;

/// What opened a check-in.
public enum OpenedBy {
    /// Somebody asked what is due.
    VISIT,
    /// An answer arrived for a slot that nobody had asked for: a client that was offline.
    COMPLETION,
    /// The sweep: it had come due, and nobody had asked.
    SWEEP,
    /// It was brought along from an older system.
    IMPORT
}
