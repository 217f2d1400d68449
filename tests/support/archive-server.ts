// Import before any module of src/: the client keeps a reference to `fetch`.

/** Simulated web server with tile archives. */
export interface ArchiveServer {
  /** Requested ranges. */
  readonly requestedRanges: string[];
  /** True to return the whole file for range requests. */
  ignoresRanges: boolean;
  /** Number of full response bodies that were read. */
  bodiesRead: number;
  /** Length at which the file is truncated. */
  fileEnd: number;
  /** Ranges from this offset on contain only zeros. */
  zeroedFrom: number;
  /** Returns a URL that has not been requested before. */
  url(name: string, host?: string): string;
}

const {fetch: nativeFetch} = globalThis;
const files = new Map<string, ArrayBuffer>();
let server = newServer();
let serial = 0;

function newServer(): ArchiveServer {
  return {
    requestedRanges: [],
    ignoresRanges: false,
    bodiesRead: 0,
    fileEnd: Infinity,
    zeroedFrom: Infinity,
    url: (name, host = location.origin) => `${host}/tuiles/${name}.pmtiles?${String(++serial)}`,
  };
}

function answer(file: ArrayBuffer, range: string): Response {
  server.requestedRanges.push(range);
  if (server.ignoresRanges) {
    const pull = () => {
      server.bodiesRead++;
    };
    return new Response(new ReadableStream({pull}, {highWaterMark: 0}), {status: 200});
  }
  const [first = 0, last = 0] = range.replace('bytes=', '').split('-').map(Number);
  const body = file.slice(first, Math.min(last + 1, server.fileEnd));
  return new Response(first >= server.zeroedFrom ? new Uint8Array(body.byteLength) : body, {
    status: 206,
  });
}

globalThis.fetch = (input, init) => {
  const {pathname} = new URL(input instanceof Request ? input.url : String(input), location.href);
  const file = files.get(/^\/tuiles\/(\w+)\.pmtiles$/.exec(pathname)?.[1] ?? '');
  if (!file) return nativeFetch(input, init);
  return Promise.resolve(answer(file, new Headers(init?.headers).get('range') ?? ''));
};

/** Starts a server without faults, with the archives of the demo. */
export async function serveArchives(): Promise<ArchiveServer> {
  for (const name of ['nord', 'ile'])
    if (!files.has(name))
      files.set(name, await (await nativeFetch(`/demo/fonds/${name}.pmtiles`)).arrayBuffer());
  return (server = newServer());
}

/** Adds an archive. */
export const addArchive = (name: string, file: ArrayBuffer): void => void files.set(name, file);
