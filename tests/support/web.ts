// The widgets keep the fetch that they find when they load: import this before them.

/** What the server of this page answers, by path; other addresses go to the network as ever. */
export const web = new Map<string, unknown>();
/** The addresses that were asked for, with their query. */
export const asked: string[] = [];

const network = globalThis.fetch.bind(globalThis);

globalThis.fetch = async (input, init) => {
  const {pathname, search} = new URL(input instanceof Request ? input.url : input, location.href);
  if (!web.has(pathname)) return network(input, init);
  asked.push(pathname + search);
  return new Response(JSON.stringify(web.get(pathname)), {
    headers: {'content-type': 'application/json'},
  });
};
