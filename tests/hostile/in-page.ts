// Runs in the test page before all other scripts: records executed code, requests and inserted nodes, and draws the
// widgets. The same code runs in three engines; each sends `hostile.…` and gets JSON back.

import {allPartsDrawn} from '../support/page-parts.js';

type Widget = HTMLElement & {
  readonly loadComplete?: Promise<void>;
  readonly updateComplete?: Promise<unknown>;
};

/** Widget to draw: its tag, attributes and content, and the collection of the portal passed as `items`. */
export interface Drawing {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Custom properties of its style. */
  readonly style?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly inside?: readonly Drawing[];
}

export interface PageObservations {
  /** Executed code, policy violations and errors. */
  readonly events: readonly string[];
  /** Kinds of nodes present, as `host > element[attribute]`. */
  readonly nodes: readonly string[];
  /** URLs and styles that no widget may write. */
  readonly faults: readonly string[];
  /** All text, shadow trees included, one entry per widget. Without announcements: they depend on the time a load takes. */
  readonly texts: readonly string[];
}

const events: string[] = [];
const note = (what: string): void => {
  if (events.length < 50) events.push(what.slice(0, 300));
};

for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
  Object.defineProperty(window, name, {
    configurable: false,
    value: (...words: unknown[]) => note(`${name}(${words.join()}) ran`),
  });
const open = window.open.bind(window);
window.open = (...given) => {
  note(`window.open(${String(given[0])})`);
  return given[0] === undefined ? open() : null;
};
addEventListener('error', event => {
  // A missing picture fires an error event on its element, without a message.
  if (event.message) note(`error: ${event.message}`);
});
addEventListener('unhandledrejection', event => note(`rejection: ${String(event.reason)}`));
document.addEventListener('securitypolicyviolation', event => {
  const {effectiveDirective, blockedURI, sample, sourceFile} = event;
  // Pictures may come from any https host; those named in a style are at /leak, which the server records. An API named
  // by an attribute may be on any host too.
  const isFetched = ['img-src', 'connect-src'].includes(effectiveDirective);
  if (!location.pathname.startsWith('/strict/') && isFetched && blockedURI.startsWith('https:'))
    return;
  // The content that this script writes into a data block belongs to the page.
  const isOwn =
    effectiveDirective.startsWith('require-trusted') && sourceFile.endsWith('/in-page.js');
  if (isOwn) return;
  note(`violation: ${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}`);
});
addEventListener('beforeunload', () => {
  sessionStorage.setItem('left', 'the page was left');
});
if (sessionStorage.getItem('left')) note(sessionStorage.getItem('left') ?? '');
sessionStorage.clear();

// Navigation is prevented: it would hide later effects. A link to a script is recorded by its URL.
addEventListener(
  'click',
  event => {
    if (event.composedPath().some(node => node instanceof Element && node.localName === 'a'))
      event.preventDefault();
  },
  true,
);
addEventListener('submit', event => event.preventDefault(), true);

const ownNodes = new WeakSet<Element>();

