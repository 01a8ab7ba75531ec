package dev.threadline.ui.menu;

import dev.threadline.cli.Version;
import dev.threadline.protocol.Header;
import dev.threadline.protocol.Mask;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A fault of Threadline's own in a form that can be handed on: versions, system, stack trace; no secret and no path of
/// the user's folder in it.
///
/// @param text to be copied
/// @param place the fault's kind and where it arose: alike for a fault that repeats
public record FaultReport(String text, String place) {
    private static final Pattern SECRET =
            Pattern.compile(".*(KEY|TOKEN|SECRET|PASSW|CREDENTIAL|AUTH).*", Pattern.CASE_INSENSITIVE);

    /// The report of a fault.
    ///
    /// @param thread the name of the thread that it arose on
    /// @param headers those sent to deployments of this session: secret values don't appear
    /// @param environment variables by name: values of those that are named like secrets don't appear
    /// @param home the user's folder, written as `~`
    public static FaultReport of(
            Throwable fault, String thread, List<Header> headers, Map<String, String> environment, String home) {
        List<Header> secrets = new ArrayList<>();
        headers.stream()
                .map(header -> new Header(header.name(), header.value(), true))
                .forEach(secrets::add);
        environment.forEach((name, value) -> {
            if (SECRET.matcher(name).matches()
                    && Header.problem("env", value.strip()).isEmpty()) {
                secrets.add(new Header("env", value.strip(), true));
            }
        });
        String masked = new Mask(secrets).apply(text(fault, thread));
        return new FaultReport(home.length() > 1 ? masked.replace(home, "~") : masked, place(fault));
    }

    /// A fault's kind and the line where it arose.
    public static String place(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return fault.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private static String text(Throwable fault, String thread) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        return String.join("\n", versions()) + "\nThread " + thread + "\n\n"
                + trace.toString().replace("\r\n", "\n");
    }

    /// What runs here: Threadline, Java, JavaFX, the system.
    static List<String> versions() {
        return List.of(
                "Threadline " + Version.number(),
                "Java " + Runtime.version() + ", " + System.getProperty("java.vendor"),
                "JavaFX " + System.getProperty("javafx.runtime.version", ""),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
    }
}
