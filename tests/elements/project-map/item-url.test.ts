import {expect, html} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import '../../../src/define/project-map.js';
import type {SpassProjectMap} from '../../../src/index.js';
import {loadedFixture, queryTexts, settled, statusText} from '../../support/widget-fixture.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {mapUpdated, marker, popup} from '../../support/project-map.js';
import {manyMapProjects, mapProjects, village} from '../../support/projects.js';
import {ArrayRecordList} from '../../../src/model/collection/record-list.js';
import {currentUrl, navigate, pushCount} from '../../support/url.js';

const PARAMETER = 'project-map.item';
const show = (items: readonly unknown[] = mapProjects) =>
  loadedFixture<SpassProjectMap>(
    html`<spass-project-map .items=${items} sync-url></spass-project-map>`,
  );
const title = (el: SpassProjectMap) => queryTexts(el, '#popup-title')[0];
const notices = (el: SpassProjectMap) => queryTexts(el, '[role=alert]');
const back = async (el: SpassProjectMap) => {
  const arrived = new Promise(resolve => addEventListener('popstate', resolve, {once: true}));
  history.back();
  await arrived;
  await mapUpdated(el);
};

describe('<spass-project-map sync-url> opened on a record', () => {
  before(() => setViewport({width: 1280, height: 900}));
  const url = location.href;
  afterEach(() => history.replaceState(null, '', url));

  it('opens its popup, in a cluster too, and leaves the focus where it was', async () => {
    navigate(`?a=1&${PARAMETER}=ors`);
    const el = await show();
    await mapUpdated(el);
    expect(title(el)).to.equal('Ors, un village et son canal');
    expect(document.activeElement).to.equal(document.body);
    expect(statusText(el)).to.equal('');
    expect(currentUrl()).to.equal(`?a=1&${PARAMETER}=ors#ici`);
    await expect(el).to.be.accessible();
  });

  it('adds the record to the URL when a popup opens, and removes it when it closes', async () => {
    navigate('?a=1');
    const el = await show();
    const entries = pushCount();
    marker(el, 'Clim@Dunes').click();
    await mapUpdated(el);
    expect(currentUrl()).to.equal(`?a=1&${PARAMETER}=dunes#ici`);
    expect(history.state).to.deep.equal({mine: 1});
    expect(pushCount()).to.equal(entries + 1);
    await sendKeys({press: 'Escape'});
    await mapUpdated(el);
    expect(currentUrl()).to.equal('?a=1#ici');
  });

  it('follows Back from one record to the one before', async () => {
    navigate(`?${PARAMETER}=arbres`);
    const el = await show();
    await mapUpdated(el);
    history.pushState(null, '', `?${PARAMETER}=dunes`);
    dispatchEvent(new PopStateEvent('popstate'));
    await mapUpdated(el);
    expect(title(el)).to.equal('Clim@Dunes');
    await back(el);
    expect(title(el)).to.equal('Observatoire des arbres');
    expect(currentUrl()).to.equal(`?${PARAMETER}=arbres#ici`);
  });

  it('asks the server for a record that it has not loaded, and moves there', async () => {
    navigate(`?${PARAMETER}=ors`);
    const server = new StubServer({projects: [...manyMapProjects(30), village]});
    server.extra = {cappedAt: 30};
    const {find} = server;
    // The first answer has no room for the last record; the answer for its surroundings has.
    server.find = async (collection, query, options) => {
      const result = await find.call(server, collection, query, options);
      if (collection !== 'projects' || query.bbox) return result as never;
      return {...result, items: new ArrayRecordList([...result.items].slice(0, 30))} as never;
    };
    const el = await loadedFixtureWithSource<SpassProjectMap>(
      server,
      html`<spass-project-map sync-url></spass-project-map>`,
    );
    await mapUpdated(el);
    await mapUpdated(el);
    expect(server.queries.map(({method}) => method)).to.include('one');
    expect(title(el)).to.equal('Ors, un village et son canal');
    expect(document.activeElement).to.equal(document.body);
  });

  for (const [id, text] of [
    ['nulle-part', 'La fiche demandée (nulle-part) ne figure pas sur cette carte.'],
    ['<b>', 'La fiche demandée (<b>) ne figure pas sur cette carte.'],
    ['reseau', '« Un réseau sans lieu » n’est pas localisé sur la carte.'],
  ] as const)
    it(`says that ${id} cannot be shown, until something else is chosen`, async () => {
      navigate(`?${PARAMETER}=${encodeURIComponent(id)}`);
      const el = await show();
      await mapUpdated(el);
      expect(notices(el).map(notice => notice.replace(/\s/g, ' '))).to.deep.equal([text]);
      expect(popup(el)).to.equal(undefined);
      marker(el, 'Clim@Dunes').click();
      await mapUpdated(el);
      expect(notices(el)).to.deep.equal([]);
      expect(currentUrl()).to.equal(`?${PARAMETER}=dunes#ici`);
    });

  it('uses the name of its group, and needs sync-url', async () => {
    navigate('?g.item=ors&project-map.item=dunes');
    const plain = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map .items=${mapProjects} group="g"></spass-project-map>`,
    );
    expect(popup(plain)).to.equal(undefined);
    plain.remove();
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map .items=${mapProjects} group="g" sync-url></spass-project-map>`,
    );
    await settled(el);
    expect(title(el)).to.equal('Ors, un village et son canal');
  });

  it('is opened also if the map waits for a click', async () => {
    navigate(`?${PARAMETER}=ors`);
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map .items=${mapProjects} sync-url load="click"></spass-project-map>`,
    );
    await mapUpdated(el);
    expect(title(el)).to.equal('Ors, un village et son canal');
  });
});
