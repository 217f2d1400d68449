import type {WidgetHost} from '../../base/widget-view.js';
import {readSheets} from './fit-sheets.js';
import type {PrintSheetI18n} from './print-foot.js';

/** Returns the last heading before the content of a widget. */
const headingOf = (widget: Element): Element | undefined =>
  [...(widget.getRootNode() as ParentNode).querySelectorAll('h1,h2,h3,h4,h5,h6')]
    .filter(
      heading =>
        widget.contains(heading) ||
        heading.compareDocumentPosition(widget) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    .at(-1);

/** Number of rows from which a list has a heading on each sheet, and beyond which its rows are in pairs, which are counted. */
const [MIN_ROWS, MAX_ROWS] = [4, 40] as const;

/**
 * Writes the heading of a timeline, a list, or a map, on each sheet that its rows or its key go on to, and the name of a
 * programme that is divided.
 *
 * @param readPlaces Returns the sheet of each part of the page.
 * @param undo Receives the functions that undo it.
 */
export function nameContinued(
  widget: WidgetHost,
  root: Element,
  i18n: PrintSheetI18n,
  readPlaces: () => string,
  undo: (() => void)[],
): void {
  // That of the map of a story is its own.
  const heading = root.querySelector('.plan-title') ?? headingOf(widget);
  const name = heading?.textContent.trim();
  nameRows(root, name, i18n, undo);
  /** Adds a line that moves nothing, neither headings nor rows. */
  const add: AddLine = (line, text, insert, rows = []) => {
    const readAll = (): string => `${readPlaces()} ${readSheets(rows).join()}`;
    line.className = 'key-continued';
    line.textContent = i18n.messages.continued(text);
    const before = readAll();
    insert();
    if (readAll() === before) undo.push(() => line.remove());
    else line.remove();
  };
  if (heading && name) nameMap(heading, name, root, add);
  for (const list of root.querySelectorAll('.list:has(> .row), .cards')) {
    const text =
      list.closest('.group')?.querySelector(':scope > .title')?.textContent.trim() ?? name;
    if (text) nameList(list, text, add);
  }
}

type AddLine = (
  line: HTMLElement,
  text: string,
  insert: () => void,
  rows?: readonly Element[],
) => void;

function nameRows(
  root: Element,
  heading: string | undefined,
  i18n: PrintSheetI18n,
  undo: (() => void)[],
): void {
  const parts = [...root.querySelectorAll('.generation, .bars > li')];
  const sheets = readSheets(parts);
  let sheet = sheets[0]?.[0];
  sheets.forEach(([begin], i) => {
    if (begin === sheet) return;
    sheet = begin;
    const part = parts[i] as Element;
    const write = (className: string, name: string | undefined): void => {
      if (!name) return;
      const line = document.createElement('span');
      line.className = className;
      line.textContent = i18n.messages.continued(name);
      part.append(line);
      undo.push(() => line.remove());
    };
    write('continued heading', heading);
    if (part.matches('li li'))
      write('continued', part.closest('.generation')?.querySelector('.title')?.textContent.trim());
  });
}

/** Writes a line above the rows of a list on each sheet after its first one. */
function nameList(list: Element, text: string, add: AddLine): void {
  const rows = [...list.children];
  if (rows.length < MIN_ROWS || rows.length > MAX_ROWS) return;
  const sheets = readSheets(rows);
  sheets.forEach(([begin], i) => {
    const line = document.createElement(list.matches('ul') ? 'li' : 'p');
    if (i && begin !== sheets[i - 1]?.[0]) add(line, text, () => rows[i]?.before(line), rows);
  });
}

/** Writes a line above a map, and above the rest of its key, on each sheet after that of its heading. */
function nameMap(heading: Element, text: string, root: Element, add: AddLine): void {
  const parts = [heading, ...root.querySelectorAll('.plan, .key-entry')];
  let sheet: number | undefined;
  readSheets(parts).forEach(([begin, end], i) => {
    // A drawing for the other size of sheets is on none.
    if (end < begin || begin === sheet) return;
    const isFirst = sheet === undefined;
    sheet = begin;
    if (isFirst) return;
    const part = parts[i] as Element;
    const box = part.closest('.plans, .key-rest') ?? part.closest('.key-group');
    const begins = part.matches('.plan') || box?.querySelector('.key-entry') === part;
    const line = document.createElement('p');
    add(line, text, () => (begins ? box?.prepend(line) : part.before(line)));
  });
}
