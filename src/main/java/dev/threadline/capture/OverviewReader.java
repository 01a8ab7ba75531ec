package dev.threadline.capture;

import dev.threadline.capture.CaptureShape.Sample;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a list says of a capture in about a millisecond, whatever the capture's size: the small tables, the
/// number of the last event, and the facts of at most [#SAMPLES] events in even distances for the shape.
final class OverviewReader {
    /// More than the strip has pixels for.
    private static final int SAMPLES = 96;

    /// A question stands in the last few events of its run.
    private static final int LAST = 64;

    private final Connection connection;
    private final List<String> statuses = new ArrayList<>();
    private @Nullable String error;
    private long startedAt;
    private long endedAt;

    private OverviewReader(Connection connection) {
        this.connection = connection;
    }

    /// The overview of a capture.
    ///
    /// @throws CaptureFailure where it can't be read
    static CaptureOverview read(Path path) throws CaptureFailure {
        CaptureFile file = CaptureFile.open(path.toAbsolutePath());
        CaptureInfo info = file.read(Contents::info);
        try (Connection connection = file.connect()) {
            return new OverviewReader(connection).read(path, info, file.damage());
        } catch (SQLException e) {
            CaptureFailure failure = file.notRead(e);
            if (failure instanceof CaptureFailure.Damaged) {
                String damage = file.damage();
                return bare(info, damage == null ? failure.sentence() : damage);
            }
            throw failure;
        }
    }

    /// All that can be said of a capture whose tables are broken.
    private static CaptureOverview bare(CaptureInfo info, String damage) {
        return new CaptureOverview(
                info, 0, 0, "", null, 0, 0, info.createdAt(), info.createdAt(), List.of(), false, damage);
    }

    private CaptureOverview read(Path path, CaptureInfo info, @Nullable String damage) throws SQLException {
        runs();
        long events = number("SELECT max(seq) FROM facts");
        List<Sample> samples = samples(events);
        String status = statuses.isEmpty() ? "" : statuses.getLast();
        long last = samples.isEmpty() ? 0 : samples.getLast().at();
        long began = startedAt == 0 ? info.createdAt() : startedAt;
        return new CaptureOverview(
                info,
                statuses.size(),
                events,
                status,
                error,
                status.equals("waiting") ? questions(events) : 0,
                (int) number("SELECT count(*) FROM connection WHERE kind = 'GAP'"),
                began,
                Math.max(began, endedAt == 0 ? last : endedAt),
                CaptureShape.of(samples, statuses),
                (status.equals("running") || status.equals("starting")) && WriterLock.held(path),
                damage);
    }

    private void runs() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT status, started_at, ended_at, substr(error, 1, 400) FROM runs ORDER BY number")) {
            while (rows.next()) {
                statuses.add(String.valueOf(rows.getString(1)));
                startedAt = startedAt == 0 ? rows.getLong(2) : startedAt;
                endedAt = rows.getLong(3);
                error = ExactText.read(rows, 4);
            }
        }
    }

    private List<Sample> samples(long events) throws SQLException {
        List<Sample> samples = new ArrayList<>();
        try (PreparedStatement one =
                connection.prepareStatement("SELECT received_at, run, kind, node FROM events WHERE seq = ?")) {
            long steps = Math.min(events, SAMPLES) - 1;
            for (long i = 0; i <= steps; i++) {
                one.setLong(1, steps == 0 ? 1 : 1 + i * (events - 1) / steps);
                try (ResultSet rows = one.executeQuery()) {
                    if (rows.next()) {
                        samples.add(new Sample(
                                rows.getLong(1),
                                rows.getInt(2),
                                FactsRows.KINDS.getOrDefault(String.valueOf(rows.getString(3)), EventKind.UNKNOWN),
                                ExactText.read(rows, 4)));
                    }
                }
            }
        }
        return samples;
    }

    private int questions(long events) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (PreparedStatement last = connection.prepareStatement(
                "SELECT ref FROM events WHERE seq > ? AND run = ? AND flags LIKE '%interrupt%'")) {
            last.setLong(1, events - LAST);
            last.setInt(2, statuses.size());
            try (ResultSet rows = last.executeQuery()) {
                while (rows.next()) {
                    String ref = ExactText.read(rows, 1);
                    ids.addAll(List.of(ref == null || ref.isEmpty() ? new String[0] : ref.split(",")));
                }
            }
        }
        return ids.size();
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
