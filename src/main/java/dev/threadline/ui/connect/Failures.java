package dev.threadline.ui.connect;

import dev.threadline.protocol.ServerFailure;
import dev.threadline.ui.kit.FailureBanner.Failure;
import dev.threadline.words.Words;

/// A server's failure as a banner says it: the sentence, the server's own words in quotes, what can be done.
public final class Failures {
    private static final Words WORDS = Words.of(Failures.class);

    private Failures() {}

    /// The banner's words for a failure.
    public static Failure of(ServerFailure failure) {
        String action = failure.serverWords()
                .map(said -> WORDS.text("failures.answered", said, failure.action()))
                .orElse(failure.action());
        return new Failure(failure.sentence(), action, failure.details());
    }
}
