package cairn.build;

import java.util.Set;

/// What keeps the data. CloudFormation replaces a table, and with it everything in it, when one of its create-only
/// properties changes:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html
final class TableChecks {
    private static final Set<String> STATEFUL = Set.of("AWS::DynamoDB::Table", "AWS::SQS::Queue");

    private static final Node CREATE_ONLY = new Node("create-only", Template.parsed("""
            KeySchema:
              - {AttributeName: pk, KeyType: HASH}
              - {AttributeName: sk, KeyType: RANGE}
            AttributeDefinitions:
              - {AttributeName: pk, AttributeType: S}
              - {AttributeName: sk, AttributeType: S}
              - {AttributeName: dueShard, AttributeType: S}
              - {AttributeName: nextActionAt, AttributeType: S}
              - {AttributeName: history, AttributeType: S}
            LocalSecondaryIndexes:
              - IndexName: history
                KeySchema:
                  - {AttributeName: pk, KeyType: HASH}
                  - {AttributeName: history, KeyType: RANGE}
                Projection: {ProjectionType: ALL}
            """));

    private static final Object DUE_INDEX = Template.parsed("""
            - IndexName: due
              KeySchema:
                - {AttributeName: dueShard, KeyType: HASH}
                - {AttributeName: nextActionAt, KeyType: RANGE}
              Projection: {ProjectionType: KEYS_ONLY}
            """);

    private TableChecks() {}

    static void kept(Template template, Findings findings) {
        for (Node resource : template.resources().entries()) {
            if (STATEFUL.contains(resource.at("Type").text())) {
                findings.is(resource.at("DeletionPolicy"), "Retain");
                findings.is(resource.at("UpdateReplacePolicy"), "Retain");
            }
        }
        findings.is(template.properties("Table").at("DeletionProtectionEnabled"), true);
    }

    static void restorable(Template template, Findings findings) {
        Node backup = template.properties("Table").at("PointInTimeRecoverySpecification");
        findings.is(backup.at("PointInTimeRecoveryEnabled"), true);
        findings.between(backup.at("RecoveryPeriodInDays"), 7, 35);
    }

    static void encrypted(Template template, Findings findings) {
        findings.is(template.properties("Table").at("SSESpecification", "SSEEnabled"), true);
        findings.is(template.properties("DeadLetters").at("SqsManagedSseEnabled"), true);
    }

    /// Names included: a resource with another name, or a name at all where there was none, is another resource.
    static void neverReplaced(Template template, Findings findings) {
        findings.is(template.resources().at("Table", "Type"), "AWS::DynamoDB::Table");
        Node table = template.properties("Table");
        findings.absent(table.at("TableName"));
        findings.absent(table.at("ImportSourceSpecification"));
        CREATE_ONLY.entries().forEach(property -> findings.is(table.at(property.name()), property.value()));
        findings.is(template.resources().at("DeadLetters", "Type"), "AWS::SQS::Queue");
        findings.absent(template.properties("DeadLetters").at("QueueName"));
        findings.absent(template.properties("DeadLetters").at("FifoQueue"));
        findings.is(template.resources().at("Bus", "Type"), "AWS::Events::EventBus");
        findings.is(template.properties("Bus").at("Name"), Node.sub("${AWS::StackName}-bus"));
    }

    /// Not create-only, but built anew at the price of the whole table.
    static void dueIndex(Template template, Findings findings) {
        findings.is(template.properties("Table").at("GlobalSecondaryIndexes"), DUE_INDEX);
    }

    static void expiry(Template template, Findings findings) {
        Node expiry = template.properties("Table").at("TimeToLiveSpecification");
        findings.is(expiry.at("AttributeName"), "expiresAt");
        findings.is(expiry.at("Enabled"), true);
    }

    static void grows(Template template, Findings findings) {
        findings.is(template.properties("Table").at("BillingMode"), "PAY_PER_REQUEST");
    }

    static void streamed(Template template, Findings findings) {
        findings.is(template.properties("Table").at("StreamSpecification", "StreamViewType"), "NEW_AND_OLD_IMAGES");
    }
}
