import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {qrCode} from '../../i18n/fr/on-demand.js';
import {records} from '../../i18n/fr/widgets.js';
import {adoptStyles} from '../../styles/adopt-styles.js';
import type {WidgetHost} from '../base/widget-view.js';
import {renderHeading} from '../parts/elements.js';
import {renderParagraphs} from '../parts/paragraphs.js';
import {coverStyles} from '../parts/pictures/place-covers.js';
import {renderPosterPlaces} from '../parts/pictures/poster-places.js';
import {renderQrCode} from '../parts/pictures/qr-code.js';
import {recordName} from '../parts/records/record-labels.js';
import {
  projectFactsOf,
  renderFacts,
  type SheetI18n,
  projectPartners,
  renderPartners,
} from './facts.js';
import {posterStyles} from './poster.styles.js';
import type {ProjectSheet} from './sheet.js';

/** Sizes of the texts, as fractions of the normal one, tried until a poster fits on its page. */
const TEXT_SIZES = [1, 0.9, 0.8, 0.7, 0.6, 0.5] as const;
/** Maximum numbers of lines of each text, tried if the smallest size does not fit. */
const TEXT_LINES = [40, 32, 25, 20, 16, 12, 9, 6, 4, 2] as const;
/** Maximum numbers of partners, tried if the shortest texts do not fit; the others are counted. */
const PARTNER_COUNTS = [24, 18, 12, 8, 5, 3, 1] as const;
/** Number of characters from which a title is smaller, and up to which it is larger. */
const [LONG_TITLE, SHORT_TITLE] = [110, 24];

/** Parts of a poster that the sheet has too. */
interface PosterFrame {
  /** Funding statement. */
  readonly support: unknown;
  /** Source, licence and date. */
  readonly foot: unknown;
}

/** Renders an address without `https://` and with breaks after its slashes; only a longer part breaks within. */
const breakAfterSlashes = (address: string): unknown =>
  address
    .replace(/^https?:../, '')
    .split(/(?<=\/)/)
    .map(part => html`${part}<wbr />`);

const isOverfull = ({scrollHeight, clientHeight}: Element): boolean =>
  scrollHeight > clientHeight + 1;

/** Hides the last facts that have no room. */
function fitFacts(poster: HTMLElement): void {
  const facts = poster.querySelector<HTMLElement>('.facts');
  if (!facts) return;
  const rows = [...facts.children] as HTMLElement[];
  for (const row of rows) row.hidden = false;
  for (const row of rows.reverse()) row.hidden = isOverfull(facts);
}

/** Poster of a project, one page of A3 or A4. */
export class Poster {
  readonly #host: WidgetHost;
  readonly #i18n: SheetI18n & LocalizeController<'qrCode'>;
  readonly #page: PosterPage;
  /**
   * Fits a poster again whose width or spacing of text the reader changes: in the next frame, since sizes changed by an
   * observer are reported to the page as an error (ResizeObserver loop).
   */
  readonly #resizeObserver = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));
  #poster: HTMLElement | null = null;

  constructor(host: WidgetHost, i18n: SheetI18n) {
    this.#host = host;
    this.#i18n = i18n.withSections({qrCode, records});
    this.#page = new PosterPage(host);
    adoptStyles(host, coverStyles, posterStyles);
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  /** Sets the size of the paper, and fits the texts. */
  hostUpdated(): void {
    this.#poster = this.#host.renderRoot.querySelector<HTMLElement>('.poster');
    this.#page.size = this.#poster?.dataset['size'] as PosterSize | undefined;
    this.#resizeObserver.disconnect();
    for (const one of this.#poster?.querySelectorAll('.poster-head, .texts > *, .facts > *') ?? [])
      this.#resizeObserver.observe(one);
    this.#fit();
  }

  /**
   * Reduces the texts until they fit on the page. Texts that are still too long end in an ellipsis, the last partners are
   * counted, and the last facts are hidden. A sentence leads to what has no room.
   */
  #fit(): void {
    const poster = this.#poster;
    if (!poster) return;
    const rest = poster.querySelector<HTMLElement>('.rest');
    // It takes room of the texts and facts.
    if (rest) rest.hidden = true;
    this.#fitTexts(poster);
    fitFacts(poster);
    const hidden = poster.querySelector('.partner[hidden], .facts > [hidden]');
    const cut = [...poster.querySelectorAll('.poster-head > .title, .facts dd')].some(isOverfull);
    const isWhole = !hidden && !cut && !poster.classList.contains('cut');
    if (!rest || isWhole) return;
    rest.hidden = false;
    this.#fitTexts(poster);
    fitFacts(poster);
  }

  #fitTexts(poster: HTMLElement): void {
    const {messages, number} = this.#i18n;
    const partners = [...poster.querySelectorAll<HTMLElement>('.partner')];
    const others = poster.querySelector('.partners ~ .print-only');
    const list = (count: number): void => {
      partners.forEach((partner, index) => (partner.hidden = index >= count));
      const rest = partners.length - count;
      if (others) others.textContent = rest > 0 ? messages.otherPartners(rest, number(rest)) : '';
    };
    const parts = [...poster.querySelectorAll('.poster-head, .poster-body > .texts')];
    /** Applies values, from the largest to the smallest, until no part is cut at its end. */
    const reduce = (values: readonly number[], apply: (value: number) => void): boolean =>
      values.some(value => {
        apply(value);
        return !parts.some(isOverfull);
      });
    poster.classList.remove('cut');
    list(PARTNER_COUNTS[0]);
    if (reduce(TEXT_SIZES, size => poster.style.setProperty('--_text-size', `${size}em`))) return;
    poster.classList.add('cut');
    if (!reduce(TEXT_LINES, lines => poster.style.setProperty('--_max-lines', String(lines))))
      reduce(PARTNER_COUNTS, list);
  }

