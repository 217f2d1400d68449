import {html} from '@open-wc/testing';
import type {SpassResourceList} from '../../src/index.js';
import {all, shown} from './element.js';

/** Renders a list with details. */
export const listOf = (way: string, ...items: readonly unknown[]): Promise<SpassResourceList> =>
  shown<SpassResourceList>(
    html`<spass-resource-list facets="" detail=${way} .items=${items}></spass-resource-list>`,
  );

export async function settled(el: SpassResourceList): Promise<void> {
  await el.updateComplete;
  await el.loadComplete;
  await el.updateComplete;
}

/** Returns the buttons that open a resource. */
export const openers = (el: SpassResourceList, id: unknown): HTMLButtonElement[] =>
  all<HTMLButtonElement>(el, '.opener').filter(({dataset}) => dataset['id'] === String(id));

/** Opens a resource by clicking a button of its row. */
export async function open(el: SpassResourceList, id: unknown, nth = 0): Promise<void> {
  const button = openers(el, id)[nth];
  if (!button) throw new Error(`no button for ${String(id)}`);
  button.focus();
  button.click();
  await settled(el);
}

/** Returns the modal dialog, if open. */
export const dialog = (el: SpassResourceList): HTMLDialogElement | undefined =>
  all<HTMLDialogElement>(el, 'dialog').find(one => one.matches(':modal'));

export const isOpen = (el: SpassResourceList): boolean => dialog(el) !== undefined;

/** Returns the values of the detail by label. */
export const labels = (el: SpassResourceList): Record<string, string> =>
  Object.fromEntries(
    all(el, '.sheet dl > div').map(group => [
      group.querySelector('dt')?.textContent ?? '',
      [...group.querySelectorAll('dd')]
        .map(({textContent}) => textContent.replace(/\s+/g, ' ').trim())
        .join(' | '),
    ]),
  );

/** Resolves when the dialog has fired `close`. */
export const closed = (el: SpassResourceList): Promise<unknown> =>
  new Promise(resolve => all(el, 'dialog')[0]?.addEventListener('close', resolve, {once: true}));
