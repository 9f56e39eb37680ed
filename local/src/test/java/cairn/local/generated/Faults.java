package cairn.local.generated;

import java.util.Map;
import java.util.TreeMap;

/// What was wrong, each kind of fault once, with the first request that showed it.
final class Faults {
    private final Map<String, String> firsts = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    void add(String kind, String shown) {
        firsts.putIfAbsent(kind, shown);
        counts.merge(kind, 1, Integer::sum);
    }

    /// Empty if there was none.
    String report() {
        StringBuilder report = new StringBuilder();
        firsts.forEach((kind, shown) -> report.append("\n# ")
                .append(counts.get(kind))
                .append(" × ")
                .append(kind)
                .append("\n  ")
                .append(shown)
                .append('\n'));
        return report.toString();
    }
}
