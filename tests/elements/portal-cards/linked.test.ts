import {expect, html} from '@open-wc/testing';
import {sendKeys, sendMouse, resetMouse} from '@web/test-runner-commands';
import '../../../src/define/portal-cards.js';
import type {SpassPortalCards} from '../../../src/index.js';
import type {Selection} from '../../../src/model/selection.js';
import {all, shown, texts} from '../../support/element.js';
import {each, interreg, network, septentrion, subject, village} from '../../support/portals.js';
import {shownUnder, StubServer, under} from '../../support/sources.js';

const cards = html`<spass-portal-cards></spass-portal-cards>`;
const of = (...items: readonly unknown[]) =>
  shown<SpassPortalCards>(html`<spass-portal-cards .items=${items}></spass-portal-cards>`);
const selectionOf = (el: SpassPortalCards) => (el as unknown as {selection: Selection}).selection;
const lit = (el: SpassPortalCards) => texts(el, '.lit h3');
const pattern = (el: SpassPortalCards) =>
  all(el, 'svg.cover path').map(path => path.getAttribute('d'));

describe('<spass-portal-cards> linked', () => {
  afterEach(() => resetMouse());

  it('highlights a portal hovered itself or through its project or its programme', async () => {
    const server = new StubServer({
      portals: each,
      programmes: [interreg],
      projects: [septentrion],
    });
    const el = await shownUnder<SpassPortalCards>(server, cards);
    const selection = selectionOf(el);
    expect(lit(el)).to.deep.equal([]);
    for (const [ref, title] of [
      [{collection: 'portals', id: '41'}, 'Observatoire du cadre de vie'],
      [{collection: 'projects', id: 'septentrion'}, 'Villes fortes'],
      [{collection: 'programmes', id: 'interreg-5'}, 'Villes fortes'],
    ] as const) {
      selection.setPointed(ref);
      await el.updateComplete;
      expect(lit(el)).to.deep.equal([title]);
    }
    selection.setPointed(undefined);
    selection.setChosen({collection: 'portals', id: 'ors'});
    await el.updateComplete;
    expect(lit(el)).to.deep.equal(['Ors, un village et son canal']);
  });

  it('reports which card is hovered or focused to the others, and announces nothing', async () => {
    const el = await of(network, village);
    const selection = selectionOf(el);
    const {left, top} = all(el, '.card')[1]!.getBoundingClientRect();
    await sendMouse({type: 'move', position: [Math.ceil(left) + 9, Math.ceil(top) + 9]});
    expect(selection.pointed).to.deep.equal({collection: 'portals', id: 'ors'});
    all(el, 'a')[0]!.focus();
    expect(selection.pointed).to.deep.equal({collection: 'portals', id: 'reseau'});
    all(el, 'a')[0]!.blur();
    expect(selection.pointed).to.equal(undefined);
    selection.setPointed({collection: 'portals', id: 'ors'});
    el.remove();
    expect(selection.pointed, 'it has left').to.equal(undefined);
    expect(texts(el, '[role=status]')).to.deep.equal(['']);
  });

  it('lets the page handle a link, but not one opened in a new tab', async () => {
    const el = await of(network);
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
      all(el, 'a')[0]!.dispatchEvent(click);
    };
    await press({});
    await press({ctrlKey: true});
    expect(chosen).to.deep.equal(['reseau']);
  });

  it('has one stop per link, with a focus ring around the entire card', async () => {
    const el = await of(network, village);
    all(el, 'a')[0]!.focus();
    await sendKeys({press: 'Tab'});
    expect(el.shadowRoot?.activeElement?.textContent).to.equal('Ors, un village et son canal');
    const ring = getComputedStyle(all(el, 'a')[1]!, '::after');
    expect(parseFloat(ring.outlineWidth)).to.be.at.least(2);
    const {width} = all(el, '.card')[1]!.getBoundingClientRect();
    expect(parseFloat(ring.width)).to.be.at.least(width - 1);
  });
});

describe('<spass-portal-cards> cover', () => {
  it('draws a distinct pattern for each portal, the same every time', async () => {
    const one = pattern(await of(network));
    expect(one.length).to.equal(3);
    expect(pattern(await of({...network, title: 'Autre titre'}))).to.deep.equal(one);
    const faces = new Set([
      one.join(),
      ...(await Promise.all(
        [{...network, id: 'b'}, subject, village, {id: 'x'}].map(async portal =>
          pattern(await of(portal)).join(),
        ),
      )),
    ]);
    expect(faces.size).to.equal(5);
  });

  it('uses the portal’s own colour', async () => {
    const el = await of(network);
    expect(getComputedStyle(all(el, '.cover')[0]!).color).to.equal('rgb(138, 36, 50)');
  });

  it('loads the portal’s picture lazily, with its alternative text, size and credit', async () => {
    const cover = {alt: 'Le canal', credit: 'CAUE du Nord', width: 600, height: 400};
    const address = `${location.origin}/demo/data/emblem-eu.svg`;
    const el = await of({...village, cover: {...cover, src: address}});
    const [image] = all<HTMLImageElement>(el, '.cover img');
    expect([image?.loading, image?.decoding, image?.alt]).to.deep.equal([
      'lazy',
      'async',
      'Le canal',
    ]);
    expect([image?.getAttribute('width'), image?.getAttribute('height')]).to.deep.equal([
      '600',
      '400',
    ]);
    expect(texts(el, '[part=facts]')).to.deep.equal(['Ors · Image : CAUE du Nord']);
    const box = all(el, '.cover')[0]!.getBoundingClientRect();
    image!.dispatchEvent(new Event('error'));
    await el.loadComplete;
    expect(pattern(el).length).to.equal(3);
    const now = all(el, '.cover')[0]!.getBoundingClientRect();
    expect([now.width, now.height]).to.deep.equal([box.width, box.height]);
  });
});

describe('<spass-portal-cards> on the page', () => {
  it('is the same after it was removed and added again', async () => {
    const server = new StubServer({portals: each});
    const el = await shownUnder<SpassPortalCards>(server, cards);
    const home = el.parentElement!;
    const before = texts(el, 'h3');
    for (let i = 0; i < 3; i++) {
      el.remove();
      home.append(el);
    }
    await el.loadComplete;
    expect(texts(el, 'h3')).to.deep.equal(before);
    expect(server.asked('portals').length).to.equal(1);
  });

  it('aborts its request on removal, and sends it again on return', async () => {
    const server = new StubServer({portals: each});
    server.isHeld = true;
    const el = await under<SpassPortalCards>(server, cards);
    await el.updateComplete;
    const home = el.parentElement!;
    el.remove();
    expect(server.questions.map(({signal}) => signal.aborted)).to.deep.equal([true]);
    server.isHeld = false;
    home.append(el);
    await el.loadComplete;
    expect(texts(el, 'h3').length).to.equal(4);
  });

  it('ignores an invalid group-by, and warns once', async () => {
    const warn = console.warn;
    const lines: string[] = [];
    console.warn = (line: string) => lines.push(line);
    const el = await shown<SpassPortalCards>(
      html`<spass-portal-cards group-by="colour" .items=${each}></spass-portal-cards>`,
    );
    console.warn = warn;
    expect(all(el, '[part=group]').length).to.equal(0);
    expect(lines).to.deep.equal([
      '<spass-portal-cards>: group-by="colour" makes no sense and is taken as if it were absent',
    ]);
  });
});
