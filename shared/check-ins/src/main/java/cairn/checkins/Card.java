package cairn.checkins;

import cairn.timeline.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person is shown and asked. Its text never touches a slot's key, so it can change at any time.
///
/// @param defaultLocale the language of those who asked for none that is there
/// @param title         in every language of the card; all its texts come in the same ones
public record Card(String defaultLocale, Localized title, Localized body, List<Question> questions) {
    public Card {
        questions = List.copyOf(questions);
    }

    public Set<String> locales() {
        return title.texts().keySet();
    }

    /// The language to show: of the wanted ones in their order the first that is there (`de-AT` finds `de`,
    /// and `zh-TW` finds `zh-Hant`), else the default.
    public String localeFor(List<Locale.LanguageRange> wanted) {
        return LanguageLookup.find(wanted, locales()).orElse(defaultLocale);
    }

    /// All that is wrong with these answers, with pointers into the map; empty if they can be stored.
    public List<Fault> faultsOf(Map<String, Answer> answers) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Answer> given = Answer.given(answers);
        for (Question question : questions) {
            Answer answer = given.get(question.id());
            faults.addAll(faultsOf(question, answer));
        }
        Set<String> asked = Set.copyOf(questions.stream().map(Question::id).toList());
        given.keySet().stream()
                .filter(id -> !asked.contains(id))
                .sorted()
                .forEach(id -> faults.add(new Fault("/" + Fault.escaped(id), "no question of that id is asked")));
        return faults;
    }

    private static List<Fault> faultsOf(Question question, @Nullable Answer answer) {
        String pointer = "/" + Fault.escaped(question.id());
        if (answer == null) {
            return question.required() ? List.of(new Fault(pointer, "is to be answered")) : List.of();
        }
        return question.objectionTo(answer).stream()
                .map(objection -> new Fault(pointer, objection))
                .toList();
    }
}
