package cairn.checkins;

import cairn.timeline.Program;
import java.util.Map;
import java.util.Optional;

/// All that a deployment defines.
///
/// @param byName      the programs
/// @param defaultPlan the plan of a member of whom billing has said nothing
/// @param fingerprint changes whenever a cached answer may no longer be right: with the programs'
///                    definitions, the default plan, the version of the time-zone data, and the form of the
///                    answer itself
public record Programs(Map<String, CheckInProgram> byName, String defaultPlan, String fingerprint) {
    public Programs {
        byName = Map.copyOf(byName);
    }

    public Optional<CheckInProgram> find(String program) {
        return Optional.ofNullable(byName.get(program));
    }

    boolean knowsPlan(String plan) {
        return byName.values().stream()
                .anyMatch(program -> program.schedule().plans().containsKey(plan));
    }

    Optional<Program> schedule(String program) {
        return find(program).map(CheckInProgram::schedule);
    }
}
