package cairn.build;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What an operator is told.
final class AlarmChecks {
    private static final Object TELL =
            Map.of("Fn::If", List.of("HasAlarmTopic", List.of(Node.ref("AlarmTopic")), Node.ref("AWS::NoValue")));

    /// An alarm, its metric and statistic, how it compares and with what at least and at most, over how many seconds at
    /// most.
    private static final String WATCHED = """
            ApiFaults          | AWS/ApiGateway 5xx                        | Sum     | >= | 1       | 1       | 300
            SweepBehind        | own SweepLag                              | Maximum | >  | 60      | 900     | 600
            SweepMovedBack     | own SweepFailed                           | Sum     | >= | 1       | 1       | 300
            SweepCapped        | own SweepAtCap                            | Sum     | >= | 1       | 1       | 300
            ChangesBehind      | AWS/Lambda IteratorAge                    | Maximum | >  | 60000   | 600000  | 600
            PrivacyBehind      | AWS/Lambda IteratorAge                    | Maximum | >  | 60000   | 3600000 | 600
            DeadLettersWaiting | AWS/SQS ApproximateNumberOfMessagesVisible | Maximum | >  | 0       | 0       | 60
            """;

    private static final Map<String, String> DIMENSIONS = Map.of(
            "ApiFaults", "[{Name: ApiId, Value: !Ref Api}]",
            "ChangesBehind", "[{Name: FunctionName, Value: !Ref ChangesFunction}]",
            "PrivacyBehind", "[{Name: FunctionName, Value: !Ref PrivacyFunction}]",
            "DeadLettersWaiting", "[{Name: QueueName, Value: !GetAtt DeadLetters.QueueName}]");

    static final Object OWN = Node.sub("Cairn/${AWS::StackName}");

    private static final Object OPENED_AND_NOT_TOLD = Template.parsed("""
            - Id: silent
              Expression: 'IF(FILL(opened, 0) > 0 AND FILL(told, 0) == 0, 1, 0)'
              Label: opened and not told
              ReturnData: true
            - Id: opened
              ReturnData: false
              MetricStat:
                Metric: {Namespace: !Sub 'Cairn/${AWS::StackName}', MetricName: SweepOpened}
                Period: 900
                Stat: Sum
            - Id: told
              ReturnData: false
              MetricStat:
                Metric:
                  Namespace: AWS/Lambda
                  MetricName: Invocations
                  Dimensions: [{Name: FunctionName, Value: !Ref ChangesFunction}]
                Period: 900
                Stat: Sum
            """);

    private AlarmChecks() {}

    static void tellSomebody(Template template, Findings findings) {
        for (Node alarm : template.ofType("AWS::CloudWatch::Alarm")) {
            findings.is(alarm.at("Properties", "AlarmActions"), TELL);
            findings.exists(alarm.at("Properties", "AlarmDescription"));
            findings.absent(alarm.at("Properties", "ActionsEnabled"));
            boolean heartbeat = alarm.name().equals("SweepSilent");
            findings.is(alarm.at("Properties", "TreatMissingData"), heartbeat ? "breaching" : "notBreaching");
        }
    }

    static void everyFunctionIsWatched(Template template, Findings findings) {
        for (String function : template.functions()) {
            String stem = FunctionChecks.stem(function);
            Object whole = Map.of("Name", "FunctionName", "Value", Node.ref(function));
            Object alias = Map.of("Name", "Resource", "Value", Node.sub("${" + function + "}:live"));
            Node errors = template.properties(stem + "Errors");
            watches(findings, errors, "AWS/Lambda", "Errors", "Sum");
            findings.is(errors.at("Dimensions"), List.of(whole, alias));
            compares(findings, errors, "GreaterThanOrEqualToThreshold", 1, 1, 60);
            Node throttles = template.properties(stem + "Throttles");
            watches(findings, throttles, "AWS/Lambda", "Throttles", "Sum");
            findings.is(throttles.at("Dimensions"), List.of(whole));
            compares(findings, throttles, "GreaterThanOrEqualToThreshold", 1, 1, 60);
            Node duration = template.properties(stem + "Duration");
            findings.is(duration.at("Namespace"), "AWS/Lambda");
            findings.is(duration.at("MetricName"), "Duration");
            findings.is(duration.at("ExtendedStatistic"), "p99");
            findings.is(duration.at("Dimensions"), List.of(whole, alias));
            int timeout = template.ofFunction(function, "Timeout").number();
            compares(findings, duration, "GreaterThanThreshold", 1_000, timeout * 900, 300);
            findings.between(duration.at("DatapointsToAlarm"), 1, 3);
        }
    }

