import {Window} from './dom.js';
import {Recorder} from './recorder.js';

/** What the elements take for granted of a browser. */
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
] as const;

/** Where nothing is seen, nothing comes into view: but whoever asks is answered. */
class NothingSeen {
  readonly #told: (entries: readonly object[]) => void;

  constructor(told: (entries: readonly object[]) => void) {
    this.#told = told;
  }

  observe(): void {
    queueMicrotask(() => this.#told([]));
  }

  unobserve(): void {}

  disconnect(): void {}
}

/** A page without a browser, in which the very elements of the library draw themselves. */
export interface BarePage {
  readonly document: Document;
  readonly recorder: Recorder;
  /** What the elements say to the webmaster. */
  readonly warnings: readonly string[];
}

/**
 * Opens the page, once a process: the elements keep hold of what was global when they were loaded, so that this comes
 * before them. Scripts, styles, frames and pictures of a page are neither fetched nor run.
 */
export async function openPage(address: string): Promise<BarePage> {
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
  const given = window as unknown as Record<string, unknown>;
  const world = globalThis as unknown as Record<string, unknown>;
  const set = (name: string, value: unknown): void =>
    void Object.defineProperty(world, name, {value, writable: true, configurable: true});
  for (const name of GLOBALS) {
    const value = given[name];
    set(name, isMethod(name, value) ? value.bind(window) : value);
  }
  set('window', globalThis);
  set('IntersectionObserver', NothingSeen);
  Object.defineProperty(Element.prototype, 'part', {get: partsOf, configurable: true});
  const recorder = new Recorder(fetch);
  set('fetch', recorder.fetch);
  const warnings: string[] = [];
  console.warn = (line: unknown) => void warnings.push(String(line));
  // By its address: the compiler need not read all elements again for the command line.
  await import(new URL('../../define/all.js', import.meta.url).href);
  return {document, recorder, warnings};
}

const isMethod = (name: string, value: unknown): value is () => unknown =>
  typeof value === 'function' && /^[a-z]/.test(name);

/** `Element.part` as far as the elements use it: this DOM lacks it. */
function partsOf(this: Element): Pick<DOMTokenList, 'add'> {
  return {add: (...names) => this.setAttribute('part', names.join(' '))};
}
