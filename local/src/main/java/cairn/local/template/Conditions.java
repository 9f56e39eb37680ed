package cairn.local.template;

import cairn.local.life.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The template's conditions and the functions they are made of.
///
/// @param declared the section `Conditions`
/// @param resolve resolves a value at a place
record Conditions(Section declared, BiFunction<Object, String, Object> resolve) {
    boolean holds(String name, String place) {
        Object condition = declared.value(name)
                .orElseThrow(() -> new Refusal(place + " asks for the condition " + name + ", which is not declared."));
        return holds(condition, Section.join("Conditions", name));
    }

    private boolean holds(@Nullable Object condition, String place) {
        if (!(condition instanceof Map<?, ?> map) || map.size() != 1) {
            throw new Refusal(place + " is not a condition.");
        }
        var only = map.entrySet().iterator().next();
        return switch (String.valueOf(only.getKey())) {
            case "Condition" -> holds(String.valueOf(only.getValue()), place);
            case "Fn::Equals" -> {
                List<?> sides = parts(only.getValue(), place);
                yield text(sides.getFirst(), place).equals(text(sides.getLast(), place));
            }
            case "Fn::Not" -> !holds(parts(only.getValue(), place).getFirst(), place);
            case "Fn::And" -> parts(only.getValue(), place).stream().allMatch(part -> holds(part, place));
            case "Fn::Or" -> parts(only.getValue(), place).stream().anyMatch(part -> holds(part, place));
            default ->
                throw new Refusal(only.getKey() + " at " + place + " is a condition that one machine does not know.");
        };
    }

    private String text(@Nullable Object side, String place) {
        return side == null ? "" : String.valueOf(resolve.apply(side, place));
    }

    private static List<?> parts(@Nullable Object argument, String place) {
        if (argument instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        throw new Refusal(place + " takes a list.");
    }
}
