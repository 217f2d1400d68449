import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import type {PaperMapContent} from '../../base/widget-view.js';

export type PrintSheetI18n = LocalizeController<'printSheet' | 'qrCode'>;

let qrCodes: typeof import('../pictures/qr-code.js') | undefined;

/** Loads the code of QR codes. Without it the address is printed as text only. */
export async function loadQrCodes(): Promise<void> {
  qrCodes ??= await import('../pictures/qr-code.js').catch(() => undefined);
}

/** Returns an address as people write it. */
export const shortAddress = (address: string): string =>
  decode(address)
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Returns the title of the page, or its address. */
export function titleOfPage(): string {
  // Not document.title: an element of the page with the name "title" would be it.
  const [heading, title] = ['h1', 'head > title'].map(selector =>
    document.querySelector(selector)?.textContent.trim().replace(/\s+/g, ' '),
  );
  return heading || title || shortAddress(location.href);
}

/** Renders an address that breaks after its slashes rather than within a word. */
const renderAddress = (address: string): unknown =>
  shortAddress(address)
    .split(/(?<=\/)/)
    .map(part => html`${part}<wbr />`);

/**
 * Numbers the links of elements by address, in the order of the page.
 *
 * @param undo Receives the functions that undo it.
 * @returns The addresses.
 */
export function numberLinks(elements: readonly Element[], undo: (() => void)[]): readonly string[] {
  const numbers = new Map<string, number>();
  for (const {shadowRoot} of elements)
    for (const link of shadowRoot?.querySelectorAll<HTMLAnchorElement>("a[href^='http']") ?? []) {
      // An open dialog is printed on its own, without the foot of the page: its addresses are beside its links.
      const isElsewhere = link.closest('.has-plan .layout, dialog, .omitted, .foot > a, .tools');
      if (isElsewhere || !(link.closest('.paper, details') || link.checkVisibility())) continue;
      const {href} = link;
      const number = numbers.get(href) ?? numbers.size + 1;
      numbers.set(href, number);
      link.dataset['note'] = String(number);
      undo.push(() => delete link.dataset['note']);
    }
  return [...numbers.keys()];
}

/** Number of addresses that have room beside the cartouche. */
const MAX_BESIDE = 10;
/** Number of addresses that are in one block with the cartouche. Pages may divide a list that is longer. */
const MAX_WHOLE = 60;

/** Renders addresses as notes, numbered from `first`: whole, so that they can be typed. */
const renderAddresses = (addresses: readonly string[], first: number): TemplateResult =>
  html`<ol start=${first}>
    ${addresses.map((address, i) => html`<li><b>${first + i}&nbsp;</b>${renderAddress(address)}</li> `)}
  </ol>`;

/**
 * Renders the foot of the sheet: addresses as notes, statements of funding and credits, then the title of the page with
 * date, address and QR code. The last addresses are in one block with the title, which is thus never alone on a sheet.
 */
export function renderFoot(
  i18n: PrintSheetI18n,
  addresses: readonly string[],
  statements: readonly Node[],
  credits: Node | undefined,
  place: string,
): TemplateResult {
  const {messages} = i18n;
  const {href} = location;
  const {length} = addresses;
  const isWeb = /^https?:/.test(href);
  const split = length > MAX_WHOLE ? length - MAX_BESIDE : 0;
  const notesTitle = html`<p class="key-name">${messages.linkAddresses}</p>`;
  return html`
    ${
      split
        ? html`<section class="notes small">
            ${notesTitle}${renderAddresses(addresses.slice(0, split), 1)}
          </section>`
        : nothing
    }
    <div class="foot-end ${length > MAX_BESIDE ? '' : 'few'}">
      ${
        length
          ? html`<section class="notes small">
              ${split ? nothing : notesTitle}${renderAddresses(addresses.slice(split), split + 1)}
            </section>`
          : nothing
      }
      ${statements} ${credits}
      <section class="cartouche">
        <p class="cartouche-title">${titleOfPage()}</p>
        <dl class="small">
          ${
            place
              ? html`<dt>${messages.printedPlace}</dt>
                  <dd>${place}</dd>`
              : nothing
          }
          <dt>${messages.printed}</dt>
          <dd>${i18n.localDate(new Date())}</dd>
          ${
            isWeb
              ? html`<dt>${messages.pageAddress}</dt>
                  <dd>${renderAddress(href)}</dd>`
              : nothing
          }
          <dt>${messages.printedSheet}</dt>
          <dd class="sheet"></dd>
        </dl>
        ${qrCodes?.renderQrCode(href, i18n) ?? nothing}
      </section>
    </div>
  `;
}

