package cairn.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.local.TestProject;
import cairn.local.life.DataFolder;
import cairn.local.life.Refusal;
import cairn.local.template.StreamConsumer.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What happens without a request: bus, rules, schedules, streams, dead letters.
class MessagingTest {
    private static final String QUEUE = "cairn-DeadLetters";

    private final DataFolder data = DataFolder.temporary();

    @TempDir
    private Path root;

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void theBusHasItsRulesWithTheirTargets() throws IOException {
        Bus bus = read(TestProject.template()).bus().orElseThrow();

        assertThat(bus.name()).isEqualTo("cairn-bus");
        assertThat(bus.arn()).isEqualTo("arn:aws:events:eu-central-1:000000000000:event-bus/cairn-bus");
        assertThat(bus.rules()).hasSize(1);
        Rule rule = bus.rules().getFirst();
        assertThat(rule.pattern().json()).isEqualTo("{\"source\":[\"app\"],\"detail-type\":[\"Told\"]}");
        assertThat(rule.targets())
                .containsExactly(new RuleTarget(
                        new Target("cairn-EchoFunction", 10, Duration.ofHours(1), Optional.of(QUEUE)),
                        Optional.empty()));
    }

    @Test
    void aTargetHasItsInputTransformer() throws IOException {
        String template = "{\"rule\":<aws.events.rule-name>,\"event\":<aws.events.event.json>}";
        Bus bus = read(TestProject.template()
                        .replace(
                                "Id: echo",
                                "Id: echo\n          InputTransformer: {InputTemplate: '" + template + "'}"))
                .bus()
                .orElseThrow();

        assertThat(bus.rules().getFirst().targets().getFirst().transformer()).contains(new InputTransformer(template));
    }

    @Test
    void aDisabledRuleIsNone() throws IOException {
        assertThat(read(TestProject.template().replace("State: ENABLED", "State: DISABLED"))
                        .bus()
                        .orElseThrow()
                        .rules())
                .isEmpty();
    }

    @Test
    void aFunctionsFailuresHaveADestination() throws IOException {
        assertThat(read(TestProject.template()).functions().getFirst().async())
                .isEqualTo(new AsyncSettings(1, Duration.ofHours(6), Optional.of(QUEUE)));
    }

    @Test
    void aFunctionHasItsSchedules() throws IOException {
        var schedules = read(TestProject.template()).schedules();

        assertThat(schedules).extracting(Schedule::name).containsExactly("Tick", "Stumble");
        assertThat(schedules.getFirst())
                .isEqualTo(new Schedule(
                        "Tick",
                        "arn:aws:scheduler:eu-central-1:000000000000:schedule/default/cairn-EchoFunctionTick",
                        Duration.ofMinutes(1),
                        "{\"at\":\"<aws.scheduler.scheduled-time>\"}",
                        new Target("cairn-EchoFunction", 0, Duration.ofMinutes(1), Optional.of(QUEUE)),
                        true));
        assertThat(schedules.getLast().rate()).isEqualTo(Duration.ofHours(2));
        assertThat(schedules.getLast().enabled()).isFalse();
    }

    @Test
    void aFunctionConsumesATablesStream() throws IOException {
        StreamConsumer consumer = read(TestProject.template()).consumers().getFirst();

        assertThat(consumer.name()).isEqualTo("EchoFunction-Changes");
        assertThat(consumer.function()).isEqualTo("cairn-EchoFunction");
        assertThat(consumer.functionArn())
                .isEqualTo("arn:aws:lambda:eu-central-1:000000000000:function:cairn-EchoFunction:live");
        assertThat(consumer.table()).isEqualTo("cairn-Table");
        assertThat(consumer.batchSize()).isEqualTo(10);
        assertThat(consumer.filters())
                .extracting(filter -> filter.json())
                .containsExactly("{\"eventName\":[\"INSERT\"]}");
        assertThat(consumer.failure())
                .isEqualTo(
                        new Failure(true, true, Optional.of(3), Optional.of(Duration.ofHours(1)), Optional.of(QUEUE)));
    }

    @Test
    void whatLambdaCallsMinusOneIsNoLimit() throws IOException {
        String template = TestProject.template()
                .replace("MaximumRetryAttempts: 3", "MaximumRetryAttempts: -1")
                .replace("MaximumRecordAgeInSeconds: 3600", "ParallelizationFactor: 1");

        Failure failure = read(template).consumers().getFirst().failure();

        assertThat(failure.attempts()).isEmpty();
        assertThat(failure.age()).isEmpty();
    }

