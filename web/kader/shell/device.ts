import type { Device } from "#web/device/device.ts";

/** The phone's store, lock and sync. `main.tsx` sets it before the first screen is shown. */
export let device: Device;

export function holdDevice(opened: Device): void {
  device = opened;
}

/** The time zone of her site: "today" and every hour on the screen are this zone's. */
export const siteZone = (): string => device.site.value?.timezone ?? "Asia/Jakarta";
