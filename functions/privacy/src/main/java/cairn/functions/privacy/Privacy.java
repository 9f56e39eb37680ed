package cairn.functions.privacy;

import cairn.checkins.Export;
import cairn.checkins.Ledger;
import cairn.checkins.Members;
import cairn.checkins.Programs;
import cairn.dynamodb.DynamoDbLedger;
import cairn.lambda.BadRequest;
import cairn.lambda.Cursor;
import cairn.lambda.Environment;
import cairn.lambda.EventFunction;
import cairn.lambda.HttpFunction;
import cairn.lambda.Ledgers;
import cairn.lambda.Reply;
import cairn.lambda.Request;
import cairn.lambda.StreamRecord;
import cairn.lambda.portable.PortableRecord;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the law and good manners ask for: everything held about a person, in pages; their erasure; and
/// beginning again. The one function whose role may delete.
///
/// It has two ways in. People come by HTTP. The table's stream brings each tombstone, and the rows of the
/// life that is over are deleted then: again and again until none is left.
public final class Privacy implements RequestStreamHandler {
    private static final int ROWS_IN_A_PAGE = 50;

    private final HttpFunction http;
    private final EventFunction worker;
    private final Ledgers ledgers;
    private final Cursor cursor;

    public Privacy() {
        this(Environment.ofProcess());
    }

    private Privacy(Environment environment) {
        this(
                environment.programs(),
                DynamoDbLedger.ofTable(environment.tableName())::within,
                environment.cursorKey(),
                environment.log());
    }

    Privacy(Programs programs, Ledgers ledgers, String cursorKey, Consumer<String> log) {
        this.ledgers = ledgers;
        this.cursor = new Cursor(cursorKey, "export");
        this.worker = new EventFunction("privacy", log);
        this.http = new HttpFunction(
                Map.of(
                        "GET /v1/me/export", this::export,
                        "DELETE /v1/me", Privacy::erase,
                        "POST /v1/me", Privacy::beginAgain),
                programs,
                ledgers,
                log);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        byte[] event = input.readAllBytes();
        if (StreamRecord.isBatch(event)) {
            worker.handle(context, notes -> {
                List<StreamRecord> records = StreamRecord.batch(new ByteArrayInputStream(event));
                notes.note("records", records.size());
                Optional<StreamRecord> unfinished = new ErasureWorker(ledgers, context).run(records);
                if (unfinished.isPresent()) {
                    notes.note("again", true).warn();
                }
                output.write(StreamRecord.answer(unfinished).getBytes(StandardCharsets.UTF_8));
            });
        } else {
            http.handle(new ByteArrayInputStream(event), output, context);
        }
    }

    private Reply export(Request request, Members members) {
        request.allowQuery("cursor");
        Export page = members.export(request.member(), position(request), ROWS_IN_A_PAGE);
        Ledger.Position next = page.next();
        return Reply.ok(new ExportReply(
                PortableRecord.of(request.member(), page), next == null ? null : cursor.sign(request.member(), next)));
    }

    /// @param next to be sent as `cursor` for the page after; null if this is the last
    record ExportReply(List<PortableRecord> items, @Nullable String next) {}

    private Ledger.@Nullable Position position(Request request) {
        String text = request.query().get("cursor");
        return text == null
                ? null
                : cursor.verify(request.member(), text)
                        .orElseThrow(() -> BadRequest.invalid("/cursor", "is to be the next of a page before this"));
    }

    private static Reply erase(Request request, Members members) {
        request.allowQuery();
        members.erase(request.member());
        return Reply.accepted();
    }

    private static Reply beginAgain(Request request, Members members) {
        request.allowQuery();
        return Reply.of(members.beginAgain(request.member()));
    }
}
