package dev.threadline;

import dev.threadline.capture.CaptureFolder;
import dev.threadline.session.StreamImport;
import dev.threadline.words.Words;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The ways in which a person brings a file to the window: chosen in a dialog, or dropped. JavaFX thread only.
record CaptureFiles(Consumer<Path> open) {
    private static final Words WORDS = Words.of(CaptureFiles.class);

    /// Lets the user choose a file, beginning in the folder of captures.
    void choose(Window owner, CaptureFolder folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(WORDS.text("files.choose"));
        if (Files.isDirectory(folder.path())) {
            chooser.setInitialDirectory(folder.path().toFile());
        }
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                WORDS.text("files.all"), "*" + CaptureFolder.EXTENSION, "*" + StreamImport.EXTENSION),
                        new FileChooser.ExtensionFilter(WORDS.text("files.any"), "*"));
        File chosen = chooser.showOpenDialog(owner);
        if (chosen != null) {
            open.accept(chosen.toPath());
        }
    }

    /// Opens what is dropped on a scene, each file in a tab of its own.
    void take(Scene scene) {
        scene.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.setOnDragDropped(e -> {
            e.getDragboard().getFiles().forEach(file -> open.accept(file.toPath()));
            e.setDropCompleted(true);
        });
    }
}
