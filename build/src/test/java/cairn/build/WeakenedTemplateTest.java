package cairn.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The template with one guard taken out or weakened: some check must notice. (It was a clean-up of manifests that
/// removed the limits, elsewhere, and nothing turned red.)
class WeakenedTemplateTest {
    private static final Template TEMPLATE = Template.read();

    /// May go unnoticed.
    private static final List<Pattern> HARMLESS = Stream.of(
                    ".* Description",
                    // What CloudFormation refuses to do without.
                    "Resources \\w+ Type",
                    ".* PolicyName",
                    // What holds anyway where it is missing.
                    ".* PolicyDocument Version",
                    ".* AssumeRolePolicyDocument Version",
                    "Resources (CursorKey|\\w+Log) (DeletionPolicy|UpdateReplacePolicy)",
                    "Resources SweepFunction Properties MemorySize")
            .map(Pattern::compile)
            .toList();

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @MethodSource
    void aWeakerValueIsNoticed(Guard guard, String path, String value) {
        assertThat(guard.faults(TEMPLATE.with(path, value))).isNotEmpty();
    }

    static Stream<Arguments> aWeakerValueIsNoticed() {
        return weaker().map(cells -> Arguments.of(Guard.valueOf(cells.get(0)), cells.get(1), cells.get(2)));
    }

    @Test
    void aDescriptionOfMoreThanAnHttpApiTakesIsNoticed() {
        String path = "Resources Api Properties DefinitionBody info description";
        assertThat(Guard.THE_API_IS_IMPORTED_WHOLE.faults(TEMPLATE.with(path, "x".repeat(1024))))
                .isEmpty();
        assertThat(Guard.THE_API_IS_IMPORTED_WHOLE.faults(TEMPLATE.with(path, "x".repeat(1025))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOURCE '${SweepLog}' | ", "filter way = 'start'", ", zoneData"})
    void aPageThatLeavesOutAFunctionsTimeZoneDataIsNoticed(String part) {
        String path = "Resources Dashboard Properties DashboardBody Fn::Sub";
        String body =
                TEMPLATE.properties("Dashboard").at("DashboardBody", "Fn::Sub").text();
        assertThat(body).contains(part);
        String without = "'" + body.replace(part, "").replace("'", "''") + "'";
        assertThat(Guard.AN_OPERATOR_SEES_ALL_OF_IT.faults(TEMPLATE.with(path, without)))
                .isNotEmpty();
    }

    @Test
    void everyGuardHasBeenShownSomethingWeaker() {
        Set<Guard> shown = EnumSet.noneOf(Guard.class);
        weaker().forEach(cells -> shown.add(Guard.valueOf(cells.getFirst())));
        assertThat(shown).containsExactlyInAnyOrder(Guard.values());
    }

    /// Every parameter, resource, property and item of a list, one after the other.
    @Test
    void whateverIsTakenOutIsMissed() {
        List<String> paths = Stream.of("Parameters", "Conditions", "Globals", "Resources")
                .flatMap(section -> removable(TEMPLATE.section(section)))
                .filter(path -> HARMLESS.stream()
                        .noneMatch(pattern -> pattern.matcher(path).matches()))
                .toList();
        assertThat(paths).hasSizeGreaterThan(800);
        assertThat(unnoticed(paths)).isEmpty();
    }

    @Test
    void whateverKeepsARouteSafeIsMissed() {
        List<String> paths = new ArrayList<>();
        Node document = TEMPLATE.properties("Api").at("DefinitionBody");
        for (Node path : document.at("paths").entries()) {
            for (Node route : path.entries()) {
                paths.add(route.path() + " security");
                paths.add(route.path() + " security 0 member 0");
                paths.addAll(
                        removable(route.at("x-amazon-apigateway-integration")).toList());
                Stream.of("401", "403", "429", "503")
                        .forEach(status -> paths.add(route.path() + " responses " + status));
            }
        }
        paths.addAll(removable(document.at("components", "securitySchemes")).toList());
        paths.addAll(removable(document.at("components", "responses"))
                .filter(path -> path.matches("Resources( \\S+){6}"))
                .toList());
        assertThat(unnoticed(paths)).isEmpty();
    }

    private static List<String> unnoticed(List<String> paths) {
        return paths.stream()
                .filter(path -> {
                    Template template = TEMPLATE.without(path);
                    return EnumSet.allOf(Guard.class).stream()
                            .allMatch(guard -> guard.faults(template).isEmpty());
                })
                .toList();
    }

    private static Stream<String> removable(Node node) {
        if (node.path().endsWith(" DefinitionBody") || isIntrinsic(node)) {
            return Stream.empty();
        }
        return Stream.concat(node.entries().stream(), node.items().stream())
                .flatMap(below -> Stream.concat(Stream.of(below.path()), removable(below)));
    }

    private static boolean isIntrinsic(Node node) {
        return node.value() instanceof Map<?, ?> map
                && map.size() == 1
                && map.keySet().stream()
                        .allMatch(key -> key.equals("Ref") || key.toString().startsWith("Fn::"));
    }

    private static Stream<List<String>> weaker() {
        return WEAKER.lines().map(line -> List.of(line.split("\\s*\\|\\s*", -1)));
    }

    /// A guard, the place in the template, and what may be written there some day with the best of intentions.
    private static final String WEAKER = """
            THE_DATA_OUTLIVES_THE_STACK | Resources Table DeletionPolicy | Delete
            THE_DATA_OUTLIVES_THE_STACK | Resources Table UpdateReplacePolicy | Snapshot
            THE_DATA_OUTLIVES_THE_STACK | Resources Table Properties DeletionProtectionEnabled | false
            THE_DATA_OUTLIVES_THE_STACK | Resources DeadLetters DeletionPolicy | Delete
            THE_TABLE_CAN_BE_RESTORED | Resources Table Properties PointInTimeRecoverySpecification PointInTimeRecoveryEnabled | false
            THE_TABLE_CAN_BE_RESTORED | Resources Table Properties PointInTimeRecoverySpecification RecoveryPeriodInDays | 1
            WHAT_IS_KEPT_IS_ENCRYPTED | Resources Table Properties SSESpecification SSEEnabled | false
            WHAT_IS_KEPT_IS_ENCRYPTED | Resources DeadLetters Properties SqsManagedSseEnabled | false
            NOTHING_THAT_KEEPS_DATA_IS_EVER_REPLACED | Resources Table Properties TableName | cairn
            NOTHING_THAT_KEEPS_DATA_IS_EVER_REPLACED | Resources Table Properties KeySchema 1 AttributeName | sortKey
            NOTHING_THAT_KEEPS_DATA_IS_EVER_REPLACED | Resources Table Properties LocalSecondaryIndexes 0 Projection ProjectionType | KEYS_ONLY
            NOTHING_THAT_KEEPS_DATA_IS_EVER_REPLACED | Resources Table Properties AttributeDefinitions 4 AttributeType | N
            NOTHING_THAT_KEEPS_DATA_IS_EVER_REPLACED | Resources DeadLetters Properties QueueName | cairn-dead-letters
            NOTHING_THAT_KEEPS_DATA_IS_EVER_REPLACED | Resources Bus Properties Name | cairn
            THE_DUE_INDEX_STAYS_AS_IT_IS | Resources Table Properties GlobalSecondaryIndexes 0 Projection ProjectionType | ALL
            ONLY_TOMBSTONES_EXPIRE | Resources Table Properties TimeToLiveSpecification AttributeName | snoozedUntil
            ONLY_TOMBSTONES_EXPIRE | Resources Table Properties TimeToLiveSpecification Enabled | false
            THE_TABLE_GROWS_BY_ITSELF | Resources Table Properties BillingMode | PROVISIONED
            THE_STREAM_SAYS_BEFORE_AND_AFTER | Resources Table Properties StreamSpecification StreamViewType | NEW_IMAGE
            ALL_SEVEN_FUNCTIONS_ARE_THERE | Resources SweepFunction Type | AWS::Lambda::Function
            ALL_SEVEN_FUNCTIONS_ARE_THERE | Resources SweepFunction Properties CodeUri | functions/due/target/due.zip
            ALL_SEVEN_FUNCTIONS_ARE_THERE | Globals Function Runtime | java21
            A_FUNCTION_KNOWS_WHAT_IT_NEEDS_AND_NO_MORE | Resources DueFunction Properties Environment | {Variables: {API_KEY: hunter2}}
            A_FUNCTION_KNOWS_WHAT_IT_NEEDS_AND_NO_MORE | Resources PrivacyFunction Properties Environment Variables CURSOR_KEY | a-secret-in-plain-sight
            A_FUNCTION_KNOWS_WHAT_IT_NEEDS_AND_NO_MORE | Resources CursorKey Properties GenerateSecretString PasswordLength | 8
            EVERY_FUNCTION_ENDS_IN_TIME | Globals Function Timeout | 900
            EVERY_FUNCTION_ENDS_IN_TIME | Resources ChangesFunction Properties Timeout | 300
            THE_FUNCTIONS_TOGETHER_FIT_THE_ACCOUNT | Resources ChangesFunction Properties ReservedConcurrentExecutions | 60
            THE_FUNCTIONS_TOGETHER_FIT_THE_ACCOUNT | Resources DueFunction Properties ReservedConcurrentExecutions | 1000
            THE_FUNCTIONS_TOGETHER_FIT_THE_ACCOUNT | Resources SweepFunction Properties ReservedConcurrentExecutions | 16
            THE_FUNCTIONS_TOGETHER_FIT_THE_ACCOUNT | Resources SweepFunction Properties ReservedConcurrentExecutions | 1
            THE_FUNCTIONS_TOGETHER_FIT_THE_ACCOUNT | Resources PrivacyFunction Properties ReservedConcurrentExecutions | 0
            EVERY_FUNCTION_HAS_ITS_OWN_LOG_AND_IT_ENDS | Resources PrivacyFunction Properties LoggingConfig LogGroup | !Ref DueLog
            EVERY_FUNCTION_HAS_ITS_OWN_LOG_AND_IT_ENDS | Resources SweepFunction Properties LoggingConfig LogFormat | Text
            EVERY_FUNCTION_HAS_ITS_OWN_LOG_AND_IT_ENDS | Resources ApiLog Properties RetentionInDays | 3653
            EVERY_CHANGE_REACHES_THE_ALIAS | Globals Function AutoPublishAliasAllProperties | false
            A_NEW_VERSION_COMES_IN_BY_A_TENTH | Resources SweepFunction Properties DeploymentPreference Type | AllAtOnce
            A_NEW_VERSION_COMES_IN_BY_A_TENTH | Resources DueFunction Properties DeploymentPreference Alarms | [!Ref DueErrors]
            EVERY_FUNCTION_BUT_PRIVACY_IS_A_SNAPSHOT | Resources PrivacyFunction Properties SnapStart ApplyOn | PublishedVersions
            EVERY_FUNCTION_BUT_PRIVACY_IS_A_SNAPSHOT | Globals Function SnapStart ApplyOn | None
            EVERY_FUNCTION_HAS_ITS_OWN_ROLE | Resources ChangesFunction Properties Role | !GetAtt PrivacyRole.Arn
            EVERY_FUNCTION_HAS_ITS_OWN_ROLE | Resources DueFunction Properties Policies | [AmazonDynamoDBFullAccess]
            EVERY_FUNCTION_HAS_ITS_OWN_ROLE | Resources DueRole Properties ManagedPolicyArns | ['arn:aws:iam::aws:policy/AdministratorAccess']
            EVERY_FUNCTION_HAS_ITS_OWN_ROLE | Resources DueRole Properties AssumeRolePolicyDocument Statement 0 Principal | {AWS: '*'}
            NO_ROLE_MAY_MORE_THAN_IT_NEEDS | Resources DueRole Properties Policies 0 PolicyDocument Statement 0 Action | [dynamodb:GetItem, dynamodb:PutItem, dynamodb:Query]
            NO_ROLE_MAY_MORE_THAN_IT_NEEDS | Resources JourneysRole Properties Policies 0 PolicyDocument Statement 1 Resource | !GetAtt Table.Arn
            NO_ROLE_MAY_MORE_THAN_IT_NEEDS | Resources SweepRole Properties Policies 0 PolicyDocument Statement 1 Resource | !Sub '${Table.Arn}/index/*'
            NO_ROLE_SCANS_AND_NO_ACTION_HAS_A_WILDCARD | Resources SweepRole Properties Policies 0 PolicyDocument Statement 1 Action | dynamodb:Scan
            NO_ROLE_SCANS_AND_NO_ACTION_HAS_A_WILDCARD | Resources DueRole Properties Policies 0 PolicyDocument Statement 0 Action | dynamodb:*
            NO_ROLE_SCANS_AND_NO_ACTION_HAS_A_WILDCARD | Resources DueRole Properties Policies 0 PolicyDocument Statement 0 Resource | '*'
            ONLY_PRIVACY_DELETES | Resources CheckInsRole Properties Policies 0 PolicyDocument Statement 0 Action | [dynamodb:GetItem, dynamodb:DeleteItem]
            ONLY_PRIVACY_DELETES | Resources IntakeRole Properties Policies 0 PolicyDocument Statement 0 Action | dynamodb:BatchWriteItem
            DEAD_LETTERS_ARE_KEPT_AND_CLOSED_TO_STRANGERS | Resources DeadLetters Properties MessageRetentionPeriod | 345600
            DEAD_LETTERS_ARE_KEPT_AND_CLOSED_TO_STRANGERS | Resources DeadLettersPolicy Properties PolicyDocument Statement 0 Principal | '*'
            EVENTS_COME_IN_FROM_THE_APP_AND_NONE_IS_LOST | Resources EventsIn Properties EventPattern source | [cairn]
            EVENTS_COME_IN_FROM_THE_APP_AND_NONE_IS_LOST | Resources EventsIn Properties EventPattern detail-type | [PlanChanged, JourneyStarted, CheckInOpened]
            EVENTS_COME_IN_FROM_THE_APP_AND_NONE_IS_LOST | Resources EventsIn Properties State | DISABLED
            EVENTS_COME_IN_FROM_THE_APP_AND_NONE_IS_LOST | Resources EventsIn Properties Targets 0 RetryPolicy MaximumRetryAttempts | 0
            EVENTS_COME_IN_FROM_THE_APP_AND_NONE_IS_LOST | Resources EventsIn Properties Targets 0 InputTransformer | {}
            EVENTS_COME_IN_FROM_THE_APP_AND_NONE_IS_LOST | Resources EventsIn Properties Targets 0 InputTransformer InputTemplate | '{"ingestionTime":<time>,"event":<aws.events.event.json>}'
            REFUSED_EVENTS_END_IN_THE_DEAD_LETTERS | Resources IntakeFunction Properties EventInvokeConfig DestinationConfig | {}
            REFUSED_EVENTS_END_IN_THE_DEAD_LETTERS | Resources IntakeFunction Properties EventInvokeConfig MaximumRetryAttempts | 3
            A_TICK_COMES_EVERY_MINUTE_AND_IS_NOT_REPEATED | Resources SweepFunction Properties Events Shards0 Properties OmitName | false
            A_TICK_COMES_EVERY_MINUTE_AND_IS_NOT_REPEATED | Resources SweepFunction Properties Events Shards8 Properties ScheduleExpression | rate(1 hour)
            A_TICK_COMES_EVERY_MINUTE_AND_IS_NOT_REPEATED | Resources SweepFunction Properties Events Shards8 Properties State | DISABLED
            A_TICK_COMES_EVERY_MINUTE_AND_IS_NOT_REPEATED | Resources SweepFunction Properties Events Shards0 Properties FlexibleTimeWindow Mode | FLEXIBLE
            A_TICK_COMES_EVERY_MINUTE_AND_IS_NOT_REPEATED | Resources SweepFunction Properties Events Shards0 Properties RetryPolicy MaximumRetryAttempts | 185
            A_TICK_COMES_EVERY_MINUTE_AND_IS_NOT_REPEATED | Resources SweepFunction Properties Events Shards0 Properties Input | '{"from":0,"to":7}'
            A_TICK_COMES_EVERY_MINUTE_AND_IS_NOT_REPEATED | Resources SweepFunction Properties Timeout | 60
            EVERY_SHARD_IS_SWEPT_ONCE | Resources SweepFunction Properties Events Shards0 Properties Input | '{"from":0,"to":6,"at":"<aws.scheduler.scheduled-time>"}'
            EVERY_SHARD_IS_SWEPT_ONCE | Resources SweepFunction Properties Events Shards8 Properties Input | '{"from":7,"to":15,"at":"<aws.scheduler.scheduled-time>"}'
            NO_RECORD_OF_THE_STREAM_IS_TRIED_FOR_EVER | Resources ChangesFunction Properties Events Stream Properties MaximumRetryAttempts | -1
            NO_RECORD_OF_THE_STREAM_IS_TRIED_FOR_EVER | Resources PrivacyFunction Properties Events Tombstones Properties MaximumRecordAgeInSeconds | 604800
            NO_RECORD_OF_THE_STREAM_IS_TRIED_FOR_EVER | Resources ChangesFunction Properties Events Stream Properties StartingPosition | LATEST
            NO_RECORD_OF_THE_STREAM_IS_TRIED_FOR_EVER | Resources ChangesFunction Properties Events Stream Properties FunctionResponseTypes | []
            NO_RECORD_OF_THE_STREAM_IS_TRIED_FOR_EVER | Resources PrivacyFunction Properties Events Tombstones Properties Enabled | false
            NO_RECORD_OF_THE_STREAM_IS_TRIED_FOR_EVER | Resources PrivacyFunction Properties Events Tombstones Properties MaximumRetryAttempts | 3
            THE_STREAM_BRINGS_CHECK_INS_AND_TOMBSTONES | Resources ChangesFunction Properties Events Stream Properties FilterCriteria Filters 0 Pattern | '{"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"CHECKIN#"}]}}}}'
            THE_STREAM_BRINGS_CHECK_INS_AND_TOMBSTONES | Resources PrivacyFunction Properties Events Tombstones Properties FilterCriteria Filters 0 Pattern | '{"dynamodb":{"NewImage":{"erasedAt":{"S":[{"exists":true}]}}}}'
            NO_PARAMETER_CAN_OPEN_THE_DOOR | Parameters Issuer AllowedPattern | .*
            NO_PARAMETER_CAN_OPEN_THE_DOOR | Parameters Audience MinLength | 0
            NO_PARAMETER_CAN_OPEN_THE_DOOR | Parameters AnnouncementsPerTick Default | 1000000
            NO_PARAMETER_CAN_OPEN_THE_DOOR | Parameters AllowedOrigins Default | '*'
            EVERY_ROUTE_ASKS_FOR_THE_SCOPE | Resources Api Properties DefinitionBody paths /v1/me delete security | []
            EVERY_ROUTE_ASKS_FOR_THE_SCOPE | Resources Api Properties DefinitionBody paths /v1/me/due get security | [{member: []}]
            EVERY_ROUTE_LEADS_TO_A_FUNCTION | Resources Api Properties DefinitionBody paths /v1/me/due get x-amazon-apigateway-integration timeoutInMillis | 30000
            EVERY_ROUTE_LEADS_TO_A_FUNCTION | Resources Api Properties DefinitionBody paths /v1/me get x-amazon-apigateway-integration payloadFormatVersion | '1.0'
            EVERY_ROUTE_LEADS_TO_A_FUNCTION | Resources PrivacyInvoke Properties SourceArn | '*'
            EVERY_ROUTE_IS_THROTTLED | Resources Api Properties DefaultRouteSettings ThrottlingRateLimit | 100000
            EVERY_ROUTE_IS_THROTTLED | Resources Api Properties RouteSettings | {'GET /v1/me/due': {ThrottlingRateLimit: 100000}}
            EVERY_ROUTE_SAYS_HOW_IT_REFUSES | Resources Api Properties DefinitionBody paths /v1/me put responses | {'200': {description: The member}}
            BROWSERS_MAY_WHAT_ROUTES_DO | Resources Api Properties DefinitionBody x-amazon-apigateway-cors allowMethods | [GET, PUT, POST]
            BROWSERS_MAY_WHAT_ROUTES_DO | Resources Api Properties DefinitionBody x-amazon-apigateway-cors allowOrigins | ['*']
            BROWSERS_MAY_WHAT_ROUTES_DO | Resources Api Properties DefinitionBody x-amazon-apigateway-cors allowCredentials | true
            THE_API_IS_IMPORTED_WHOLE | Resources Api Properties FailOnWarnings | false
            THE_ACCESS_LOG_DOES_NOT_SAY_WHO | Resources Api Properties AccessLogSettings Format | '$context.routeKey $context.authorizer.claims.sub'
            EVERY_ALARM_TELLS_SOMEBODY | Resources DeadLettersWaiting Properties AlarmActions | []
            EVERY_ALARM_TELLS_SOMEBODY | Resources SweepErrors Properties ActionsEnabled | false
            EVERY_FUNCTION_HAS_THREE_ALARMS | Resources IntakeErrors Properties Threshold | 100
            EVERY_FUNCTION_HAS_THREE_ALARMS | Resources ChangesDuration Properties Threshold | 30000
            EVERY_FUNCTION_HAS_THREE_ALARMS | Resources DueThrottles Properties Dimensions | [{Name: FunctionName, Value: !Ref JourneysFunction}]
            A_SWEEP_THAT_IS_SILENT_IS_AN_ALARM | Resources SweepSilent Properties Threshold | 5
            A_SWEEP_THAT_IS_SILENT_IS_AN_ALARM | Resources SweepSilent Properties EvaluationPeriods | 5
            A_SWEEP_THAT_IS_SILENT_IS_AN_ALARM | Resources SweepSilent Properties ComparisonOperator | LessThanOrEqualToThreshold
            EVERY_ALARM_TELLS_SOMEBODY | Resources SweepSilent Properties TreatMissingData | notBreaching
            WHAT_FALLS_BEHIND_OR_FAILS_IS_AN_ALARM | Resources SweepBehind Properties Threshold | 86400
            WHAT_FALLS_BEHIND_OR_FAILS_IS_AN_ALARM | Resources SweepBehind Properties Statistic | Minimum
            WHAT_FALLS_BEHIND_OR_FAILS_IS_AN_ALARM | Resources ChangesBehind Properties Threshold | 86400000
            WHAT_FALLS_BEHIND_OR_FAILS_IS_AN_ALARM | Resources DeadLettersWaiting Properties Threshold | 100
            WHAT_FALLS_BEHIND_OR_FAILS_IS_AN_ALARM | Resources PrivacyBehind Properties EvaluationPeriods | 60
            WHAT_IS_OPENED_AND_NOT_TOLD_IS_AN_ALARM | Resources ChangesSilent Properties Metrics 0 Expression | '0'
            MONEY_IS_WATCHED_WHERE_THERE_IS_A_BUDGET | Resources Budget Properties NotificationsWithSubscribers 0 Notification Threshold | 1000
            THE_SWEEPS_LINE_BECOMES_METRICS | Resources SweepLag Properties FilterPattern | '{ $.way = "sweep" && $.lag = * }'
            THE_SWEEPS_LINE_BECOMES_METRICS | Resources SweepTicks Properties LogGroupName | !Ref DueLog
            AN_OPERATOR_SEES_ALL_OF_IT | Resources Dashboard Properties DashboardBody | !Sub '{"widgets": []}'
            """;
}
