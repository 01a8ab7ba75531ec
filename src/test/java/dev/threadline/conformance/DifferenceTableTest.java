package dev.threadline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The table of differences tells exactly those that are in it.
class DifferenceTableTest {
    private static final Difference WRITTEN = new Difference("ok", "$.services", "{}", "absent");

    @Test
    void aWrittenDifferenceIsTold() throws Exception {
        assertThat(DifferenceTable.read().unwritten(List.of(WRITTEN))).isEmpty();
    }

    @Test
    void anotherPlaceOrValueIsNot() throws Exception {
        List<Difference> others = List.of(
                new Difference("ok", "$.ok", "true", "absent"),
                new Difference("ok", "$.services", "{}", "[]"),
                new Difference("info", "$.services", "{}", "absent"));
        assertThat(DifferenceTable.read().unwritten(others)).isEqualTo(others);
    }

    @Test
    void rowsThatTellNothingAreNamed() throws Exception {
        DifferenceTable table = DifferenceTable.read();
        List<String> all = table.gone(List.of());
        assertThat(table.gone(List.of(WRITTEN))).hasSize(all.size() - 1).isSubsetOf(all);
    }
}
