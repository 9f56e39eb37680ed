package cairn.local.template;

import cairn.local.life.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Replaces CloudFormation's intrinsic functions and dynamic references by what they come to here.
///
/// One it does not know is refused by name and place, so that nothing passes as text by accident.
final class Intrinsics {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Names names;
    private final References references;
    private final Secrets secrets;
    private final Conditions conditions;

    Intrinsics(Section template, LocalValues local) {
        this.names = new Names(template.section("Resources"), local, this::resolve);
        this.references = new References(template, local, names);
        this.secrets = new Secrets(template, local);
        this.conditions = new Conditions(template.sectionOrEmpty("Conditions"), this::resolve);
    }

    /// What the resources are called.
    Names names() {
        return names;
    }

    Section resolve(Section section) {
        return Section.of(resolve(section.values(), section.place()), section.place());
    }

    /// Whether a resource under this condition exists.
    boolean holds(String condition, String place) {
        return conditions.holds(condition, place);
    }

    Object resolve(@Nullable Object node, String place) {
        return switch (node) {
            case null -> References.NO_VALUE;
            case Map<?, ?> map -> mapping(map, place);
            case List<?> list -> elements(list, place);
            case String text -> secrets.reveal(text, place);
            default -> node;
        };
    }

    private Object mapping(Map<?, ?> map, String place) {
        if (map.size() == 1) {
            var only = map.entrySet().iterator().next();
            String name = String.valueOf(only.getKey());
            if (name.equals("Ref") || name.startsWith("Fn::")) {
                return intrinsic(name, only.getValue(), place);
            }
        }
        var resolved = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            Object result = resolve(value, Section.join(place, String.valueOf(key)));
            if (!References.NO_VALUE.equals(result)) {
                resolved.put(String.valueOf(key), result);
            }
        });
        return resolved;
    }

    private List<Object> elements(List<?> list, String place) {
        var resolved = new ArrayList<Object>();
        for (int index = 0; index < list.size(); index++) {
            Object result = resolve(list.get(index), place + "[" + index + "]");
            if (!References.NO_VALUE.equals(result)) {
                resolved.add(result);
            }
        }
        return resolved;
    }

    private Object intrinsic(String name, @Nullable Object argument, String place) {
        return switch (name) {
            case "Ref" -> references.ref(String.valueOf(argument), place);
            case "Fn::GetAtt" -> attribute(argument, place);
            case "Fn::Sub" -> secrets.reveal(substituted(argument, place), place);
            case "Fn::If" -> {
                List<?> parts = arguments(name, argument, 3, place);
                yield resolve(parts.get(holds(String.valueOf(parts.get(0)), place) ? 1 : 2), place);
            }
            case "Fn::Join" -> {
                List<?> parts = arguments(name, argument, 2, place);
                yield String.join(String.valueOf(parts.get(0)), texts(name, resolve(parts.get(1), place), place));
            }
            case "Fn::Split" -> {
                List<?> parts = arguments(name, argument, 2, place);
                String text = String.valueOf(resolve(parts.get(1), place));
                yield List.of(text.split(Pattern.quote(String.valueOf(parts.get(0))), -1));
            }
            default ->
                throw new Refusal(name + " at " + place + " is an intrinsic function that one machine does not know.");
        };
    }

    private Object attribute(@Nullable Object argument, String place) {
        List<?> parts = argument instanceof String text
                ? List.of(text.split("\\.", 2))
                : arguments("Fn::GetAtt", argument, 2, place);
        return references.attribute(String.valueOf(parts.getFirst()), String.valueOf(parts.getLast()), place);
    }

    private String substituted(@Nullable Object argument, String place) {
        if (argument instanceof String text) {
            return substituted(text, Map.of(), place);
        }
        List<?> parts = arguments("Fn::Sub", argument, 2, place);
        Section given = Section.of(resolve(parts.get(1), place), place);
        return substituted(String.valueOf(parts.get(0)), given.values(), place);
    }

    private String substituted(String text, Map<String, Object> given, String place) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String name = found.group(2).strip();
            String value = found.group(1).isEmpty()
                    ? String.valueOf(given.containsKey(name) ? given.get(name) : named(name, place))
                    : "${" + name + "}";
            return Matcher.quoteReplacement(value);
        });
    }

    private Object named(String name, String place) {
        int dot = name.indexOf('.');
        return dot < 0 || name.endsWith(".Alias")
                ? references.ref(name, place)
                : references.attribute(name.substring(0, dot), name.substring(dot + 1), place);
    }

    private static List<?> arguments(String name, @Nullable Object argument, int count, String place) {
        if (argument instanceof List<?> list && list.size() == count) {
            return list;
        }
        throw new Refusal(name + " at " + place + " takes a list of " + count + ".");
    }

    private static List<String> texts(String name, Object value, String place) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        throw new Refusal(name + " at " + place + " takes a list to join.");
    }
}
