import {html, type LitElement, type ReactiveController, render} from 'lit';
import type {CollectionName, PortalRecord, Resource} from '../model/records.js';
import {titleOf} from '../model/records.js';
import {itemListOf} from '../model/schema-org.js';
import {pickText} from '../model/text.js';

/** Widget that can emit structured data. */
interface Widget extends LitElement {
  readonly structuredData: boolean;
  readonly showPublisher?: boolean;
}

/** Name of a slot that no widget has: the content is in the page, but not rendered. */
const SLOT = 'structured-data';

/** Serialises to JSON without characters that could end a script element, open a comment or break a line. */
const scriptText = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * Creates a JSON-LD data block. The script element comes from a template, like one created by the parser: the browser
 * never executes it and accepts a plain string as text. For an element made by `createElement`, Trusted Types would
 * require a TrustedScript even for data.
 */
function dataBlock(text: string): readonly Element[] {
  const place = document.createDocumentFragment();
  // No end tag: it would end the script of the library if that is inlined in a page.
  // eslint-disable-next-line lit/no-invalid-html -- the parser ends it where the template ends
  render(html`<script type="application/ld+json">`, place);
  const script = place.querySelector('script');
  script?.append(text);
  return script ? [script] : [];
}

/** Returns the outermost widget, in the page itself: the explorer for one of its views, otherwise the widget. */
function placeOf(widget: Element): Element {
  const root = widget.getRootNode();
  return root instanceof ShadowRoot && root.host.localName.startsWith('spass-')
    ? placeOf(root.host)
    : widget;
}

/** Fields of resources that projects do not have. A map may have layers of both. */
const OF_RESOURCES: readonly (keyof Resource)[] = ['type', 'section', 'portals', 'abstract'];

const kindOf = (record: PortalRecord, kind: CollectionName): CollectionName =>
  kind === 'projects' && OF_RESOURCES.some(name => name in record) ? 'resources' : kind;

/**
 * Emits schema.org JSON-LD and plain links for the records shown. They are placed in the page, because crawlers may not
 * read shadow trees; they are updated with the widget and removed with it.
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

  /** Creates links to the records, except those that the page itself already contains. */
  #links(
    records: readonly (readonly [PortalRecord, CollectionName])[],
    place: Element,
  ): readonly Element[] {
    const known = new Set(
      [...place.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({href}) => href),
    );
    const list = document.createElement('ul');
    // WebKit would focus links without a box, unless their list is hidden.
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

  /** Language of the widget's content. */
  get #language(): string {
    return this.#widget.renderRoot.querySelector<HTMLElement>('.root')?.lang ?? '';
  }

  #remove(): void {
    for (const node of this.#nodes) node.remove();
    this.#nodes = [];
    this.#told = '';
  }
}

/**
 * Adds structured data to a widget.
 *
 * @param records Records rendered by the widget, with their collection.
 */
export function describe(widget: Widget, noted: Map<PortalRecord, CollectionName>): void {
  widget.addController(new StructuredData(widget, noted));
  widget.requestUpdate();
}
