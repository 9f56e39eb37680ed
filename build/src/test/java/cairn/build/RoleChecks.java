package cairn.build;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Who may do what.
final class RoleChecks {
    /// A role, the resource, the actions. What every function needs, its log and traces, is left out.
    private static final String PERMISSIONS = """
            DueRole           | Table                 | dynamodb:GetItem dynamodb:PutItem
            JourneysRole      | Table                 | dynamodb:GetItem dynamodb:PutItem
            JourneysRole      | Table/index/history   | dynamodb:Query
            CheckInsRole      | Table                 | dynamodb:GetItem dynamodb:PutItem
            CheckInsRole      | Table/index/history   | dynamodb:Query
            IntakeRole        | Table                 | dynamodb:GetItem dynamodb:PutItem
            IntakeRole        | DeadLetters           | sqs:SendMessage
            SweepRole         | Table                 | dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem
            SweepRole         | Table/index/due       | dynamodb:Query
            SweepRole         | Bus                   | events:PutEvents
            SweepScheduleRole | SweepFunction.Alias   | lambda:InvokeFunction
            SweepScheduleRole | DeadLetters           | sqs:SendMessage
            ChangesRole       | Table.StreamArn       | dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator
            ChangesRole       | *                     | dynamodb:ListStreams
            ChangesRole       | Bus                   | events:PutEvents
            ChangesRole       | DeadLetters           | sqs:SendMessage
            PrivacyRole       | Table                 | dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:BatchWriteItem
            PrivacyRole       | Table/index/history   | dynamodb:Query
            PrivacyRole       | Table.StreamArn       | dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator
            PrivacyRole       | *                     | dynamodb:ListStreams
            PrivacyRole       | DeadLetters           | sqs:SendMessage
            """;

    private static final Set<String> DELETING =
            Set.of("dynamodb:DeleteItem", "dynamodb:BatchWriteItem", "dynamodb:DeleteTable", "dynamodb:PartiQLDelete");

    /// AWS knows no narrower resource for these.
    private static final Set<String> OF_NO_RESOURCE =
            Set.of("dynamodb:ListStreams", "xray:PutTraceSegments", "xray:PutTelemetryRecords");

    private static final Object LAMBDA = Template.parsed("""
            - Effect: Allow
              Principal: {Service: lambda.amazonaws.com}
              Action: sts:AssumeRole
            """);

    private static final Object SCHEDULER = Template.parsed("""
            - Effect: Allow
              Principal: {Service: scheduler.amazonaws.com}
              Action: sts:AssumeRole
              Condition: {StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}}
            """);

    private RoleChecks() {}

    static void ownRoles(Template template, Findings findings) {
        Set<Object> roles = new HashSet<>();
        for (String function : template.functions()) {
            Node role = template.properties(function).at("Role");
            findings.is(role, Node.attribute(FunctionChecks.stem(function) + "Role", "Arn"));
            findings.require(roles.add(role.value()), role, "its own");
            findings.absent(template.ofFunction(function, "Policies"));
            findings.is(trust(template, FunctionChecks.stem(function) + "Role"), LAMBDA);
        }
        findings.is(trust(template, "SweepScheduleRole"), SCHEDULER);
        template.ofType("AWS::IAM::Role").forEach(role -> findings.absent(role.at("Properties", "ManagedPolicyArns")));
    }

    static void noMoreThanNeeded(Template template, Findings findings) {
        Set<String> wanted = PERMISSIONS
                .lines()
                .map(line -> line.split("\\s*\\|\\s*"))
                .map(cells -> permission(cells[0], cells[1], Set.of(cells[2].split(" "))))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String function : template.functions()) {
            String stem = FunctionChecks.stem(function);
            wanted.add(permission(stem + "Role", stem + "Log", Set.of("logs:CreateLogStream", "logs:PutLogEvents")));
            wanted.add(permission(stem + "Role", "*", Set.of("xray:PutTraceSegments", "xray:PutTelemetryRecords")));
        }
        Set<String> given = new TreeSet<>();
        for (Node statement : statements(template)) {
            findings.is(statement.at("Effect"), "Allow");
            given.add(permission(
                    statement.path().split(" ", -1)[1],
                    resource(statement),
                    statement.at("Action").texts()));
        }
        findings.require(given.equals(wanted), new Node("Roles", given), wanted.toString());
    }

    static void noScans(Template template, Findings findings) {
        for (Node statement : statements(template)) {
            Set<String> actions = statement.at("Action").texts();
            findings.require(
                    actions.stream().noneMatch(action -> action.contains("Scan") || action.contains("PartiQL")),
                    statement,
                    "free of scans");
            findings.require(
                    actions.stream().noneMatch(action -> action.contains("*")), statement, "without wildcards");
            findings.require(!actions.isEmpty(), statement, "about some action");
            boolean everything = statement.at("Resource").text().contains("*");
            findings.require(!everything || OF_NO_RESOURCE.containsAll(actions), statement, "about one resource");
        }
    }

    static void onlyPrivacyDeletes(Template template, Findings findings) {
        for (Node statement : statements(template)) {
            boolean deletes = statement.at("Action").texts().stream().anyMatch(DELETING::contains);
            findings.require(
                    !deletes || statement.path().startsWith("Resources PrivacyRole "), statement, "free of deletion");
        }
    }

    private static Node trust(Template template, String role) {
        return template.properties(role).at("AssumeRolePolicyDocument", "Statement");
    }

    private static List<Node> statements(Template template) {
        return template.ofType("AWS::IAM::Role").stream()
                .flatMap(role -> role.at("Properties", "Policies").items().stream())
                .flatMap(policy -> policy.at("PolicyDocument", "Statement").items().stream())
                .toList();
    }

    private static String permission(String role, String resource, Set<String> actions) {
        return role + " may " + new TreeSet<>(actions) + " on " + resource;
    }

    /// In the words of the table above: `Table`, `Table/index/due`, `Table.StreamArn`.
    private static String resource(Node statement) {
        Node resource = statement.at("Resource");
        if (resource.value() instanceof Map<?, ?> map && map.get("Fn::GetAtt") instanceof List<?> parts) {
            return parts.get(1).equals("Arn") ? parts.get(0).toString() : parts.get(0) + "." + parts.get(1);
        }
        return resource.at("Ref").exists()
                ? resource.at("Ref").text()
                : resource.at("Fn::Sub").text().replace("${Table.Arn}", "Table")
                        + (resource.value() instanceof String text ? text : "");
    }
}
