package cairn.functions.sweep;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/// Reads, as DynamoDB itself bills them; and every call by its name.
final class Meter implements ExecutionInterceptor {
    final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    /// The partition keys of all rows that were asked for.
    final Set<String> asked = new ConcurrentSkipListSet<>();
    /// Those of all rows that a query gave.
    final Set<String> given = new ConcurrentSkipListSet<>();
    private final DoubleAdder units = new DoubleAdder();

    double readUnits() {
        return units.sum();
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        String name = context.request().getClass().getSimpleName().replace("Request", "");
        calls.computeIfAbsent(name, _ -> new AtomicInteger()).incrementAndGet();
        return switch (context.request()) {
            case GetItemRequest get -> {
                asked.add(pk(get.key()));
                yield get.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                        .build();
            }
            case QueryRequest query ->
                query.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                        .build();
            default -> context.request();
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        switch (context.response()) {
            case GetItemResponse got -> count(got.consumedCapacity());
            case QueryResponse found -> {
                count(found.consumedCapacity());
                List.copyOf(found.items()).forEach(row -> given.add(pk(row)));
            }
            default -> {}
        }
    }

    private static String pk(Map<String, AttributeValue> row) {
        return Objects.requireNonNull(row.get("pk")).s();
    }

    private void count(ConsumedCapacity consumed) {
        units.add(consumed.capacityUnits());
    }
}
