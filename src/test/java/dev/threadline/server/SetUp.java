package dev.threadline.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The packages a server needs, installed once into the user's cache folder and kept between builds.
///
/// The folder's name holds a hash of the lock file, so another lock file makes another folder. A lock file beside it
/// keeps two builds apart; the file `ready` is written last, and a folder without it is made again.
public final class SetUp {
    private static final int MINUTES = 12;

    private SetUp() {}

    /// What can go wrong: a sentence for the person who reads why tests were skipped.
    public static final class Missing extends Exception {
        Missing(String sentence) {
            super(sentence);
        }
    }

    /// The folder with the installed packages of a kind; installs them where they are not there.
    public static Path of(ServerKind kind) throws Missing {
        Path agents = kind.agents();
        if (!Files.isReadable(agents.resolve(kind.lock))) {
            throw new Missing("There are no sample agents in " + agents + ".");
        }
        for (String program : kind.programs()) {
            requireProgram(program);
        }
        try {
            Path cache = cache();
            Files.createDirectories(cache);
            Path folder = cache.resolve(kind.folder + "-" + hash(agents.resolve(kind.lock)));
            Path lock = cache.resolve(folder.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                if (held.isValid() && !Files.exists(folder.resolve("ready"))) {
                    install(kind, agents, folder);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new Missing("The packages of the " + kind + " server could not be kept: " + e + ".");
        }
    }

    private static Path cache() {
        String set = System.getenv("XDG_CACHE_HOME");
        Path base = set == null || set.isBlank() ? home().resolve(".cache") : Path.of(set);
        return base.resolve("threadline/test-agents");
    }

    /// The user's folder as the shell has it: Java's `user.home` is that of the account, whatever HOME says.
    private static Path home() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home);
    }

    private static String hash(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void requireProgram(String program) throws Missing {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return;
            }
        }
        throw new Missing("The program " + program + " is not on the PATH.");
    }

    private static void install(ServerKind kind, Path agents, Path folder) throws IOException, Missing {
        delete(folder);
        Files.createDirectories(folder);
        for (String file : kind.needed()) {
            Files.copy(agents.resolve(file), folder.resolve(file));
        }
        for (List<String> command : kind.setUp()) {
            run(command, folder);
        }
        Files.writeString(folder.resolve("ready"), "installed\n");
    }

    private static void run(List<String> command, Path folder) throws IOException, Missing {
        Path log = folder.resolve("set-up.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new Missing(String.join(" ", command) + " did not end within " + MINUTES + " minutes.");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new Missing("The set-up was interrupted.");
        }
        if (process.exitValue() != 0) {
            throw new Missing(String.join(" ", command) + " failed: " + lastLines(log));
        }
    }

    static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }
}
