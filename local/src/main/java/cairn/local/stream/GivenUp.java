package cairn.local.stream;

import cairn.local.async.FailureRecord;
import cairn.local.deadletters.DeadLetter;
import cairn.local.deadletters.DeadLetters;
import cairn.local.template.StreamConsumer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// Batches that were given up: the consumer's on-failure destination gets where they are in the stream, not
/// what they are.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
///
/// @param consumer whose batches they are
/// @param streamArn where they can be found, for a day
/// @param deadLetters keeps the records
record GivenUp(StreamConsumer consumer, String streamArn, DeadLetters deadLetters) {
    void add(String shard, Batch batch, String condition, Instant now) {
        System.err.println("A batch was given up by " + consumer.name() + ": " + condition + ", " + batch.first()
                + " to " + batch.last() + " of " + shard);
        consumer.failure().queue().ifPresent(queue -> {
            var record = new FailureRecord(consumer.functionArn(), condition, batch.failures() + 1);
            ObjectNode body = record.json(now);
            body.putObject("DDBStreamBatchInfo")
                    .put("shardId", shard)
                    .put("startSequenceNumber", batch.first())
                    .put("endSequenceNumber", batch.last())
                    .put(
                            "approximateArrivalOfFirstRecord",
                            seconds(batch.items().getFirst()))
                    .put("approximateArrivalOfLastRecord", seconds(batch.items().getLast()))
                    .put("batchSize", batch.size())
                    .put("streamArn", streamArn);
            deadLetters.add(new DeadLetter(queue, now, Map.of(), body));
        });
    }

    private static String seconds(StreamItem item) {
        return item.created().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
