import {html, type LitElement, type ReactiveController, render} from 'lit';
import type {CollectionName, PortalRecord, Resource} from '../../../model/records.js';
import {titleOf} from '../../../model/records.js';
import {createItemList} from '../../../model/schema-org.js';
import {pickText} from '../../../model/text.js';

/** Widget that can emit structured data. */
interface StructuredDataHost extends LitElement {
  readonly structuredData: boolean;
  readonly showPublisher?: boolean;
}

/** Name of a slot that no widget has: the content is in the page, but not rendered. */
const UNASSIGNED_SLOT = 'structured-data';

/** Serialises to JSON without characters that could end a script element, open a comment or break a line. */
const escapeJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * Creates a JSON-LD data block. The script element comes from a template, like one created by the parser: the browser
 * never executes it and accepts a plain string as text. For an element made by `createElement`, Trusted Types would
 * require a TrustedScript even for data.
 */
function createDataBlock(text: string): readonly Element[] {
  const fragment = document.createDocumentFragment();
  // No end tag: it would end the script of the library if that is inlined in a page.
  // eslint-disable-next-line lit/no-invalid-html -- the parser ends it where the template ends
  render(html`<script type="application/ld+json">`, fragment);
  const script = fragment.querySelector('script');
  script?.append(text);
  return script ? [script] : [];
}

/** Returns the outermost widget, in the page itself: the explorer for one of its views, otherwise the widget. */
function outermostWidget(widget: Element): Element {
  const root = widget.getRootNode();
  return root instanceof ShadowRoot && root.host.localName.startsWith('spass-')
    ? outermostWidget(root.host)
    : widget;
}

/** Fields of resources that projects do not have. A map may have layers of both. */
const RESOURCE_FIELDS: readonly (keyof Resource)[] = ['type', 'section', 'portals', 'abstract'];

const collectionOf = (record: PortalRecord, collection: CollectionName): CollectionName =>
  collection === 'projects' && RESOURCE_FIELDS.some(name => name in record)
    ? 'resources'
    : collection;

/**
 * Emits schema.org JSON-LD and plain links for the records shown. They are placed in the page, because crawlers may not
 * read shadow trees; they are updated with the widget and removed with it.
 */
class StructuredData implements ReactiveController {
  readonly #widget: StructuredDataHost;
  readonly #records: Map<PortalRecord, CollectionName>;
  #writtenJson = '';
  #nodes: readonly Element[] = [];

  constructor(widget: StructuredDataHost, records: Map<PortalRecord, CollectionName>) {
    this.#widget = widget;
    this.#records = records;
  }

  hostUpdate(): void {
    this.#records.clear();
  }

  hostUpdated(): void {
    if (this.#widget.structuredData) this.#write();
    else this.#remove();
  }

  hostDisconnected(): void {
    this.#remove();
  }

  #write(): void {
    const records = [...this.#records].map(
      ([record, collection]) => [record, collectionOf(record, collection)] as const,
    );
    const parent = outermostWidget(this.#widget);
    const language = this.#language;
    const list = createItemList(records, {
      language,
      name: parent.querySelector(':scope > [slot=heading]')?.textContent.trim(),
      hasPublisher: this.#widget.showPublisher === true,
    });
    const json = list ? escapeJson(list) : '';
    if (json === this.#writtenJson && this.#nodes.every(node => node.parentNode === parent)) return;
    this.#remove();
    this.#writtenJson = json;
    if (!list) return;
    this.#nodes = [...createDataBlock(json), ...this.#createLinks(records, parent)];
    for (const node of this.#nodes) node.slot = UNASSIGNED_SLOT;
    parent.append(...this.#nodes);
  }

  /** Creates links to the records, except those that the page itself already contains. */
  #createLinks(
    records: readonly (readonly [PortalRecord, CollectionName])[],
    parent: Element,
  ): readonly Element[] {
    const knownUrls = new Set(
      [...parent.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({href}) => href),
    );
    const list = document.createElement('ul');
    // WebKit would focus links without a box, unless their list is hidden.
    list.hidden = true;
    for (const [record] of records) {
      const {url, lang: ownLang} = record as Resource;
      const {value, lang} = pickText(titleOf(record), this.#language, ownLang);
      if (!url || !value.trim() || knownUrls.has(url)) continue;
      knownUrls.add(url);
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
    this.#writtenJson = '';
  }
}

/**
 * Adds structured data to a widget.
 *
 * @param records Records rendered by the widget, with their collection.
 */
export function addStructuredData(
  widget: StructuredDataHost,
  records: Map<PortalRecord, CollectionName>,
): void {
  widget.addController(new StructuredData(widget, records));
  widget.requestUpdate();
}
