import {type LitElement, render} from 'lit';
import {printSheet, qrCode} from '../../../i18n/fr/on-demand.js';
import type {MessageSections} from '../../../i18n/messages.js';
import type {PaperMapContent, WidgetHost, WidgetView} from '../../base/widget-view.js';
import {adoptStyles} from '../../../styles/adopt-styles.js';
import {hostStyles} from '../../../styles/host.styles.js';
import {printStyles} from '../../../styles/print.styles.js';
import {tokenStyles} from '../../../styles/tokens.styles.js';
import {
  creditsKey,
  loadQrCodes,
  numberLinks,
  placesOf,
  type PrintSheetI18n,
  renderFoot,
  repeatedParts,
  titleOfPage,
} from './print-foot.js';
import {nameContinued} from './continued.js';
import {fitSheets} from './fit-sheets.js';
import {finishLastSheet, writeSheet} from './last-sheet.js';
import {MAX_BESIDE, type PaperMapModule} from './paper-map-sizes.js';
import {addPageRules, addRunningFoot, isScreenOnly, LAST, unfoldPage} from './page-rules.js';
import {drawPaperMapView, loadPaperMap, type PrintedMap} from './paper-map-view.js';
import {addRest} from './print-rest.js';
import {PRINT_STYLES, printSheetStyles} from './print-sheet.styles.js';
import {printTimeline} from './print-timeline.js';
import {useSheetQueries} from './sheet-queries.js';

type PrintedWidget = WidgetHost & {
  readonly view?: Partial<WidgetView> | undefined;
  limit: number;
  performUpdate(): void;
};

/** Elements other than widgets whose styles depend on their width. */
const ALSO_PRINTED = 'spass-portal, .spass-foot';

/** Undoes the changes for print. */
const undo: (() => void)[] = [];
let hasStarted = false;
/** Foot of the page, while it is printed. */
let foot: HTMLElement | undefined;
/** Maps of the page, while it is printed. */
const maps: PrintedMap[] = [];
/** Code of the drawing, if it was loaded without a map on the screen. */
let loadedDrawing: PaperMapModule | undefined;

/**
 * Starts to prepare pages for print: maps as drawings with numbers, addresses as notes, and the foot of the sheet.
 *
 * @param isPrinting True if the reader is about to print, so that what this needs is loaded now.
 */
