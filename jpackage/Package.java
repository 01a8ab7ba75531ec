import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The maker of the installers: links a runtime with JavaFX in it, lays the program beside it, trains the start-up
/// cache on it, and packs it for the system that it runs on.
///
/// Arguments: the project's folder, its version, the kind of package (`all`, `image`, or one of jpackage's types).
/// Reads `target`, as `mvn package` leaves it; writes `target/dist`.
final class Package {
    /// What the program and its libraries use of Java; nobody can tell for jars without a module's descriptor.
    private static final String MODULES = String.join(
            ",",
            "java.base",
            "java.desktop",
            "java.logging",
            "java.sql",
            "java.xml",
            "jdk.charsets",
            "jdk.httpserver",
            "jdk.localedata",
            "jdk.net",
            "jdk.unsupported",
            "javafx.controls",
            "atlantafx.base");

    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean MAC = SYSTEM.startsWith("mac");
    private static final boolean WINDOWS = SYSTEM.startsWith("windows");

    private final Path project;
    private final Path target;
    private final Path dist;
    private final String version;
    private final String name;

    private Package(Path project, String version) {
        this.project = project;
        this.version = version;
        target = project.resolve("target");
        dist = target.resolve("dist");
        // On Linux the name is that of the command, too.
        name = MAC || WINDOWS ? "Threadline" : "threadline";
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Package made = new Package(Path.of(args[0]).toAbsolutePath().normalize(), args[1]);
        made.clear();
        Path image = made.image(made.runtime());
        made.train(image);
        made.menu(image);
        System.out.println(made.size(image) + "  " + image);
        if (!args[2].equals("image")) {
            for (String type : args[2].equals("all") ? types() : List.of(args[2])) {
                made.pack(type, image);
            }
        }
    }

    /// The kinds of package that can be made here.
    private static List<String> types() {
        if (MAC) {
            return List.of("dmg");
        }
        if (WINDOWS) {
            return List.of("msi");
        }
        List<String> types = new ArrayList<>();
        if (onPath("dpkg-deb")) {
            types.add("deb");
        }
        if (onPath("rpmbuild")) {
            types.add("rpm");
        }
        if (types.isEmpty()) {
            throw new IllegalStateException(
                    "Neither dpkg-deb nor rpmbuild is installed here: -Ddist.type=image makes a folder that runs.");
        }
        return types;
    }