const ADDRESS = /^(?:https?:|mailto:|tel:|blob:|data:image\/|#|\?|$)/i;
const ADDRESSES = [
  'href',
  'src',
  'action',
  'formaction',
  'srcdoc',
  'srcset',
  'poster',
  'data',
  'ping',
  'background',
  'xlink:href',
];

/** Returns an address as the browser resolves it. */
const resolved = (element: Element, name: string, value: string): string => {
  if (value === '' || value.startsWith('#') || value.startsWith('?')) return value;
  const had = (element as unknown as Record<string, unknown>)[name];
  return typeof had === 'string' && had !== '' ? had : value;
};

/** Returns an element's own style, without our custom properties, which the page writes. */
const styleOf = (element: Element): string => {
  const {style} = element as HTMLElement;
  return [...style]
    .filter(name => !name.startsWith('--spass-'))
    .map(name => `${name}: ${style.getPropertyValue(name)}`)
    .join('; ');
};

/** @param unread Selector of elements whose texts are left out. */
function observe(unread = '[role=status]'): Omit<PageObservations, 'events'> {
  const nodes = new Set<string>();
  const faults = new Set<string>();
  const read = (node: Node, host: string): string => {
    if (node instanceof Text) return node.parentElement?.closest(unread) ? '' : node.data;
    // A code chunk being loaded: the library's own, removed once it has run.
    const isPart =
      node instanceof HTMLScriptElement && node.src.startsWith(`${location.origin}/cdn/spass-`);
    if (node instanceof Element && !ownNodes.has(node) && !isPart) {
      const space = node.namespaceURI?.endsWith('/xhtml') ? '' : 'x:';
      // A data block is not executed; its type shows it.
      const kind = node instanceof HTMLScriptElement && node.type ? `:${node.type}` : '';
      const name = `${space}${node.localName}${kind}`;
      nodes.add(`${host} > ${name}`);
      for (const {name: attribute, value} of node.attributes) {
        nodes.add(`${host} > ${name}[${attribute}]`);
        if (attribute.startsWith('on')) faults.add(`${host} > ${name}[${attribute}]`);
        // Attributes set by the page on our tags are not links.
        const isLink = ADDRESSES.includes(attribute) && !node.localName.startsWith('spass-');
        if (isLink && !ADDRESS.test(resolved(node, attribute, value)))
          faults.add(`${host} > ${name}[${attribute}=${value.slice(0, 80)}]`);
        const style = attribute === 'style' ? styleOf(node) : '';
        if (/url|image-set|expression|javascript|position\s*:\s*fixed/i.test(style))
          faults.add(`${host} > ${name}[style=${style.slice(0, 80)}]`);
      }
    }
    const inner = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [];
    const below = node instanceof Element && node.shadowRoot ? node.localName : host;
    return [
      ...inner.flatMap(root => [...root.childNodes]).map(child => read(child, below)),
      ...[...node.childNodes].map(child => read(child, host)),
    ].join('');
  };
  const widgets = [...(document.querySelector('main')?.children ?? [])];
  const texts = widgets.map(widget => read(widget, 'page'));
  for (const place of document.documentElement.children)
    for (const node of place.childNodes)
      if (!(node instanceof Element && node.localName === 'main')) read(node, 'page');
  return {nodes: [...nodes].sort(), faults: [...faults], texts};
}

function createWidget({
  tag,
  attributes = {},
  properties = {},
  style = {},
  text = '',
  inside = [],
}: Drawing): Widget {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, properties);
  element.append(text, ...inside.map(createWidget));
  return element;
}

const allNodes = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap(element => [
    element,
    ...(element.shadowRoot ? allNodes(element.shadowRoot) : []),
  ]);

const widgetsIn = (root: ParentNode): Widget[] =>
  allNodes(root).filter(({localName}) => localName.startsWith('spass-')) as Widget[];

/** True if a placeholder has not yet become the widget it names. */
const isWaiting = (place: Element): boolean =>
  place.firstElementChild === null &&
  !!customElements.get(`spass-${String(place.getAttribute('data-spass')).trim()}`);

async function settle(root: ParentNode): Promise<void> {
  while ([...root.querySelectorAll('[data-spass]')].some(isWaiting))
    await new Promise(requestAnimationFrame);
  const settled = new Set<Widget>();
  // A nested widget is drawn with its parent.
  const next = (): Widget | undefined => widgetsIn(root).find(widget => !settled.has(widget));
  for (let widget = next(); widget; widget = next()) {
    settled.add(widget);
    widget.scrollIntoView();
    // A map is loaded when visible, which the browser reports only after rendering.
    if (widget.shadowRoot?.querySelector('.map, .stage'))
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    await widget.loadComplete;
  }
  await new Promise(requestAnimationFrame);
}

/** Acts as a reader: clicks, opens and changes controls as long as new ones appear. */
async function press(root: ParentNode, max: number): Promise<void> {
  const pressed = new WeakSet<Element>();
  for (let count = 0; count < max; count++) {
    const next = allNodes(root).find(
      element =>
        !pressed.has(element) &&
        element.matches(
          'button:not([type=submit]):not([disabled]), summary, [part~=marker], [role=tab]',
        ) &&
        (element as HTMLElement).checkVisibility(),
    ) as HTMLElement | undefined;
    if (!next) return;
    pressed.add(next);
    next.click();
    for (const widget of widgetsIn(root)) await widget.updateComplete;
  }
}

const container = (): Element => document.querySelector('main') as Element;

let remembered = new Map<string, PropertyDescriptor>();

/** Live properties that browser events change: scroll position, current event. */
const LIVE_PROPERTIES =
  /^window\.(?:event|scroll[XY]|page[XY]Offset|length|name|status|origin|performance|document|location|\d+)$|^window\.document\.location$/;

