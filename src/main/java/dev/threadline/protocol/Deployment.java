package dev.threadline.protocol;

import dev.threadline.words.Words;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;

/// A place where an Agent Server is: its name for people, its address and the headers it gets.
///
/// @param name as shown, such as `local dev`
/// @param address `http` or `https`, with a path prefix where the server stands behind one, without a slash at the end
/// @param headers sent with every request, in this order
public record Deployment(String name, URI address, List<Header> headers) {
    private static final Words WORDS = Words.of(Deployment.class);

    /// Copies the headers.
    public Deployment {
        headers = List.copyOf(headers);
    }

    /// The development server's usual place on this machine.
    public static Deployment local() {
        return new Deployment(WORDS.text("deployment.local"), URI.create("http://127.0.0.1:2024"), List.of());
    }

    /// What a typed address turned out to be.
    public sealed interface ParsedAddress {}

    /// An address that can be used.
    public record Address(URI uri) implements ParsedAddress {}

    /// An address that can't, and why.
    public record Problem(String sentence) implements ParsedAddress {}

    /// Reads an address as people type it: spaces around it go, `http://` is added, a path prefix stays.
    public static ParsedAddress parseAddress(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new Problem(WORDS.text("deployment.needed"));
        }
        int colon = text.indexOf("://");
        String scheme = colon < 0 ? "http" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Problem(WORDS.text("deployment.scheme", scheme));
        }
        String rest = colon < 0 ? text : text.substring(colon + 3);
        HttpUrl url = rest.startsWith("/") ? null : HttpUrl.parse(scheme + "://" + rest);
        return url == null ? new Problem(WORDS.text("deployment.host")) : check(url);
    }

    private static ParsedAddress check(HttpUrl url) {
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            return new Problem(WORDS.text("deployment.user"));
        }
        if (url.query() != null || url.fragment() != null) {
            return new Problem(WORDS.text("deployment.end"));
        }
        return new Address(URI.create(url.toString().replaceAll("/+$", "")));
    }

    /// Host and port as shown to people, such as `127.0.0.1:2024`.
    public String place() {
        String authority = address.getRawAuthority();
        return authority == null ? address.toString() : authority;
    }

    /// The name and the address; no header values.
    @Override
    public String toString() {
        return name + " (" + address + ")";
    }
}