    private static boolean onPath(String command) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private void clear() throws IOException {
        if (Files.exists(dist)) {
            try (Stream<Path> files = Files.walk(dist)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(dist);
    }

    /// A runtime of just these modules. JavaFX goes in as modules made here from its jars, with its native libraries
    /// where the system's own tools see them: the package's dependencies are found from them.
    private Path runtime() throws IOException {
        Path modules = Files.createDirectories(dist.resolve("modules"));
        for (Path jar : jars(javafx())) {
            if (jar.getFileName().toString().startsWith("javafx-")) {
                module(jar, modules);
            } else {
                Files.copy(jar, modules.resolve(jar.getFileName()));
            }
        }
        Path runtime = dist.resolve("runtime");
        run(
                "jlink",
                List.of(
                        "--module-path", modules.toString(),
                        "--add-modules", MODULES,
                        "--strip-debug",
                        // Its java command stays: the start-up cache is put together by it.
                        "--no-man-pages",
                        "--no-header-files",
                        "--output", runtime.toString()));
        return runtime;
    }

    private Path javafx() throws IOException {
        try (Stream<Path> folders = Files.list(target)) {
            return folders.filter(
                            folder -> folder.getFileName().toString().startsWith("javafx-"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no target/javafx-…: run mvn package."));
        }
    }

    private void module(Path jar, Path modules) throws IOException {
        String file = jar.getFileName().toString();
        Path classes = dist.resolve("split").resolve(file).resolve("classes");
        Path libraries = dist.resolve("split").resolve(file).resolve("lib");
        Files.createDirectories(libraries);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                if (!entry.isDirectory()) {
                    boolean library = entry.getName().matches(".*\\.(so|dll|dylib)");
                    Path to = (library ? libraries : classes).resolve(entry.getName()).normalize();
                    Files.createDirectories(to.getParent());
                    Files.copy(zip.getInputStream(entry), to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        // A jar for no system in particular is empty: only the marker of its module's name.
        if (Files.exists(classes.resolve("module-info.class"))) {
            String module = file.replaceFirst("-\\d.*", "").replace('-', '.');
            run(
                    "jmod",
                    List.of(
                            "create",
                            "--class-path", classes.toString(),
                            "--libs", libraries.toString(),
                            modules.resolve(module + ".jmod").toString()));
        }
    }

    /// The program as a folder that runs.
    private Path image(Path runtime) throws IOException {
        Path input = Files.createDirectories(dist.resolve("input"));
        String jar = "threadline-" + version + ".jar";
        Files.copy(target.resolve(jar), input.resolve(jar), StandardCopyOption.COPY_ATTRIBUTES);
        for (Path library : jars(target.resolve("lib"))) {
            Files.copy(library, input.resolve(library.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        List<String> arguments = new ArrayList<>(List.of(
                "--type", "app-image",
                "--name", name,
                "--app-version", version,
                "--vendor", "Threadline",
                "--description", "A run inspector for LangGraph deployments",
                "--runtime-image", runtime.toString(),
                "--input", input.toString(),
                "--main-jar", jar,
                "--main-class", "dev.threadline.Launcher",
                "--icon", icon().toString(),
                "--dest", dist.resolve("image").toString()));
        for (String option : options()) {
            arguments.add("--java-options");
            arguments.add(option);
        }
        if (MAC) {
            // There the bundle itself says what it opens.
            arguments.add("--file-associations");
            arguments.add(project.resolve("jpackage/association.properties").toString());
        }
        if (WINDOWS) {
            // The program of the menu has no console: the command line is a second one.
            Path console = Files.writeString(dist.resolve("console.properties"), "win-console=true\n");
            arguments.add("--add-launcher");
            arguments.add("threadline-cli=" + console);
        }
        run("jpackage", arguments);
        try (Stream<Path> made = Files.list(dist.resolve("image"))) {
            return made.findFirst().orElseThrow();
        }
    }

    private static List<String> options() {
        return List.of(
                "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xmx1g");
    }

    private Path icon() throws IOException {
        Path icons = project.resolve("icons");
        if (WINDOWS) {
            return IconFile.ico(icons, dist.resolve("threadline.ico"));
        }
        return MAC
                ? IconFile.icns(icons, dist.resolve("threadline.icns"))
                : icons.resolve("threadline-512.png");
    }

    /// What Linux shows of a program outside its folder: the icons in all sizes, and the script that links it all.
    private void menu(Path image) throws IOException {
        if (MAC || WINDOWS) {
            return;
        }
        Path icons = Files.createDirectories(image.resolve("lib/icons"));
        for (int size : new int[] {16, 32, 48, 64, 128, 256, 512}) {
            String file = "threadline-" + size + ".png";
            Files.copy(project.resolve("icons").resolve(file), icons.resolve(file));
        }
        Files.copy(
                project.resolve("jpackage/linux/menu"), image.resolve("lib/menu"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    /// Starts the image once, without a display, and leaves a cache of the classes as they were linked then.
    private void train(Path image) throws IOException, InterruptedException {
        Path app = MAC ? image.resolve("Contents/app") : image.resolve(WINDOWS ? "app" : "lib/app");
        Path program = MAC
                ? image.resolve("Contents/MacOS").resolve(name)
                : image.resolve(WINDOWS ? name + ".exe" : "bin/" + name);
        ProcessBuilder start = new ProcessBuilder(program.toString());
        Path home = Files.createDirectories(dist.resolve("home"));
        start.environment()
                .put(
                        "JAVA_TOOL_OPTIONS",
                        "-Dglass.platform=Headless -Dprism.order=sw -Dthreadline.frames=90 -XX:AOTCacheOutput="
                                + app.resolve("threadline.aot"));
        for (String folder : List.of("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA")) {
            start.environment().put(folder, home.toString());
        }
        Path log = dist.resolve("training.log");
        start.redirectErrorStream(true).redirectOutput(log.toFile());
        int code = start.start().waitFor();
        if (code != 0 || !Files.exists(app.resolve("threadline.aot"))) {
            throw new IllegalStateException(
                    "The start-up cache was not made (code " + code + "):\n" + Files.readString(log));
        }
        use(app);
    }

    /// Tells the launchers of the cache; a JVM that makes one must not be told before.
    private static void use(Path app) throws IOException {
        try (Stream<Path> files = Files.list(app)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".cfg")).toList()) {
                // A cache that doesn't fit any more is no reason to say anything.
                String with = "[JavaOptions]\n"
                        + "java-options=-XX:AOTCache=$APPDIR/threadline.aot\n"
                        + "java-options=-Xlog:aot=off\n"
                        + "java-options=-Xlog:cds=off\n";
                Files.writeString(file, Files.readString(file).replaceFirst("\\[JavaOptions]\\R", Matcher.quoteReplacement(with)));
            }
        }
    }

    private void pack(String type, Path image) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--type", type,
                "--name", name,
                "--app-version", version,
                "--vendor", "Threadline",
                "--description", "A run inspector for LangGraph deployments",
                "--app-image", image.toString(),
                "--dest", dist.toString()));
        if (!MAC) {
            arguments.add("--file-associations");
            arguments.add(project.resolve("jpackage/association.properties").toString());
        }
        if (WINDOWS) {
            arguments.addAll(List.of(
                    "--win-menu", "--win-shortcut-prompt", "--win-dir-chooser", "--win-per-user-install",
                    // What a newer package knows the older one by; never to be changed.
                    "--win-upgrade-uuid", "5f2f4f0e-7d3a-4c56-9a51-2b0c8d4f6e17"));
        } else if (!MAC) {
            arguments.addAll(List.of(
                    "--linux-shortcut",
                    "--linux-menu-group", "Development",
                    "--linux-app-category", "devel",
                    "--linux-deb-maintainer", "threadline@localhost",
                    "--resource-dir", project.resolve("jpackage/linux").toString()));
        }
        run("jpackage", arguments);
        try (Stream<Path> made = Files.list(dist)) {
            for (Path file : made.filter(file -> file.toString().endsWith("." + type)).toList()) {
                System.out.println(size(file) + "  " + file);
            }
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private String size(Path of) throws IOException {
        try (Stream<Path> files = Files.walk(of)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            return String.format(Locale.ROOT, "%6.1f MB", bytes / 1e6);
        }
    }

    private static void run(String tool, List<String> arguments) {
        PrintStream out = System.out;
        int code = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("This JDK has no " + tool + "."))
                .run(out, out, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(tool + " ended with " + code + ".");
        }
    }
}
