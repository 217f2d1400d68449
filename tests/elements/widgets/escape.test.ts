import {expect} from '@open-wc/testing';
import {html, render} from 'lit';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import '../../../src/define/all.js';
import type {DataWidget} from '../../../src/elements/base/data-widget.js';
import {mapProjects} from '../../support/projects.js';
import {completeResource, threeResources} from '../../support/resources.js';
import {queryAll, settled} from '../../support/widget-fixture.js';
import {waitUntil} from '../../support/wait-until.js';

const programmes = [{id: 'p', title: 'Interreg V', generation: 'V', period: {start: '2000'}}];
const datedProjects = [2002, 2008, 2014, 2020].map(year => ({
  id: year,
  title: `Projet ${String(year)}`,
  programme: 'p',
  period: {start: String(year), end: String(year + 1)},
}));
const timeline = html`<spass-programme-timeline
  .now=${new Date(2026, 10, 24)}
  .items=${[...programmes, ...datedProjects]}
></spass-programme-timeline>`;
const map = html`<spass-project-map .items=${mapProjects}></spass-project-map>`;

/** Presses a button of a widget with Enter. */
async function press(el: DataWidget, selector: string): Promise<void> {
  queryAll(el, selector)[0]?.focus();
  await sendKeys({press: 'Enter'});
  await settled(el);
}

/** Things that a widget opens: its markup, how a reader opens the thing, and a selector that matches while it is open. */
const THINGS = [
  ['the popup of a map', map, (el: DataWidget) => press(el, '.marker'), '[part=popup]'],
  [
    'the popup of a map from its list',
    map,
    async (el: DataWidget) => {
      await press(el, '.marker');
      queryAll(el, '.list button')[0]?.focus();
    },
    '[part=popup]',
  ],
  [
    'the details of a project',
    timeline,
    (el: DataWidget) => press(el, '.info'),
    '.info[aria-expanded=true]',
  ],
  [
    'an enlarged generation',
    timeline,
    (el: DataWidget) => press(el, '.zoom'),
    '.zoom[aria-pressed=true]',
  ],
  [
    'a period that is being chosen',
    timeline,
    async (el: DataWidget) => {
      queryAll(el, '.period-handle')[0]?.focus();
      await sendKeys({down: 'ArrowRight'});
      await el.updateComplete;
    },
    // Its share of the range; 0 for the first year.
    '.period:not([style*="--s: 0;"])',
  ],
  [
    'the text of a search',
    html`<spass-resource-list .items=${threeResources}></spass-resource-list>`,
    async (el: DataWidget) => {
      queryAll(el, 'input[type=search]')[0]?.focus();
      await sendKeys({type: 'a'});
      await settled(el);
    },
    'input[type=search]:not(:placeholder-shown)',
  ],
  [
    'a dialog with details',
    html`<spass-resource-list detail .items=${[completeResource]}></spass-resource-list>`,
    (el: DataWidget) => press(el, '.opener'),
    'dialog[open]',
  ],
] as const;

describe('Escape in a dialog of the page', () => {
  let dialog: HTMLDialogElement;
  /** Keys that a scripted dialog of the page would hear of. */
  let heard: string[] = [];
  const hear = ({key}: KeyboardEvent): void => void heard.push(key);
  before(() => setViewport({width: 1280, height: 900}));
  beforeEach(() => {
    dialog = document.createElement('dialog');
    dialog.style.inlineSize = '1200px';
    document.body.append(dialog);
    dialog.showModal();
    document.addEventListener('keydown', hear);
  });
  afterEach(() => {
    document.removeEventListener('keydown', hear);
    dialog.remove();
  });

  for (const [name, widget, open, isOpen] of THINGS)
    it(`A-04 closes ${name} alone, then the dialog`, async () => {
      render(widget, dialog);
      const el = dialog.firstElementChild as DataWidget;
      await settled(el);
      await open(el);
      await waitUntil(() => queryAll(el, isOpen).length > 0, 'not open');
      heard = [];
      await sendKeys({press: 'Escape'});
      await settled(el);
      expect(queryAll(el, isOpen).length, 'closed').to.equal(0);
      expect(heard).to.deep.equal([]);
      expect(dialog.open, 'dialog of the page').to.equal(true);
      await sendKeys({press: 'Escape'});
      expect(heard).to.deep.equal(['Escape']);
      expect(dialog.open, 'dialog of the page').to.equal(false);
    });
});