    /// With one schedule silent, its share of the ticks is missing; a late tick or two are no alarm.
    static void silenceIsNoticed(Template template, Findings findings) {
        Node alarm = template.properties("SweepSilent");
        watches(findings, alarm, OWN, "SweepTicks", "Sum");
        int schedules = template.eventsOfType("ScheduleV2").size();
        int minutes = alarm.at("Period").number() / 60;
        compares(findings, alarm, "LessThanThreshold", (schedules - 1) * minutes + 1, schedules * minutes, 600);
    }

    static void watched(Template template, Findings findings) {
        for (String line : WATCHED.lines().toList()) {
            String[] cells = line.split("\\s*\\|\\s*", -1);
            Node alarm = template.properties(cells[0]);
            String[] metric = cells[1].split(" ", -1);
            watches(findings, alarm, metric[0].equals("own") ? OWN : metric[0], metric[1], cells[2]);
            String comparison = cells[3].equals(">") ? "GreaterThanThreshold" : "GreaterThanOrEqualToThreshold";
            int lowest = Integer.parseInt(cells[4]);
            compares(findings, alarm, comparison, lowest, Integer.parseInt(cells[5]), Integer.parseInt(cells[6]));
            Object dimensions = DIMENSIONS.containsKey(cells[0]) ? Template.parsed(DIMENSIONS.get(cells[0])) : null;
            findings.require(
                    dimensions == null || alarm.at("Dimensions").is(dimensions),
                    alarm.at("Dimensions"),
                    "" + dimensions);
        }
        findings.between(template.properties("ApiFaults").at("DatapointsToAlarm"), 1, 3);
    }

    /// What is opened must come by on the stream: two quarters of an hour in a row in which it does not.
    static void openedIsTold(Template template, Findings findings) {
        Node alarm = template.properties("ChangesSilent");
        compares(findings, alarm, "GreaterThanOrEqualToThreshold", 1, 1, Integer.MAX_VALUE);
        findings.is(alarm.at("Metrics"), OPENED_AND_NOT_TOLD);
    }

    private static void watches(Findings findings, Node alarm, Object namespace, String metric, String statistic) {
        findings.is(alarm.at("Namespace"), namespace);
        findings.is(alarm.at("MetricName"), metric);
        findings.is(alarm.at("Statistic"), statistic);
    }

    private static void compares(
            Findings findings, Node alarm, String comparison, int lowest, int highest, int seconds) {
        findings.is(alarm.at("ComparisonOperator"), comparison);
        findings.between(alarm.at("Threshold"), lowest, highest);
        findings.between(alarm.at("EvaluationPeriods"), 1, 5);
        if (!alarm.at("Metrics").exists()) {
            int period = alarm.at("Period").number();
            findings.between(alarm.at("Period"), 60, seconds);
            findings.require(period * alarm.at("EvaluationPeriods").number() <= seconds, alarm, "quick to tell");
        }
        Node points = alarm.at("DatapointsToAlarm");
        findings.require(
                !points.exists()
                        || points.between(1, alarm.at("EvaluationPeriods").number()),
                points,
                "reachable");
    }

    /// Every alarm, for whoever draws them.
    static Set<String> names(Template template) {
        return template.ofType("AWS::CloudWatch::Alarm").stream()
                .map(Node::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
