package cairn.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Events in and out, schedules and streams: everything that is retried, and where it ends.
final class EventChecks {
    private static final Object DEAD_LETTERS = Node.attribute("DeadLetters", "Arn");
    private static final Object ON_FAILURE = Map.of("Type", "SQS", "Destination", DEAD_LETTERS);
    private static final int A_DAY = 86_400;

    private static final Object THE_RULE_ALONE = Template.parsed("""
            - Effect: Allow
              Principal: {Service: events.amazonaws.com}
              Action: sqs:SendMessage
              Resource: !GetAtt DeadLetters.Arn
              Condition: {ArnEquals: {'aws:SourceArn': !GetAtt EventsIn.Arn}}
            """);

    private static final Object FROM_THE_APP = Template.parsed("""
            source: [!Ref EventSource]
            detail-type: [PlanChanged, JourneyStarted]
            """);

    /// The bus's own time beside the event: the event's is its sender's word.
    private static final Object WITH_THE_TIME_THE_BUS_TOOK_IT_IN = Map.of(
            "InputTemplate", "{\"ingestionTime\":<aws.events.event.ingestion-time>,\"event\":<aws.events.event.json>}");

    private EventChecks() {}

    /// As long as SQS keeps anything, and open to the one rule alone.
    static void deadLetters(Template template, Findings findings) {
        findings.is(template.properties("DeadLetters").at("MessageRetentionPeriod"), 14 * A_DAY);
        Node policy = template.properties("DeadLettersPolicy");
        findings.is(policy.at("Queues"), List.of(Node.ref("DeadLetters")));
        findings.is(policy.at("PolicyDocument", "Statement"), THE_RULE_ALONE);
    }

    static void eventsIn(Template template, Findings findings) {
        Node rule = template.properties("EventsIn");
        findings.is(rule.at("EventBusName"), Node.ref("Bus"));
        findings.absent(rule.at("State"));
        findings.is(rule.at("EventPattern"), FROM_THE_APP);
        List<Node> targets = rule.at("Targets").items();
        findings.require(targets.size() == 1, rule.at("Targets"), "one");
        for (Node target : targets) {
            findings.exists(target.at("Id"));
            findings.is(target.at("Arn"), Node.ref("IntakeFunction.Alias"));
            findings.is(target.at("InputTransformer"), WITH_THE_TIME_THE_BUS_TOOK_IT_IN);
            findings.is(target.at("DeadLetterConfig", "Arn"), DEAD_LETTERS);
            findings.between(target.at("RetryPolicy", "MaximumRetryAttempts"), 1, 185);
            findings.between(target.at("RetryPolicy", "MaximumEventAgeInSeconds"), 60, A_DAY);
        }
        findings.is(
                template.properties("IntakeInvoke"),
                Map.of(
                        "Action",
                        "lambda:InvokeFunction",
                        "FunctionName",
                        Node.ref("IntakeFunction.Alias"),
                        "Principal",
                        "events.amazonaws.com",
                        "SourceArn",
                        Node.attribute("EventsIn", "Arn")));
    }

    static void refusedEvents(Template template, Findings findings) {
        Node retries = template.properties("IntakeFunction").at("EventInvokeConfig");
        findings.between(retries.at("MaximumRetryAttempts"), 0, 2);
        findings.between(retries.at("MaximumEventAgeInSeconds"), 60, 21_600);
        findings.is(retries.at("DestinationConfig", "OnFailure"), ON_FAILURE);
    }

