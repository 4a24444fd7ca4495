import { fork } from "node:child_process";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { testPhone } from "#server/ledger/testing.ts";
import { BATCH, busy, percentile, writerOf, type Writer } from "./village.ts";

/**
 * How fast the server takes entries over HTTP, opened, checked, judged, sealed and folded, beside its floor: the same entries in
 * a bare idempotent multi-row insert, over the same HTTP, on the same database, in turn. To reach: with batches of 50 over 20
 * programmes half of the floor's entries a second; with single entries of 200 phones 1.25 times the floor's p95.
 * node bench/push.ts [seconds a round, default 8]
 */
const seconds = Number(process.argv[2] ?? 8);

type Told = { port: number; phones: { programme: string; person: string; role: "kader"; site: string; device: string; token: string; upload: string }[] };
const server = fork(join(import.meta.dirname, "http-server.ts"), ["20"]);
const { port, phones } = await new Promise<Told>((resolve) => server.once("message", (told) => resolve(told as Told)));
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const writers = phones.map((phone) => ({ ...writerOf(testPhone(phone)), token: phone.upload }));
/** Any phone at any time: some meet at the same programme, and wait for each other. */
const anyWriter = () => writers[Math.floor(Math.random() * writers.length)] as Writer & { token: string };

async function post(path: string, entries: readonly unknown[], { token, phone }: Writer & { token: string }): Promise<void> {
  const body = JSON.stringify({ device: phone.device, cursor: null, entries });
  const answer = await new Promise<{ accepted: string[] }>((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body), authorization: `Bearer ${token}` };
    const asked = request({ port, path, method: "POST", agent, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => (response.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(`${response.statusCode} ${text}`))));
    });
    asked.on("error", reject).end(body);
  });
  if (answer.accepted.length !== entries.length) throw new Error(`only ${answer.accepted.length} of ${entries.length} were accepted`);
}

const batch = (path: string) => async (): Promise<void> => {
  const writer = anyWriter();
  await post(path, writer.nextBatch(), writer);
};
const single = (path: string) => async (): Promise<void> => {
  const writer = anyWriter();
  await post(path, [writer.nextEntry()], writer);
};

const sample = anyWriter().nextBatch();
console.log(`${Math.round(JSON.stringify(sample).length / BATCH)} B an entry, 20 programmes, ${seconds} s a round`);
const told = (name: string, { perSecond, ms }: Awaited<ReturnType<typeof busy>>, times: number) =>
  `${name} ${Math.round(perSecond * times).toLocaleString("en")} entries/s (p50 ${percentile(ms, 0.5).toFixed(0)}, p95 ${percentile(ms, 0.95).toFixed(0)} ms)`;

await busy(10, 2, batch("/floor"));
await busy(10, 3, batch("/api/sync"));
for (let turn = 1; turn <= 2; turn++) {
  const low = await busy(16, seconds, batch("/floor"));
  const ours = await busy(16, seconds, batch("/api/sync"));
  console.log(`batches of ${BATCH}, 16 at once: ${told("floor", low, BATCH)}, ${told("server", ours, BATCH)}: ${((100 * ours.perSecond) / low.perSecond).toFixed(0)} % of the floor (to reach: 50 %)`);
}
const low = await busy(200, seconds, single("/floor"));
const ours = await busy(200, seconds, single("/api/sync"));
console.log(`single entries, 200 phones: ${told("floor", low, 1)}, ${told("server", ours, 1)}: p95 ${(percentile(ours.ms, 0.95) / percentile(low.ms, 0.95)).toFixed(2)} x the floor's (to reach: 1.25 x)`);
agent.destroy();
server.disconnect();
