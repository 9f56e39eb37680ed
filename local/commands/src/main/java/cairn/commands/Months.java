package cairn.commands;

import cairn.checkins.DefinitionChange.Asked;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How many cards are shown in each month.
record Months(Map<YearMonth, Cards> cards) {

    record Cards(int before, int after) {
        Cards plus(Cards more) {
            return new Cards(before + more.before, after + more.after);
        }
    }

    static Months of(List<Comparison.Compared> journeys) {
        Map<YearMonth, Cards> cards = new TreeMap<>();
        for (Comparison.Compared journey : journeys) {
            for (Asked asked : journey.difference().before()) {
                cards.merge(YearMonth.from(asked.on()), new Cards(1, 0), Cards::plus);
            }
            for (Asked asked : journey.difference().after()) {
                cards.merge(YearMonth.from(asked.on()), new Cards(0, 1), Cards::plus);
            }
        }
        return new Months(cards);
    }

    String text() {
        StringBuilder text = new StringBuilder("cards   before  after\n");
        cards.forEach(
                (month, of) -> text.append(String.format(Locale.ROOT, "%s %6d %6d\n", month, of.before(), of.after())));
        return text.toString();
    }
}
