package dev.threadline;

import java.lang.reflect.InvocationTargetException;

/// The class that starts Threadline; compiled for Java 17 so that Maven on JDK 17 can load it.
public final class Launcher {
    private Launcher() {}

    /// Hands the arguments to `dev.threadline.App`.
    public static void main(String[] args) throws Exception {
        try {
            Class.forName("dev.threadline.App")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (UnsupportedClassVersionError e) {
            System.err.println("Threadline needs Java 25 or newer; this is Java "
                    + Runtime.version().feature() + ".");
            System.exit(1);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
