package cairn.local.template;

import cairn.local.json.Json;
import cairn.local.life.Refusal;
import cairn.local.pattern.EventPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads `AWS::Events::EventBus` and `AWS::Events::Rule`.
///
/// A rule by `ScheduleExpression` is an unknown property here: functions have schedules of their own.
final class BusReader {
    static final String BUS = "AWS::Events::EventBus";
    static final String RULE = "AWS::Events::Rule";

    private final ResourceReader resources;
    private final Names names;

    BusReader(ResourceReader resources, Names names) {
        this.resources = resources;
        this.names = names;
    }

    Optional<Bus> bus() {
        List<String> buses = resources.ofType(BUS);
        if (buses.size() > 1) {
            throw new Refusal("One machine has one event bus; the template has " + buses + ".");
        }
        return buses.stream().findFirst().map(this::bus);
    }

    private Bus bus(String name) {
        resources.properties(name, "EventBus", Set.of("Name"), Set.of("Description", "Policy", "Tags"));
        var rules = new ArrayList<Rule>();
        for (String rule : resources.ofType(RULE)) {
            Section properties = resources.properties(
                    rule,
                    "Rule",
                    Set.of("EventBusName", "EventPattern", "Targets", "State", "Name"),
                    Set.of("Description", "RoleArn", "Tags"));
            refuseAnotherBus(properties, name);
            if (!properties.optionalText("State").orElse("ENABLED").equals("DISABLED")) {
                rules.add(rule(rule, properties));
            }
        }
        return new Bus(names.of(name), names.busArn(name), rules);
    }

    private Rule rule(String name, Section properties) {
        var targets = new ArrayList<RuleTarget>();
        for (Section target : properties.sections("Targets")) {
            target.refuseAllBut(Set.of("Id", "Arn", "InputTransformer", "DeadLetterConfig", "RetryPolicy"), Set.of());
            targets.add(new RuleTarget(Destinations.target(target.text("Arn"), target, names), transformer(target)));
        }
        String pattern = Json.of(properties.section("EventPattern").values()).toString();
        return new Rule(names.ruleArn(name), new EventPattern(pattern), targets);
    }

    private static Optional<InputTransformer> transformer(Section target) {
        if (target.value("InputTransformer").isEmpty()) {
            return Optional.empty();
        }
        Section transformer = target.section("InputTransformer");
        transformer.refuseAllBut(Set.of("InputTemplate"), Set.of());
        return Optional.of(new InputTransformer(transformer.text("InputTemplate")));
    }

    private void refuseAnotherBus(Section rule, String name) {
        String bus = rule.text("EventBusName");
        if (!bus.equals(names.of(name)) && !bus.equals(names.busArn(name))) {
            throw new Refusal(rule.place() + ".EventBusName is " + bus + ", which is not the template's bus.");
        }
    }
}
