import type {WidgetHost} from '../../base/widget-view.js';
import {readSheets, type TryChange} from './fit-sheets.js';
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

/** Lists of rows, cards, actors, chapters and steps. */
const LISTS = '.list:has(> :is(.row, .chapter)), .chapter > ul, .cards, .groups, .actors, .steps';
/** Number of rows beyond which those of a list are in pairs, which are counted. */
const MAX_ROWS = 40;

/**
 * Writes the heading of a timeline, a list, a directory, a story or a map, on each sheet that its rows or its key go on to, and the
 * name of a programme that is divided.
 *
 * @param tryChange Adds a line if the page has room for it.
 * @param undo Receives the functions that undo it.
 */
export function nameContinued(
  widget: WidgetHost,
  root: Element,
  i18n: PrintSheetI18n,
  tryChange: TryChange,
  undo: (() => void)[],
): void {
  // That of the map of a story is its own.
  const heading = root.querySelector('.plan-title') ?? headingOf(widget);
  const name = heading?.textContent.trim();
  nameRows(root, name, i18n, undo);
  const add: AddLine = (line, text, insert) => {
    line.className = 'key-continued';
    line.textContent = i18n.messages.continued(text);
    const remove = (): void => line.remove();
    if (tryChange(insert, remove)) undo.push(remove);
  };
  if (heading && name) nameMap(heading, name, root, add);
  for (const list of root.querySelectorAll(LISTS)) {
    const group = groupName(list);
    const text = group ?? name;
    if (text) nameList(list, group ? null : (widget as Element).previousElementSibling, text, add);
  }
}

/** Returns the name of the group, the chapter or the story of a list, without the number of its entries. */
function groupName(list: Element): string | undefined {
  const title = list
    .closest('.group, .chapter, .story')
    ?.querySelector(':scope > .title, :scope > header .title');
  const count = title?.querySelector('.small')?.textContent.length ?? 0;
  const text = title?.textContent.trim();
  return text?.slice(0, text.length - count).trim();
}

type AddLine = (line: HTMLElement, text: string, insert: () => void) => void;

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

/**
 * Writes a line above the rows of a list on each sheet after its first one, to which it may move others.
 *
 * @param before What the list follows. If that is on another sheet, the first row is named too.
 */
function nameList(list: Element, before: Element | null, text: string, add: AddLine): void {
  const rows = [before, ...list.children].filter(row => row?.getClientRects().length);
  if (rows.length > MAX_ROWS) return;
  let named = 0;
  for (;;) {
    const sheets = readSheets(rows as Element[]);
    const i = sheets.findIndex(
      ([begin], index) => index && begin > named && begin !== sheets[index - 1]?.[1],
    );
    if (i < 0) return;
    named = sheets[i]?.[0] ?? 0;
    const line = document.createElement(list.matches('ul') ? 'li' : 'p');
    add(line, text, () => rows[i]?.before(line));
  }
}

/** Writes a line above a map, and above the rest of its key or its list, on each sheet after that of its heading. */
function nameMap(heading: Element, text: string, root: Element, add: AddLine): void {
  const parts = [heading, ...root.querySelectorAll('.plan, .key-entry, .layout .entry')];
  let sheet: number | undefined;
  readSheets(parts).forEach(([begin, end], i) => {
    // A drawing for the other size of sheets is on none.
    if (end < begin || begin === sheet) return;
    const isFirst = sheet === undefined;
    sheet = begin;
    if (isFirst) return;
    const part = parts[i] as Element;
    const list = part.closest('.layout ul');
    const box = part.closest('.plans, .key-rest') ?? part.closest('.key-group') ?? list;
    const begins = part.matches('.plan') || box?.querySelector('.key-entry, .entry') === part;
    const line = document.createElement('p');
    add(line, text, () => {
      if (!begins) part.before(line);
      else if (list) beginOf(list).before(line);
      else box?.prepend(line);
    });
  });
}

/** Returns the list of a map, or the title before it. */
function beginOf(list: Element): Element {
  const box = list.closest('details') ?? list;
  const title = box.previousElementSibling;
  return title?.matches('.title') ? title : box;
}
