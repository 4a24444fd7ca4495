/** What somebody who waits should read: Indonesian first, on stderr, so that stdout stays for results. */
export const say = (indonesian, english) => console.error(`${indonesian} / ${english}`);
