package cairn.local.store;

import cairn.local.life.Refusal;
import cairn.local.template.TableDefinition;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/// Sees to it that the store has the template's tables: creates what is missing, keeps what is there.
public final class Tables {
    private Tables() {}

    /// @throws Refusal if a table is there with other keys, indexes or stream than the template's: only its
    ///     owner can decide what becomes of the data in it
    public static void ensure(List<TableDefinition> tables, AwsAccess access) {
        try (DynamoDbClient client = access.client()) {
            tables.forEach(table -> ensure(table, client));
        }
    }

    /// The ARN of a table's newest stream.
    public static String streamArn(String table, AwsAccess access) {
        try (DynamoDbClient client = access.client()) {
            return client.describeTable(request -> request.tableName(table))
                    .table()
                    .latestStreamArn();
        }
    }

    private static void ensure(TableDefinition wanted, DynamoDbClient client) {
        try {
            var described = client.describeTable(request -> request.tableName(wanted.name()))
                    .table();
            TableDefinition found = TableShape.of(described);
            if (!found.equals(wanted)) {
                throw new Refusal(
                        "The table " + wanted.name() + " in the store differs from the template's.\n  store:    "
                                + found + "\n  template: " + wanted
                                + "\nUse another data folder (CAIRN_DATA), or delete this one with all that is in it.");
            }
        } catch (ResourceNotFoundException missing) {
            client.createTable(TableShape.creation(wanted));
            client.waiter().waitUntilTableExists(request -> request.tableName(wanted.name()));
        }
    }
}
