package cairn.dynamodb;

import cairn.timeline.InstantText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Instants at rest: text of one width that sorts as time does. The enhanced client's own drops trailing
/// zeros, and its text does not sort.
final class InstantConverter implements AttributeConverter<Instant> {

    /// @throws IllegalArgumentException for an instant finer than a millisecond: what came back would not
    ///         be what was stored
    @Override
    public AttributeValue transformFrom(Instant instant) {
        if (!instant.equals(instant.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException("instants are kept in whole milliseconds");
        }
        return AttributeValue.fromS(InstantText.of(instant));
    }

    @Override
    public Instant transformTo(AttributeValue value) {
        return Instant.parse(value.s());
    }

    @Override
    public EnhancedType<Instant> type() {
        return EnhancedType.of(Instant.class);
    }

    @Override
    public AttributeValueType attributeValueType() {
        return AttributeValueType.S;
    }
}
