import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export type DemoServer = {
  readonly url: string;
  /** The sign-in link of the line that begins with these words. */
  readonly linkOf: (who: string) => string;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly dataDir: string;
};

const READY_MS = 120_000;

/** The real server with the demo's data, in a folder of its own, as `npm run demo` starts it. */
export async function startDemo(): Promise<DemoServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "dampingi-story-"));
  let running = await launch(dataDir, 0);
  const port = Number(new URL(running.url).port);
  return {
    get url() {
      return running.url;
    },
    linkOf: (who) => {
      const line = running.said().split("\n").find((one) => one.trimStart().startsWith(who));
      const link = line?.match(/https?:\/\/\S+/)?.[0];
      if (link === undefined) throw new Error(`no link for ${who} in:\n${running.said()}`);
      return link;
    },
    stop: async () => {
      await ended(running.child, "SIGTERM");
      await rm(dataDir, { recursive: true, force: true });
    },
    kill: () => ended(running.child, "SIGKILL"),
    restart: async () => {
      running = await launch(dataDir, port);
    },
    dataDir,
  };
}

type Running = { readonly child: ChildProcess; readonly url: string; readonly said: () => string };

async function launch(dataDir: string, port: number): Promise<Running> {
  const root = path.resolve(import.meta.dirname, "../..");
  const child = spawn(process.execPath, ["server/main.ts", "--demo"], { cwd: root, env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "warn" }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the server was not ready in time:\n${said}`)), READY_MS);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      // The links are printed before the line that says where it listens.
      const listens = said.match(/Dampingi: (https?:\/\/\S+)/)?.[1];
      if (listens === undefined) return;
      clearTimeout(late);
      resolve(listens);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`the server stopped with ${code}:\n${said}`));
    });
  });
  return { child, url, said: () => said };
}

async function ended(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await gone;
}
