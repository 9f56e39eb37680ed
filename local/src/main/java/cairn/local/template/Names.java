package cairn.local.template;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// What the template's resources are called for AWS: names, ARNs, and a queue's URL.
final class Names {
    /// The property with which a template can name a resource of that type itself.
    private static final Map<String, String> PROPERTIES = Map.of(
            "AWS::DynamoDB::Table", "TableName",
            "AWS::IAM::Role", "RoleName",
            "AWS::Logs::LogGroup", "LogGroupName",
            "AWS::Serverless::Function", "FunctionName",
            "AWS::SQS::Queue", "QueueName");

    private final Section resources;
    private final LocalValues local;
    private final BiFunction<Object, String, Object> resolve;

    /// @param resolve resolves a value at a place: a name may be made by a function
    Names(Section resources, LocalValues local, BiFunction<Object, String, Object> resolve) {
        this.resources = resources;
        this.local = local;
        this.resolve = resolve;
    }

    /// Of all resources of a type.
    Set<String> all(String type) {
        return resources.values().keySet().stream()
                .filter(name -> resources.section(name).text("Type").equals(type))
                .map(this::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Its name for AWS: chosen in the template, or made up as CloudFormation would.
    String of(String name) {
        Section resource = resources.section(name);
        Section properties = resource.sectionOrEmpty("Properties");
        String property = PROPERTIES.getOrDefault(resource.text("Type"), "Name");
        return properties
                .value(property)
                .map(value -> String.valueOf(resolve.apply(value, Section.join(properties.place(), property))))
                .orElse(LocalValues.STACK + "-" + name);
    }

    String tableArn(String name) {
        return local.arns().table(of(name));
    }

    String streamArn(String name) {
        return local.arns().stream(of(name));
    }

    String functionArn(String name) {
        return local.arn("lambda", "function:" + of(name));
    }

    String busArn(String name) {
        return local.arns().bus(of(name));
    }

    String ruleArn(String name) {
        return local.arn("events", "rule/" + of(name));
    }

    String scheduleArn(String name) {
        return local.arn("scheduler", "schedule/default/" + LocalValues.STACK + "-" + name);
    }

    String queueArn(String name) {
        return local.arns().queue(of(name));
    }

    String roleArn(String name) {
        return local.arns().role(of(name));
    }

    /// With all its streams, as policies name a log.
    String logArn(String name) {
        return local.arn("logs", "log-group:" + of(name) + ":*");
    }

    String queueUrl(String name) {
        return "https://sqs." + local.region() + ".amazonaws.com/" + Arns.ACCOUNT + "/" + of(name);
    }
}