/** Maximum number of places in the cartouche. */
const MAX_PLACES = 3;

/** Returns the names of the places of all maps, if they are few and each record states its own. */
export function placesOf(contents: readonly PaperMapContent[]): readonly string[] {
  const names = new Set(
    contents.flatMap(({listed, points, placeName}) =>
      listed.filter(index => !Number.isNaN(points.x[index])).map(index => placeName?.(index) ?? ''),
    ),
  );
  return names.size <= MAX_PLACES && !names.has('') ? [...names] : [];
}

/** Parts of a page that are not printed where they stand, and those that end the sheet instead. */
interface RepeatedParts {
  readonly omitted: readonly Element[];
  /** Copies of statements of funding, with each emblem once. */
  readonly statements: readonly Element[];
  /** Feet whose credits are printed, by what they credit. */
  readonly credits: ReadonlyMap<string, Element>;
}

/** Text of an element, for comparison with others. */
const textOf = (element: Element): string => element.textContent.trim();

/** Text and address of a link. */
const linkKey = (link: HTMLAnchorElement): string => `${link.href} ${textOf(link)}`;

/** Returns what a foot credits: the addresses of its sources, which are the same in all languages, or its text. */
export function creditsKey(foot: Element): string {
  const links = [...foot.querySelectorAll<HTMLAnchorElement>(':scope > span a')];
  const texts = [...foot.children].filter(child => child.localName === 'span').map(textOf);
  return links.map(({href}) => href).join(' ') || texts.join(' ');
}

/** Address of the emblem of a statement; all drawings are that of the European Union. */
const emblemOf = (statement: Element): string | undefined => {
  const emblem = statement.querySelector<HTMLImageElement>('.emblem');
  return emblem ? emblem.src || 'eu' : undefined;
};

const isIn = (element: Element, language: string): boolean =>
  element.closest<HTMLElement>('[lang]')?.lang === language;

/**
 * Finds what a printed page would say twice: statements of funding, credits in one language and in others, and latest
 * resources that a list of the page has too. On the screen they are far apart.
 *
 * @param roots Rendered content of the widgets, in the order of the page; the page ends with the last one.
 * @param language Language of the foot.
 */
export function repeatedParts(roots: readonly Element[], language: string): RepeatedParts {
  const find = <T extends Element>(selector: string, parents: readonly Element[] = roots): T[] =>
    parents
      .flatMap(root => [...root.querySelectorAll<T>(selector)])
      .filter(one => !one.closest('dialog, .poster'));
  const seen = new Set<string | undefined>();
  const isFirst = (text: string | undefined): boolean => seen.size < seen.add(text).size;
  const supports = find('.support');
  const omitted: Element[] = [...supports];
  const statements = supports
    // Of statements with one emblem, those in other languages say the same.
    .filter(
      one =>
        isIn(one, language) ||
        !supports.some(other => isIn(other, language) && emblemOf(other) === emblemOf(one)),
    )
    .filter(one => isFirst(textOf(one)))
    .map(one => {
      const copy = one.cloneNode(true) as HTMLElement;
      copy.lang = one.closest<HTMLElement>('[lang]')?.lang ?? '';
      if (!isFirst(emblemOf(one))) copy.querySelector('.emblem')?.remove();
      return copy;
    });
  const credits = new Map<string, Element>();
  const feet = find('.foot').reverse();
  for (const foot of [
    ...feet.filter(one => isIn(one, language)),
    ...feet.filter(one => !isIn(one, language)),
  ]) {
    const key = creditsKey(foot);
    if (!key || credits.has(key)) omitted.push(foot);
    else credits.set(key, foot);
  }
  const listed = new Set(find<HTMLAnchorElement>('.row a').map(linkKey));
  for (const latest of find('.latest'))
    if (find<HTMLAnchorElement>('a', [latest]).every(link => listed.has(linkKey(link))))
      omitted.push(latest);
  return {omitted, statements, credits};
}
