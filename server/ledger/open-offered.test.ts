import * as fc from "fast-check";
import { expect, test } from "vitest";
import { entryHash } from "#core/ledger/digest.ts";
import type { JsonObject } from "#core/ledger/json.ts";
import { storyOf } from "#core/testing.ts";
import { fastEntryHash } from "./open-offered.ts";

test("L5: the server's hash of an entry is the phone's", () => {
  const entry = storyOf("mother").tell("mother.registered", { name: "Ibu Rekaan" });
  fc.assert(
    fc.property(fc.object({ values: [fc.string({ unit: "binary" }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)] }), (body) => {
      const sent = JSON.parse(JSON.stringify({ ...entry, body: body as JsonObject }));
      void expect(fastEntryHash(sent)).toBe(entryHash(sent));
    }),
  );
});
