package cairn.dynamodb;

import cairn.checkins.CheckIn;
import cairn.checkins.MemberId;
import cairn.checkins.Standing;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A row as the table's stream shows it.
public sealed interface RowImage {

    /// There is no row.
    record None() implements RowImage {}

    record OfCheckIn(MemberId member, CheckIn checkIn) implements RowImage {}

    /// A member's row, or a tombstone.
    record OfMember(Standing standing) implements RowImage {}

    /// @param image DynamoDB's JSON, as maps: `{"pk": {"S": "…"}, …}`; null if there is no row
    /// @throws IllegalStateException if it is no row of ours
    static RowImage of(@Nullable Map<String, Object> image) {
        if (image == null) {
            return new None();
        }
        Map<String, AttributeValue> row = attributes(image);
        AttributeValue sk = row.get("sk");
        if (sk != null && sk.s().startsWith(RowKey.OF_A_CHECK_IN)) {
            CheckInItem item = CheckInItem.SCHEMA.mapToItem(row);
            return new OfCheckIn(item.member(), item.checkIn());
        }
        return new OfMember(MemberItem.SCHEMA.mapToItem(row).standing());
    }

    private static Map<String, AttributeValue> attributes(Map<?, ?> json) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        json.forEach((name, value) -> attributes.put(String.valueOf(name), attribute((Map<?, ?>) value)));
        return attributes;
    }

    private static AttributeValue attribute(Map<?, ?> typed) {
        Map.Entry<?, ?> only = typed.entrySet().iterator().next();
        Object value = only.getValue();
        return switch (String.valueOf(only.getKey())) {
            case "S" -> AttributeValue.fromS((String) value);
            case "N" -> AttributeValue.fromN((String) value);
            case "BOOL" -> AttributeValue.fromBool((Boolean) value);
            case "NULL" -> AttributeValue.fromNul(true);
            case "M" -> AttributeValue.fromM(attributes((Map<?, ?>) value));
            case "L" ->
                AttributeValue.fromL(((List<?>) value)
                        .stream().map(element -> attribute((Map<?, ?>) element)).toList());
            case "B" ->
                AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode((String) value)));
            default -> throw new IllegalStateException("no row of ours has a " + only.getKey());
        };
    }
}
