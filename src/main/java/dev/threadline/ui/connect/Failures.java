package dev.threadline.ui.connect;

import dev.threadline.protocol.ServerFailure;
import dev.threadline.ui.kit.FailureBanner.Failure;

/// A server's failure as a banner says it: the sentence, the server's own words in quotes, what can be done.
public final class Failures {
    private Failures() {}

    /// The banner's words for a failure.
    public static Failure of(ServerFailure failure) {
        String words = failure.serverWords()
                .map(said -> "It answered: \"" + said + "\" ")
                .orElse("");
        return new Failure(failure.sentence(), words + failure.action(), failure.details());
    }
}
