package dev.threadline.form;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A form over a JSON Schema, which is at every moment also one JSON value.
///
/// Serves an assistant's `input_schema`, `context_schema` and `config_schema` (reference, section 2.2). Belongs to one
/// thread; only `schemaCheck` may be used on others.
public final class FormModel {
    /// What a field holds against the typing rather than against the value.
    private static final Set<String> OF_THE_FORM = Set.of("json", "keys");

    private final SchemaCheck check;
    private final FormField root;
    private final boolean enforced;
    private final List<Runnable> listeners = new ArrayList<>();
    private final Map<FormField, Judged> checked = new HashMap<>();
    private long version;
    private long checkedVersion = -1;
    private @Nullable List<Problem> all;

    private FormModel(@Nullable JsonValue schema, boolean enforced) {
        this.enforced = enforced;
        SchemaNode node = SchemaNode.ofRoot(schema);
        FieldSpec spec = new FieldSpec("", node, true);
        JsonValue seed = spec.initial();
        JsonValue fresh = seed == null || seed == JsonValue.JsonNull.NULL ? new JsonObject(Map.of()) : seed;
        check = new SchemaCheck(node.root());
        root = FormField.create(spec, null, fresh, fresh);
        root.onChange(this::changed);
    }

    /// The form of a schema; without one the form is a single raw JSON field that holds `{}`.
    public static FormModel of(@Nullable JsonValue schema) {
        return new FormModel(schema, false);
    }

    /// The form of an `input_schema`, which may be one that the server holds runs to.
    ///
    /// JS servers do (recording `errors/invalid-input`), and their schemas name their `$schema`. Whether a Python
    /// server does depends on the type of the state, which its schema doesn't tell.
    public static FormModel ofInput(@Nullable JsonValue schema) {
        return new FormModel(schema, schema instanceof JsonObject object && object.get("$schema") != null);
    }

    /// Whether a run with a value that breaks the schema is known to fail at its start.
    public boolean enforced() {
        return enforced;
    }

    /// The field of the whole value.
    public FormField root() {
        return root;
    }

    /// The value as it would be sent.
    public JsonValue value() {
        JsonValue value = root.value();
        return value == null ? JsonValue.JsonNull.NULL : value;
    }

    /// The value as indented JSON text.
    public String json() {
        return Json.pretty(value());
    }

    /// Replaces the value by JSON text; where the text is no JSON the form stays as it was and the reason comes back.
    public @Nullable TextProblem read(String text) {
        try {
            write(Json.parse(text));
            return null;
        } catch (JsonFailure e) {
            return TextProblem.of(e);
        }
    }

    /// Replaces the value; what the schema does not know is kept.
    public void write(JsonValue value) {
        root.set(value);
    }

    /// Puts every field back to its default.
    public void reset() {
        root.reset();
    }

    /// A number that grows with every change of the value.
    public long version() {
        return version;
    }

    /// Whether the schema check has answered for the value as it is now.
    public boolean checked() {
        return checkedVersion == version;
    }

    /// Calls a listener after every change, on the form's thread, until the returned action is run.
    public Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// The check of a whole value against the schema, to be run on any thread.
    public SchemaCheck schemaCheck() {
        return check;
    }

    /// Takes what the schema check found about the value of a version; an outdated answer is thrown away.
    public void accept(long ofVersion, List<Problem> found) {
        if (ofVersion != version) {
            return;
        }
        checkedVersion = ofVersion;
        checked.clear();
        for (Problem problem : found) {
            FormField field = nearest(problem.place());
            if (counts(problem, field)) {
                checked.computeIfAbsent(field, each -> new Judged(each.value(), new ArrayList<>()))
                        .problems()
                        .add(problem);
            }
        }
        notifyListeners();
    }

    /// The problems to show beside a field: its own, and those of the schema check that it does not name itself.
    ///
    /// Inside a union only the schema check knows whether a variant's rules matter.
    public List<Problem> problems(FormField field) {
        List<Problem> here = new ArrayList<>(field.checks());
        if (inUnion(field)) {
            here.removeIf(problem -> !OF_THE_FORM.contains(problem.keyword()));
        }
        Set<String> named = new HashSet<>();
        here.forEach(problem -> named.add(problem.place() + " " + problem.keyword()));
        for (Problem problem : judged(field)) {
            if (named.add(problem.place() + " " + problem.keyword())) {
                here.add(problem);
            }
        }
        return here;
    }

    private List<Problem> judged(FormField field) {
        Judged judged = checked.get(field);
        return judged == null || !Objects.equals(judged.value(), field.value()) ? List.of() : judged.problems();
    }

    /// What the schema check found about a field.
    ///
    /// @param value the value it judged; a newer one has not been judged yet
    private record Judged(@Nullable JsonValue value, List<Problem> problems) {}

    /// All problems of the form, in the order of its fields.
    public List<Problem> problems() {
        List<Problem> known = all;
        if (known == null) {
            List<Problem> found = new ArrayList<>();
            collect(root, found);
            known = List.copyOf(found);
            all = known;
        }
        return known;
    }

    private void collect(FormField field, List<Problem> into) {
        into.addAll(problems(field));
        for (FormField child : children(field)) {
            collect(child, into);
        }
    }

    /// The field at a place, or null where no field of its own stands there.
    public @Nullable FormField at(JsonPointer place) {
        FormField field = nearest(place);
        return field.pointer().equals(place) ? field : null;
    }

    /// The field at a place, or the innermost field around it.
    public FormField nearest(JsonPointer place) {
        FormField here = inner(root);
        for (String token : place.tokens()) {
            FormField next = null;
            for (FormField child : children(here)) {
                if (child.key().equals(token)) {
                    next = child;
                }
            }
            if (next == null) {
                return here;
            }
            here = inner(next);
        }
        return here;
    }

    private static FormField inner(FormField field) {
        FormField here = field;
        while (here instanceof FormUnion union && union.active() != null) {
            here = union.active();
        }
        return here;
    }

    private static List<FormField> children(FormField field) {
        return field instanceof FormContainer container ? container.children() : List.of();
    }

    private static boolean counts(Problem problem, FormField field) {
        for (FormField around = field; around != null; around = around.parent()) {
            if (around instanceof FormMessages) {
                return false;
            }
        }
        boolean missing = problem.keyword().equals("required");
        return !missing
                || field.present()
                || !field.spec().optional()
                || !field.pointer().equals(problem.place());
    }

    private static boolean inUnion(FormField field) {
        for (FormField around = field.parent(); around != null; around = around.parent()) {
            if (around instanceof FormUnion) {
                return true;
            }
        }
        return false;
    }

    private void changed() {
        version++;
        notifyListeners();
    }

    private void notifyListeners() {
        all = null;
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