    @Test
    void busQueueAndStreamHaveNamesInTheEnvironment() throws IOException {
        assertThat(read(TestProject.template()
                                .replace(
                                        "GREETING: own",
                                        "{BUS_NAME: !Ref Bus, BUS: !GetAtt Bus.Arn, QUEUE: !Ref DeadLetters,"
                                                + " STREAM: !GetAtt Table.StreamArn, GREETING: own}")
                                .replaceAll("\\s+SECRET: .*", "")
                                .replaceAll("\\s+TOPIC: .*", "")
                                .replaceAll("\\s+PLACE: .*", ""))
                        .functions()
                        .getFirst()
                        .environment())
                .containsEntry("BUS_NAME", "cairn-bus")
                .containsEntry("BUS", "arn:aws:events:eu-central-1:000000000000:event-bus/cairn-bus")
                .containsEntry("QUEUE", "https://sqs.eu-central-1.amazonaws.com/000000000000/cairn-DeadLetters")
                .containsEntry("STREAM", "arn:aws:dynamodb:eu-central-1:000000000000:table/cairn-Table/stream/newest");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        EventPattern: {source: [app], detail-type: [Told]} | ScheduleExpression: rate(1 day)    | Resources.Incoming.Properties.ScheduleExpression
        EventPattern: {source: [app], detail-type: [Told]} | EventPattern: {source: app}        | This is no event pattern
        EventBusName: !Ref Bus                   | EventBusName: default                        | EventBusName is default, which is not the template's bus
        Id: echo                                 | Input: '{}'                                  | Targets[0].Input
        Id: echo                                 | InputTransformer: {InputPathsMap: {id: $.id}, InputTemplate: '{}'} | InputTransformer.InputPathsMap
        Id: echo                                 | InputTransformer: {InputTemplate: '{"a":<id>}'} | does not know <id>
        Id: echo                                 | InputTransformer: {InputTemplate: '{"a":"<aws.events.event.json>"}'} | goes without quotes
        Id: echo                                 | InputTransformer: {InputTemplate: '{"a":'}   | does not become JSON
        Arn: !Ref EchoFunction.Alias             | Arn: !GetAtt DeadLetters.Arn                 | which is none of [cairn-Absent, cairn-EchoFunction]
        'DeadLetterConfig: {Arn: !GetAtt DeadLetters.Arn}' | DeadLetterConfig: {Arn: !GetAtt Bus.Arn} | which is none of [cairn-DeadLetters]
        'DeadLetterConfig: {Arn: !GetAtt DeadLetters.Arn}' | DeadLetterConfig: {Arn: arn:aws:sqs:eu-central-1:000000000000:elsewhere} | which is none of [cairn-DeadLetters]
        rate(1 minute)                           | cron(0 9 * * ? *)                            | one machine knows rate
        rate(1 minute)                           | rate(0 minutes)                              | one machine knows rate
        <aws.scheduler.scheduled-time>           | <aws.scheduler.execution-id>                 | does not know <aws.scheduler.execution-id>
        FlexibleTimeWindow: {Mode: 'OFF'}        | FlexibleTimeWindow: {Mode: FLEXIBLE}         | FlexibleTimeWindow
        OmitName: true                           | ScheduleExpressionTimezone: Europe/Berlin    | ScheduleExpressionTimezone
        'Stumble:'                               | 'Changes:'                                   | key Changes
        'Type: ScheduleV2'                       | 'Type: Schedule'                             | no events but ScheduleV2 and DynamoDB
        Stream: !GetAtt Table.StreamArn          | Stream: !GetAtt Table.Arn                    | no stream of a table
        StartingPosition: TRIM_HORIZON           | StartingPosition: LATEST                     | TRIM_HORIZON
        BatchSize: 10                            | TumblingWindowInSeconds: 5                   | TumblingWindowInSeconds
        [ReportBatchItemFailures]                | [Others]                                     | FunctionResponseTypes
        Type: SQS                                | Type: SNS                                    | no destination but SQS
        MessageRetentionPeriod: 1209600          | FifoQueue: true                              | Resources.DeadLetters.Properties.FifoQueue
        '  SomeRole: {Type: AWS::IAM::Role'      | '  SomeRole: {Type: AWS::SNS::Topic'         | Resources.SomeRole is a AWS::SNS::Topic
        '  SomeRole: {Type: AWS::IAM::Role'      | '  Other: {Type: AWS::Events::EventBus, Properties: {Name: b}}\n  SomeRole: {Type: AWS::IAM::Role' | One machine has one event bus
        """)
    void whatOneMachineCannotHonourIsRefusedByNameAndPlace(String written, String instead, String said) {
        String template = TestProject.template();
        assertThat(template).contains(written);

        assertThatThrownBy(() -> read(template.replace(written, instead.translateEscapes())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(said);
    }

    @Test
    void twoSchedulesOfOneNameCouldNotBeToldApart() {
        String template = TestProject.template().replace("""
                Condition: HasTopic
                Properties: {Handler: none, CodeUri: none.zip, Role: !GetAtt EchoRole.Arn}
            """, """
                Properties:
                  Handler: none
                  CodeUri: none.zip
                  Role: !GetAtt EchoRole.Arn
                  Events: {Tick: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}}
            """);

        assertThatThrownBy(() -> read(template))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("there is another schedule of the name Tick");
    }

    private Deployment read(String template) throws IOException {
        Files.writeString(root.resolve("template.yaml"), template);
        return Deployment.read(root, new LocalValues("eu-central-1", Map.of("Issuer", "i", "Audience", "a"), data));
    }
}
