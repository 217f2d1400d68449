import {expect, fixture, html} from '@open-wc/testing';
import {asked, web} from '../support/web.js';
import '../../src/define/all.js';
import {ContextProvider} from '@lit/context';
import type {ReactiveElement} from 'lit';
import {sourceContext} from '../../src/contexts/source-context.js';
import {StubServer} from '../support/sources.js';
import {smallPortal} from '../support/small-portal.js';

const TAGS = [
  'agenda',
  'compare',
  'contribute',
  'directory',
  'explorer',
  'family-filter',
  'layer',
  'portal',
  'portal-cards',
  'programme-timeline',
  'project-map',
  'project-progress',
  'resource-list',
  'story',
].map(noun => `spass-${noun}`);

/** Two values of an attribute between which the storm goes; the first change alone ends at the second one too. */
const VALUES: Readonly<Record<string, readonly [string, string]>> = {
  api: ['/storm-a.json', '/storm-b.json'],
  limit: ['7', '9'],
  'heading-level': ['2', '4'],
  lang: ['nl', 'fr'],
  from: ['2010', '2011'],
  to: ['2020', '2021'],
  sort: ['title', 'date'],
};

/** Lit keeps `update` to its classes. */
interface Stormy extends HTMLElement {
  update(changed: Map<PropertyKey, unknown>): void;
  readonly updateComplete: Promise<unknown>;
  readonly loadComplete?: Promise<void>;
}

interface Counts {
  readonly renders: number;
  readonly requests: number;
}

describe('a thousand changes of an attribute in one turn', function () {
  // Each attribute of a tag twice, from nothing to drawn.
  this.timeout(60_000);
  const {warn} = console;
  before(() => {
    console.warn = () => undefined;
    for (const letter of ['a', 'b'])
      web.set(`/storm-${letter}.json`, () => ({version: '1', ...smallPortal}));
  });
  after(() => {
    console.warn = warn;
  });

  /** Sets an attribute some times in one turn, and counts what comes of it until all is drawn. */
  async function storm(tag: string, name: string, times: number): Promise<Counts> {
    const server = new StubServer(smallPortal);
    const place = document.createElement('div');
    new ContextProvider(place, {context: sourceContext, initialValue: server});
    const element = document.createElement(tag) as HTMLElement as Stormy;
    await fixture(html`${element}`, {parentNode: place});
    await element.loadComplete;
    const update = element.update.bind(element);
    let renders = 0;
    element.update = changed => {
      renders++;
      update(changed);
    };
    const before = server.questions.length + asked.length;
    server.isHeld = true;
    const [one, other] = VALUES[name] ?? ['one', 'other'];
    for (let turn = times; turn > 0; turn--)
      element.setAttribute(name, turn % 2 === 1 ? other : one);
    await element.updateComplete;
    const counts = {renders, requests: server.questions.length + asked.length - before};
    element.remove();
    return counts;
  }

  for (const tag of TAGS)
    it(`F-08 draws <${tag}> once, and asks no more than one change does, whichever it is`, async () => {
      const {observedAttributes} = customElements.get(tag) as unknown as typeof ReactiveElement;
      for (const name of observedAttributes) {
        const once = await storm(tag, name, 1);
        const often = await storm(tag, name, 999);
        expect(often.renders <= 1, `${name}: drawn ${often.renders} times`).to.equal(true);
        expect(often, name).to.deep.equal(once);
      }
    });
});