/** Returns each property of the window, and of the classes and prototypes it holds. */
function globalDescriptors(): Map<string, PropertyDescriptor> {
  const found = new Map<string, PropertyDescriptor>();
  const read = (name: string, object: object): void => {
    for (const key of Reflect.ownKeys(object)) {
      const path = `${name}.${String(key)}`;
      if (LIVE_PROPERTIES.test(path)) continue;
      const one = Object.getOwnPropertyDescriptor(object, key);
      if (one) found.set(path, one);
    }
  };
  read('window', window);
  read('document', document);
  read('html', document.documentElement);
  for (const key of Reflect.ownKeys(window)) {
    const one: unknown = Object.getOwnPropertyDescriptor(window, key)?.value;
    if (typeof one === 'function') {
      read(String(key), one);
      const {prototype} = one as {prototype?: unknown};
      if (prototype !== null && typeof prototype === 'object')
        read(`${String(key)}.prototype`, prototype);
    } else if (one !== null && typeof one === 'object' && one !== window) read(String(key), one);
  }
  return found;
}

const isSame = (a: PropertyDescriptor | undefined, b: PropertyDescriptor | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  (['value', 'get', 'set', 'writable', 'configurable', 'enumerable'] as const).every(part =>
    Object.is(a[part], b[part]),
  );

const hostile = {
  /** Records the nodes of the page itself; later nodes belong to the widgets. */
  start(): void {
    for (const element of document.querySelectorAll('*')) ownNodes.add(element);
  },

  /** Draws widgets and leaves them in place. */
  async show(drawings: readonly Drawing[]): Promise<void> {
    hostile.start();
    events.length = 0;
    container().append(...drawings.map(createWidget));
    await settle(container());
  },

  /** Waits for the parts of the script that `show` does not wait for. */
  parts: allPartsDrawn,

  /** Returns the texts of the widgets, without those of maps, whose place names depend on the moment. */
  texts: (): readonly string[] =>
    observe('[role=status], .leaflet-pane, .spass-map [aria-hidden]').texts,
  events: (): readonly string[] => [...events],

  /** Draws widgets one by one, waits for them, navigates to addresses, uses the controls, and returns the findings. */
  async draw(
    drawings: readonly Drawing[],
    presses = 0,
    addresses: readonly string[] = [],
  ): Promise<PageObservations> {
    await hostile.show(drawings);
    for (const address of addresses) {
      hostile.go(address);
      dispatchEvent(new HashChangeEvent('hashchange'));
    }
    if (addresses.length > 0) await settle(container());
    const first = observe();
    if (presses > 0) {
      for (const widget of container().children)
        await press(
          widget.parentElement === container() ? widgetRoot(widget) : container(),
          presses,
        );
      await settle(container());
    }
    const second = presses > 0 ? observe() : first;
    // Requests and violations are reported one task later.
    await new Promise(resolve => setTimeout(resolve));
    await new Promise(requestAnimationFrame);
    const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
    const findings = {
      events: [...events],
      nodes: union(first.nodes, second.nodes).sort(),
      faults: union(first.faults, second.faults),
      texts: first.texts,
    };
    container().replaceChildren();
    return findings;
  },

  /** Draws a form with photographs, and adds files with these names: pictures and others. */
  async giveFiles(drawing: Drawing, names: readonly string[]): Promise<PageObservations> {
    hostile.start();
    events.length = 0;
    container().append(createWidget(drawing));
    await settle(container());
    const pixel = Uint8Array.from(atob('R0lGODlhAQABAAAAACw='), sign => sign.charCodeAt(0));
    for (const [index, name] of names.entries()) {
      const input = allNodes(container()).find(element => element.matches('input[type=file]'));
      if (!(input instanceof HTMLInputElement)) throw new Error('there is no place for a file');
      const given = new DataTransfer();
      given.items.add(new File([pixel], name, {type: index % 2 ? 'image/gif' : 'text/html'}));
      input.files = given.files;
      input.dispatchEvent(new Event('change', {bubbles: true}));
      await settle(container());
    }
    await new Promise(resolve => setTimeout(resolve));
    const findings = {...observe(), events: [...events]};
    container().replaceChildren();
    return findings;
  },

  /** Changes the address of the page, within the document. */
  go(address: string): void {
    history.replaceState(null, '', address);
  },

  /** Saves the state of the globals and built-ins. */
  remember(): void {
    remembered = globalDescriptors();
  },

  /** Returns the globals and built-ins that have changed since. */
  changed(): readonly string[] {
    const now = globalDescriptors();
    return [...new Set([...remembered.keys(), ...now.keys()])].filter(
      name => !isSame(remembered.get(name), now.get(name)),
    );
  },
};

/** Returns a widget's trees, to search in. */
const widgetRoot = (widget: Element): ParentNode =>
  ({
    querySelectorAll: (selector: string) =>
      [widget, ...widget.querySelectorAll(selector)] as unknown as NodeListOf<Element>,
  }) as unknown as ParentNode;

Object.assign(window, {hostile});
