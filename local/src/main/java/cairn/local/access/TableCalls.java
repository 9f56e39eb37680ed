package cairn.local.access;

import cairn.local.template.Arns;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a request to DynamoDB asks of a role. An index is a resource of its own; a transaction is allowed by what
/// allows its parts; a batch is an action of its own.
///
/// The body is read as a stream, and of it only what names a table or an index.
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
final class TableCalls {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String EVERYTHING = "*";

    /// A transaction's parts, and the actions that allow them.
    private static final Map<String, String> PARTS = Map.of(
            "Put", "dynamodb:PutItem",
            "Update", "dynamodb:UpdateItem",
            "Delete", "dynamodb:DeleteItem",
            "ConditionCheck", "dynamodb:ConditionCheckItem",
            "Get", "dynamodb:GetItem");

    private final String action;
    private final Arns arns;
    private final Set<Call> calls = new LinkedHashSet<>();

    private TableCalls(String action, Arns arns) {
        this.action = action;
        this.arns = arns;
    }

    /// @param target the header `X-Amz-Target`: `DynamoDB_20120810.GetItem`
    /// @param body JSON
    /// @return each once
    /// @throws IOException if the body is no JSON object
    static List<Call> of(String target, byte[] body, Arns arns) throws IOException {
        var calls = new TableCalls("dynamodb:" + target.substring(target.lastIndexOf('.') + 1), arns);
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "no object");
            }
            calls.read(parser);
        }
        return List.copyOf(calls.calls);
    }

    private void read(JsonParser parser) throws IOException {
        String table = "";
        String index = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "TableName" -> table = parser.getText();
                case "IndexName" -> index = parser.getText();
                case "RequestItems" -> batch(parser);
                case "TransactItems" -> transaction(parser);
                default -> parser.skipChildren();
            }
        }
        if (!table.isEmpty()) {
            calls.add(new Call(action, index.isEmpty() ? arn(table) : arn(table) + "/index/" + index));
        } else if (calls.isEmpty()) {
            calls.add(new Call(action, EVERYTHING));
        }
    }

    /// Tables by name.
    private void batch(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            calls.add(new Call(action, arn(parser.currentName())));
            parser.nextToken();
            parser.skipChildren();
        }
    }

    /// A list of objects with one part each.
    private void transaction(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String part = parser.currentName();
                parser.nextToken();
                part(PARTS.getOrDefault(part, "dynamodb:" + part), parser);
            }
        }
    }

    private void part(String allowedBy, JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isTable = parser.currentName().equals("TableName");
            parser.nextToken();
            if (isTable) {
                calls.add(new Call(allowedBy, arn(parser.getText())));
            } else {
                parser.skipChildren();
            }
        }
    }

    /// A table may be named by its ARN.
    private String arn(String table) {
        return table.startsWith("arn:") ? table : arns.table(table);
    }
}
