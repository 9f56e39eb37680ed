package cairn.testkit.audit;

import java.util.Map;
import java.util.TreeMap;

/// How often each kind of thing happened.
final class Tally {
    final Map<String, Integer> counts = new TreeMap<>();

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
