import { uuid } from "#core/ledger/entry.ts";
import { sealedSchema } from "#core/ledger/protocol.ts";
import { err, ok, type Result } from "#core/result.ts";
import * as v from "valibot";
import { uploadTokens } from "./exchange.ts";
import type { Phone } from "./phone.ts";
import { httpTransport, type Transport } from "./wire.ts";

const KIND = "dampingi-unsent-1";

/**
 * A file of what is not delivered, for a phone that no longer gets through: sealed entries, which the server alone can read, and
 * the token that delivers them, which reads nothing. Whoever holds the file can deliver it, as often as he likes: ids make it once.
 */
const exportSchema = v.strictObject({
  kind: v.literal(KIND),
  madeAt: v.string(),
  devices: v.array(v.strictObject({ device: uuid, uploadToken: v.string(), entries: v.array(sealedSchema) })),
});

/** Everything that the server has not acknowledged, refused entries too; null where there is nothing. Works while locked. */
export function exportUnsent(phone: Phone): { name: string; text: string } | null {
  const madeAt = new Date(phone.env.now()).toISOString();
  const devices = [...uploadTokens(phone, true)].map(([device, uploadToken]) => ({
    device,
    uploadToken,
    entries: [...phone.outbox.values()].filter((row) => row.device === device && row.state !== "set-aside").map(({ id, sealed }) => ({ id, sealed })),
  }));
  const some = devices.filter((device) => device.entries.length > 0);
  if (some.length === 0) return null;
  return { name: `dampingi-belum-terkirim-${madeAt.slice(0, 10)}.json`, text: JSON.stringify({ kind: KIND, madeAt, devices: some }) };
}

export type Delivered = { readonly accepted: number; readonly refused: number };
const AT_ONCE = 50;

/** Delivers such a file from anywhere. Safe to repeat; the phone itself learns of it at its next sync. */
export async function deliverExport(file: string, transport: Transport = httpTransport()): Promise<Result<Delivered, { code: "not-an-export" | "offline" | "server" }>> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), exportSchema), file);
  if (!parsed.success) return err({ code: "not-an-export" });
  const delivered = { accepted: 0, refused: 0 };
  for (const { device, uploadToken, entries } of parsed.output.devices) {
    for (let at = 0; at < entries.length; at += AT_ONCE) {
      const answer = await transport.sync(uploadToken, { device, cursor: null, entries: entries.slice(at, at + AT_ONCE) });
      if (!answer.ok) return err({ code: answer.error.code === "offline" ? "offline" : "server" });
      delivered.accepted += answer.value.accepted.length;
      delivered.refused += answer.value.refused.length;
    }
  }
  return ok(delivered);
}
