// Runs the official JavaScript SDK against a demo server and prints a line for each check that holds.
//
//     node demo.mjs http://127.0.0.1:PORT
//
// Ends with status 1 and a sentence at the first that does not.
import { Client } from "@langchain/langgraph-sdk";

const MODES = [
  "values",
  "updates",
  "messages",
  "messages-tuple",
  "custom",
  "debug",
  "tasks",
  "checkpoints",
  "events",
];
const TRIP = { destination: "Oslo", days: 1 };
const PURCHASE = { title: "Team snacks" };

const client = new Client({ apiUrl: process.argv[2], apiKey: null, callerOptions: { maxRetries: 0 } });

function hold(what, name) {
  if (!what) throw new Error(`${name} does not hold.`);
  console.log(`ok ${name}`);
}

async function all(stream) {
  const events = [];
  for await (const event of stream) events.push(event);
  return events;
}

function told(events, mode) {
  const name = mode === "messages-tuple" ? "messages" : mode;
  return events.filter((event) => event.event.split(/[|/]/)[0] === name);
}

async function modes() {
  for (const mode of MODES) {
    const thread = await client.threads.create();
    const events = await all(
      client.runs.stream(thread.thread_id, "trip_planner", { input: TRIP, streamMode: [mode] })
    );
    hold(
      events[0].event === "metadata" && events[0].data.run_id && told(events, mode).length > 0,
      `stream ${mode}`
    );
  }
}

async function interrupts() {
  const thread = await client.threads.create();
  const id = thread.thread_id;
  const first = await all(
    client.runs.stream(id, "purchase_approval", { input: PURCHASE, streamMode: ["updates"] })
  );
  const question = first.at(-1).data.__interrupt__?.[0];
  hold(question?.id && question.value.kind === "approval", "interrupt");
  const waiting = await client.threads.getState(id);
  hold(
    waiting.next[0] === "approval" && waiting.tasks[0].interrupts[0].id === question.id,
    "interrupt in the state"
  );
  const second = await all(
    client.runs.stream(id, "purchase_approval", {
      command: { resume: { [question.id]: { approved: true } } },
      streamMode: ["updates"],
    })
  );
  const state = await client.threads.getState(id);
  hold(
    second.some((event) => event.data.order) && state.values.status === "ordered" && state.next.length === 0,
    "resume"
  );
  const history = await client.threads.getHistory(id, { limit: 20 });
  hold(
    history[0].checkpoint.checkpoint_id === state.checkpoint.checkpoint_id &&
      history.length > 3 &&
      history.every((each, i) =>
        i + 1 === history.length
          ? each.parent_checkpoint === null
          : each.parent_checkpoint.checkpoint_id === history[i + 1].checkpoint.checkpoint_id
      ),
    "history"
  );
}

async function joins() {
  const thread = await client.threads.create();
  const id = thread.thread_id;
  const run = await client.runs.create(id, "trip_planner", {
    input: TRIP,
    streamMode: ["updates"],
    streamResumable: true,
  });
  const values = await client.runs.join(id, run.run_id);
  hold(values.plan && (await client.runs.get(id, run.run_id)).status === "success", "join");
  const events = await all(client.runs.joinStream(id, run.run_id, { lastEventId: "-1" }));
  hold(told(events, "updates").length > 2 && events.every((event) => event.id), "join stream");
  const rest = await all(client.runs.joinStream(id, run.run_id, { lastEventId: events[1].id }));
  hold(rest.length === events.length - 2 && rest[0].id === events[2].id, "join stream after an event");
}

try {
  const thread = await client.threads.create({ metadata: { by: "sdk" } });
  const known = await client.threads.get(thread.thread_id);
  hold(known.status === "idle" && known.metadata.by === "sdk", "thread");
  await modes();
  await interrupts();
  await joins();
} catch (failure) {
  console.error(`The demo and the JavaScript SDK don't agree: ${failure.stack}`);
  process.exit(1);
}
