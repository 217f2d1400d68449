import {expect, fixture, html} from '@open-wc/testing';
import {asked, stubResponses} from '../../support/fetch-stub.js';
import '../../../src/define/all.js';
import {ContextProvider} from '@lit/context';
import type {ReactiveElement} from 'lit';
import * as classes from '../../../src/element-classes.js';
import {sourceContext} from '../../../src/controllers/source-controller.js';
import {StubServer} from '../../support/source-fixture.js';
import {smallPortal} from '../../support/small-portal.js';
import {recordWarnings} from '../../support/console.js';

const TAGS = Object.keys(classes).map(name => name.replace(/\B[A-Z]/g, '-$&').toLowerCase());

/**
 * Two values for each attribute type. A burst of changes alternates between them and ends, like the single change, on
 * the second.
 */
const VALUES: Readonly<Record<string, readonly [string, string]>> = {
  api: ['/storm-a.json', '/storm-b.json'],
  limit: ['7', '9'],
  'heading-level': ['2', '4'],
  lang: ['nl', 'fr'],
  from: ['2010', '2011'],
  to: ['2020', '2021'],
  sort: ['title', 'date'],
};

/** Portals with a picture each: the records of drawn covers are requested later, after everything else has arrived. */
const portal = {
  ...smallPortal,
  portals: smallPortal.portals.map(one => ({
    ...one,
    cover: {src: `${location.origin}/demo/data/emblem-eu.svg`},
  })),
};

/** Makes `update` accessible: Lit declares it protected. */
interface UpdatableElement extends HTMLElement {
  update(changed: Map<PropertyKey, unknown>): void;
  readonly updateComplete: Promise<unknown>;
  readonly loadComplete?: Promise<void>;
}

interface EffectCounts {
  readonly renders: number;
  readonly requests: number;
}

describe('a thousand changes of an attribute in one task', function () {
  // Each attribute of each tag twice, from creation to rendering.
  this.timeout(60_000);
  recordWarnings();
  before(() => {
    for (const letter of ['a', 'b'])
      stubResponses.set(`/storm-${letter}.json`, () => ({version: '1', ...portal}));
  });

  /** Sets an attribute `times` times in one task, and counts the effects until everything is drawn. */
  async function changeRepeatedly(tag: string, name: string, times: number): Promise<EffectCounts> {
    const server = new StubServer(portal);
    const place = document.createElement('div');
    new ContextProvider(place, {context: sourceContext, initialValue: server});
    const element = document.createElement(tag) as HTMLElement as UpdatableElement;
    await fixture(html`${element}`, {parentNode: place});
    await element.loadComplete;
    const update = element.update.bind(element);
    let renders = 0;
    element.update = changed => {
      renders++;
      update(changed);
    };
    const before = server.queries.length + asked.length;
    server.isHeld = true;
    const [one, other] = VALUES[name] ?? ['one', 'other'];
    for (let turn = times; turn > 0; turn--)
      element.setAttribute(name, turn % 2 === 1 ? other : one);
    await element.updateComplete;
    const counts = {renders, requests: server.queries.length + asked.length - before};
    element.remove();
    return counts;
  }

  for (const tag of TAGS)
    it(`F-08 renders <${tag}> once, and sends no more requests than a single change, for each attribute`, async () => {
      const {observedAttributes} = customElements.get(tag) as unknown as typeof ReactiveElement;
      for (const name of observedAttributes) {
        const once = await changeRepeatedly(tag, name, 1);
        const often = await changeRepeatedly(tag, name, 999);
        expect(often.renders <= 1, `${name}: drawn ${often.renders} times`).to.equal(true);
        expect(often, name).to.deep.equal(once);
      }
    });
});
