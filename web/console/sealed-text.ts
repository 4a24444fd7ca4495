/** AES-GCM for what a browser keeps: without the key that the server hands out after signing in, it cannot be read. */
const decode = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const encode = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

const keyOf = (key: string): Promise<CryptoKey> => crypto.subtle.importKey("raw", decode(key), "AES-GCM", false, ["encrypt", "decrypt"]);

/** `key`: base64url of 32 bytes. */
export async function sealText(key: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(key), new TextEncoder().encode(text));
  return `${encode(iv)}.${encode(new Uint8Array(sealed))}`;
}

/** Null where this key does not open it. */
export async function openText(key: string, sealed: string): Promise<string | null> {
  const [iv = "", text = ""] = sealed.split(".");
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: decode(iv) }, await keyOf(key), decode(text)));
  } catch {
    return null;
  }
}
