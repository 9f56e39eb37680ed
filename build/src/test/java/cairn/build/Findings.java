package cairn.build;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// What a check has found wrong, and where.
final class Findings {
    private final List<String> faults = new ArrayList<>();

    static List<String> of(BiConsumer<Template, Findings> check, Template template) {
        Findings findings = new Findings();
        check.accept(template, findings);
        return findings.faults;
    }

    void require(boolean holds, Node node, String wish) {
        if (!holds) {
            faults.add(node.path() + " is to be " + wish + ", not " + node.value());
        }
    }

    void is(Node node, Object expected) {
        require(node.is(expected), node, String.valueOf(expected));
    }

    void between(Node node, int lowest, int highest) {
        require(node.between(lowest, highest), node, lowest + " … " + highest);
    }

    void exists(Node node) {
        require(node.exists(), node, "there");
    }

    void absent(Node node) {
        require(!node.exists(), node, "absent");
    }
}
