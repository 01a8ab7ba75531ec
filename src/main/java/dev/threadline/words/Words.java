package dev.threadline.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// What one package says to people: the texts of its `words.properties`, by key.
///
/// A text is a `MessageFormat` pattern in the language of the machine where there is a translation, in English
/// elsewhere; an apostrophe is written twice. Arguments are texts that are ready to be read (`ui.kit.Figures` has
/// the figures); a number serves only to choose between one and many. Any thread; lives as long as the program.
public final class Words {
    private static final Object[] NOTHING = {};

    private final ResourceBundle bundle;
    private final ConcurrentMap<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> plain = new ConcurrentHashMap<>();

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// The words of the package that a class is in.
    ///
    /// @throws java.util.MissingResourceException when the package has no `words.properties`
    public static Words of(Class<?> speaker) {
        return new Words(ResourceBundle.getBundle(
                speaker.getPackageName() + ".words", Locale.getDefault(), speaker.getClassLoader()));
    }

    /// The text of a key, with its arguments in their places.
    ///
    /// @throws java.util.MissingResourceException when there is no such key
    public String text(String key, Object... arguments) {
        MessageFormat known =
                formats.computeIfAbsent(key, k -> new MessageFormat(bundle.getString(k), bundle.getLocale()));
        // A format is not for two threads at once; a copy costs less than reading the pattern again.
        return ((MessageFormat) known.clone()).format(arguments);
    }

    /// The text of a key that takes no arguments; as quick as a look into a map, so that painters may ask for it.
    ///
    /// @throws java.util.MissingResourceException when there is no such key
    public String text(String key) {
        return plain.computeIfAbsent(key, k -> text(k, NOTHING));
    }
}
