import { defineConfig } from "vite";

/** Shows every part and picture of the look while one works on it: `vite --config vite.config.gallery.ts`, then /gallery.html. Never built for production. */
export default defineConfig({
  root: "web",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { port: 5199, strictPort: true },
});
