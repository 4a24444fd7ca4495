import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/** What the kader's page reaches, by file name: filled when the bundle is made, read when the service worker is. */
const kaderFiles = new Set<string>();

/** Walks the imports from index.html, static and lazy, so that no part of the console is ever stored on a kader's phone. */
const followKaderImports: Plugin = {
  name: "follow-kader-imports",
  apply: "build",
  // The plugin for the service worker runs even after a failed build, and its error would hide this one.
  buildEnd: (error) => void (error && console.error(error.message)),
  renderError: (error) => void (error && console.error(error.message)),
  generateBundle(_, bundle) {
    const waiting = Object.values(bundle).flatMap((file) => (file.type === "chunk" && file.facadeModuleId?.endsWith("/web/index.html") ? [file.fileName] : []));
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const file = bundle[name];
      if (kaderFiles.has(name) || file === undefined) continue;
      kaderFiles.add(name);
      if (file.type !== "chunk") continue;
      waiting.push(...file.imports, ...file.dynamicImports, ...(file.viteMetadata?.importedCss ?? []), ...(file.viteMetadata?.importedAssets ?? []));
    }
  },
};

/** Files of web/public that the kader's app shows or is installed with. */
const ALONGSIDE = new Set(["index.html", "app.webmanifest", "icon.svg", "icon-192.png", "apple-touch-icon.png"]);

export default defineConfig({
  root: "web",
  publicDir: "public",
  define: { __APP_VERSION__: JSON.stringify((JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version) },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    // The oldest browser that we promise: Chrome 115 on Android.
    target: "chrome115",
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["index", "konsol"].map((page) => `${import.meta.dirname}/web/${page}.html`) },
  },
  plugins: [
    followKaderImports,
    VitePWA({
      // A new version waits until somebody applies it: web/kader/shell/update.ts.
      registerType: "prompt",
      injectRegister: false,
      // Linked in index.html by hand: the console is no app to install.
      manifest: false,
      workbox: {
        globPatterns: ["**/*.{js,css,html,svg,png,webmanifest}"],
        manifestTransforms: [
          (entries) => {
            // After a failed build there is no page: such a service worker would leave phones with nothing to show.
            if (kaderFiles.size === 0) throw new Error("no kader app was built");
            return { manifest: entries.filter(({ url }) => kaderFiles.has(url) || ALONGSIDE.has(url)), warnings: [] };
          },
        ],
        navigateFallback: "/index.html",
        navigateFallbackAllowlist: [/^\/(index\.html)?$/],
        // The very first visit works offline too, before the page was ever loaded anew.
        clientsClaim: true,
        cleanupOutdatedCaches: true,
        sourcemap: false,
      },
    }),
  ],
});
