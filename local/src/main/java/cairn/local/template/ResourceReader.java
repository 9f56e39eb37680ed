package cairn.local.template;

import cairn.local.life.Refusal;
import java.util.List;
import java.util.Set;

/// The template's resources by type, each with its globals merged in and everything in it resolved.
final class ResourceReader {
    private static final Set<String> HONOURED = Set.of(
            "AWS::DynamoDB::Table",
            "AWS::IAM::Role",
            "AWS::Serverless::Function",
            "AWS::Serverless::HttpApi",
            "AWS::SQS::Queue",
            BusReader.BUS,
            BusReader.RULE,
            Secrets.TYPE);

    /// What is watched, what is kept of logs, and whom resources let in by themselves: questions that one machine does
    /// not have.
    private static final Set<String> IGNORED = Set.of(
            "AWS::Budgets::Budget",
            "AWS::CloudWatch::Alarm",
            "AWS::CloudWatch::CompositeAlarm",
            "AWS::CloudWatch::Dashboard",
            "AWS::Events::EventBusPolicy",
            "AWS::Lambda::Permission",
            "AWS::Logs::LogGroup",
            "AWS::Logs::MetricFilter",
            "AWS::SQS::QueuePolicy");

    private final Section resources;
    private final Section globals;
    private final Intrinsics intrinsics;

    ResourceReader(Section template, Intrinsics intrinsics) {
        this.resources = template.section("Resources");
        this.globals = template.sectionOrEmpty("Globals");
        this.intrinsics = intrinsics;
        resources.values().keySet().forEach(this::refuseUnknownType);
    }

    /// The names of those that exist.
    List<String> ofType(String type) {
        return resources.values().keySet().stream()
                .filter(name -> resources.section(name).text("Type").equals(type))
                .filter(this::exists)
                .toList();
    }

    /// @param kind of its globals
    Section properties(String name, String kind, Set<String> honoured, Set<String> ignored) {
        Section own = resources.section(name).sectionOrEmpty("Properties");
        return properties(Globals.merged(globals.sectionOrEmpty(kind), own), honoured, ignored);
    }

    /// A part that has ignored properties of its own.
    Section properties(Section part, Set<String> honoured, Set<String> ignored) {
        return intrinsics.resolve(part.honoured(honoured, ignored));
    }

    /// Some properties alone, those of them that are there, of a resource that is read elsewhere.
    Section part(String name, String kind, Set<String> keys) {
        Section own = resources.section(name).sectionOrEmpty("Properties");
        Section whole = Globals.merged(globals.sectionOrEmpty(kind), own);
        return properties(whole, keys, whole.values().keySet());
    }

    /// A function's events, not resolved yet.
    Section events(String function) {
        return resources.section(function).section("Properties").sectionOrEmpty("Events");
    }

    private boolean exists(String name) {
        return resources
                .section(name)
                .optionalText("Condition")
                .map(condition -> intrinsics.holds(condition, Section.join("Resources", name)))
                .orElse(true);
    }

    private void refuseUnknownType(String name) {
        String type = resources.section(name).text("Type");
        if (!HONOURED.contains(type) && !IGNORED.contains(type) && exists(name)) {
            throw new Refusal("Resources." + name + " is a " + type + ", which one machine does not have.");
        }
    }
}
