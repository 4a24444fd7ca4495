import { statfs } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import { HttpError } from "./http-error.ts";

/**
 * PostgreSQL stops as a whole when its log finds no room. So that everybody can still read then, writing is refused while
 * some room is left; phones keep what they could not deliver. Room for several of its log's files of 16 MB.
 */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;
const LOOK_EVERY_MS = 2_000;

/** Answers what would write with 507 `disk-full` while the folder's disk is nearly full. */
export function keepRoom(app: FastifyInstance, folder: string): void {
  let looked = 0;
  let hasRoom = true;
  app.addHook("onRequest", async (request) => {
    if (request.method === "GET" || request.method === "HEAD") return;
    const now = performance.now();
    if (now - looked > LOOK_EVERY_MS || looked === 0) {
      looked = now;
      hasRoom = await statfs(folder).then(
        ({ bavail, bsize }) => bavail * bsize >= LEAST_FREE_BYTES,
        () => true,
      );
    }
    if (!hasRoom) throw new HttpError(507, "disk-full");
  });
}
