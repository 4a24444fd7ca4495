import { sep } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const A_YEAR = "public, max-age=31536000, immutable";

/** The built web. Vite puts a hash of the content into the name of everything under assets/; pages and the service worker are asked for anew each time. */
export async function serveWeb(app: FastifyInstance, dist: string): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook("onRoute", (route) => {
      route.config = { ...route.config, access: ["anyone"] };
    });
    await scope.register(fastifyStatic, {
      root: dist,
      cacheControl: false,
      extensions: ["html"],
      dotfiles: "ignore",
      preCompressed: true,
      setHeaders: (reply, path) => {
        reply.header("cache-control", path.includes(`${sep}assets${sep}`) ? A_YEAR : "no-cache");
      },
    });
  });
}
