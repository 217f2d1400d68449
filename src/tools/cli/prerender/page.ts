import {Window} from './dom.js';
import {readHeadersOf} from '../../../data/client/kept-responses.js';
import type {EmbeddedResponse} from '../../../data/client/embedded-responses.js';

/** Lifetime of responses without `Cache-Control`, in seconds: most sites are rebuilt at most once per hour. */
const DEFAULT_MAX_AGE_S = 3600;

/** Responses with the same lifetime. */
interface ResponseGroup {
  /** Lifetime in seconds. */
  readonly maxAge: number;
  readonly responses: Readonly<Record<string, EmbeddedResponse>>;
}

/** Records the responses of `fetch`, to embed them in the fragment. */
class Recorder {
  readonly #responses = new Map<
    string,
    {readonly maxAge: number; readonly response: EmbeddedResponse}
  >();
  /** URLs of responses that cannot be embedded: partial content and binary data. */
  readonly notEmbeddable = new Set<string>();

  /** `fetch` that records each response. */
  readonly fetch: typeof fetch = async (input, init) => {
    const response = await this.#fetch(input, init);
    const url = input instanceof Request ? input.url : String(input);
    if (response.ok) await this.#record(url, response.clone());
    return response;
  };
  readonly #fetch: typeof fetch;

  constructor(native: typeof fetch) {
    this.#fetch = native;
  }

  async #record(url: string, response: Response): Promise<void> {
    const bytes = await response.arrayBuffer();
    try {
      if (response.status !== 200) throw new TypeError('partial content');
      const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
      // The body is parsed as JSON with or without this type.
      const headers = readHeadersOf(response).filter(
        ([name, value]) => name !== 'content-type' || !value.includes('json'),
      );
      const recorded: EmbeddedResponse = headers.length
        ? [text, {headers: Object.fromEntries(headers)}]
        : [text];
      this.#responses.set(url, {
        maxAge: maxAgeOf(response.headers.get('cache-control') ?? ''),
        response: recorded,
      });
    } catch {
      this.notEmbeddable.add(url);
    }
  }

  /**
   * Returns the recorded responses, grouped by lifetime.
   *
   * @param override Lifetime in seconds that replaces the one stated by the server.
   */
  groupByMaxAge(override: number | undefined): readonly ResponseGroup[] {
    const groups = new Map<number, Record<string, EmbeddedResponse>>();
    // Sorted by URL: the order of arrival is random.
    const sorted = [...this.#responses].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [url, {maxAge, response}] of sorted) {
      const responses = groups.get(override ?? maxAge) ?? {};
      responses[url] = response;
      groups.set(override ?? maxAge, responses);
    }
    return [...groups]
      .sort(([a], [b]) => a - b)
      .map(([maxAge, responses]) => ({maxAge, responses}));
  }
}

/** Returns the lifetime given by `Cache-Control` (RFC 9111), in seconds. */
function maxAgeOf(header: string): number {
  if (/\bno-(?:store|cache)\b/i.test(header)) return 0;
  const seconds = /\b(?:s-maxage|max-age)=(\d+)/i.exec(header)?.[1];
  return seconds === undefined ? DEFAULT_MAX_AGE_S : Number(seconds);
}

/** Browser globals that the elements use. */
const GLOBALS = [
  'CSSStyleSheet',
  'CustomEvent',
  'customElements',
  'Document',
  'DOMParser',
  'document',
  'Element',
  'Event',
  'HTMLElement',
  'HTMLImageElement',
  'history',
  'location',
  'matchMedia',
  'MutationObserver',
  'navigator',
  'Node',
  'ResizeObserver',
  'ShadowRoot',
  'addEventListener',
  'removeEventListener',
  'getComputedStyle',
] as const;

/** Stub of `IntersectionObserver`: nothing ever intersects, but the callback runs once per target, as in browsers. */
class IntersectionObserverStub {
  readonly #callback: (entries: readonly object[]) => void;

  constructor(callback: (entries: readonly object[]) => void) {
    this.#callback = callback;
  }

  observe(target: Element): void {
    // Without the bounds of a window, as in a frame: nothing is measured.
    const entry = {target, isIntersecting: false, intersectionRatio: 0, rootBounds: null};
    queueMicrotask(() => this.#callback([entry]));
  }

  unobserve(): void {}

  disconnect(): void {}
}

/** Page without a browser, in which the elements of the library render. */
export interface PrerenderPage {
  readonly document: Document;
  readonly recorder: Recorder;
  /** Warnings that the elements have logged. */
  readonly warnings: readonly string[];
}

/**
 * Opens the page; once per thread. Must run before the elements are imported, since they read globals at load time.
 * Scripts, styles, frames and pictures are neither loaded nor executed.
 */
export async function openPage(address: string): Promise<PrerenderPage> {
  const window = new Window({
    url: address,
    settings: {
      disableComputedStyleRendering: true,
      navigation: {
        disableMainFrameNavigation: true,
        disableChildFrameNavigation: true,
        disableChildPageNavigation: true,
      },
    },
  });
  const windowProperties = window as unknown as Record<string, unknown>;
  const globals = globalThis as unknown as Record<string, unknown>;
  const set = (name: string, value: unknown): void =>
    void Object.defineProperty(globals, name, {value, writable: true, configurable: true});
  for (const name of GLOBALS) {
    const value = windowProperties[name];
    set(name, isMethod(name, value) ? value.bind(window) : value);
  }
  set('window', globalThis);
  set('IntersectionObserver', IntersectionObserverStub);
  Object.defineProperty(Element.prototype, 'part', {get: createPartList, configurable: true});
  const recorder = new Recorder(fetch);
  set('fetch', recorder.fetch);
  const warnings: string[] = [];
  console.warn = (line: unknown) => void warnings.push(String(line));
  // Imported by URL, so that the compiler does not check all elements again for the command line.
  await import(new URL('../../../define/all.js', import.meta.url).href);
  return {document, recorder, warnings};
}

const isMethod = (name: string, value: unknown): value is () => unknown =>
  typeof value === 'function' && /^[a-z]/.test(name);

/** Replaces `Element.part`, which this DOM lacks, as far as the elements use it. */
function createPartList(this: Element): Pick<DOMTokenList, 'add'> {
  return {add: (...names) => this.setAttribute('part', names.join(' '))};
}
