package cairn.timeline;

/// What put a slot on the timeline: a number of days after the start, or the plan's cadence.
public enum SlotKind {
    MILESTONE,
    RECURRING
}
