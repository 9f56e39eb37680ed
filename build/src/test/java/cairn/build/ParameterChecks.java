package cairn.build;

import java.util.List;
import java.util.Map;

/// What whoever deploys may choose, and what holds if they do not.
final class ParameterChecks {
    private static final Map<String, Object> PARAMETERS = Map.of(
            // Over http, or with a slash at its end, no token would ever match.
            "Issuer",
                    Map.of(
                            "Type", "String",
                            "AllowedPattern", "^https://.+[^/]$",
                            "ConstraintDescription", "an https address without a slash at its end"),
            "Audience", Map.of("Type", "String", "MinLength", 1),
            "AllowedOrigins", Map.of("Type", "String", "Default", "https://app.example.com"),
            "MemberScope", Map.of("Type", "String", "Default", "cairn/member"),
            "DefaultPlan", Map.of("Type", "String", "Default", "free"),
            "EventSource", Map.of("Type", "String", "Default", "app", "MinLength", 1),
            // A cap that nobody has to think of.
            "AnnouncementsPerTick", Map.of("Type", "Number", "Default", 5_000, "MinValue", 1),
            "AlarmTopic", Map.of("Type", "String", "Default", ""),
            "MonthlyBudget", Map.of("Type", "Number", "Default", 0, "MinValue", 0));

    private ParameterChecks() {}

    static void bounded(Template template, Findings findings) {
        Node parameters = template.section("Parameters");
        findings.require(
                parameters.entries().size() == PARAMETERS.size(),
                parameters,
                PARAMETERS.keySet().toString());
        PARAMETERS.forEach((name, wish) -> {
            Node properties = new Node(name, wish);
            properties
                    .entries()
                    .forEach(property -> findings.is(parameters.at(name, property.name()), property.value()));
        });
        Node conditions = template.section("Conditions");
        Object noTopic = Map.of("Fn::Equals", List.of(Node.ref("AlarmTopic"), ""));
        Object noBudget = Map.of("Fn::Equals", List.of(Node.ref("MonthlyBudget"), 0));
        findings.is(conditions.at("HasAlarmTopic"), Map.of("Fn::Not", List.of(noTopic)));
        findings.is(
                conditions.at("HasBudget"),
                Map.of("Fn::And", List.of(Map.of("Condition", "HasAlarmTopic"), Map.of("Fn::Not", List.of(noBudget)))));
    }
}
