package cairn.local.template;

import cairn.local.life.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// YAML with CloudFormation's short tags, given their long form: `!Ref x` is `{Ref: x}`, `!GetAtt a.b` is `{Fn::GetAtt:
/// [a, b]}`.
final class CloudFormationYaml extends StandardConstructor {
    private CloudFormationYaml(LoadSettings settings) {
        super(settings);
    }

    static Section read(String text) {
        var settings = LoadSettings.builder().setLabel("template.yaml").build();
        try {
            return Section.of(new Load(settings, new CloudFormationYaml(settings)).loadFromString(text), "");
        } catch (YamlEngineException e) {
            throw new Refusal("The template is not YAML: " + e.getMessage(), e);
        }
    }

    @Override
    protected Optional<ConstructNode> findConstructorFor(Node node) {
        return node.getTag().getValue().startsWith("!") ? Optional.of(this::longForm) : super.findConstructorFor(node);
    }

    private Object longForm(Node node) {
        String name = node.getTag().getValue().substring(1);
        Object argument = switch (node) {
            case ScalarNode scalar -> constructScalar(scalar);
            case SequenceNode sequence -> constructSequence(sequence);
            case MappingNode mapping -> constructMapping(mapping);
            default -> throw new Refusal("!" + name + " stands before something that is no value");
        };
        return switch (name) {
            case "Ref", "Condition" -> Map.of(name, argument);
            case "GetAtt" -> Map.of("Fn::GetAtt", argument instanceof String text ? twoParts(text) : argument);
            default -> Map.of("Fn::" + name, argument);
        };
    }

    private static List<String> twoParts(String text) {
        return List.of(text.split("\\.", 2));
    }
}
