export const planted = () => fetch("/api/health");
