import {html, type LitElement, nothing, render, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {printSheet} from '../../../i18n/fr/print-sheet.js';
import {qrCode} from '../../../i18n/fr/qr-code.js';
import {records} from '../../../i18n/fr/records.js';
import type {PaperMapContent, WidgetHost, WidgetView} from '../../base/widget-view.js';
import {adoptStyles} from '../../../styles/adopt-styles.js';
import {drawPaperMapView, loadPaperMap, MAX_BESIDE, type PaperMapModule} from './paper-map-view.js';
import {printNotesStyles} from './print-notes.styles.js';
import {printSheetStyles} from './print-sheet.styles.js';

type PrintSheetI18n = LocalizeController<'printSheet' | 'qrCode'>;
type PrintedWidget = WidgetHost & {readonly view?: Partial<WidgetView> | undefined};

/** Share of the widest widget's width that the last one must have to carry the foot of the page. */
const MIN_WIDTH_SHARE = 0.8;

/** Undoes the changes for print. */
const undo: (() => void)[] = [];
let hasStarted = false;
/** Code of the drawing, if it was loaded without a map on the screen. */
let loadedDrawing: PaperMapModule | undefined;
let qrCodes: typeof import('../pictures/qr-code.js') | undefined;

/**
 * Starts to prepare pages for print: maps as drawings with numbers, addresses as notes, and the foot of the sheet.
 *
 * @param isPrinting True if the reader is about to print, so that what this needs is loaded now.
 */
export function startPrintSheet(isPrinting: boolean): void {
  if (!hasStarted) {
    hasStarted = true;
    // This too is needed once the page is used.
    void import('../../../controllers/status/status-focus.js').then(
      module => module.watchStatusFocus(),
      String,
    );
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
    addEventListener('keydown', ({ctrlKey, metaKey, repeat}) => {
      // A key that is held down repeats: each time, all elements of the page would be searched.
      if ((ctrlKey || metaKey) && !repeat) void loadParts(true);
    });
    const print = matchMedia('print');
    print.addEventListener('change', () => {
      if (!print.matches) close();
      else void loadParts(true).then(() => print.matches && open());
    });
  }
  void loadParts(isPrinting);
}

/** Widgets in the order of the page, those inside others after them. */
function widgetsIn(root: ParentNode): PrintedWidget[] {
  return [...root.querySelectorAll<PrintedWidget & LitElement>('*')]
    .filter(({localName, shadowRoot}) => localName.startsWith('spass-') && shadowRoot)
    .flatMap(element => [element, ...widgetsIn(element.shadowRoot as ShadowRoot)])
    .filter(element => element.view && element.i18n);
}

const allWidgets = (): PrintedWidget[] => widgetsIn(document);

const i18nOf = (widget: PrintedWidget): PrintSheetI18n =>
  widget.i18n.withSections({printSheet, qrCode, records});

/** Loads what the sheet needs: the QR codes, and the code of the drawing only for a reader who prints, if no map on the screen has it. */
async function loadParts(isPrinting: boolean): Promise<void> {
  // Without this code the address is printed as text only.
  qrCodes ??= await import('../pictures/qr-code.js').catch(() => undefined);
  const widgets = allWidgets();
  const contents = contentsOf(widgets);
  // Emblems of the European Union are required on paper too: lazy ones are loaded when they near the screen.
  for (const {shadowRoot} of isPrinting ? widgets : [])
    for (const emblem of shadowRoot?.querySelectorAll<HTMLImageElement>('img.emblem') ?? [])
      emblem.loading = 'eager';
  if (isPrinting && contents.length > 0 && !drawingOf(contents))
    try {
      loadedDrawing ??= await (await import('../../../map/engine.js')).loadPaper();
    } catch {
      // The loader has logged the reason. Lists are printed without a map.
    }
  const drawing = drawingOf(contents);
  if (drawing) for (const content of contents) await loadPaperMap(drawing, content);
}

const contentsOf = (widgets: readonly PrintedWidget[]): readonly PaperMapContent[] =>
  widgets.flatMap(({view}) => view?.paperMap?.() ?? []);

/** Returns the code of the drawing: one map on the screen has it for those that were never near it. */
const drawingOf = (contents: readonly PaperMapContent[]): PaperMapModule | undefined =>
  contents.find(({drawing}) => drawing)?.drawing ?? loadedDrawing;

function open(): void {
  close();
  const widgets = allWidgets();
  const drawing = drawingOf(contentsOf(widgets));
  for (const widget of widgets) {
    const root = rootOf(widget);
    if (!root) continue;
    adoptStyles(widget, printSheetStyles, printNotesStyles);
    toggle(root, 'on-paper');
    repeatScale(root);
    const content = widget.view?.paperMap?.();
    if (content && drawing)
      try {
        addMap(widget, root, content, drawing);
      } catch (error) {
        // The rest of the page is printed nevertheless.
        widget.warn(String(error));
      }
  }
  const last = lastWide(widgets);
  const root = last && rootOf(last);
  // A poster has an address and a code of its own, and fills its page.
  if (!last || !root || root.querySelector('.poster')) return;
  const foot = append(root, 'print-foot');
  render(renderFoot(i18nOf(last), numberLinks(widgets)), foot);
}

function close(): void {
  for (const step of undo.splice(0)) step();
}

const rootOf = ({shadowRoot}: PrintedWidget): HTMLElement | null =>
  shadowRoot?.querySelector<HTMLElement>('.root') ?? null;

function toggle(element: Element, className: string): void {
  element.classList.add(className);
  undo.push(() => element.classList.remove(className));
}

/** Appends an element until the page has been printed. */
function append(parent: Element, className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  parent.append(element);
  undo.push(() => element.remove());
  return element;
}

/** Adds the years of a time axis as the head of a table, which is printed again on each page that its rows go on to. */
function repeatScale(root: HTMLElement): void {
  const scale = root.querySelector('.frame > .scale');
  if (!scale) return;
  const head = append(scale.parentElement as Element, 'scale-head');
  head.append(scale.cloneNode(true));
  head.ariaHidden = 'true';
}

function addMap(
  widget: PrintedWidget,
  root: HTMLElement,
  content: PaperMapContent,
  code: PaperMapModule,
): void {
  const body = root.querySelector('.body');
  if (!body) return;
  const paper = append(body, 'paper');
  const isListed = drawPaperMapView(paper, code, content, i18nOf(widget));
  if (isListed === undefined) return;
  // A list that stays follows its drawing.
  if (!isListed) body.prepend(paper);
  toggle(root, isListed ? 'has-plan' : 'has-map');
  if (!isListed && root.querySelectorAll('.layout .entry').length <= MAX_BESIDE)
    toggle(root, 'short-list');
}

/** Returns the last widget of the page that is not in a narrow column; the sheet ends with it. */
function lastWide(widgets: readonly PrintedWidget[]): PrintedWidget | undefined {
  const outer = widgets.filter(widget => widget.getRootNode() === document && widget.offsetWidth);
  const widest = Math.max(...outer.map(({offsetWidth}) => offsetWidth));
  return outer.filter(({offsetWidth}) => offsetWidth >= MIN_WIDTH_SHARE * widest).at(-1);
}

/** Numbers the links of all widgets by address, in the order of the page. Returns the addresses. */
function numberLinks(widgets: readonly PrintedWidget[]): readonly string[] {
  const numbers = new Map<string, number>();
  for (const {shadowRoot} of widgets)
    for (const link of shadowRoot?.querySelectorAll<HTMLAnchorElement>("a[href^='http']") ?? []) {
      // An open dialog is printed on its own, without the foot of the page: its addresses are beside its links.
      const isElsewhere = link.closest('.has-plan .layout, dialog');
      if (isElsewhere || !(link.closest('.paper, details') || link.checkVisibility())) continue;
      const {href} = link;
      const number = numbers.get(href) ?? numbers.size + 1;
      numbers.set(href, number);
      link.dataset['note'] = String(number);
      undo.push(() => delete link.dataset['note']);
    }
  return [...numbers.keys()];
}

/** Returns an address as people write it. */
const shortAddress = (address: string): string =>
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

/** Number of addresses from which they may fill a sheet, so that pages may divide their list. */
const MIN_DIVIDED = 18;
/** Number of addresses that stay with the cartouche at least: whole rows, in two columns or three. */
const LAST_ADDRESSES = 6;

/** Renders addresses as notes, numbered from `first`. */
const renderAddresses = (addresses: readonly string[], first: number): TemplateResult =>
  html`<ol start=${first}>
    ${addresses.map(address => html`<li>${renderAddress(address)}</li>`)}
  </ol>`;

/**
 * Renders the foot of the sheet: addresses as notes, then the title of the page with date, address and QR code. The last
 * addresses are in one block with the title, which is thus never alone on a sheet.
 */
function renderFoot(i18n: PrintSheetI18n, addresses: readonly string[]): TemplateResult {
  const {messages} = i18n;
  const {href} = location;
  const {length} = addresses;
  const heading = document.querySelector('h1')?.textContent.trim();
  const title = heading || document.title || shortAddress(href);
  const isWeb = /^https?:/.test(href);
  const split = length < MIN_DIVIDED ? 0 : length - LAST_ADDRESSES - (length % LAST_ADDRESSES);
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
      ${
        length
          ? html`<section class="notes small">
              ${split ? nothing : notesTitle}${renderAddresses(addresses.slice(split), split + 1)}
            </section>`
          : nothing
      }
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
