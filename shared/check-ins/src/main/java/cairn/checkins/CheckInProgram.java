package cairn.checkins;

import cairn.timeline.Program;

/// A program as a deployment has it: when to ask, and what.
public record CheckInProgram(Program schedule, Card card) {}
