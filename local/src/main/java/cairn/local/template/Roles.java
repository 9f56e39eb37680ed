package cairn.local.template;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who acts in which role.
///
/// @param ofFunctions by the functions' names for AWS
/// @param ofSchedules by the schedules' names; one without a role of its own gets a fitting one from SAM
public record Roles(Map<String, Role> ofFunctions, Map<String, Role> ofSchedules) {
    /// Copies what it is given.
    public Roles {
        ofFunctions = Map.copyOf(ofFunctions);
        ofSchedules = Map.copyOf(ofSchedules);
    }

    /// Each once.
    public Set<Role> all() {
        var all = new LinkedHashSet<>(ofFunctions.values());
        all.addAll(ofSchedules.values());
        return all;
    }

    /// The role in which a function acts.
    ///
    /// @param name the function's name for AWS
    public Role ofFunction(String name) {
        Role role = ofFunctions.get(name);
        if (role == null) {
            throw new IllegalArgumentException("there is no function " + name);
        }
        return role;
    }

    /// The role in which a schedule calls its function, if the template gives it one.
    public Optional<Role> ofSchedule(String name) {
        return Optional.ofNullable(ofSchedules.get(name));
    }
}
