package cairn.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// SAM's `Globals`: mappings are merged key by key, lists put one after the other, everything else is overridden.
final class Globals {
    private Globals() {}

    static Section merged(Section globals, Section own) {
        return Section.of(mergedMap(globals.values(), own.values()), own.place());
    }

    private static Map<?, ?> mergedMap(Map<?, ?> globals, Map<?, ?> own) {
        var merged = new LinkedHashMap<Object, Object>(globals);
        own.forEach((key, value) -> {
            if (value != null) {
                merged.merge(key, value, Globals::mergedValue);
            }
        });
        return merged;
    }

    private static Object mergedValue(Object global, Object own) {
        if (global instanceof Map<?, ?> a && own instanceof Map<?, ?> b && !intrinsic(a) && !intrinsic(b)) {
            return mergedMap(a, b);
        }
        if (global instanceof List<?> a && own instanceof List<?> b) {
            var merged = new ArrayList<Object>(a);
            merged.addAll(b);
            return merged;
        }
        return own;
    }

    private static boolean intrinsic(Map<?, ?> map) {
        return map.keySet().stream().map(String::valueOf).anyMatch(key -> key.equals("Ref") || key.startsWith("Fn::"));
    }
}
