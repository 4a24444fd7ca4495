export const planted = () => import("../../web/device/store.ts");
