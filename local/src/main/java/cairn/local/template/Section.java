package cairn.local.template;

import cairn.local.life.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A mapping in the template and the place where it stands, so that every complaint can say where.
///
/// @param place names from the top, with dots: `Resources.Table.Properties`
/// @param values in the order of the template; a null in the template is an absent key here
record Section(String place, Map<String, Object> values) {
    static Section of(@Nullable Object value, String place) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Refusal(place + " in the template is to be a mapping.");
        }
        var values = new LinkedHashMap<String, Object>();
        map.forEach((key, entry) -> {
            if (entry != null) {
                values.put(String.valueOf(key), entry);
            }
        });
        return new Section(place, values);
    }

    static String join(String place, Object key) {
        return place.isEmpty() ? key.toString() : place + "." + key;
    }

    Optional<Object> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Section section(String key) {
        return of(values.get(key), join(place, key));
    }

    /// An absent one is an empty one.
    Section sectionOrEmpty(String key) {
        return of(values.getOrDefault(key, Map.of()), join(place, key));
    }

    List<Section> sections(String key) {
        List<?> list = list(key);
        return IntStream.range(0, list.size())
                .mapToObj(index -> of(list.get(index), join(place, key) + "[" + index + "]"))
                .toList();
    }

    List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> new Refusal(join(place, key) + " is missing in the template."));
    }

    Optional<String> optionalText(String key) {
        return value(key).map(value -> {
            if (value instanceof Map || value instanceof List) {
                throw new Refusal(join(place, key) + " in the template is to be a text.");
            }
            return value.toString();
        });
    }

    int number(String key, int otherwise) {
        return optionalText(key)
                .map(text -> {
                    try {
                        return Integer.parseInt(text);
                    } catch (NumberFormatException e) {
                        throw new Refusal(join(place, key) + " in the template is to be a whole number.", e);
                    }
                })
                .orElse(otherwise);
    }

    /// What the template says is either honoured or knowingly ignored; anything else is an error.
    void refuseAllBut(Set<String> honoured, Set<String> ignored) {
        for (String key : values.keySet()) {
            if (!honoured.contains(key) && !ignored.contains(key)) {
                throw new Refusal(join(place, key) + " is a property that one machine does not know how to honour.");
            }
        }
    }

    /// The honoured properties alone: what is ignored need not even make sense here.
    Section honoured(Set<String> honoured, Set<String> ignored) {
        refuseAllBut(honoured, ignored);
        var remaining = new LinkedHashMap<>(values);
        remaining.keySet().retainAll(honoured);
        return new Section(place, remaining);
    }

    private List<?> list(String key) {
        Object value = values.getOrDefault(key, List.of());
        if (!(value instanceof List<?> list)) {
            throw new Refusal(join(place, key) + " in the template is to be a list.");
        }
        return list;
    }
}
