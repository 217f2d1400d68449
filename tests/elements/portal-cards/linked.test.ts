import {expect, html} from '@open-wc/testing';
import {sendKeys, sendMouse, resetMouse} from '@web/test-runner-commands';
import '../../../src/define/portal-cards.js';
import type {SpassPortalCards} from '../../../src/index.js';
import type {Selection} from '../../../src/controllers/selection-controller.js';
import {queryAll, loadedFixture, queryTexts, settled} from '../../support/widget-fixture.js';
import {
  onePerFamily,
  interreg,
  network,
  septentrion,
  subject,
  village,
} from '../../support/portals.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';

const cards = html`<spass-portal-cards></spass-portal-cards>`;
const showCards = (...items: readonly unknown[]) =>
  loadedFixture<SpassPortalCards>(html`<spass-portal-cards .items=${items}></spass-portal-cards>`);
const selectionOf = (el: SpassPortalCards) => (el as unknown as {selection: Selection}).selection;
const highlighted = (el: SpassPortalCards) => queryTexts(el, '.lit h3');
/** Waits for the covers, which are drawn after the cards. */
const pattern = async (el: SpassPortalCards) => {
  el.scrollIntoView();
  while (queryAll(el, 'svg.cover path').length === 0) await new Promise(requestAnimationFrame);
  return queryAll(el, 'svg.cover path').map(path => path.getAttribute('d'));
};

describe('<spass-portal-cards> linked', () => {
  afterEach(() => resetMouse());

  it('highlights a portal hovered itself or through its project or its programme', async () => {
    const server = new StubServer({
      portals: onePerFamily,
      programmes: [interreg],
      projects: [septentrion],
    });
    const el = await loadedFixtureWithSource<SpassPortalCards>(server, cards);
    const selection = selectionOf(el);
    expect(highlighted(el)).to.deep.equal([]);
    for (const [ref, title] of [
      [{collection: 'portals', id: '41'}, 'Observatoire du cadre de vie'],
      [{collection: 'projects', id: 'septentrion'}, 'Villes fortes'],
      [{collection: 'programmes', id: 'interreg-5'}, 'Villes fortes'],
    ] as const) {
      selection.setHighlighted(ref);
      await el.updateComplete;
      expect(highlighted(el)).to.deep.equal([title]);
    }
    selection.setHighlighted(undefined);
    selection.setSelected({collection: 'portals', id: 'ors'});
    await el.updateComplete;
    expect(highlighted(el)).to.deep.equal(['Ors, un village et son canal']);
  });

  it('reports which card is hovered or focused to the others, and announces nothing', async () => {
    const el = await showCards(network, village);
    const selection = selectionOf(el);
    const {left, top} = queryAll(el, '.card')[1]!.getBoundingClientRect();
    await sendMouse({type: 'move', position: [Math.ceil(left) + 9, Math.ceil(top) + 9]});
    expect(selection.highlighted).to.deep.equal({collection: 'portals', id: 'ors'});
    queryAll(el, 'a')[0]!.focus();
    expect(selection.highlighted).to.deep.equal({collection: 'portals', id: 'reseau'});
    queryAll(el, 'a')[0]!.blur();
    expect(selection.highlighted).to.equal(undefined);
    selection.setHighlighted({collection: 'portals', id: 'ors'});
    el.remove();
    expect(selection.highlighted, 'it has left').to.equal(undefined);
    expect(queryTexts(el, '[role=status]')).to.deep.equal(['']);
  });

  it('lets the page handle a link, but not one opened in a new tab', async () => {
    const el = await showCards(network);
    const chosen: unknown[] = [];
    el.addEventListener('spass-record-select', event => {
      chosen.push(event.record.id);
      event.preventDefault();
    });
    const press = async (more: MouseEventInit) => {
      const click = new MouseEvent('click', {
        bubbles: true,
        composed: true,
        cancelable: true,
        ...more,
      });
      // The test page must not navigate.
      const stay = (event: Event) => event.preventDefault();
      window.addEventListener('click', stay, {once: true});
      queryAll(el, 'a')[0]!.dispatchEvent(click);
    };
    await press({});
    await press({ctrlKey: true});
    expect(chosen).to.deep.equal(['reseau']);
  });

  it('underlines the titles that lead somewhere, and answers a pointer on their cards only', async () => {
    const closed = {...village, id: 'clos', url: undefined};
    for (const layout of ['grid', 'list', 'une'] as const) {
      const el = await showCards(network, village, closed, {...closed, id: 'clos-aussi'});
      el.layout = layout;
      await settled(el);
      for (const card of queryAll(el, '.card')) {
        const title = card.querySelector('.title')!;
        const link = title.querySelector('a');
        const about = `${layout}: ${title.textContent}`;
        const linesOf = (element: Element) => getComputedStyle(element).textDecorationLine;
        expect(linesOf(link ?? title), about).to.equal(link ? 'underline' : 'none');
        const look = () =>
          [card, card.querySelector('.cover'), link].map(one => {
            const {outline, borderColor, backgroundColor, filter, textDecorationThickness} = one
              ? getComputedStyle(one)
              : ({} as Partial<CSSStyleDeclaration>);
            return [outline, borderColor, backgroundColor, filter, textDecorationThickness].join();
          });
        card.scrollIntoView({block: 'center'});
        await sendMouse({type: 'move', position: [0, 0]});
        const {left, top} = card.getBoundingClientRect();
        const before = look();
        await sendMouse({type: 'move', position: [Math.ceil(left) + 9, Math.ceil(top) + 9]});
        for (const animation of card.getAnimations()) animation.finish();
        expect(look().join() === before.join(), about).to.equal(!link);
        if (layout !== 'grid')
          expect(getComputedStyle(card).outlineStyle, `frame, ${about}`).to.equal('none');
      }
      el.remove();
    }
  });

  it('has one stop per link, with a focus ring around the entire card', async () => {
    const el = await showCards(network, village);
    queryAll(el, 'a')[0]!.focus();
    await sendKeys({press: 'Tab'});
    expect(el.shadowRoot?.activeElement?.textContent).to.equal('Ors, un village et son canal');
    const ring = getComputedStyle(queryAll(el, 'a')[1]!, '::after');
    expect(parseFloat(ring.outlineWidth)).to.be.at.least(2);
    const {width} = queryAll(el, '.card')[1]!.getBoundingClientRect();
    expect(parseFloat(ring.width)).to.be.at.least(width - 1);
  });
});

