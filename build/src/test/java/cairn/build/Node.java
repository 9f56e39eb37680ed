package cairn.build;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A place in the template and what stands there. What is not there is a place with nothing in it, so that a check can
/// say what it misses instead of breaking.
record Node(String path, Object value) {

    Node at(String... names) {
        Node node = this;
        for (String name : names) {
            node = new Node(node.path + " " + name, node.value instanceof Map<?, ?> map ? map.get(name) : null);
        }
        return node;
    }

    String name() {
        return path.substring(path.lastIndexOf(' ') + 1);
    }

    boolean exists() {
        return value != null;
    }

    boolean is(Object expected) {
        return Objects.equals(value, expected);
    }

    String text() {
        return value == null ? "" : value.toString();
    }

    boolean between(int lowest, int highest) {
        return value instanceof Integer number && number >= lowest && number <= highest;
    }

    int number() {
        return value instanceof Integer number ? number : 0;
    }

    List<Node> items() {
        return value instanceof List<?> list
                ? IntStream.range(0, list.size())
                        .mapToObj(index -> new Node(path + " " + index, list.get(index)))
                        .toList()
                : List.of();
    }

    List<Node> entries() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(key -> at(key.toString())).toList()
                : List.of();
    }

    /// The texts of a list; a single text is a list of one, as in IAM's policies.
    Set<String> texts() {
        Collection<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        Set<String> texts = new TreeSet<>();
        all.forEach(one -> texts.add(one.toString()));
        return texts;
    }

    static Object ref(String name) {
        return Map.of("Ref", name);
    }

    static Object attribute(String resource, String attribute) {
        return Map.of("Fn::GetAtt", List.of(resource, attribute));
    }

    static Object sub(String text) {
        return Map.of("Fn::Sub", text);
    }

    /// Whether nothing but these stands here, and each of them.
    boolean hasOnly(String... names) {
        return value instanceof Map<?, ?> map && map.keySet().equals(Set.copyOf(Arrays.asList(names)));
    }
}
