package cairn.lambda;

import cairn.checkins.MemberId;
import cairn.timeline.Days;
import cairn.timeline.Fault;
import cairn.timeline.InstantText;
import cairn.timeline.ZoneText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads one JSON object field by field and remembers **all** that is wrong with it. A field that is
/// missing or wrong reads as null, and [#check] throws at the end, so nobody goes on with it.
///
/// A field of the wrong JSON type, or one that nobody asked for, makes the body malformed (400); a value
/// that is missing, out of range or unknown makes it invalid (422).
public final class JsonBody {
    /// The one fault whose pointer holds a name that the sender made up.
    static final String UNKNOWN_FIELD = "is not a field here";

    private final ObjectNode object;
    private final String pointer;
    private final Faults faults;
    private final Set<String> read = new HashSet<>();

    /// What was found wrong with a whole document, wherever in it.
    private record Faults(List<Fault> ofShape, List<Fault> ofValue, List<JsonBody> opened) {}

    private JsonBody(ObjectNode object, String pointer, Faults faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
        faults.opened().add(this);
        refuseNames();
    }

    /// A name that is not Unicode belongs to no field, and no pointer can hold it.
    private void refuseNames() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.removeIf(JsonLimits::isUnicode);
        if (!names.isEmpty()) {
            object.remove(names);
            refuse(new Fault("", "has a name that " + JsonLimits.NOT_UNICODE));
        }
    }

    /// @throws BadRequest if the text is not one JSON object: not JSON, nested too deep, a key twice,
    ///                    something after it
    public static JsonBody parse(@Nullable String text) {
        return of(JsonTree.read(text == null ? "" : text));
    }

    /// @throws BadRequest if it is not an object
    static JsonBody of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new JsonBody(object, "", new Faults(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        }
        throw JsonTree.malformed("is to be one JSON object");
    }

    /// Ends the reading of the whole document.
    ///
    /// @throws BadRequest if anything was wrong, with every fault
    public void check() {
        List<Fault> all = faults();
        if (!all.isEmpty()) {
            Problem.Kind kind = shapeFaults().isEmpty() ? Problem.Kind.INVALID : Problem.Kind.MALFORMED;
            throw new BadRequest(kind.of(all));
        }
    }

    /// A required field's value, after all of the document has been read.
    ///
    /// @throws BadRequest as [#check] does
    public <T> T checked(@Nullable T required) {
        check();
        if (required == null) {
            throw new IllegalStateException("a field that is missing was not found to be");
        }
        return required;
    }

    /// All that is wrong with the whole document, fields that nobody read included.
    public List<Fault> faults() {
        List<Fault> all = shapeFaults();
        all.addAll(faults.ofValue());
        return all;
    }

    private List<Fault> shapeFaults() {
        List<Fault> shape = new ArrayList<>(faults.ofShape());
        faults.opened().forEach(body -> shape.addAll(body.unknownFields()));
        return shape;
    }

    /// Adds a fault found in what this object says.
    public void refuse(Fault fault) {
        faults.ofValue().add(fault.under(pointer));
    }

    /// Gives up on the fields not read so far: which of them belong here cannot be told.
    void leaveRest() {
        object.fieldNames().forEachRemaining(read::add);
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    public @Nullable String text(String name) {
        return field(name, JsonNode::isTextual, "a text", JsonNode::textValue);
    }

    public @Nullable Boolean flag(String name) {
        return field(name, JsonNode::isBoolean, "true or false", JsonNode::booleanValue);
    }

    public @Nullable BigDecimal number(String name) {
        return field(name, JsonNode::isNumber, "a number", JsonNode::decimalValue);
    }

    public @Nullable Integer wholeNumber(String name) {
        return field(
                name,
                node -> node.canConvertToInt() && node.canConvertToExactIntegral(),
                "a whole number",
                JsonNode::intValue);
    }

    /// A number that counts something.
    ///
    /// @param most at most 2^53 - 1, beyond which JSON's readers differ
    public @Nullable Long count(String name, long most) {
        return field(
                name,
                node -> node.isNumber()
                        && node.canConvertToLong()
                        && node.canConvertToExactIntegral()
                        && node.longValue() >= 0
                        && node.longValue() <= most,
                "a whole number from 0 to " + most,
                JsonNode::longValue);
    }

    public @Nullable LocalDate day(String name) {
        return parsed(
                name,
                "a day such as 2026-03-24, from 2000-01-01 to 2199-12-31",
                text -> Days.parse(text).orElse(null));
    }

    public @Nullable Instant instant(String name) {
        return parsed(
                name,
                "an instant such as 2026-03-24T08:00:00.000Z",
                text -> InstantText.parse(text).orElse(null));
    }

    /// What a device's clock said: an instant of any year.
    public @Nullable Instant clockReading(String name) {
        return parsed(
                name,
                "an instant such as 2026-03-24T08:00:00.000Z",
                text -> InstantText.parseOfAnyYear(text).orElse(null));
    }

    /// A time zone as devices report it: see [ZoneText].
    public @Nullable ZoneId zone(String name) {
        return parsed(
                name,
                "the name of a time zone, such as Europe/Berlin, or an offset such as +05:30",
                text -> ZoneText.parse(text).orElse(null));
    }

    /// A BCP 47 language tag in its canonical form, from what devices report: see [Languages#canonicalTag].
    public @Nullable String language(String name) {
        return parsed(name, "a language tag such as en or pt-BR (BCP 47)", Languages::canonicalTag);
    }

    /// A person, by the subject of their token.
    public @Nullable MemberId member(String name) {
        return parsed(
                name,
                "the subject of the person's token: 1 to 256 characters",
                text -> MemberId.isSubject(text) ? new MemberId(text) : null);
    }

    /// The field's value; if it is missing, that is a fault.
    public <T> @Nullable T required(String name, BiFunction<JsonBody, String, @Nullable T> reader) {
        if (!has(name)) {
            read.add(name);
            refuse(new Fault("/" + Fault.escaped(name), "is to be given"));
            return null;
        }
        return reader.apply(this, name);
    }

    /// An optional field that the rest of the document does not hang on: if it cannot be read, that is no fault.
    ///
    /// @param leftOut takes the field's pointer then
    public <T> @Nullable T readable(
            String name, BiFunction<JsonBody, String, @Nullable T> reader, Consumer<String> leftOut) {
        read.add(name);
        Faults apart = new Faults(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        T value = reader.apply(new JsonBody(object, pointer, apart), name);
        if (!apart.ofShape().isEmpty() || !apart.ofValue().isEmpty()) {
            leftOut.accept(pointerOf(name));
        }
        return value;
    }

    public @Nullable JsonBody object(String name) {
        return field(
                name,
                JsonNode::isObject,
                "an object",
                node -> new JsonBody((ObjectNode) node, pointerOf(name), faults));
    }

    /// The objects of an array.
    public @Nullable List<JsonBody> objects(String name) {
        return elements(
                name, JsonNode::isObject, "an object", (node, at) -> new JsonBody((ObjectNode) node, at, faults));
    }

    /// The texts of an array.
    public @Nullable List<String> texts(String name) {
        return elements(name, JsonNode::isTextual, "a text", (node, _) -> node.textValue());
    }

    /// This object as a map from names to texts, whatever the names.
    public Map<String, String> asTexts() {
        object.fieldNames().forEachRemaining(name -> {
            if (!has(name)) {
                faults.ofShape().add(new Fault(pointerOf(name), "is to be a text"));
            }
        });
        return asMap(JsonNode::isTextual, "a text", JsonNode::textValue);
    }

    /// This object as a map from names to texts or nulls, whatever the names.
    public Map<String, @Nullable String> asTextsOrNulls() {
        Map<String, @Nullable String> map = new LinkedHashMap<>();
        object.fieldNames().forEachRemaining(name -> map.put(name, text(name)));
        return map;
    }

    /// This object as a map of whatever `take` makes of each field. A null is left out; any other value that
    /// does not fit is malformed.
    public <T> Map<String, T> asMap(Function<JsonNode, Boolean> fits, String expected, Function<JsonNode, T> take) {
        Map<String, T> map = new LinkedHashMap<>();
        object.fieldNames().forEachRemaining(name -> {
            T value = field(name, fits, expected, take);
            if (value != null) {
                map.put(name, value);
            }
        });
        return map;
    }

    private <T> @Nullable T field(
            String name, Function<JsonNode, Boolean> fits, String expected, Function<JsonNode, T> take) {
        JsonNode node = given(name);
        return node == null ? null : taken(node, pointerOf(name), fits, expected, take);
    }

    private @Nullable JsonNode given(String name) {
        read.add(name);
        return has(name) ? object.get(name) : null;
    }

    private <T> @Nullable T taken(
            JsonNode node, String at, Function<JsonNode, Boolean> fits, String expected, Function<JsonNode, T> take) {
        if (!isWithinLimits(node, at)) {
            return null;
        }
        if (!fits.apply(node)) {
            faults.ofShape().add(new Fault(at, "is to be " + expected));
            return null;
        }
        return take.apply(node);
    }

    private boolean isWithinLimits(JsonNode node, String at) {
        Optional<Fault> ofText = JsonLimits.textFault(node);
        Optional<Fault> ofNumber = JsonLimits.numberFault(node);
        ofText.ifPresent(fault -> faults.ofValue().add(fault.under(at)));
        ofNumber.ifPresent(fault -> faults.ofShape().add(fault.under(at)));
        return ofText.isEmpty() && ofNumber.isEmpty();
    }

    private <T> @Nullable T parsed(String name, String expected, Function<String, @Nullable T> parser) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        T value = parser.apply(text);
        if (value == null) {
            refuse(new Fault("/" + Fault.escaped(name), "is to be " + expected));
        }
        return value;
    }

    private <T> @Nullable List<T> elements(
            String name, Function<JsonNode, Boolean> fits, String expected, BiFunction<JsonNode, String, T> take) {
        JsonNode array = given(name);
        if (array == null) {
            return null;
        }
        if (!array.isArray()) {
            faults.ofShape().add(new Fault(pointerOf(name), "is to be an array"));
            return null;
        }
        List<T> taken = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String at = pointerOf(name) + "/" + i;
            T element = taken(array.get(i), at, fits, expected, node -> take.apply(node, at));
            if (element != null) {
                taken.add(element);
            }
        }
        return taken;
    }

    private List<Fault> unknownFields() {
        List<Fault> unknown = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                unknown.add(new Fault(pointerOf(name), UNKNOWN_FIELD));
            }
        });
        return unknown;
    }

    private String pointerOf(String name) {
        return pointer + "/" + Fault.escaped(name);
    }
}
