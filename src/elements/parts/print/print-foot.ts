import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';

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

/** Number of addresses that are about as high as the cartouche beside them. Pages may divide a list that is longer by more than two. */
const MAX_BESIDE = 8;

/** Renders addresses as notes, one after the other as in the notes of a book, numbered from `first`. */
const renderAddresses = (addresses: readonly string[], first: number): TemplateResult =>
  html`<ol start=${first}>
    ${addresses.map((address, i) => html`<li><b>${first + i} </b>${renderAddress(address)}</li> `)}
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
): TemplateResult {
  const {messages} = i18n;
  const {href} = location;
  const {length} = addresses;
  const heading = document.querySelector('h1')?.textContent.trim();
  // Not document.title: an element of the page with the name "title" would be it.
  const pageTitle = document.querySelector('head > title')?.textContent.trim();
  const title = heading || pageTitle || shortAddress(href);
  const isWeb = /^https?:/.test(href);
  // Long lists are in rows of four.
  const split = length > MAX_BESIDE + 2 ? length - MAX_BESIDE - (length > 60 ? length % 4 : 0) : 0;
  const notesTitle = html`<p class="key-name">${messages.linkAddresses}</p>`;
  return html`
    ${
      split
        ? html`<section class="notes small">
            ${notesTitle}${renderAddresses(addresses.slice(0, split), 1)}
          </section>`
        : nothing
    }
    <div class="foot-end">
      ${statements}
      ${
        length
          ? html`<section class="notes small">
              ${split ? nothing : notesTitle}${renderAddresses(addresses.slice(split), split + 1)}
            </section>`
          : nothing
      }
      ${credits}
      <section class="cartouche">
        <p class="cartouche-title">${title}</p>
        <dl class="small">
          <dt>${messages.printed}</dt>
          <dd>${i18n.localDate(new Date())}</dd>
          ${
            isWeb
              ? html`<dt>${messages.pageAddress}</dt>
                  <dd>${renderAddress(href)}</dd>`
              : nothing
          }
        </dl>
        ${qrCodes?.renderQrCode(href, i18n) ?? nothing}
      </section>
    </div>
  `;
}

/** Parts of a page that are not printed where they stand, and the statements of funding that end the sheet instead. */
interface RepeatedParts {
  readonly omitted: readonly Element[];
  readonly statements: readonly Element[];
}

/** Text of an element, for comparison with others. */
const textOf = (element: Element): string => element.textContent.trim();

/** Text and address of a link. */
const linkKey = (link: HTMLAnchorElement): string => `${link.href} ${textOf(link)}`;

/** Statements that begin a sheet of their own, as that of a project does, stay there. */
const beginsSheet = (statement: Element): boolean =>
  (statement.getRootNode() as Partial<ShadowRoot>).host?.localName === 'spass-project';

/**
 * Finds what a printed page would say twice: statements of funding, credits other than those of the last root, and
 * latest resources that a list of the page has too. On the screen they are far apart.
 *
 * @param roots Rendered content of the widgets, in the order of the page; the page ends with the last one.
 */
export function repeatedParts(roots: readonly Element[]): RepeatedParts {
  const find = <T extends Element>(selector: string, parents: readonly Element[] = roots): T[] =>
    parents
      .flatMap(root => [...root.querySelectorAll<T>(selector)])
      .filter(one => !one.closest('dialog, .poster'));
  const seen = new Set<string>();
  const isFirst = (text: string): boolean => seen.size < seen.add(text).size;
  const supports = find('.support').sort((a, b) => Number(beginsSheet(b)) - Number(beginsSheet(a)));
  const firsts = supports.filter(one => isFirst(textOf(one)));
  const statements = firsts.filter(one => !beginsSheet(one));
  const omitted = supports.filter(one => !firsts.includes(one) || statements.includes(one));
  for (const foot of find('.foot').reverse()) {
    const credits = [...foot.children].filter(child => !child.matches('.support, .funding'));
    const text = credits.map(textOf).join(' ');
    if (!text || !isFirst(text)) omitted.push(foot);
  }
  const listed = new Set(find<HTMLAnchorElement>('.row a').map(linkKey));
  for (const latest of find('.latest'))
    if (find<HTMLAnchorElement>('a', [latest]).every(link => listed.has(linkKey(link))))
      omitted.push(latest);
  return {omitted, statements};
}
