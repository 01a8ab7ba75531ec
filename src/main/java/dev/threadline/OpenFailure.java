package dev.threadline;

import dev.threadline.ui.kit.FailureBanner;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;

/// The content of a tab whose file could not be opened.
final class OpenFailure extends VBox {
    OpenFailure(FailureBanner.Failure failure) {
        FailureBanner banner = new FailureBanner(failure, List.of());
        banner.setId("open-failure");
        getChildren().add(banner);
        setPadding(new Insets(24));
    }
}
