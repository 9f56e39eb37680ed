package cairn.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.local.TestProject;
import cairn.local.life.DataFolder;
import cairn.local.life.Refusal;
import cairn.local.template.Role.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Roles as the template declares them.
class RolesTest {
    private final DataFolder data = DataFolder.temporary();

    @TempDir
    private Path root;

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void aFunctionsRoleHasItsStatementsWithTheirReferencesResolved() throws IOException {
        Role role = read(TestProject.template()).roles().ofFunction("cairn-EchoFunction");

        assertThat(role.name()).isEqualTo("EchoRole");
        assertThat(role.statements())
                .contains(
                        new Statement(
                                true,
                                List.of("events:PutEvents"),
                                List.of("arn:aws:events:eu-central-1:000000000000:event-bus/cairn-bus")),
                        new Statement(true, List.of("dynamodb:ListStreams"), List.of("*")),
                        new Statement(
                                true,
                                List.of("logs:PutLogEvents"),
                                List.of("arn:aws:logs:eu-central-1:000000000000:log-group:cairn-EchoLog:*")));
    }

    @Test
    void aScheduleHasItsOwnRoleOrNone() throws IOException {
        Roles roles = read(TestProject.template()).roles();

        assertThat(roles.ofSchedule("Tick").map(Role::name)).contains("TickRole");
        assertThat(roles.ofSchedule("Stumble")).isEmpty();
        assertThat(roles.all()).extracting(Role::name).containsExactlyInAnyOrder("EchoRole", "TickRole");
    }

    @Test
    void aDenialIsReadAsOne() throws IOException {
        String template = TestProject.template()
                .replace(
                        "{Effect: Allow, Action: events:PutEvents", "{Sid: No, Effect: Deny, Action: events:PutEvents");

        assertThat(read(template).roles().ofFunction("cairn-EchoFunction").statements())
                .filteredOn(statement -> !statement.allows())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Action: events:PutEvents            | NotAction: events:PutEvents         | Statement[2].NotAction
        Resource: !GetAtt Bus.Arn           | NotResource: !GetAtt Bus.Arn        | Statement[2].NotResource
        Action: events:PutEvents            | Condition: {}, Action: a:b          | Statement[2].Condition
        Effect: Allow, Action: events:Put   | Effect: Permit, Action: events:Put  | Statement[2].Effect
        Action: events:PutEvents            | Action: []                          | Statement[2].Action is empty
        PolicyName: echo                    | ManagedPolicyName: echo             | ManagedPolicyName
        PolicyName: tick                    | Boundary: tick                      | Policies[0].Boundary
        Role: !GetAtt EchoRole.Arn          | Role: arn:aws:iam::1:role/other     | arn:aws:iam::1:role/other
        Role: !GetAtt EchoRole.Arn          | Policies: [AmazonDynamoDBFullAccess] | Policies
        RoleArn: !GetAtt TickRole.Arn       | RoleArn: arn:aws:iam::1:role/other  | RoleArn acts in the role
        """)
    void whatCouldChangeTheAnswerAndIsNotUnderstoodIsRefused(String written, String instead, String said) {
        String template = TestProject.template();
        assertThat(template).contains(written);

        assertThatThrownBy(() -> read(template.replace(written, instead)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(said);
    }

    private Deployment read(String template) throws IOException {
        Files.writeString(root.resolve("template.yaml"), template);
        return Deployment.read(
                root, new LocalValues("eu-central-1", Map.of("Issuer", "http://issuer", "Audience", "audience"), data));
    }
}
