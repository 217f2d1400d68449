// The widgets keep the fetch that they find when they load: import this before them.

type Answering = (asked: URLSearchParams) => unknown;

/** What the server of this page answers, by path, or makes of a question; other addresses go to the network as ever. */
export const web = new Map<string, unknown>();
/** The addresses that were asked for, with their query. */
export const asked: string[] = [];

const network = globalThis.fetch.bind(globalThis);

globalThis.fetch = async (input, init) => {
  const {pathname, search, searchParams} = new URL(
    input instanceof Request ? input.url : input,
    location.href,
  );
  if (!web.has(pathname)) return network(input, init);
  asked.push(pathname + search);
  const body = web.get(pathname);
  const answer: unknown = typeof body === 'function' ? (body as Answering)(searchParams) : body;
  return new Response(JSON.stringify(answer), {
    headers: {'content-type': 'application/json'},
  });
};
