package cairn.local.template;

import cairn.local.life.Refusal;
import java.util.ArrayList;
import java.util.List;

/// What `Ref` and `Fn::GetAtt` stand for: parameters, pseudo parameters, and the resources that exist on this
/// machine.
final class References {
    /// Stands for "as if this were not written here".
    static final Object NO_VALUE = new Object();

    private final LocalValues local;
    private final Section parameters;
    private final Section resources;
    private final Names names;

    References(Section template, LocalValues local, Names names) {
        this.local = local;
        this.names = names;
        this.parameters = template.sectionOrEmpty("Parameters");
        this.resources = template.section("Resources");
        refuseParametersWithoutValue();
    }

    Object ref(String name, String place) {
        return switch (name) {
            case "AWS::NoValue" -> NO_VALUE;
            case "AWS::Region" -> local.region();
            case "AWS::AccountId" -> Arns.ACCOUNT;
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            case "AWS::StackName" -> LocalValues.STACK;
            default -> parameters.values().containsKey(name) ? parameter(name) : resource(name, place);
        };
    }

    Object attribute(String name, String attribute, String place) {
        Section resource = resourceNamed(name, place);
        return switch (resource.text("Type") + " " + attribute) {
            case "AWS::DynamoDB::Table Arn" -> names.tableArn(name);
            case "AWS::DynamoDB::Table StreamArn" -> names.streamArn(name);
            case "AWS::Serverless::Function Arn" -> names.functionArn(name);
            case "AWS::Events::EventBus Arn" -> names.busArn(name);
            case "AWS::Events::EventBus Name" -> names.of(name);
            case "AWS::Events::Rule Arn" -> names.ruleArn(name);
            case "AWS::IAM::Role Arn" -> names.roleArn(name);
            case "AWS::Logs::LogGroup Arn" -> names.logArn(name);
            case "AWS::SQS::Queue Arn" -> names.queueArn(name);
            case "AWS::SQS::Queue QueueName" -> names.of(name);
            case "AWS::SQS::Queue QueueUrl" -> names.queueUrl(name);
            default ->
                throw new Refusal("Fn::GetAtt " + name + "." + attribute + " at " + place
                        + ": one machine has no such attribute of a " + resource.text("Type") + ".");
        };
    }

    private Object parameter(String name) {
        Section parameter = parameters.section(name);
        String value = local.parameters()
                .getOrDefault(name, parameter.optionalText("Default").orElse(""));
        return switch (parameter.text("Type")) {
            case "String", "Number" -> value;
            case "CommaDelimitedList" -> List.of(value.split(","));
            default ->
                throw new Refusal(
                        "Parameter " + name + " has the type " + parameter.text("Type") + ", unknown to one machine.");
        };
    }

    private Object resource(String name, String place) {
        if (name.endsWith(".Alias")) {
            String function = name.substring(0, name.length() - ".Alias".length());
            resourceNamed(function, place);
            return names.functionArn(function) + ":live";
        }
        Section resource = resourceNamed(name, place);
        return switch (resource.text("Type")) {
            case "AWS::DynamoDB::Table", "AWS::Serverless::Function", "AWS::Events::EventBus" -> names.of(name);
            case "AWS::SQS::Queue" -> names.queueUrl(name);
            case Secrets.TYPE -> Secrets.arn(local, name);
            default ->
                throw new Refusal(
                        "Ref " + name + " at " + place + ": one machine has no " + resource.text("Type") + ".");
        };
    }

    private Section resourceNamed(String name, String place) {
        if (!resources.values().containsKey(name)) {
            throw new Refusal(place + " refers to " + name + ", which the template does not declare.");
        }
        return resources.section(name);
    }

    private void refuseParametersWithoutValue() {
        var missing = new ArrayList<String>();
        for (String name : parameters.values().keySet()) {
            if (!local.parameters().containsKey(name)
                    && !parameters.section(name).values().containsKey("Default")) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            throw new Refusal(
                    "The template's parameters " + missing + " have neither a default nor a value on one machine.");
        }
    }
}
