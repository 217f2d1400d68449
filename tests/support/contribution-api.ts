// Import before any module of src/: the client keeps a reference to `fetch`.

/** Submitted contribution, with methods that answer the request. */
export interface Submission {
  readonly key: string;
  readonly language: string | null;
  readonly contribution: Readonly<Record<string, unknown>>;
  readonly photos: readonly File[];
  readonly signal: AbortSignal;
  /** Answers with 201. */
  accept(id?: string): void;
  /** Answers with a problem (RFC 9457). */
  reject(status: number, problem: object, headers?: Record<string, string>): void;
  /** Simulates a network error. */
  fail(): void;
}

/** Submissions, in order. */
export const submissions: Submission[] = [];
/** Contributions returned by the list, whatever their state. */
export const listedContributions: unknown[] = [];

/** Other responses of the same origin, by path. */
export const files = new Map<string, unknown>();

/** Base URL of the API. */
export const API = '/desk';

const nativeFetch = globalThis.fetch.bind(globalThis);

async function receive(url: URL, init: RequestInit): Promise<Response> {
  const form = init.body as FormData;
  const json = await (form.get('contribution') as Blob).text();
  const contribution = JSON.parse(json) as Record<string, unknown>;
  return new Promise((resolve, reject) => {
    const answer = (status: number, body: object, headers: Record<string, string>): void =>
      resolve(new Response(JSON.stringify(body), {status, headers}));
    init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    submissions.push({
      key: new Headers(init.headers).get('Idempotency-Key') ?? '',
      language: url.searchParams.get('lang'),
      contribution,
      photos: form.getAll('photo') as File[],
      signal: init.signal as AbortSignal,
      accept: (id = '7F3K-29QX') =>
        answer(
          201,
          {...contribution, id, state: 'pending', receipt: `https://desk.example/receipts/${id}`},
          {'Content-Type': 'application/json'},
        ),
      reject: (status, problem, headers = {}) =>
        answer(
          status,
          {status, ...problem},
          {
            'Content-Type': 'application/problem+json',
            ...headers,
          },
        ),
      fail: () => reject(new TypeError('Failed to fetch')),
    });
  });
}

globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  if (!url.pathname.startsWith(`${API}/`)) return nativeFetch(input, init);
  if (init?.method === 'POST') return receive(url, init);
  const file = files.get(url.pathname);
  if (file !== undefined) return new Response(JSON.stringify(file));
  const items = url.pathname.endsWith('/contributions') ? listedContributions : [];
  return new Response(
    JSON.stringify({version: '1', items, total: items.length, complete: false, next: null}),
  );
};
