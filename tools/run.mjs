// One command for everything, on any Node from 20 on and with nothing installed yet:
//   node tools/run.mjs demo | start | test [suite ...] | test-long | verify | triage FILE
import { ensureInstalled } from "./run/install.mjs";
import { runNode } from "./run/node.mjs";

const [command, ...rest] = process.argv.slice(2);

const COMMANDS = {
  demo: () => serve(["--demo", ...rest]),
  start: () => serve(rest),
  // Its output is data: nothing else may stand on stdout.
  triage: () => runNode(["tools/triage.ts", ...rest]),
  test: async () => (await import("./run/suites.mjs")).runSuites("test", rest),
  "test-long": async () => (await import("./run/suites.mjs")).runSuites("long", rest),
  verify: async () => (await import("./run/suites.mjs")).runSuites("verify", rest),
};

async function serve(args) {
  const { buildWeb } = await import("./run/web.mjs");
  if (!buildWeb()) return 1;
  return runNode(["server/main.ts", ...args]);
}

const run = COMMANDS[command];
if (run === undefined) {
  console.error(`Usage: node tools/run.mjs ${Object.keys(COMMANDS).join(" | ")}`);
  process.exit(2);
}
ensureInstalled();
process.exitCode = await run();
