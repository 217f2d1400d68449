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

/**
 * Writes the heading of a timeline, or of a map, on each sheet that its rows or its key go on to, and the name of a
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
  // That of a story is its own.
  const heading = root.querySelector('header > .title') ?? headingOf(widget);
  const name = heading?.textContent.trim();
  nameRows(root, name, i18n, undo);
  if (heading && name) nameMap(heading, root, i18n.messages.continued(name), readPlaces, undo);
}

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

/** Writes a line above a map, and above the rest of its key, on each sheet after that of its heading. It moves nothing. */
function nameMap(
  heading: Element,
  root: Element,
  text: string,
  readPlaces: () => string,
  undo: (() => void)[],
): void {
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
    line.className = 'key-continued';
    line.textContent = text;
    const before = readPlaces();
    if (begins) box?.prepend(line);
    else part.before(line);
    if (readPlaces() === before) undo.push(() => line.remove());
    else line.remove();
  });
}
