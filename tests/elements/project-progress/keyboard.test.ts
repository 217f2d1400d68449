import {expect, html, oneEvent} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/project-progress.js';
import type {SpassProjectProgress} from '../../../src/index.js';
import {Downloads} from '../../support/downloads.js';
import {all} from '../../support/element.js';
import {expectFocus, focused, goTo, press, retry, tabStops} from '../../support/keyboard.js';
import {now, progress} from '../../support/progress.js';
import {shownUnder, StubServer} from '../../support/sources.js';

const standing = (server = new StubServer(progress)): Promise<SpassProjectProgress> =>
  shownUnder<SpassProjectProgress>(
    server,
    html`<spass-project-progress .now=${now}></spass-project-progress>`,
  );

describe('<spass-project-progress> by keyboard', () => {
  for (const width of [1280, 320])
    it(`A-04 has a stop for every link and control, in order, at ${width} px`, async () => {
      await setViewport({width, height: 900});
      expect(await tabStops(await standing())).to.deep.equal([
        'Un centre-bourg renouvelé',
        'Atelier sur plan',
        'Ajouter à mon calendrier',
        'Répondre au questionnaire',
        'Compte rendu 5',
        'Compte rendu 4',
        'Compte rendu 3',
      ]);
    });

  for (const key of ['Enter', 'Space'])
    it(`A-04 exports the meeting to a calendar with ${key}, and the focus stays`, async () => {
      await setViewport({width: 1280, height: 900});
      const downloads = new Downloads();
      try {
        const el = await standing();
        await goTo(all(el, '[part=calendar]')[0]);
        await press(key);
        await el.updateComplete;
        expect(downloads.names).to.deep.equal(['atelier-sur-plan.ics']);
        expectFocus('Ajouter à mon calendrier');
      } finally {
        downloads.end();
      }
    });

  it('A-04 follows its links with Enter: the project, the meeting, a resource, the participation', async () => {
    await setViewport({width: 1280, height: 900});
    const el = await standing();
    el.addEventListener('spass-record-select', event => event.preventDefault());
    for (const [at, name] of [
      ['.body > .title a', 'Un centre-bourg renouvelé'],
      ['.meeting [part=link]', 'Atelier sur plan'],
      ['.latest [part=link]', 'Compte rendu 5'],
    ] as const) {
      await goTo(all(el, at)[0]);
      const select = oneEvent(el, 'spass-record-select');
      await press('Enter');
      await select;
      expectFocus(name);
    }
    const [action] = all<HTMLAnchorElement>(el, '[part=action]');
    await goTo(action);
    expectFocus('Répondre au questionnaire');
    const click = oneEvent(el, 'click');
    el.addEventListener('click', event => event.preventDefault(), {once: true});
    await press('Enter');
    await click;
    expect(focused() === action).to.equal(true);
  });

  it('A-04 reaches the retry button', async () => {
    await setViewport({width: 1280, height: 900});
    const server = new StubServer(progress);
    server.isBroken = true;
    const {warn} = console;
    console.warn = () => undefined;
    const el = await standing(server);
    console.warn = warn;
    await retry(el, server);
    await press('Tab');
    expectFocus('Un centre-bourg renouvelé');
  });
});
