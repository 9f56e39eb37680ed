package cairn.local;

import cairn.local.life.Refusal;
import cairn.local.store.AwsAccess;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the user chose, by environment and arguments: the one place that reads either.
///
/// @param root the project's folder, with template.yaml in it
/// @param data the data folder
/// @param inMemory keep nothing
/// @param schedules whether the template's schedules tick by themselves; tests tick them when they want
/// @param port where to listen; 0 for any free one
/// @param region where the deployment claims to be
/// @param store another engine than DynamoDB Local, if any
public record Settings(
        Path root, Path data, boolean inMemory, boolean schedules, int port, String region, Optional<AwsAccess> store) {
    private static final String IN_MEMORY = "--in-memory";
    private static final String NO_SCHEDULES = "--no-schedules";
    private static final String USUAL_REGION = "eu-central-1";

    /// @param environment `CAIRN_PORT`, `CAIRN_DATA`; `AWS_ENDPOINT_URL_DYNAMODB`, and then `AWS_*` for its
    ///     credentials
    /// @param arguments `--in-memory`; `--no-schedules`, for tests
    /// @throws Refusal for what makes no sense
    static Settings from(Map<String, String> environment, List<String> arguments, Path root) {
        for (String argument : arguments) {
            if (!argument.equals(IN_MEMORY) && !argument.equals(NO_SCHEDULES)) {
                throw new Refusal("Unknown argument " + argument + ". There are " + IN_MEMORY + " and " + NO_SCHEDULES
                        + ", for tests.");
            }
        }
        String region = environment.getOrDefault("AWS_REGION", USUAL_REGION);
        return new Settings(
                root,
                root.resolve(environment.getOrDefault("CAIRN_DATA", ".cairn")),
                arguments.contains(IN_MEMORY),
                !arguments.contains(NO_SCHEDULES),
                port(environment.getOrDefault("CAIRN_PORT", "3000")),
                region,
                Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_DYNAMODB"))
                        .map(endpoint -> store(URI.create(endpoint), region, environment)));
    }

    private static AwsAccess store(URI endpoint, String region, Map<String, String> environment) {
        return new AwsAccess(
                endpoint,
                region,
                environment.getOrDefault("AWS_ACCESS_KEY_ID", "local"),
                environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "local"),
                Optional.ofNullable(environment.get("AWS_SESSION_TOKEN")));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new Refusal("CAIRN_PORT is to be a port number; it is " + text + ".", e);
        }
        throw new Refusal("CAIRN_PORT is to be a port number; it is " + text + ".");
    }
}
