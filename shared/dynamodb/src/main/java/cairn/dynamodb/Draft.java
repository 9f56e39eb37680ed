package cairn.dynamodb;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The attributes of an item that were read so far; what a record is built from once all are.
final class Draft {
    private final Map<String, Object> values = new HashMap<>();

    void put(String attribute, Object value) {
        values.put(attribute, value);
    }

    @Nullable
    Object get(String attribute) {
        return values.get(attribute);
    }
}
