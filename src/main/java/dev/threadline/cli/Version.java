package dev.threadline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "Threadline " + number(), "Java " + Runtime.version() + ", " + System.getProperty("os.name")
        };
    }

    /// The version of this Threadline, as in `pom.xml`.
    public static String number() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            // Then it is unknown.
        }
        return properties.getProperty("version", "unknown");
    }
}