    /// A tick that failed is not repeated: the next one is at hand, and two old ones on top would only be in its way.
    static void schedules(Template template, Findings findings) {
        List<Node> schedules = template.eventsOfType("ScheduleV2");
        for (Node schedule : schedules) {
            findings.is(schedule.at("OmitName"), true);
            findings.absent(schedule.at("Name"));
            findings.absent(schedule.at("State"));
            findings.is(schedule.at("RoleArn"), Node.attribute("SweepScheduleRole", "Arn"));
            findings.is(schedule.at("ScheduleExpression"), "rate(1 minute)");
            findings.is(schedule.at("FlexibleTimeWindow", "Mode"), "OFF");
            findings.is(schedule.at("RetryPolicy", "MaximumRetryAttempts"), 0);
            findings.is(schedule.at("RetryPolicy", "MaximumEventAgeInSeconds"), 60);
            findings.is(schedule.at("DeadLetterConfig", "Arn"), DEAD_LETTERS);
            findings.is(input(schedule).at("at"), "<aws.scheduler.scheduled-time>");
        }
        Node retries = template.properties("SweepFunction").at("EventInvokeConfig");
        findings.is(retries.at("MaximumRetryAttempts"), 0);
        findings.is(retries.at("MaximumEventAgeInSeconds"), 60);
        Node timeout = template.ofFunction("SweepFunction", "Timeout");
        findings.require(timeout.between(1, 59), timeout, "over before the next tick");
    }

    static void everyShardOnce(Template template, Findings findings) {
        List<Integer> swept = new ArrayList<>();
        for (Node schedule : template.eventsOfType("ScheduleV2")) {
            Node input = input(schedule);
            findings.exists(input.at("from"));
            findings.exists(input.at("to"));
            IntStream.rangeClosed(input.at("from").number(), input.at("to").number())
                    .forEach(swept::add);
        }
        List<Integer> all = IntStream.range(0, 16).boxed().toList();
        findings.require(swept.stream().sorted().toList().equals(all), new Node("shards", swept), all.toString());
    }

    /// A stream serves two readers of a shard at once, not more.
    static void consumers(Template template, Findings findings) {
        List<Node> consumers = template.eventsOfType("DynamoDB");
        findings.require(consumers.size() == 2, template.resources(), "with two readers of the stream");
        for (Node consumer : consumers) {
            findings.is(consumer.at("Stream"), Node.attribute("Table", "StreamArn"));
            findings.is(consumer.at("StartingPosition"), "TRIM_HORIZON");
            findings.absent(consumer.at("Enabled"));
            findings.between(consumer.at("BatchSize"), 1, 100);
            findings.is(consumer.at("BisectBatchOnFunctionError"), true);
            findings.is(consumer.at("FunctionResponseTypes"), List.of("ReportBatchItemFailures"));
            findings.is(consumer.at("DestinationConfig", "OnFailure"), ON_FAILURE);
            findings.between(consumer.at("MaximumRecordAgeInSeconds"), 3_600, A_DAY);
        }
        findings.between(stream(template, "ChangesFunction", "Stream").at("MaximumRetryAttempts"), 1, 100);
        Node erasing = stream(template, "PrivacyFunction", "Tombstones");
        findings.is(erasing.at("MaximumRetryAttempts"), -1);
        findings.between(erasing.at("MaximumRecordAgeInSeconds"), A_DAY / 2, A_DAY - 1);
    }

    static void filters(Template template, Findings findings) {
        findings.is(
                stream(template, "ChangesFunction", "Stream").at("FilterCriteria", "Filters"),
                List.of(Map.of("Pattern", """
                                {"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"CHECKIN#"}]}},\
                                "NewImage":{"sk":{"S":[{"prefix":"CHECKIN#"}]}}}}"""), Map.of("Pattern", """
                                {"dynamodb":{"NewImage":{"expiresAt":{"N":[{"exists":true}]}}}}""")));
        findings.is(
                stream(template, "PrivacyFunction", "Tombstones").at("FilterCriteria", "Filters"),
                List.of(Map.of("Pattern", """
                        {"dynamodb":{"Keys":{"sk":{"S":["MEMBER"]}},\
                        "NewImage":{"expiresAt":{"N":[{"exists":true}]}}}}""")));
    }

    private static Node stream(Template template, String function, String event) {
        return template.properties(function).at("Events", event, "Properties");
    }

    /// JSON is YAML.
    private static Node input(Node schedule) {
        Node input = schedule.at("Input");
        return new Node(input.path(), Objects.requireNonNullElse(Template.parsed(input.text()), Map.of()));
    }
}
