// Hears event streams with the official JavaScript SDK, one for each address that a line of the input names, and
// answers each with the seconds it took and the events it heard.
import { createInterface } from "node:readline";
import { Client } from "@langchain/langgraph-sdk";

for await (const address of createInterface({ input: process.stdin })) {
  const client = new Client({ apiUrl: address, apiKey: null, callerOptions: { maxRetries: 0 } });
  const before = performance.now();
  let events = 0;
  for await (const event of client.runs.stream("t", "bench", { input: {}, streamMode: ["values", "messages-tuple"] })) {
    if (event.data !== undefined) events++;
  }
  console.log(`${(performance.now() - before) / 1000} ${events}`);
}
