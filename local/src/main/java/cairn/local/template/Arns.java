package cairn.local.template;

/// How AWS names the deployment's resources when it asks whether somebody may use them.
///
/// @param region where the deployment claims to be
public record Arns(String region) {
    /// The account in every name here; no real one has this number.
    static final String ACCOUNT = "000000000000";

    /// A table's.
    public String table(String name) {
        return of("dynamodb", "table/" + name);
    }

    /// An event bus's.
    public String bus(String name) {
        return of("events", "event-bus/" + name);
    }

    /// A queue's.
    public String queue(String name) {
        return of("sqs", name);
    }

    /// That of the alias under which everybody calls a function.
    public String live(String function) {
        return of("lambda", "function:" + function) + ":live";
    }

    String of(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + ACCOUNT + ":" + resource;
    }

    /// IAM has no regions.
    String role(String name) {
        return "arn:aws:iam::" + ACCOUNT + ":role/" + name;
    }

    /// The real one is known when the store has made the table; until then this one says which table it is.
    public String stream(String table) {
        return table(table) + "/stream/newest";
    }
}
