package cairn.dynamodb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.ImmutableAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTag;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// One attribute of an item or a document made from a record `T`. A null value is absent at rest.
///
/// @param converter null for the SDK's own
/// @param tags      the keys it is part of
record Column<T, V>(
        String name,
        EnhancedType<V> type,
        Function<T, @Nullable V> valueOf,
        @Nullable AttributeConverter<V> converter,
        List<StaticAttributeTag> tags) {

    static <T> Column<T, String> text(String name, Function<T, @Nullable String> valueOf) {
        return of(name, EnhancedType.of(String.class), valueOf);
    }

    static <T> Column<T, Integer> number(String name, Function<T, @Nullable Integer> valueOf) {
        return of(name, EnhancedType.of(Integer.class), valueOf);
    }

    static <T> Column<T, LocalDate> day(String name, Function<T, @Nullable LocalDate> valueOf) {
        return of(name, EnhancedType.of(LocalDate.class), valueOf);
    }

    static <T> Column<T, Instant> instant(String name, Function<T, @Nullable Instant> valueOf) {
        return new Column<>(name, EnhancedType.of(Instant.class), valueOf, new InstantConverter(), List.of());
    }

    static <T, V> Column<T, V> of(String name, EnhancedType<V> type, Function<T, @Nullable V> valueOf) {
        return new Column<>(name, type, valueOf, null, List.of());
    }

    Column<T, V> tagged(StaticAttributeTag tag) {
        return new Column<>(name, type, valueOf, converter, List.of(tag));
    }

    /// Its value in what was read.
    ///
    /// @throws IllegalStateException if there is none
    V in(Draft draft) {
        V value = orNull(draft);
        if (value == null) {
            throw new IllegalStateException("a row has no " + name);
        }
        return value;
    }

    @Nullable
    V orNull(Draft draft) {
        return type.rawClass().cast(draft.get(name));
    }

    /// Attributes that are no column are left alone, so a row written by a newer version can be read.
    static <T> StaticImmutableTableSchema<T, Draft> schema(
            Class<T> type, Function<Draft, T> read, List<Column<T, ?>> columns) {
        return StaticImmutableTableSchema.builder(type, Draft.class)
                .newItemBuilder(Draft::new, read)
                .attributes(columns.stream()
                        .<ImmutableAttribute<T, Draft, ?>>map(column -> column.attribute(type))
                        .toList())
                .build();
    }

    /// A record kept inside another's item.
    static <T> EnhancedType<T> document(Class<T> type, TableSchema<T> schema) {
        return EnhancedType.documentOf(type, schema, configuration -> configuration.ignoreNulls(true));
    }

    private ImmutableAttribute<T, Draft, V> attribute(Class<T> item) {
        ImmutableAttribute.Builder<T, Draft, V> attribute = ImmutableAttribute.builder(
                        EnhancedType.of(item), EnhancedType.of(Draft.class), type)
                .name(name)
                .getter(valueOf)
                .setter((draft, value) -> draft.put(name, value))
                .tags(tags);
        return converter == null
                ? attribute.build()
                : attribute.attributeConverter(converter).build();
    }
}
