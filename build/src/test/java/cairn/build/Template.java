package cairn.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// template.yaml as a tree: `!Ref x` is `{Ref: x}`, `!GetAtt a.b` is `{Fn::GetAtt: [a, b]}`. Paths are
/// names, or positions in a list, with a space between them.
record Template(Object tree) {
    static Template read() {
        try {
            return new Template(parsed(Files.readString(Tree.ROOT.resolve("template.yaml"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Object parsed(String yaml) {
        var settings = LoadSettings.builder().build();
        return new Load(settings, new ShortTags(settings)).loadFromString(yaml);
    }

    Node section(String name) {
        return new Node(name, ((Map<?, ?>) tree).get(name));
    }

    Node resources() {
        return section("Resources");
    }

    /// A resource's properties.
    Node properties(String resource) {
        return resources().at(resource, "Properties");
    }

    List<Node> ofType(String type) {
        return resources().entries().stream()
                .filter(resource -> resource.at("Type").is(type))
                .toList();
    }

    List<String> functions() {
        return ofType("AWS::Serverless::Function").stream().map(Node::name).toList();
    }

    /// What holds for a function: its own property, or else that of all functions.
    Node ofFunction(String function, String property) {
        Node own = properties(function).at(property);
        return own.exists() ? own : section("Globals").at("Function", property);
    }

    /// The functions' events of one type.
    List<Node> eventsOfType(String type) {
        return functions().stream()
                .flatMap(function -> properties(function).at("Events").entries().stream())
                .filter(event -> event.at("Type").is(type))
                .map(event -> event.at("Properties"))
                .toList();
    }

    Template without(String path) {
        return new Template(changed(tree, List.of(path.split(" ")), Optional.empty()));
    }

    Template with(String path, String yaml) {
        return new Template(changed(tree, List.of(path.split(" ")), Optional.of(parsed(yaml))));
    }

    private static Object changed(Object here, List<String> path, Optional<Object> value) {
        String step = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (here instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list);
            int index = Integer.parseInt(step);
            if (rest.isEmpty() && value.isEmpty()) {
                copy.remove(index);
            } else {
                copy.set(index, rest.isEmpty() ? value.get() : changed(list.get(index), rest, value));
            }
            return copy;
        }
        Map<Object, Object> copy = new LinkedHashMap<>((Map<?, ?>) here);
        if (!rest.isEmpty()) {
            if (!copy.containsKey(step)) {
                throw new IllegalArgumentException("there is no " + step + " in " + copy.keySet());
            }
            copy.put(step, changed(copy.get(step), rest, value));
        } else if (value.isPresent()) {
            copy.put(step, value.get());
        } else if (copy.remove(step) == null) {
            throw new IllegalArgumentException("there is no " + step + " to take out");
        }
        return copy;
    }

    private static final class ShortTags extends StandardConstructor {
        ShortTags(LoadSettings settings) {
            super(settings);
        }

        @Override
        protected Optional<ConstructNode> findConstructorFor(org.snakeyaml.engine.v2.nodes.Node node) {
            return node.getTag().getValue().startsWith("!")
                    ? Optional.of(this::longForm)
                    : super.findConstructorFor(node);
        }

        private Object longForm(org.snakeyaml.engine.v2.nodes.Node node) {
            Object argument = switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalArgumentException("a tag before something that is no value");
            };
            String name = node.getTag().getValue().substring(1);
            return switch (name) {
                case "Ref", "Condition" -> Map.of(name, argument);
                case "GetAtt" ->
                    Map.of("Fn::GetAtt", List.of(argument.toString().split("\\.", 2)));
                default -> Map.of("Fn::" + name, argument);
            };
        }
    }
}