describe('<spass-portal-cards> cover', () => {
  it('draws a distinct pattern for each portal, the same every time', async () => {
    const one = await pattern(await showCards(network));
    expect(one.length).to.equal(2);
    expect(await pattern(await showCards({...network, title: 'Autre titre'}))).to.deep.equal(one);
    const faces = new Set([one.join()]);
    for (const portal of [{...network, id: 'b'}, subject, village, {id: 'x'}])
      faces.add((await pattern(await showCards(portal))).join());
    expect(faces.size).to.equal(5);
  });

  it('hatches in two directions what shows no data: no marks, and no lines between them', async () => {
    const slopes = new Set(
      (await pattern(await showCards(network))).flatMap(path =>
        path!.split(/(?=M)/).flatMap(line => {
          const isOutline = line.endsWith('Z');
          const [x1, y1, x2, y2] = line.split(/[ML ]/).filter(Boolean).map(Number);
          const turn = Math.atan2(y2! - y1!, x2! - x1!) / Math.PI;
          return isOutline ? [] : [Math.round(turn * 12 + 12) % 12];
        }),
      ),
    );
    expect(slopes.size).to.equal(2);
  });

  it('uses the portal’s own colour for the line below', async () => {
    const el = await showCards(network);
    const [cover] = queryAll(el, '.cover');
    expect(getComputedStyle(cover!).borderBlockEndColor).to.equal('rgb(138, 36, 50)');
  });

  it('loads the portal’s picture lazily, with its alternative text, size and credit', async () => {
    const cover = {alt: 'Le canal', credit: 'CAUE du Nord', width: 600, height: 400};
    const address = `${location.origin}/demo/data/emblem-eu.svg`;
    const el = await showCards({...village, cover: {...cover, src: address}});
    const [image] = queryAll<HTMLImageElement>(el, '.cover img');
    expect([image?.loading, image?.decoding, image?.alt]).to.deep.equal([
      'lazy',
      'async',
      'Le canal',
    ]);
    expect([image?.getAttribute('width'), image?.getAttribute('height')]).to.deep.equal([
      '600',
      '400',
    ]);
    expect(queryTexts(el, '[part=facts]')).to.deep.equal(['Ors · Archive · Image : CAUE du Nord']);
    const box = queryAll(el, '.cover')[0]!.getBoundingClientRect();
    image!.dispatchEvent(new Event('error'));
    await el.loadComplete;
    expect((await pattern(el)).length).to.equal(2);
    const now = queryAll(el, '.cover')[0]!.getBoundingClientRect();
    expect([now.width, now.height]).to.deep.equal([box.width, box.height]);
  });
});

describe('<spass-portal-cards> on the page', () => {});
