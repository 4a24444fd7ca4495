/** What a person must read to get the server started: plain words, shown without a stack. */
export class StartError extends Error {
  override readonly name = "StartError";
}
