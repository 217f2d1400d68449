import {FACT_SEPARATOR} from '../../../model/text.js';
import {type PrintSheetI18n, shortAddress} from './print-foot.js';

/** Maximum number of records without a place that are printed of each group; its heading has the number of all. */
const MAX_UNLOCATED = 12;

/**
 * Says how many records the rest of each list has, and where: the button that shows them is not printed. Of hundreds of
 * records without a place, the first are printed, unless the reader has opened their list or there is no other.
 *
 * @param undo Receives the functions that undo it.
 */
export function addRest(root: Element, i18n: PrintSheetI18n, undo: (() => void)[]): void {
  const lineFor = (rest: number): HTMLElement => {
    const line = document.createElement('p');
    line.className = 'small rest';
    const text = i18n.messages.restAt(i18n.number(rest), shortAddress(location.href));
    // Breaks after the slashes of the address.
    for (const part of text.split(/(?<=\/)/)) line.append(part, document.createElement('wbr'));
    undo.push(() => line.remove());
    return line;
  };
  if (!location.protocol.startsWith('http')) return;
  for (const more of root.querySelectorAll<HTMLElement>('[data-rest]')) {
    const rest = Number(more.dataset['rest']);
    if (rest <= 0) continue;
    // With the last row, so that it is not alone on the next sheet.
    const last = more.parentElement?.querySelector('.list > :is(.row, .chapter):last-child');
    if (last) last.append(lineFor(rest));
    else more.after(lineFor(rest));
  }
  // The title of a group has the number of its records, the button also that of those listed.
  for (const more of root.querySelectorAll('.layout .title + ul + button')) {
    const shown = more.textContent.split(FACT_SEPARATOR).at(-1)?.trim() ?? '';
    const title = more.previousElementSibling?.previousElementSibling;
    const text = [...(title?.childNodes ?? [])].filter(node => node instanceof Text).at(-1);
    const total = shown.split(' ').at(-1);
    const {data = ''} = text ?? {};
    if (!text || !total || !data.trimEnd().endsWith(total)) continue;
    text.data = data.trimEnd().slice(0, -total.length) + shown;
    undo.push(() => (text.data = data));
  }
  for (const list of root.querySelectorAll('details:not([open]) > ul:has(> .entry)')) {
    const rest = [...list.children].slice(MAX_UNLOCATED);
    if (!rest.length) continue;
    for (const {classList} of rest) {
      classList.add('omitted');
      undo.push(() => classList.remove('omitted'));
    }
    list.after(lineFor(rest.length));
  }
}
