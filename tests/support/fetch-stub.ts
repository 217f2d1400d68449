// Import before any module of src/: the client keeps a reference to `fetch`.

type ResponseFactory = (requestedUrls: URLSearchParams) => unknown;

/** Responses by path, or functions of the query. Other requests use the network. */
export const stubResponses = new Map<string, unknown>();
/** Paths and queries of the requests. */
export const asked: string[] = [];

const nativeFetch = globalThis.fetch.bind(globalThis);

globalThis.fetch = async (input, init) => {
  const {pathname, search, searchParams} = new URL(
    input instanceof Request ? input.url : input,
    location.href,
  );
  if (!stubResponses.has(pathname)) return nativeFetch(input, init);
  asked.push(pathname + search);
  const body = stubResponses.get(pathname);
  const answer: unknown =
    typeof body === 'function' ? (body as ResponseFactory)(searchParams) : body;
  return new Response(JSON.stringify(answer), {
    headers: {'content-type': 'application/json'},
  });
};
