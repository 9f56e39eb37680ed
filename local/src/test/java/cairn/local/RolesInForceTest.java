package cairn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.local.life.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A deployment whose roles are not enough, and a function in a process of its own that asks for more.
class RolesInForceTest {
    @TempDir
    private Path root;

    @Test
    void aFunctionInItsOwnProcessIsRefusedWhatItsRoleDoesNotAllow() throws Exception {
        weaken("Action: events:PutEvents", "Action: events:PutRule");

        try (var deployment = LocalDeployment.start(TestProject.settings(root));
                HttpClient http = HttpClient.newHttpClient()) {
            String token = http.send(
                            json(deployment, "/local/tokens", "{\"sub\":\"ada\"}")
                                    .build(),
                            BodyHandlers.ofString())
                    .body()
                    .replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
            String reply = http.send(
                            json(deployment, "/v1/echo", "{\"do\":\"announce\"}")
                                    .method("PUT", BodyPublishers.ofString("{\"do\":\"announce\"}"))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();

            assertThat(reply)
                    .contains("AccessDeniedException", "EchoRole is not authorized to perform: events:PutEvents");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        dynamodb:GetRecords,               | ''                                | EchoRole is not authorized to perform: dynamodb:GetRecords
        dynamodb:ListStreams, Resource     | dynamodb:ListTables, Resource     | EchoRole is not authorized to perform: dynamodb:ListStreams on resource: *
        Resource: !GetAtt Table.StreamArn  | Resource: !GetAtt Table.Arn       | EchoRole is not authorized to perform: dynamodb:DescribeStream
        Action: sqs:SendMessage            | Action: sqs:ReceiveMessage        | is not authorized to perform: sqs:SendMessage
        Action: lambda:InvokeFunction      | Action: lambda:GetFunction        | TickRole is not authorized to perform: lambda:InvokeFunction
        !Ref EchoFunction.Alias}           | !GetAtt EchoFunction.Arn}         | TickRole is not authorized to perform: lambda:InvokeFunction
        """)
    void aRoleThatIsNotEnoughForTheServicesThatActInItIsRefusedAtTheStart(String written, String instead, String said)
            throws IOException {
        weaken(written, instead);

        assertThatThrownBy(() -> LocalDeployment.start(TestProject.settings(root)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(said);
    }

    private void weaken(String written, String instead) throws IOException {
        TestProject.in(root);
        String template = TestProject.template();
        assertThat(template).contains(written);
        Files.writeString(root.resolve("template.yaml"), template.replace(written, instead));
    }

    private static HttpRequest.Builder json(LocalDeployment deployment, String path, String body) {
        return HttpRequest.newBuilder(URI.create(deployment.address() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }
}
