package cairn.checkins;

import java.util.ArrayList;
import java.util.List;

/// The names of the last writes of a member's row, one for each version, oldest first (semantics 6, "applied at
/// most once"). An attempt whose outcome is unknown is looked up here.
///
/// @param names at most [#MOST]; the last one made the row's current version
public record WriteNames(List<String> names) {
    public static final WriteNames NONE = new WriteNames(List.of());

    static final int MOST = 8;

    public WriteNames {
        names = List.copyOf(names.subList(Math.max(0, names.size() - MOST), names.size()));
    }

    WriteNames with(String name) {
        List<String> more = new ArrayList<>(names);
        more.add(name);
        return new WriteNames(more);
    }

    public boolean include(String name) {
        return names.contains(name);
    }

    /// Whether the write that made version `made` would be among these, had it been applied.
    ///
    /// @param current the version of the row that carries these names
    public boolean reachBackTo(long made, long current) {
        return made > current - names.size();
    }
}