export function startPrintSheet(isPrinting: boolean): void {
  if (!hasStarted) {
    hasStarted = true;
    // This too is needed once the page is used.
    void import('../scroll-anchoring.js').then(module => module.startScrollAnchoring(), String);
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
      finish();
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

/** The views have given the messages of records. */
const sections = {printSheet, qrCode} as Pick<MessageSections, 'printSheet' | 'qrCode' | 'records'>;

const i18nOf = (widget: PrintedWidget): PrintSheetI18n => widget.i18n.withSections(sections);

/** Loads what the sheet needs: the QR codes, and the code of the drawing only for a reader who prints, if no map on the screen has it. */
async function loadParts(isPrinting: boolean): Promise<void> {
  await loadQrCodes();
  const widgets = widgetsIn(document);
  const contents = contentsOf(widgets);
  if (isPrinting) for (const {view} of widgets) view?.prepareForPrint?.();
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
  const widgets = widgetsIn(document);
  prepare(widgets);
  finish();
  if (CSS.supports('-moz-appearance', 'none'))
    undo.push(
      useSheetQueries([...widgets, ...document.querySelectorAll<HTMLElement>(ALSO_PRINTED)]),
    );
}

/** Fills the sheets, in a browser that has divided the page into them. */
function finish(): void {
  if (!foot || !matchMedia('print').matches) return;
  const widgets = printedWidgets();
  const all = widgetsIn(document);
  const partsOf = (selector: string): readonly HTMLElement[] =>
    all.flatMap(widget => [...(rootOf(widget)?.querySelectorAll<HTMLElement>(selector) ?? [])]);
  const timelines = partsOf('.frame:has(> .scale-head)');
  const pictures = partsOf('.step > .exhibit');
  const roots = all.map(({shadowRoot}) => shadowRoot as ShadowRoot);
  writeSheet(foot, roots);
  fitSheets(widgets, roots, maps, timelines, pictures, foot, tryChange => {
    for (const widget of all) {
      const root = rootOf(widget);
      if (root) nameContinued(widget, root, i18nOf(widget), tryChange, undo);
    }
  });
  undo.push(() => {
    for (const {classList} of document.querySelectorAll(`.${LAST}`)) classList.remove(LAST);
    for (const {style} of widgets) style.removeProperty('--_paper-size');
    for (const {style, classList} of [...timelines, ...pictures]) {
      style.removeProperty('--_scale');
      classList.remove('whole');
    }
  });
  for (const widget of all)
    if (widget.view?.fitToSheet) {
      widget.view.fitToSheet();
      // At once: the browser does not wait.
      widget.performUpdate();
    }
  writeSheet(foot, roots);
  finishLastSheet(foot, widgets);
}

function prepare(widgets: readonly PrintedWidget[]): void {
  const drawing = drawingOf(contentsOf(widgets));
  for (const widget of widgets) {
    const root = rootOf(widget);
    if (!root) continue;
    adoptStyles(widget, ...PRINT_STYLES);
    toggle(root, 'on-paper');
    printTimeline(widget, root, i18nOf(widget), undo);
    addRest(root, i18nOf(widget), undo);
    const content = widget.view?.paperMap?.();
    if (content && drawing)
      try {
        addMap(widget, root, content, drawing);
      } catch (error) {
        // The rest of the page is printed nevertheless.
        widget.warn(String(error));
      }
  }
  // Their addresses, credits and statements would be printed without them.
  addFoot(widgets.filter(widget => !isScreenOnly(widget)));
  undo.push(
    addPageRules(new Set(widgets.map(({localName}) => localName))),
    unfoldPage(widgets, toggle),
  );
}

/** Adds the foot of the page, with what its widgets would say twice. */
function addFoot(widgets: readonly PrintedWidget[]): void {
  const last = printedWidgets(widgets).at(-1);
  const root = last && rootOf(last);
  // A poster has an address and a code of its own, and fills its page.
  if (!root || root.querySelector('.poster')) return;
  // In the language of the page, as its title is, if a widget has it.
  const language = document.documentElement.lang.slice(0, 2);
  const i18n = i18nOf(widgets.find(one => one.i18n.language.startsWith(language)) ?? last);
  const portals = [...document.querySelectorAll<LitElement>('spass-portal')];
  const others = widgets.filter(widget => widget !== last && isPrinted(widget));
  const printed = [...others, ...portals, last];
  const portal = last.closest<LitElement>('spass-portal');
  const own = creditsOf(portal) ?? creditsOf(last);
  const roots = printed.flatMap(one => rootOf(one) ?? []);
  const {omitted, statements, credits} = repeatedParts(roots, i18n.language);
  for (const part of omitted) toggle(part, 'omitted');
  const addresses = numberLinks([...widgets, ...portals], undo);
  // Beside the cartouche, not above it: a line of their own would need another sheet.
  const credit = own && credits.get(creditsKey(own));
  const copy = credit?.cloneNode(true);
  if (credit) toggle(credit, 'omitted');
  // Each may have credits that are omitted.
  for (const one of portals) adoptStyles(one, printSheetStyles);
  undo.push(addRunningFoot(titleOfPage()));
  const content = appendFoot(root);
  content.lang = i18n.language;
  const place = i18n.list(placesOf(contentsOf(widgets)));
  render(renderFoot(i18n, addresses, statements, copy, place), content);
}

/** Pages hide sections of which nothing is printed, as those of a filter alone. */
const isPrinted = ({localName}: Element): boolean => localName !== 'spass-family-filter';

/** Returns the widgets of the page of which something is printed, or the others if there are none. */
function printedWidgets(widgets: readonly PrintedWidget[] = widgetsIn(document)): PrintedWidget[] {
  const outer = widgets.filter(
    widget => widget.getRootNode() === document && widget.checkVisibility(),
  );
  return outer.some(isPrinted) ? outer.filter(isPrinted) : outer;
}

/** Returns the credits of a widget or a portal. */
const creditsOf = (element: Element | null): Element | null | undefined =>
  element && rootOf(element)?.querySelector('.foot:not(.omitted, dialog *)');

function close(): void {
  for (const step of undo.splice(0)) step();
}

/**
 * Appends the foot to the end of the page, outside of its columns and boxes, in the fonts of its last widget. Returns the
 * element of its content.
 */
function appendFoot(last: Element): HTMLElement {
  const {display, flexDirection} = getComputedStyle(document.body);
  // Beside others it would be in a column of its own.
  const isRow = display === 'grid' || (display === 'flex' && flexDirection.startsWith('row'));
  const host = append(isRow ? document.documentElement : document.body, 'spass-foot');
  const style = getComputedStyle(last);
  const {fontFamily} = style;
  const headings = style.getPropertyValue('--_heading-font');
  host.style.fontFamily = fontFamily;
  host.style.setProperty('--spass-heading-font', headings || fontFamily);
  host.attachShadow({mode: 'open'});
  adoptStyles(host, tokenStyles, hostStyles, printStyles, ...PRINT_STYLES);
  const root = append(host.shadowRoot as ShadowRoot, 'root on-paper');
  foot = host;
  undo.push(() => (foot = undefined));
  return append(root, 'print-foot');
}

const rootOf = ({shadowRoot}: Element): HTMLElement | null =>
  shadowRoot?.querySelector<HTMLElement>('.root') ?? null;

function toggle(element: Element, className: string): void {
  element.classList.add(className);
  undo.push(() => element.classList.remove(className));
}

/** Appends an element until the page has been printed. */
function append(parent: ParentNode, className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  parent.append(element);
  undo.push(() => element.remove());
  return element;
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
  const entries = [...root.querySelectorAll<HTMLElement>('.layout .entry')];
  const createSlots = () => entries.map(entry => append(entry, 'entry-mark'));
  const map = drawPaperMapView(paper, code, content, i18nOf(widget), createSlots);
  if (!map) return;
  const {isListed} = map;
  maps.push(map);
  undo.push(() => maps.splice(0));
  // A list that stays follows its drawing.
  if (!isListed) body.prepend(paper);
  toggle(root, isListed ? 'has-plan' : 'has-map');
  if (!isListed && entries.length <= MAX_BESIDE) toggle(root, 'short-list');
}
