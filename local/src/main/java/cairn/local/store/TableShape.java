package cairn.local.store;

import cairn.local.template.TableDefinition;
import cairn.local.template.TableDefinition.Index;
import cairn.local.template.TableDefinition.KeyPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/// A table's shape in DynamoDB's words, both ways.
final class TableShape {
    private TableShape() {}

    static TableDefinition of(TableDescription described) {
        return new TableDefinition(
                described.tableName(),
                described.attributeDefinitions().stream()
                        .collect(Collectors.toMap(
                                AttributeDefinition::attributeName, AttributeDefinition::attributeTypeAsString)),
                keys(described.keySchema()),
                described.globalSecondaryIndexes().stream()
                        .collect(Collectors.toMap(
                                index -> index.indexName(), index -> index(index.keySchema(), index.projection()))),
                described.localSecondaryIndexes().stream()
                        .collect(Collectors.toMap(
                                index -> index.indexName(), index -> index(index.keySchema(), index.projection()))),
                Optional.ofNullable(described.streamSpecification())
                        .filter(StreamSpecification::streamEnabled)
                        .map(StreamSpecification::streamViewTypeAsString));
    }

    static CreateTableRequest creation(TableDefinition table) {
        var request = CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(table.attributes().entrySet().stream()
                        .map(TableShape::attribute)
                        .toList())
                .keySchema(schema(table.keys()));
        // An empty list of indexes is not the same as none.
        if (!table.globalIndexes().isEmpty()) {
            request.globalSecondaryIndexes(table.globalIndexes().entrySet().stream()
                    .map(TableShape::global)
                    .toList());
        }
        if (!table.localIndexes().isEmpty()) {
            request.localSecondaryIndexes(table.localIndexes().entrySet().stream()
                    .map(TableShape::local)
                    .toList());
        }
        table.streamView()
                .ifPresent(view -> request.streamSpecification(
                        stream -> stream.streamEnabled(true).streamViewType(view)));
        return request.build();
    }

    private static Index index(List<KeySchemaElement> keys, Projection projection) {
        return new Index(keys(keys), projection.projectionTypeAsString(), Set.copyOf(projection.nonKeyAttributes()));
    }

    private static List<KeyPart> keys(List<KeySchemaElement> keys) {
        return keys.stream()
                .map(key -> new KeyPart(key.attributeName(), key.keyTypeAsString()))
                .toList();
    }

    private static AttributeDefinition attribute(Map.Entry<String, String> attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute.getKey())
                .attributeType(attribute.getValue())
                .build();
    }

    private static List<KeySchemaElement> schema(List<KeyPart> keys) {
        return keys.stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(key.attribute())
                        .keyType(key.type())
                        .build())
                .toList();
    }

    private static GlobalSecondaryIndex global(Map.Entry<String, Index> index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.getKey())
                .keySchema(schema(index.getValue().keys()))
                .projection(projection(index.getValue()))
                .build();
    }

    private static LocalSecondaryIndex local(Map.Entry<String, Index> index) {
        return LocalSecondaryIndex.builder()
                .indexName(index.getKey())
                .keySchema(schema(index.getValue().keys()))
                .projection(projection(index.getValue()))
                .build();
    }

    private static Projection projection(Index index) {
        var projection = Projection.builder().projectionType(index.projection());
        return index.included().isEmpty()
                ? projection.build()
                : projection.nonKeyAttributes(index.included()).build();
    }
}
