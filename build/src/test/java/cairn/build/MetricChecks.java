package cairn.build;

import java.util.Map;
import java.util.stream.Stream;

/// The numbers that the sweep's log line becomes, and the page on which an operator sees them.
final class MetricChecks {
    /// A tick's line in the log.
    private static final Node LINE = new Node("the sweep's line", Template.parsed("""
            {"level":"INFO","requestId":"…","way":"sweep","from":0,"to":7,"due":12,"opened":10,"announced":10,"failed":0,
            "atCap":false,"outOfTime":false,"busAway":false,"lagSeconds":3,"millis":420}"""));

    /// A metric, the field of the line that has to be there, and what is counted.
    private static final String METRICS = """
            SweepTicks     | $.due = *            | 1
            SweepOpened    | $.opened = *         | $.opened
            SweepAnnounced | $.announced = *      | $.announced
            SweepFailed    | $.failed = *         | $.failed
            SweepLag       | $.lagSeconds = *     | $.lagSeconds
            SweepAtCap     | $.atCap IS TRUE      | 1
            SweepOutOfTime | $.outOfTime IS TRUE  | 1
            SweepBusAway   | $.busAway IS TRUE    | 1
            """;

    private static final Object BUDGET = Template.parsed("""
            Budget: {BudgetType: COST, TimeUnit: MONTHLY, BudgetLimit: {Amount: !Ref MonthlyBudget, Unit: USD}}
            NotificationsWithSubscribers:
              - Notification: {NotificationType: ACTUAL, ComparisonOperator: GREATER_THAN, Threshold: 80, ThresholdType: PERCENTAGE}
                Subscribers: [{SubscriptionType: SNS, Address: !Ref AlarmTopic}]
              - Notification: {NotificationType: FORECASTED, ComparisonOperator: GREATER_THAN, Threshold: 100, ThresholdType: PERCENTAGE}
                Subscribers: [{SubscriptionType: SNS, Address: !Ref AlarmTopic}]
            """);

    private MetricChecks() {}

    static void budget(Template template, Findings findings) {
        findings.is(template.resources().at("Budget", "Condition"), "HasBudget");
        findings.is(template.properties("Budget"), BUDGET);
    }

    static void counted(Template template, Findings findings) {
        for (String line : METRICS.lines().toList()) {
            String[] cells = line.split("\\s*\\|\\s*", -1);
            Node filter = template.properties(cells[0]);
            findings.is(filter.at("LogGroupName"), Node.ref("SweepLog"));
            findings.is(filter.at("FilterPattern"), "{ $.way = \"sweep\" && " + cells[1] + " }");
            findings.require(
                    LINE.at(cells[1].substring(2).split(" ", -1)[0]).exists(), filter, "about the sweep's line");
            Node metric = filter.at("MetricTransformations").items().stream()
                    .findFirst()
                    .orElse(filter.at("MetricTransformations"));
            findings.is(
                    metric,
                    Map.of("MetricNamespace", AlarmChecks.OWN, "MetricName", cells[0], "MetricValue", cells[2]));
        }
    }

    static void drawn(Template template, Findings findings) {
        Node body = template.properties("Dashboard").at("DashboardBody", "Fn::Sub");
        String text = body.text();
        Template.parsed(text);
        AlarmChecks.names(template)
                .forEach(alarm -> findings.require(text.contains("${" + alarm + ".Arn}"), body, "about " + alarm));
        template.functions()
                .forEach(name -> findings.require(text.contains("\"${" + name + "}\""), body, "about " + name));
        template.ofType("AWS::Logs::MetricFilter")
                .forEach(metric ->
                        findings.require(text.contains('"' + metric.name() + '"'), body, "about " + metric.name()));
        template.functions().stream()
                .map(name -> template.ofFunction(name, "LoggingConfig").at("LogGroup", "Ref"))
                .forEach(log -> findings.require(
                        text.contains("SOURCE '${" + log.text() + "}' | "),
                        body,
                        "which zone data is in " + log.text()));
        Stream.of("filter way = 'start'", " by @log, zoneData, java")
                .forEach(part -> findings.require(text.contains(part), body, "about " + part));
        Stream.of("IteratorAge", "ApproximateNumberOfMessagesVisible", "ConsumedWriteCapacityUnits", "Latency")
                .forEach(metric -> findings.require(text.contains(metric), body, "about " + metric));
    }
}
