package dev.threadline.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/// The least that a JavaFX program can show: what Threadline's start is held against.
public final class EmptyWindow extends Application {
    /// Opens the window.
    public static void main(String[] args) {
        launch(args);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new Label("empty"), 1440, 900));
        stage.show();
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == 2) {
                    System.out.println("first frame");
                }
                if (frames == 3) {
                    stop();
                    Platform.exit();
                }
            }
        }.start();
    }
}
