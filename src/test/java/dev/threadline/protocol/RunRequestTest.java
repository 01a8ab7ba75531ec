package dev.threadline.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunRequestTest {
    private static JsonObject object(String json) throws JsonFailure {
        return (JsonObject) Json.parse(json);
    }

    @Test
    void anInspectorsDefaultsAreSent() {
        assertThat(RunRequest.of("joke").build().toJson())
                .isEqualTo("{\"assistant_id\":\"joke\","
                        + "\"stream_mode\":[\"debug\",\"updates\",\"values\",\"messages-tuple\",\"custom\"],"
                        + "\"stream_subgraphs\":true,\"stream_resumable\":true,\"multitask_strategy\":\"enqueue\","
                        + "\"input\":null}");
    }

    @Test
    void everyFieldOfARunCanBeSent() throws JsonFailure {
        RunRequest request = RunRequest.of("joke")
                .input(Json.parse("{\"n\":9007199254740993}"))
                .checkpoint(object("{\"checkpoint_id\":\"c\"}"))
                .checkpointId("c")
                .config(object("{\"recursion_limit\":5}"))
                .context(object("{\"k\":1}"))
                .metadata(object("{\"m\":true}"))
                .modes(List.of("events"))
                .subgraphs(false)
                .resumable(false)
                .interruptBefore(List.of("*"))
                .interruptAfter(List.of("a", "b"))
                .multitask("reject")
                .ifNotExists("create")
                .onDisconnect("cancel")
                .onCompletion("keep")
                .afterSeconds(1.5)
                .webhook("http://localhost/hook")
                .feedbackKeys(List.of("good"))
                .durability("sync")
                .checkpointDuring(true)
                .langsmithTracer(object("{\"project_name\":\"p\"}"))
                .build();
        assertThat(Json.parse(request.toJson())).isEqualTo(Json.parse("""
            {"assistant_id":"joke","stream_mode":["events"],"stream_subgraphs":false,
             "stream_resumable":false,"multitask_strategy":"reject","input":{"n":9007199254740993},
             "checkpoint":{"checkpoint_id":"c"},"checkpoint_id":"c","config":{"recursion_limit":5},
             "context":{"k":1},"metadata":{"m":true},"interrupt_before":"*",
             "interrupt_after":["a","b"],"if_not_exists":"create","on_disconnect":"cancel",
             "on_completion":"keep","after_seconds":1.5,"webhook":"http://localhost/hook",
             "feedback_keys":["good"],"durability":"sync","checkpoint_during":true,
             "langsmith_tracer":{"project_name":"p"}}
            """));
    }

    @Test
    void aCommandTakesThePlaceOfTheInput() throws JsonFailure {
        RunRequest request = RunRequest.of("approval")
                .input(JsonValue.JsonNull.NULL)
                .command(object("{\"resume\":true}"))
                .build();
        assertThat(request.body().get("input")).isNull();
        assertThat(request.body().get("command")).isEqualTo(object("{\"resume\":true}"));
    }

    @Test
    void aKeptRequestCanBeReadAndChanged() throws JsonFailure {
        String kept = "{\"assistant_id\":\"a\",\"stream_mode\":\"debug\",\"later_field\":[1.0]}";
        RunRequest request = RunRequest.fromJson(kept);
        assertThat(request.toJson()).isEqualTo(kept);
        assertThat(request.assistant()).isEqualTo("a");
        assertThat(request.modes()).containsExactly("debug");
        assertThat(request.change().assistant("b").build().toJson())
                .isEqualTo("{\"assistant_id\":\"b\",\"stream_mode\":\"debug\",\"later_field\":[1.0],\"input\":null}");
        assertThatThrownBy(() -> RunRequest.fromJson("[]")).isInstanceOf(JsonFailure.class);
    }
}
