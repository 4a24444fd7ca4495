type Waiting<I, O> = { readonly input: I; readonly resolve: (output: O) => void; readonly reject: (error: unknown) => void };

/**
 * While a round for a key is under way, what comes in for the same key waits, and goes together in the next: whoever must take
 * turns anyway shares one turn, and one commit. `round` answers each input, in order; `mayJoin` says whether one more fits. A
 * round of several that fails is tried one by one, so that nobody fails for another.
 */
export function createGathering<I, O>(round: (inputs: readonly I[]) => Promise<readonly O[]>, mayJoin: (gathered: readonly I[], next: I) => boolean): (key: string, input: I) => Promise<O> {
  const queues = new Map<string, Waiting<I, O>[]>();

  const settle = async (together: readonly Waiting<I, O>[]): Promise<void> => {
    try {
      const outputs = await round(together.map(({ input }) => input));
      for (const [n, { resolve }] of together.entries()) resolve(outputs[n] as O);
    } catch (error) {
      if (together.length === 1) together[0]?.reject(error);
      else for (const one of together) await settle([one]);
    }
  };

  const work = async (key: string, queue: Waiting<I, O>[]): Promise<void> => {
    for (let first = queue.shift(); first !== undefined; first = queue.shift()) {
      const together = [first];
      for (let next = queue[0]; next !== undefined && mayJoin(together.map(({ input }) => input), next.input); next = queue[0]) together.push(queue.shift() as Waiting<I, O>);
      await settle(together);
    }
    queues.delete(key);
  };

  return (key, input) =>
    new Promise((resolve, reject) => {
      const queue = queues.get(key);
      if (queue !== undefined) return void queue.push({ input, resolve, reject });
      const fresh = [{ input, resolve, reject }];
      queues.set(key, fresh);
      void work(key, fresh);
    });
}
