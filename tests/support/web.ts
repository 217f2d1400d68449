// Import before any module of src/: the client keeps a reference to `fetch`.

type Answering = (asked: URLSearchParams) => unknown;

/** Responses by path, or functions of the query. Other requests use the network. */
export const web = new Map<string, unknown>();
/** Paths and queries of the requests. */
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
