import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {html, type TemplateResult} from 'lit';
import {html as staticHtml, unsafeStatic} from 'lit/static-html.js';
import '../../src/define/all.js';
import type {DataWidget} from '../../src/elements/widget.js';
import {Clock} from '../support/clock.js';
import {DATA_TAGS, everything, now} from '../support/everything.js';
import {elementsOf, isSeen} from '../support/flat.js';
import {StubServer, under} from '../support/sources.js';

const NOWHERE = 'http://127.0.0.1:9/contributions';
const server = (change: Partial<StubServer> = {}): StubServer =>
  Object.assign(new StubServer(everything), {contributions: NOWHERE}, change);

const template = (tag: string, attributes = html``): TemplateResult =>
  staticHtml`<${unsafeStatic(tag)} limit="3" .now=${now} project=${
    tag === 'spass-project-progress' ? 'centre-bourg' : ''
  }>${attributes}</${unsafeStatic(tag)}>`;

const regions = (el: Element, role: string): Element[] =>
  elementsOf(el).filter(element => element.getAttribute('role') === role);
const words = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

/** Records the texts of the status elements of a widget and of the widgets it contains. */
class Listener {
  readonly heard: string[] = [];
  readonly lines: readonly Element[];
  readonly #observer = new MutationObserver(changes => {
    for (const line of new Set(changes.map(({target}) => this.#lineOf(target))))
      if (line && words(line)) this.heard.push(words(line));
  });

  constructor(el: Element) {
    this.lines = regions(el, 'status');
    for (const line of this.lines)
      this.#observer.observe(line, {childList: true, characterData: true, subtree: true});
  }

  #lineOf(node: Node): Element | undefined {
    return this.lines.find(line => line.contains(node));
  }
}

const settled = async (el: DataWidget): Promise<void> => {
  await el.loadComplete;
  await el.updateComplete;
  await new Promise(requestAnimationFrame);
  await el.loadComplete;
};

/** Returns a control by a selector, or a button by its text. */
const find = (el: Element, wanted: RegExp | string): HTMLElement => {
  const isWanted = (element: Element): boolean =>
    typeof wanted === 'string'
      ? element.matches(wanted)
      : element.matches('button, a') && wanted.test(words(element));
  const found = elementsOf(el).find(element => element.checkVisibility() && isWanted(element));
  if (!(found instanceof HTMLElement)) throw new Error(`no ${String(wanted)}`);
  return found;
};

/** Actions of a reader, with the announcement expected. */
const ACTS: readonly (readonly [
  tag: string,
  name: string,
  wanted: RegExp | string,
  said: RegExp,
])[] = [
  ['spass-portal-cards', 'asks for more cards', '[part=more]', /^3 résultats ajoutés, 6 sur 7\.$/],
  ['spass-family-filter', 'chooses a family', '.toggle.acteur', /^ACTEUR : \d+ portail/],
  [
    'spass-resource-list',
    'asks for more resources',
    '.more .button',
    /^3 résultats ajoutés, 6 sur 12\.$/,
  ],
  ['spass-resource-list', 'ticks a facet', '[type=checkbox]', /^\d+ résultat/],
  ['spass-project-map', 'asks for more places', /^Voir plus/, /ajouté/],
  [
    'spass-programme-timeline',
    'chooses a programme',
    'button.choose, .generation button',
    /projet/,
  ],
  ['spass-agenda', 'asks for more events', '[part=more]', /ajouté/],
  ['spass-directory', 'asks for more organisations', '[part=more]', /ajouté/],
  ['spass-story', 'goes on', /^Étape suivante/, /Étape/],
  ['spass-explorer', 'chooses a family', '.toggle.acteur', /^ACTEUR : \d+ portail/],
];

describe('status messages for screen readers', () => {
  const {warn} = console;
  before(async () => {
    await setViewport({width: 1280, height: 900});
    console.warn = () => undefined;
  });
  after(() => {
    console.warn = warn;
  });

  for (const [tag, name, wanted, said] of ACTS)
    it(`A-07 <${tag}> says once the result when a reader ${name}`, async () => {
      const el = await under<DataWidget>(server(), template(tag));
      await settled(el);
      const listener = new Listener(el);
      expect(listener.lines.length, 'the line is there before').to.be.above(0);
      expect(listener.lines.map(words).filter(Boolean), 'and empty').to.deep.equal([]);
      find(el, wanted).click();
      await settled(el);
      expect(listener.heard.length, listener.heard.join(' | ')).to.equal(1);
      expect(listener.heard[0]?.replace(/[\u00a0\u202f]/g, ' ')).to.match(said);
      expect(listener.lines.filter(line => !line.isConnected).length, 'the same line').to.equal(0);
    });

  for (const tag of DATA_TAGS) {
    it(`A-07 <${tag}> says that it is loading after a second, not before`, async () => {
      const clock = new Clock();
      try {
        const held = server({isHeld: true});
        const el = await under<DataWidget>(held, template(tag));
        await el.updateComplete;
        const listener = new Listener(el);
        const line = listener.lines[0];
        expect(line, 'the line is there before').not.to.equal(undefined);
        clock.pass(999);
        await el.updateComplete;
        expect(listener.heard).to.deep.equal([]);
        clock.pass(1);
        await Promise.all([...listener.lines].map(() => el.updateComplete));
        await new Promise(requestAnimationFrame);
        expect(listener.heard).to.deep.equal(['Chargement…']);
        held.isHeld = false;
        for (const question of held.questions) question.answer();
        await settled(el);
        expect(listener.lines.map(words).filter(Boolean), 'and no more').to.deep.equal([]);
        expect(listener.heard.length).to.equal(1);
      } finally {
        clock.end();
      }
    });

    it(`A-07 <${tag}> shows one alert for an error`, async () => {
      // With a real clock the second would pass on a slow machine, and the text of a long wait would appear; another
      // test covers that.
      const clock = new Clock();
      try {
        const el = await under<DataWidget>(server({isBroken: true}), template(tag));
        await settled(el);
        const alerts = regions(el, 'alert').filter(isSeen);
        expect(alerts.map(words)).to.deep.equal([
          'Ces données sont hors d’atteinte pour le moment.',
        ]);
        expect(regions(el, 'status').map(words).filter(Boolean)).to.deep.equal([]);
      } finally {
        clock.end();
      }
    });
  }

  it('A-07 of many slow widgets on a page are shown by one of them', async () => {
    const clock = new Clock();
    try {
      const held = server({isHeld: true});
      const el = await under<DataWidget>(
        held,
        html`<div>${DATA_TAGS.map(tag => template(tag))}</div>` as TemplateResult,
      );
      const widgets = [...el.children] as DataWidget[];
      for (const widget of widgets) await widget.updateComplete;
      clock.pass(1000);
      for (const widget of widgets) await widget.updateComplete;
      const said = regions(el, 'status').map(words).filter(Boolean);
      expect(said).to.deep.equal(['Chargement…']);
    } finally {
      clock.end();
    }
  });
});
