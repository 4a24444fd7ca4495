import { createReadStream } from "node:fs";
import { triageLine } from "#core/triage/case-line.ts";
import { CURRENT_BOOK } from "#content/rules/rule-book.ts";

/** Exit status: 0 all read, 1 at least one line was faulty, 2 nothing could be read. */
const FAULTY = 1;
const UNREADABLE = 2;

const USAGE = "npm run --silent triage -- FILE.jsonl    (one case a line; - reads standard input)";
const NEW_LINE = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** Results are written in portions of about this many characters. */
const PORTION = 64 * 1024;

/** The lines of a stream of bytes. A last line without a line feed counts; an empty rest does not. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const rest: Buffer[] = [];
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(NEW_LINE); end !== -1; end = chunk.indexOf(NEW_LINE, from)) {
      yield Buffer.concat([...rest.splice(0), chunk.subarray(from, end)]);
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Bytes that are no UTF-8 are no JSON either: they give a line that is broken. */
function textOf(line: Buffer): string {
  try {
    return utf8.decode(line);
  } catch {
    return "";
  }
}

const withoutMark = (line: Buffer): Buffer => (line.subarray(0, 3).equals(BYTE_ORDER_MARK) ? line.subarray(3) : line);

const write = (text: string): Promise<void> => new Promise((done) => (process.stdout.write(text) ? done() : process.stdout.once("drain", done)));

async function run(bytes: AsyncIterable<Buffer>): Promise<void> {
  let portion = "";
  let first = true;
  for await (const line of linesOf(bytes)) {
    const result = triageLine(CURRENT_BOOK, textOf(first ? withoutMark(line) : line));
    first = false;
    if (result.faulty) process.exitCode = FAULTY;
    portion += `${result.text}\n`;
    if (portion.length < PORTION) continue;
    await write(portion);
    portion = "";
  }
  await write(portion);
}

// Whoever reads the results may have enough of them.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") console.error(error.message);
  process.exit(error.code === "EPIPE" ? 0 : UNREADABLE);
});

const [file, ...more] = process.argv.slice(2);
if (file === undefined || more.length > 0) {
  console.error(USAGE);
  process.exitCode = UNREADABLE;
} else {
  try {
    await run(file === "-" ? process.stdin : createReadStream(file));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = UNREADABLE;
  }
}
