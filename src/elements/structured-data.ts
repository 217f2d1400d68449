import {html, type LitElement, type ReactiveController, render} from 'lit';
import type {CollectionName, PortalRecord, Resource} from '../model/records.js';
import {titleOf} from '../model/records.js';
import {itemListOf} from '../model/schema-org.js';
import {pickText} from '../model/text.js';

/** What is asked of a widget. */
interface Widget extends LitElement {
  readonly structuredData: boolean;
  readonly showPublisher?: boolean;
}

/** The slot that no widget has: what is in it is in the page, and not drawn a second time. */
const SLOT = 'structured-data';

/** JSON that ends no script element, opens no comment and breaks no line, whatever is in it. */
const scriptText = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * A block of data. Its tag comes from a template, as if a parser had made it: the browser will never run it, and does
 * not ask for a TrustedScript when it gets its text. It would of one made by `createElement`, even of mere data.
 */
function dataBlock(text: string): readonly Element[] {
  const place = document.createDocumentFragment();
  // Without its end, which would end the script of the library where that is inlined in a page.
  // eslint-disable-next-line lit/no-invalid-html -- the parser ends it where the template ends
  render(html`<script type="application/ld+json">`, place);
  const script = place.querySelector('script');
  script?.append(text);
  return script ? [script] : [];
}

/** The widget on the page itself that a widget belongs to: a view's explorer, else the widget. */
function placeOf(widget: Element): Element {
  const root = widget.getRootNode();
  return root instanceof ShadowRoot && root.host.localName.startsWith('spass-')
    ? placeOf(root.host)
    : widget;
}

/** Fields of a resource that a project has not: a map may have layers of both. */
const OF_RESOURCES: readonly (keyof Resource)[] = ['type', 'section', 'portals', 'abstract'];

const kindOf = (record: PortalRecord, kind: CollectionName): CollectionName =>
  kind === 'projects' && OF_RESOURCES.some(name => name in record) ? 'resources' : kind;

/**
 * Writes what a widget has drawn into the page, where machines read it that know nothing of shadow trees: as
 * schema.org in JSON-LD, and as plain links. It follows what is drawn, and goes with it.
 */
class StructuredData implements ReactiveController {
  readonly #widget: Widget;
  readonly #noted: Map<PortalRecord, CollectionName>;
  #told = '';
  #nodes: readonly Element[] = [];

  constructor(widget: Widget, noted: Map<PortalRecord, CollectionName>) {
    this.#widget = widget;
    this.#noted = noted;
  }

  hostUpdate(): void {
    this.#noted.clear();
  }

  hostUpdated(): void {
    if (this.#widget.structuredData) this.#tell();
    else this.#remove();
  }

  hostDisconnected(): void {
    this.#remove();
  }

  #tell(): void {
    const records = [...this.#noted].map(
      ([record, kind]) => [record, kindOf(record, kind)] as const,
    );
    const place = placeOf(this.#widget);
    const language = this.#language;
    const list = itemListOf(records, {
      language,
      name: place.querySelector(':scope > [slot=heading]')?.textContent.trim(),
      hasPublisher: this.#widget.showPublisher === true,
    });
    const text = list ? scriptText(list) : '';
    if (text === this.#told && this.#nodes.every(node => node.parentNode === place)) return;
    this.#remove();
    this.#told = text;
    if (!list) return;
    this.#nodes = [...dataBlock(text), ...this.#links(records, place)];
    for (const node of this.#nodes) node.slot = SLOT;
    place.append(...this.#nodes);
  }

  /** The links that are drawn, as a machine reads them; those that the page has there itself are enough once. */
  #links(
    records: readonly (readonly [PortalRecord, CollectionName])[],
    place: Element,
  ): readonly Element[] {
    const known = new Set(
      [...place.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({href}) => href),
    );
    const list = document.createElement('ul');
    // WebKit gives the focus to what has no place on the page, unless it is hidden.
    list.hidden = true;
    for (const [record] of records) {
      const {url, lang: own} = record as Resource;
      const {value, lang} = pickText(titleOf(record), this.#language, own);
      if (!url || !value.trim() || known.has(url)) continue;
      known.add(url);
      const link = document.createElement('a');
      link.href = url;
      link.textContent = value;
      if (lang) link.lang = lang;
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
    return list.children.length ? [list] : [];
  }

  /** The language that the reader sees. */
  get #language(): string {
    return this.#widget.renderRoot.querySelector<HTMLElement>('.root')?.lang ?? '';
  }

  #remove(): void {
    for (const node of this.#nodes) node.remove();
    this.#nodes = [];
    this.#told = '';
  }
}

/** Tells of what a widget has drawn, from now on. */
export function describe(widget: Widget, noted: Map<PortalRecord, CollectionName>): void {
  widget.addController(new StructuredData(widget, noted));
  widget.requestUpdate();
}
