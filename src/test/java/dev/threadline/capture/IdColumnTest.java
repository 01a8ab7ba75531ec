package dev.threadline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdColumnTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "17", "999999999999999999", "1763784000000-0", "0-0", "4398046511103-1048575"})
    void anIdWrittenAsItsNumberIsStoredAsOneAndComesBack(String id) throws Exception {
        long number = IdColumn.number(id);
        assertThat(number).isNotEqualTo(IdColumn.TEXT);
        assertThat(IdColumn.text(number)).isEqualTo(id);
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT " + IdColumn.sql("id") + " FROM (SELECT " + number + " AS id)")) {
            assertThat(row.getObject(1)).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "-1", "01", "+1", "1.0", "1-", "1-01", "1-2-3", "1000000000000000000", "1-1048576", "x"
            })
    void everyOtherIdStaysText(String id) {
        assertThat(IdColumn.number(id)).isEqualTo(IdColumn.TEXT);
    }
}
