import {html} from '@open-wc/testing';
import {isReturningFromDialog} from '../../src/controllers/url-state-controller.js';
import type {SpassResourceList} from '../../src/index.js';
import {queryAll, loadedFixture} from './widget-fixture.js';
import {waitUntil} from './wait-until.js';

/** Renders a list with details. */
export const renderList = (
  mode: string,
  ...items: readonly unknown[]
): Promise<SpassResourceList> =>
  loadedFixture<SpassResourceList>(
    html`<spass-resource-list facets="" detail=${mode} .items=${items}></spass-resource-list>`,
  );

export async function listUpdated(el: SpassResourceList): Promise<void> {
  await el.updateComplete;
  await el.loadComplete;
  await el.updateComplete;
}

/** Returns the buttons that open a resource. */
export const detailButtons = (el: SpassResourceList, id: unknown): HTMLButtonElement[] =>
  queryAll<HTMLButtonElement>(el, '.opener').filter(({dataset}) => dataset['id'] === String(id));

/** Opens a resource by clicking a button of its row. */
export async function openDetail(el: SpassResourceList, id: unknown, nth = 0): Promise<void> {
  const button = detailButtons(el, id)[nth];
  if (!button) throw new Error(`no button for ${String(id)}`);
  button.focus();
  button.click();
  await listUpdated(el);
}

/** Returns the modal dialog, if open. */
export const dialog = (el: SpassResourceList): HTMLDialogElement | undefined =>
  queryAll<HTMLDialogElement>(el, 'dialog').find(one => one.matches(':modal'));

export const isOpen = (el: SpassResourceList): boolean => dialog(el) !== undefined;

/** Returns the values of the detail by label. */
export const detailFields = (el: SpassResourceList): Record<string, string> =>
  Object.fromEntries(
    queryAll(el, '.sheet dl > div').map(group => [
      group.querySelector('dt')?.textContent ?? '',
      [...group.querySelectorAll('dd')]
        .map(({textContent}) => textContent.replace(/\s+/g, ' ').trim())
        .join(' | '),
    ]),
  );

/** Resolves when the dialog is closed and the browser has gone back from its history entry. */
export async function dialogClosed(el: SpassResourceList): Promise<void> {
  await new Promise(resolve =>
    queryAll(el, 'dialog')[0]?.addEventListener('close', resolve, {once: true}),
  );
  await el.updateComplete;
  await waitUntil(() => !isReturningFromDialog(), 'the browser does not go back');
}
