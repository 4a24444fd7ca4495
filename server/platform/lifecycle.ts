import type { FastifyInstance } from "fastify";
import type { Config } from "./config.ts";
import { StartError } from "./start-error.ts";

/** How long answers in progress may take once the server was told to stop. */
const DRAIN_MS = 10_000;

export type Serving = {
  readonly app: FastifyInstance;
  readonly config: Config;
  /** Run one after the other once HTTP is drained: first what works in the background, the database last. */
  readonly onStop: readonly (() => Promise<void>)[];
};

/** Listens; ends in good order on SIGTERM or SIGINT. Returns once it listens. Throws StartError. */
export async function serveUntilStopped({ app, config, onStop }: Serving): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= drain(app, onStop));
  const onSignal = (): void => {
    // A second Ctrl-C is as patient as the first: the database must write down what it has.
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await stop();
    const words: Record<string, string> = {
      EADDRINUSE: `Port ${config.port} is taken by another program. Set PORT to another number.`,
      EACCES: `This user may not listen on port ${config.port}. Set PORT to a number above 1023.`,
      EADDRNOTAVAIL: `This machine has no address ${config.host}. Set HOST to 127.0.0.1 or 0.0.0.0.`,
    };
    throw new StartError(words[(error as NodeJS.ErrnoException).code ?? ""] ?? `The server cannot listen: ${(error as Error).message}`);
  }
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : config.port;
  const host = ["0.0.0.0", "::", "127.0.0.1"].includes(config.host) ? "localhost" : config.host;
  return { url: config.origin ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`, stop };
}

async function drain(app: FastifyInstance, onStop: readonly (() => Promise<void>)[]): Promise<void> {
  const late = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
  // A browser keeps its connection open after its last answer; once idle it is closed, or we would wait for it.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50);
  await app.close();
  clearInterval(idle);
  clearTimeout(late);
  for (const step of onStop) await step();
}

/** Runs the program; a StartError is shown as its words alone. */
export async function main(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  }
}
