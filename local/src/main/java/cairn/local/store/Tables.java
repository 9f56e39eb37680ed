package cairn.local.store;

import cairn.local.life.Refusal;
import cairn.local.template.TableDefinition;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

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
            client.describeTable(request -> request.tableName(wanted.name()));
        } catch (ResourceNotFoundException missing) {
            create(wanted, client);
        }
        refuseOther(
                wanted,
                client.waiter()
                        .waitUntilTableExists(request -> request.tableName(wanted.name()))
                        .matched()
                        .response()
                        .orElseThrow()
                        .table());
    }

    /// Another deployment on the same store may start at the same moment: whichever creates the table, both have it.
    private static void create(TableDefinition wanted, DynamoDbClient client) {
        try {
            client.createTable(TableShape.creation(wanted));
        } catch (ResourceInUseException createdMeanwhile) {
            return;
        }
    }

    private static void refuseOther(TableDefinition wanted, TableDescription stored) {
        TableDefinition found = TableShape.of(stored);
        if (!found.equals(wanted)) {
            throw new Refusal("The table " + wanted.name() + " in the store differs from the template's.\n  store:    "
                    + found + "\n  template: " + wanted
                    + "\nUse another data folder (CAIRN_DATA), or delete this one with all that is in it.");
        }
    }
}
