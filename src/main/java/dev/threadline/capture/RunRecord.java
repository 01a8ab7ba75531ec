package dev.threadline.capture;

import org.jspecify.annotations.Nullable;

/// One run as the capture keeps it.
///
/// @param number position in the capture, from 1
/// @param runId the server's id, or null while it is not known
/// @param assistant the assistant's id or graph name, as it was asked for
/// @param request the body sent, as JSON text
/// @param startedAt microseconds since the epoch, this machine's clock
/// @param endedAt the same, or 0 while it runs
/// @param status `running`, `success`, `waiting`, `failed`, `cancelled`, or `unknown`
/// @param error what the server said of a failure, or null
public record RunRecord(
        int number,
        @Nullable String runId,
        String assistant,
        String request,
        long startedAt,
        long endedAt,
        String status,
        @Nullable String error) {}