  hostDisconnected(): void {
    this.#resizeObserver.disconnect();
    this.#page.size = undefined;
  }

  render(sheet: ProjectSheet, size: PosterSize, {support, foot}: PosterFrame): TemplateResult {
    const {project, programme, level} = sheet;
    const i18n = this.#i18n;
    const {messages} = i18n;
    const listed = projectPartners(project);
    const {drawing, numbers} = renderPosterPlaces({...project, partners: listed}, i18n.language);
    const partners = listed.map(partner => {
      const number = partner.geo && numbers.get(partner.geo);
      const {name} = partner;
      return {...partner, name: number ? html`<b aria-hidden="true">${number}</b> ${name}` : name};
    });
    const address = project.url ?? location.href;
    const code = renderQrCode(address, i18n);
    const title = recordName(project, i18n);
    const {length} = title.value;
    const titleSize = length >= LONG_TITLE ? 'long' : length <= SHORT_TITLE ? 'short' : '';
    const text = (heading: string, content: unknown): unknown =>
      content === nothing ? nothing : html`${renderHeading(level + 1, heading)}${content}`;
    const words = (content: unknown): unknown =>
      content === nothing ? nothing : html`<div class="words">${content}</div>`;
    return html`<article class="poster" part="poster" data-size=${size}>
      <div class="supports">${support}</div>
      <div class="poster-head ${titleSize}">
        ${renderHeading(level, html`<span lang=${title.lang ?? nothing}>${title.value}</span>`)}
        <div class="texts lead words">
          ${renderParagraphs(project.description, undefined, i18n)}
        </div>
      </div>
      ${drawing ? html`<div class="places acteur">${drawing}</div>` : nothing}
      <div class="poster-body">
        <div class="texts">
          ${text(messages.projectAims, words(renderParagraphs(project.aims, undefined, i18n)))}
          ${text(messages.projectResults, words(renderParagraphs(project.results, undefined, i18n)))}
          ${
            partners.length
              ? text(
                  messages.projectPartners,
                  html`${renderPartners(partners, partners.length, i18n)}
                    <p class="small print-only"></p>`,
                )
              : nothing
          }
        </div>
      </div>
      <div class="poster-end">
        ${code} ${renderFacts(projectFactsOf(project, programme, i18n))}
        ${
          code === nothing
            ? nothing
            : html`<p class="small address">${breakAfterSlashes(address)}</p>
                <p class="small rest">${messages.sheetAtQrCode}</p>`
        }
      </div>
      ${foot}
    </article>`;
  }
}

/** Sizes of paper. */
export type PosterSize = 'a3' | 'a4';

/** Attribute of a poster and of the elements around it, while the page is printed. */
const MARK = 'data-spass-poster';

/**
 * Prints the poster alone, on a page without margins: everything else is hidden, and the elements around the poster lose
 * their margins, widths and columns. Their own text cannot be hidden: it has no size.
 */
const stylesFor = (size: PosterSize): string => `
@page { size: ${size.toUpperCase()} portrait; margin: 0 }
@media print {
  :not([${MARK}], [${MARK}='poster'] *), [${MARK}]::before, [${MARK}]::after { display: none !important }
  [${MARK}] { all: initial !important; display: block !important }
  [${MARK}='box'] { font-size: 0 !important; line-height: 0 !important }
}`;

/** Page on which a poster is printed. It changes the document from `beforeprint` to `afterprint`. */
class PosterPage {
  readonly #host: HTMLElement;
  readonly #styles = new CSSStyleSheet();
  readonly #print = matchMedia('print');
  readonly #undo: (() => void)[] = [];
  #size: PosterSize | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Sets the size of the paper; undefined without a poster. */
  set size(size: PosterSize | undefined) {
    if (size === this.#size) return;
    this.#size = size;
    if (size) this.#styles.replaceSync(stylesFor(size));
    const listen = size ? addEventListener : removeEventListener;
    listen('beforeprint', this.#open);
    listen('afterprint', this.#close);
    if (size) this.#print.addEventListener('change', this.#handleChange);
    else this.#print.removeEventListener('change', this.#handleChange);
    if (!size) this.#close();
  }

  readonly #handleChange = (): void => {
    if (this.#print.matches) this.#open();
    else this.#close();
  };

  readonly #open = (): void => {
    this.#close();
    // The poster of a tab that is not open, for example.
    if (this.#host.getClientRects().length === 0) return;
    this.#mark(this.#host, 'poster');
    for (let node = parentOf(this.#host); node; node = parentOf(node))
      if (node instanceof Element) this.#mark(node, node === document.documentElement ? '' : 'box');
      else if (node instanceof ShadowRoot || node instanceof Document) this.#adoptInto(node);
  };

  readonly #close = (): void => {
    for (const step of this.#undo.splice(0)) step();
  };

  #mark(element: Element, value: string): void {
    element.setAttribute(MARK, value);
    this.#undo.push(() => element.removeAttribute(MARK));
  }

  #adoptInto(root: Document | ShadowRoot): void {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#styles];
    this.#undo.push(() => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter(one => one !== this.#styles);
    });
  }
}

/** Returns the parent in the tree that is drawn: the slot that shows a node, or the host of a shadow tree. */
const parentOf = (node: Node): Node | null =>
  node instanceof Element && node.assignedSlot
    ? node.assignedSlot
    : node instanceof ShadowRoot
      ? node.host
      : node.parentNode;
