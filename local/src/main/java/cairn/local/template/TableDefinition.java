package cairn.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A table's shape, as the template declares it or as an engine describes it: equal if and only if nothing would have
/// to change.
///
/// @param name its name for DynamoDB
/// @param attributes type by name, of the attributes that are part of a key
/// @param keys of the table
/// @param globalIndexes by name
/// @param localIndexes by name
/// @param streamView what the stream carries; empty without a stream
public record TableDefinition(
        String name,
        Map<String, String> attributes,
        List<KeyPart> keys,
        Map<String, Index> globalIndexes,
        Map<String, Index> localIndexes,
        Optional<String> streamView) {
    static final Set<String> HONOURED = Set.of(
            "TableName",
            "AttributeDefinitions",
            "KeySchema",
            "GlobalSecondaryIndexes",
            "LocalSecondaryIndexes",
            "StreamSpecification");

    /// DynamoDB Local charges, encrypts, expires, backs up and protects nothing.
    static final Set<String> IGNORED = Set.of(
            "BillingMode",
            "ContributorInsightsSpecification",
            "DeletionProtectionEnabled",
            "OnDemandThroughput",
            "PointInTimeRecoverySpecification",
            "ProvisionedThroughput",
            "ResourcePolicy",
            "SSESpecification",
            "TableClass",
            "Tags",
            "TimeToLiveSpecification",
            "WarmThroughput");

    private static final Set<String> IGNORED_OF_AN_INDEX =
            Set.of("ContributorInsightsSpecification", "OnDemandThroughput", "ProvisionedThroughput", "WarmThroughput");

    /// Copies what it is given.
    public TableDefinition {
        attributes = Map.copyOf(attributes);
        keys = List.copyOf(keys);
        globalIndexes = Map.copyOf(globalIndexes);
        localIndexes = Map.copyOf(localIndexes);
    }

    /// One part of a key.
    ///
    /// @param attribute its name
    /// @param type `HASH` or `RANGE`
    public record KeyPart(String attribute, String type) {}

    /// A secondary index.
    ///
    /// @param keys of the index
    /// @param projection `ALL`, `KEYS_ONLY` or `INCLUDE`
    /// @param included the attributes that `INCLUDE` names
    public record Index(List<KeyPart> keys, String projection, Set<String> included) {
        /// Copies what it is given.
        public Index {
            keys = List.copyOf(keys);
            included = Set.copyOf(included);
        }
    }

    static TableDefinition of(Section properties, String name) {
        var attributes = new TreeMap<String, String>();
        for (Section attribute : properties.sections("AttributeDefinitions")) {
            attributes.put(attribute.text("AttributeName"), attribute.text("AttributeType"));
        }
        return new TableDefinition(
                name,
                attributes,
                keys(properties),
                indexes(properties, "GlobalSecondaryIndexes"),
                indexes(properties, "LocalSecondaryIndexes"),
                properties.sectionOrEmpty("StreamSpecification").optionalText("StreamViewType"));
    }

    private static List<KeyPart> keys(Section section) {
        return section.sections("KeySchema").stream()
                .map(key -> new KeyPart(key.text("AttributeName"), key.text("KeyType")))
                .toList();
    }

    private static Map<String, Index> indexes(Section properties, String property) {
        var indexes = new TreeMap<String, Index>();
        for (Section index : properties.sections(property)) {
            index.refuseAllBut(Set.of("IndexName", "KeySchema", "Projection"), IGNORED_OF_AN_INDEX);
            Section projection = index.section("Projection");
            indexes.put(
                    index.text("IndexName"),
                    new Index(
                            keys(index),
                            projection.text("ProjectionType"),
                            new TreeSet<>(projection.texts("NonKeyAttributes"))));
        }
        return indexes;
    }
}
