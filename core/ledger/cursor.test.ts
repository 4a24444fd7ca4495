import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCursor, encodeCursor, shareOf, nextCursor, windowOf } from "./cursor.ts";

const EPOCH = "0193-epoch";

describe("the cursor", () => {
  test("comes back as it went out", () => {
    const cursor = { epoch: EPOCH, from: 3, to: 9, at: { stream: "mother:x", seq: 4 } };
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
  });

  test.each(["", "abc", "eyJhIjoxfQ", "%%%", encodeCursor({ epoch: EPOCH, from: -1 })])("%j is no cursor", (text) => expect(decodeCursor(text)).toBeNull());

  test("L6: from another epoch, or beyond what this server ever gave, everything is offered again and read from the start", () => {
    for (const text of ["garbage", encodeCursor({ epoch: "other", from: 3 }), encodeCursor({ epoch: EPOCH, from: 8 }), encodeCursor({ epoch: EPOCH, from: 1, to: 8 })]) {
      expect(windowOf(text, EPOCH, 7)).toEqual({ epoch: EPOCH, from: 0, to: 7, at: null, offerAll: true });
    }
    expect(windowOf(encodeCursor({ epoch: EPOCH, from: 7 }), EPOCH, 7).offerAll).toBe(false);
    expect(windowOf(null, EPOCH, 7)).toMatchObject({ from: 0, offerAll: false });
  });

  test("a window stays as it is while it is paged, and the next one begins where it ends", () => {
    const first = windowOf(encodeCursor({ epoch: EPOCH, from: 2 }), EPOCH, 10);
    const second = windowOf(nextCursor(first, { stream: "mother:b", seq: 6 }), EPOCH, 50);
    expect(second).toMatchObject({ from: 2, to: 10, at: { stream: "mother:b", seq: 6 } });
    expect(windowOf(nextCursor(second, null), EPOCH, 50)).toMatchObject({ from: 10, to: 50, at: null });
  });

  test("a device gets its own entries back only where it begins anew or was given the stream again", () => {
    const stream = { id: "mother:a", firstSeq: 5 };
    expect(shareOf({ from: 0, at: null }, stream, 5)).toEqual({ after: 0, skipOwn: false });
    expect(shareOf({ from: 3, at: null }, stream, 5)).toEqual({ after: 3, skipOwn: true });
    expect(shareOf({ from: 6, at: null }, stream, 9)).toEqual({ after: 0, skipOwn: false });
    expect(shareOf({ from: 6, at: { stream: "mother:a", seq: 7 } }, stream, 9)).toEqual({ after: 7, skipOwn: false });
  });

  test("L6: reading in windows and pages of any size, while streams are gained and grown, misses nothing and doubles nothing", () => {
    // Each step appends to a stream, grants one, or reads a page; grants take a place in the order, as an entry does.
    const step = fc.oneof(fc.record({ grow: fc.nat(3) }), fc.record({ grant: fc.nat(3) }), fc.record({ read: fc.integer({ min: 1, max: 3 }) }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        let last = 0;
        const streams = Array.from({ length: 4 }, () => ({ granted: null as number | null, seqs: [] as number[] }));
        const got: string[] = [];
        let cursor: string | null = null;
        const page = (limit: number): boolean => {
          const window = windowOf(cursor, EPOCH, last);
          const open = streams.flatMap(({ granted, seqs }, n) => {
            if (granted === null || granted > window.to || (window.at !== null && `s${n}` < window.at.stream)) return [];
            const { after } = shareOf(window, { id: `s${n}`, firstSeq: seqs[0] ?? granted }, granted);
            return seqs.filter((seq) => seq > after && seq <= window.to).map((seq) => ({ stream: `s${n}`, seq }));
          });
          const handed = open.slice(0, limit);
          got.push(...handed.map(({ stream, seq }) => `${stream} ${seq}`));
          const more = open.length > limit;
          cursor = nextCursor(window, more ? (handed.at(-1) ?? null) : null);
          return more;
        };
        for (const one of steps) {
          const stream = streams[("grow" in one ? one.grow : "grant" in one ? one.grant : 0) ?? 0];
          if ("read" in one) page(one.read ?? 1);
          else if (stream !== undefined && "grow" in one) stream.seqs.push(++last);
          else if (stream !== undefined && stream.granted === null) stream.granted = ++last;
        }
        while (page(2));
        while (page(2));
        const expected = streams.flatMap(({ granted, seqs }, n) => (granted === null ? [] : seqs.map((seq) => `s${n} ${seq}`)));
        expect(got.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});
