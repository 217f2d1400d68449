import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import type {SpassExplorer} from '../../../src/index.js';
import {queryAll, queryTexts} from '../../support/widget-fixture.js';
import {visibleViews, renderExplorer, NARROW, WIDE, widgetIn} from '../../support/explorer.js';
import {withSource} from '../../support/source-provider.js';
import {StubServer} from '../../support/stub-server.js';
import {portalData, serverWithoutResources} from '../../support/portal-data.js';
import {recordWarnings} from '../../support/console.js';
import {restoreMedia} from '../../support/media.js';
import {waitUntil} from '../../support/wait-until.js';

const lines = recordWarnings();

const alertTexts = (el: SpassExplorer) => queryTexts(el, '[role=alert]');
const fallback = html`<p>Ce que la page a sans nous</p>`;

before(() => setViewport({width: 1280, height: 900}));

for (const width of [WIDE, NARROW])
  describe(`<spass-explorer> in ${width}`, () => {
    it('is accessible while it loads, with the page’s own content readable', async () => {
      const server = new StubServer(portalData);
      server.isHeld = true;
      const place = await fixture(
        html`<div style="inline-size: ${width}">
          ${withSource(server, html`<spass-explorer>${fallback}</spass-explorer>`)}
        </div>`,
      );
      const el = place.querySelector('spass-explorer')!;
      await el.updateComplete;
      const [body] = queryAll(el, '.body');
      expect(getComputedStyle(body!).visibility).to.equal('hidden');
      expect(queryAll(el, 'slot:not([name])').length).to.equal(1);
      await expect(el).to.be.accessible();
      const height = el.offsetHeight;
      server.isHeld = false;
      for (const question of server.queries) question.answer();
      await el.loadComplete;
      expect(getComputedStyle(body!).visibility).to.equal('visible');
      expect(queryAll(el, 'slot:not([name])').length).to.equal(0);
      expect(height > 300, 'the room was kept').to.equal(true);
    });
  });

describe('<spass-explorer>', () => {
  afterEach(restoreMedia);

  it('shows the error of one view in its place, and the other views', async () => {
    const el = await renderExplorer(
      WIDE,
      withSource(serverWithoutResources(), html`<spass-explorer></spass-explorer>`),
    );
    expect(alertTexts(el)).to.deep.equal([]);
    expect(queryTexts(widgetIn(el, 'resource-list'), '[role=alert]').length).to.equal(1);
    expect(queryAll(widgetIn(el, 'portal-cards'), '[part=link]').length > 0).to.equal(true);
    await expect(el).to.be.accessible();
  });

  it('shows once that it is not set up', async () => {
    const events: string[] = [];
    const el = document.createElement('spass-explorer');
    el.addEventListener('spass-error', ({kind}) => events.push(kind));
    document.body.append(el);
    await el.loadComplete;
    expect(alertTexts(el)).to.deep.equal(['Ce contenu n’est pas encore configuré.']);
    const [failure] = queryAll(el, '.failure');
    const [text, drawing] = ['p', '.drawing'].map(one =>
      failure!.querySelector(one)!.getBoundingClientRect(),
    );
    expect(drawing!.height, 'what is missing is drawn').to.be.above(100);
    expect(drawing!.top - text!.bottom, 'no empty line above the drawing').to.be.below(12);
    const [list, map] = ['.outline p', '.outline svg'].map(one =>
      failure!.querySelector(one)!.getBoundingClientRect(),
    );
    const isWide = drawing!.width > 800;
    expect(map!.right, 'up to the end of the line').to.be.closeTo(drawing!.right, 1);
    expect(isWide ? map!.left - list!.right : map!.top - list!.bottom).to.be.above(0);
    expect(map!.height, 'the whole coast').to.be.above(isWide ? 280 : 130);
    const [ink] = queryAll(el, '.outline').map(one => getComputedStyle(one).color);
    expect(Number(/[ /,]([\d.]+)\)$/.exec(ink!)?.[1]), `lighter than text: ${ink}`).to.be.below(
      0.6,
    );
    expect(failure!.querySelector('button'), 'another attempt would change nothing').to.equal(null);
    expect(events).to.deep.equal(['unsupported']);
    expect(lines.length).to.equal(1);
    expect(lines[0]).to.contain('<spass-explorer>: api: there is no api attribute');
    await expect(el).to.be.accessible();
    el.setAttribute('api', 'ftp://example.org');
    await el.updateComplete;
    expect(events.length).to.equal(2);
    Object.assign(el, {items: [portalData]});
    await el.updateComplete;
    await el.loadComplete;
    expect(alertTexts(el)).to.deep.equal([]);
    expect(visibleViews(el).length > 0).to.equal(true);
    el.remove();
  });

  it('prints all its views, one below the other', async () => {
    const el = await renderExplorer(NARROW);
    await emulateMedia({media: 'print'});
    await waitUntil(() => visibleViews(el).length === 4, 'not all are drawn');
    await el.loadComplete;
    const tops = queryAll(el, '.view').map(view => view.getBoundingClientRect());
    for (const [i, box] of tops.slice(1).entries())
      expect(box.top >= tops[i]!.bottom, `view ${i + 2}`).to.equal(true);
    expect(queryTexts(el, '.view h3')).to.deep.equal([
      'Portails',
      'Ressources',
      'Carte',
      'Programmes',
    ]);
    await emulateMedia({media: 'screen'});
    await waitUntil(() => visibleViews(el).join() === 'portal-cards', 'more than one');
  });
});
