import net from "node:net";

export type CutProxy = {
  readonly port: number;
  /** Connections refused from now on, running ones cut. */
  down: () => void;
  up: () => void;
  /** Cuts the next connection that carries `marker` in its request, once the server has begun to answer: the server did it, the phone never hears. */
  cutAnswerTo: (marker: string) => void;
  readonly cuts: () => number;
  close: () => Promise<void>;
};

/** A network that can be cut, between a browser and the server on this machine. */
export async function createCutProxy(target: number): Promise<CutProxy> {
  let isDown = false;
  let marker: string | null = null;
  let cuts = 0;
  const open = new Set<net.Socket>();
  const server = net.createServer((browser) => {
    if (isDown) return void browser.destroy();
    const upstream = net.connect(target, "127.0.0.1");
    let marked = false;
    open.add(browser).add(upstream);
    browser.on("data", (data) => {
      if (marker !== null && data.includes(marker)) {
        marked = true;
        marker = null;
      }
      upstream.write(data);
    });
    upstream.on("data", (data) => {
      if (!marked) return void browser.write(data);
      cuts++;
      browser.destroy();
      upstream.destroy();
    });
    for (const [here, there] of [[browser, upstream], [upstream, browser]] as const) {
      here.on("error", () => undefined);
      here.on("close", () => {
        open.delete(here);
        there.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const down = () => {
    isDown = true;
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    down,
    up: () => (isDown = false),
    cutAnswerTo: (text) => (marker = text),
    cuts: () => cuts,
    close: () =>
      new Promise<void>((resolve) => {
        down();
        server.close(() => resolve());
      }),
  };
}
