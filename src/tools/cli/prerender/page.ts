import {Window} from './dom.js';
import {Recorder} from './recorder.js';

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
