import {expect, fixture} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import type {DataWidget} from '../../src/elements/base/data-widget.js';
import {FakeTimers} from '../support/fake-timers.js';
import {flatDescendants} from '../support/flat-tree.js';
import {withSource} from '../support/source-provider.js';
import {
  createServer,
  release,
  renderWidget,
  startWidget,
  type Tag,
  WIDGETS,
  widgetTemplate,
  typical,
} from '../support/widgets.js';
import {recordWarnings} from '../support/console.js';

const regions = (el: Element, role: string): Element[] =>
  flatDescendants(el).filter(element => element.getAttribute('role') === role);
const visibleText = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

/** Records the texts of the status elements of a widget and of the widgets it contains. */
class AnnouncementRecorder {
  readonly announcements: string[] = [];
  readonly statusElements: readonly Element[];
  readonly #observer = new MutationObserver(changes => {
    for (const line of new Set(changes.map(({target}) => this.#lineOf(target))))
      if (line && visibleText(line)) this.announcements.push(visibleText(line));
  });

  constructor(el: Element) {
    this.statusElements = regions(el, 'status');
    for (const line of this.statusElements)
      this.#observer.observe(line, {childList: true, characterData: true, subtree: true});
  }

  #lineOf(node: Node): Element | undefined {
    return this.statusElements.find(line => line.contains(node));
  }
}

const announced = async (el: DataWidget): Promise<void> => {
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
      : element.matches('button, a') && wanted.test(visibleText(element));
  const found = flatDescendants(el).find(element => element.checkVisibility() && isWanted(element));
  if (!(found instanceof HTMLElement)) throw new Error(`no ${String(wanted)}`);
  return found;
};

/** Actions of a reader, with the announcement expected. */
const ACTIONS: readonly (readonly [
  tag: Tag,
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
  recordWarnings();
  before(() => setViewport({width: 1280, height: 900}));

  for (const [tag, name, wanted, said] of ACTIONS)
    it(`A-07 <${tag}> announces the result once when a reader ${name}`, async () => {
      const el = await renderWidget(WIDGETS.find(widget => widget.tag === tag)!);
      await announced(el);
      const listener = new AnnouncementRecorder(el);
      expect(listener.statusElements.length, 'the line is there before').to.be.above(0);
      expect(listener.statusElements.map(visibleText).filter(Boolean), 'and empty').to.deep.equal(
        [],
      );
      find(el, wanted).click();
      await announced(el);
      expect(listener.announcements.length, listener.announcements.join(' | ')).to.equal(1);
      expect(listener.announcements[0]?.replace(/[\u00a0\u202f]/g, ' ')).to.match(said);
      expect(
        listener.statusElements.filter(line => !line.isConnected).length,
        'the same line',
      ).to.equal(0);
    });

  for (const widget of typical(WIDGETS))
    it(`A-07 <${widget.tag}> announces after a second, not before, that it is loading`, async () => {
      const clock = new FakeTimers();
      try {
        const server = createServer({isHeld: true});
        const el = await startWidget(widget, {server});
        const listener = new AnnouncementRecorder(el);
        const line = listener.statusElements[0];
        expect(line, 'the line is there before').not.to.equal(undefined);
        clock.advance(999);
        await el.updateComplete;
        expect(listener.announcements).to.deep.equal([]);
        clock.advance(1);
        await Promise.all([...listener.statusElements].map(() => el.updateComplete));
        await new Promise(requestAnimationFrame);
        expect(listener.announcements).to.deep.equal(['Chargement…']);
        release(server);
        await announced(el);
        expect(
          listener.statusElements.map(visibleText).filter(Boolean),
          'and no more',
        ).to.deep.equal([]);
        expect(listener.announcements.length).to.equal(1);
      } finally {
        clock.restore();
      }
    });

  it('A-07 of many slow widgets on a page are shown by one of them', async () => {
    const clock = new FakeTimers();
    try {
      const place = await fixture<HTMLElement>(
        withSource(
          createServer({isHeld: true}),
          html`${WIDGETS.map(widget => widgetTemplate(widget))}`,
        ),
      );
      const widgets = [...place.children] as DataWidget[];
      for (const widget of widgets) await widget.updateComplete;
      clock.advance(1000);
      for (const widget of widgets) await widget.updateComplete;
      const said = regions(place, 'status').map(visibleText).filter(Boolean);
      expect(said).to.deep.equal(['Chargement…']);
    } finally {
      clock.restore();
    }
  });
});
