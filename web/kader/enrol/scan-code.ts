import { offeredToken } from "#web/device/enrol.ts";

/** The browser's own reader of square codes (Chrome on Android). TypeScript does not know it yet. */
type Detector = { detect: (image: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]> };
type DetectorClass = new (options: { formats: readonly string[] }) => Detector;

const detectorClass = (): DetectorClass | undefined => (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

export const canScan = (): boolean => detectorClass() !== undefined && navigator.mediaDevices?.getUserMedia !== undefined;

/** The invitation in a scanned text: a whole link of this app, or the short code alone; null for anything else. */
export function scannedToken(text: string): string | null {
  const trimmed = text.trim();
  if (/^[A-Za-z0-9]{4}-?[A-Za-z0-9]{4}$/.test(trimmed)) return trimmed.replace("-", "");
  try {
    return offeredToken(new URL(trimmed).hash);
  } catch {
    return null;
  }
}

/** Reads codes from a playing video until `stop`: about five looks a second, which is enough and saves the battery. */
export function readCodes(video: HTMLVideoElement, onText: (text: string) => void): () => void {
  const Detects = detectorClass();
  if (Detects === undefined) return () => undefined;
  const detector = new Detects({ formats: ["qr_code"] });
  let stopped = false;
  const look = async () => {
    if (stopped) return;
    const found = await detector.detect(video).catch(() => []);
    const text = found[0]?.rawValue;
    if (text !== undefined && !stopped) onText(text);
    setTimeout(() => void look(), 200);
  };
  void look();
  return () => void (stopped = true);
}
