package dev.threadline.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.form.FormModel;
import dev.threadline.form.Schemas;
import dev.threadline.json.JsonValue;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FormPicturesTest {
    private static final String JOKE = "{'topic':'umbrellas','tone':'silly','max_words':30,'family_friendly':true,"
            + "'audience':{'language':'en','age':3,'interests':['cats','rain']}}";

    private final Background background = new Background();
    private Stage stage;
    private Theme theme;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void everyForm(ColorScheme scheme) throws Exception {
        picture("joke", scheme, JOKE, true);
        picture("approval", scheme, "{'variant':'parallel','request':{'title':'','items':[]}}", false);
        picture(
                "approval-items",
                scheme,
                "{'request':{'title':'Snacks','currency':'EUR','items':["
                        + "{'sku':'A','quantity':12,'unit_price':1.50},{'sku':'B','quantity':0,'unit_price':-1}]}}",
                false);
        picture(
                "supervisor",
                scheme,
                "{'task':'tea','teams':['research','writing'],"
                        + "'style':{'format':'memo','sections':[{'title':'Origins','words':50}]},'mood':{'calm':true}}",
                false);
        picture(
                "tools",
                scheme,
                "{'messages':[{'role':'user','content':'What is the weather in Paris?'},{'type':'ai','content':'Let me"
                        + " look.','id':'m-1'},{'role':'user','content':[{'type':'text'}]}]}",
                false);
        picture("tools-fresh", scheme, "{}", false);
        picture("research", scheme, null, false);
        picture("bigstate", scheme, "{'sections':4,'labels':[{'name':'a','color':'red'}]}", false);
        picture(
                "python-typed",
                scheme,
                "{'topic':'two\\nlines','audience':null,'x':'seven','tags':['a'],"
                        + "'extra':{'k':1,'m':'x'},'anyx':{'a':[1]}}",
                false);
        picture("python-pyd", scheme, null, false);
    }

    private void picture(String name, ColorScheme scheme, String value, boolean withContext) throws Exception {
        List<InputPart> parts = new ArrayList<>();
        InputPane pane = onFx(() -> {
            theme.choose(scheme);
            FormModel model = FormModel.ofInput(schema(name));
            parts.add(new InputPart("Input", "from the assistant's own schema", model));
            if (withContext) {
                FormModel context = FormModel.of(Schemas.js("joke", "context_schema"));
                parts.add(new InputPart("Context", "not part of the state", context));
            }
            InputPane made = new InputPane(parts, background);
            Scene scene = new Scene(new StackPane(made), 1200, 820);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            if (value != null) {
                model.write(Schemas.json(value));
            }
            return made;
        });
        settle(pane);
        Path file = onFx(() ->
                Shots.take(pane.getScene(), "form-" + name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT)));
        assertThat(file).isNotEmptyFile();
    }

    private static JsonValue schema(String name) {
        return name.startsWith("python-")
                ? Schemas.python(name.substring("python-".length()))
                : Schemas.js(Stream.of(name.split("-")).findFirst().orElseThrow(), "input_schema");
    }

    /// Waits until text and check have caught up with the form.
    private static void settle(InputPane pane) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(pane::settled));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(20, TimeUnit.SECONDS);
    }
}
