import {expect, html, oneEvent} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/project-progress.js';
import type {SpassProjectProgress} from '../../../src/index.js';
import {Downloads} from '../../support/downloads.js';
import {queryAll} from '../../support/widget-fixture.js';
import {expectFocus, focusByKeyboard, pressKeys} from '../../support/keyboard.js';
import {now, progressRecords} from '../../support/progress.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {deepActiveElement} from '../../support/focus.js';
import {waitUntil} from '../../support/wait-until.js';

const showProgress = (server = new StubServer(progressRecords)): Promise<SpassProjectProgress> =>
  loadedFixtureWithSource<SpassProjectProgress>(
    server,
    html`<spass-project-progress .now=${now}></spass-project-progress>`,
  );

describe('<spass-project-progress> by keyboard', () => {
  for (const key of ['Enter', 'Space'])
    it(`A-04 exports the meeting to a calendar with ${key}, and the focus stays`, async () => {
      await setViewport({width: 1280, height: 900});
      const downloads = new Downloads();
      try {
        const el = await showProgress();
        await focusByKeyboard(queryAll(el, '[part=calendar]')[0]);
        await pressKeys(key);
        await waitUntil(() => downloads.names.length > 0);
        expect(downloads.names).to.deep.equal(['atelier-sur-plan.ics']);
        expectFocus('Ajouter à mon calendrier');
      } finally {
        downloads.restore();
      }
    });

  it('A-04 follows its links with Enter: the project, the meeting, a resource, the participation', async () => {
    await setViewport({width: 1280, height: 900});
    const el = await showProgress();
    el.addEventListener('spass-record-select', event => event.preventDefault());
    for (const [at, name] of [
      ['.body > .title a', 'Un centre-bourg renouvelé'],
      ['.meeting [part=link]', 'Atelier sur plan'],
      ['.latest [part=link]', 'Compte rendu 5'],
    ] as const) {
      await focusByKeyboard(queryAll(el, at)[0]);
      const select = oneEvent(el, 'spass-record-select');
      await pressKeys('Enter');
      await select;
      expectFocus(name);
    }
    const [action] = queryAll<HTMLAnchorElement>(el, '[part=action]');
    await focusByKeyboard(action);
    expectFocus('Répondre au questionnaire');
    const click = oneEvent(el, 'click');
    el.addEventListener('click', event => event.preventDefault(), {once: true});
    await pressKeys('Enter');
    await click;
    expect(deepActiveElement() === action).to.equal(true);
  });
});
