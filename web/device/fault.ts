/**
 * Why the device layer cannot go on. A call that rejects with one of these has written nothing.
 * `locked`: no PIN was entered. `broken`: the entry does not fit its type. `too-large`: its body is over the limit. `storage-full`: the
 * phone has no room. `cannot-seal`: the sealing code could not be loaded. `elsewhere`: another tab took over. `no-storage`: no IndexedDB.
 */
export type FaultCode = "locked" | "broken" | "too-large" | "storage-full" | "cannot-seal" | "elsewhere" | "no-storage";

export class DeviceFault extends Error {
  readonly code: FaultCode;
  /** For `broken`: the path of the field. */
  readonly where: string | undefined;

  constructor(code: FaultCode, where?: string, cause?: unknown) {
    super(where === undefined ? code : `${code} at ${where}`, { cause });
    this.name = "DeviceFault";
    this.code = code;
    this.where = where;
  }
}

export const isFault = (error: unknown, code: FaultCode): boolean => error instanceof DeviceFault && error.code === code;
