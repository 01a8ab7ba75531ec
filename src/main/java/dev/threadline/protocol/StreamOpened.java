package dev.threadline.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The beginning of a stream: what the response's headers said.
///
/// @param runId from `Content-Location`, or null where the server sent none
/// @param threadId likewise; null for a stateless run
/// @param location address for joining again where the server sent one below the deployment's own (Python),
///     else null
/// @param status HTTP status, 200
/// @param headerNames names of the response's headers
public record StreamOpened(
        @Nullable String runId,
        @Nullable String threadId,
        @Nullable String location,
        int status,
        List<String> headerNames) {}
