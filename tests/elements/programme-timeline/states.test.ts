import {expect, html} from '@open-wc/testing';
import '../../../src/define/programme-timeline.js';
import type {SpassProgrammeTimeline} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts, settled} from '../../support/widget-fixture.js';
import {heritage, interregIv, programmes, projects} from '../../support/programmes.js';
import {
  loadedFixtureWithSource,
  StubServer,
  fixtureWithSource,
} from '../../support/source-fixture.js';
import {withSilentConsole} from '../../support/console.js';

const plain = html`<spass-programme-timeline></spass-programme-timeline>`;
const names = (el: SpassProgrammeTimeline) => queryTexts(el, '.name');

describe('<spass-programme-timeline> states', () => {
  it('shows that it is loading, and draws nothing before both responses have arrived', async () => {
    const server = new StubServer({programmes, projects});
    server.isHeld = true;
    const el = await fixtureWithSource<SpassProgrammeTimeline>(server, plain);
    await el.updateComplete;
    expect(queryTexts(el, '.sr').join()).to.match(/Chargement\s: [^,]+…/u);
    expect(queryAll(el, '.bone').length).to.be.greaterThan(0);
    await expect(el).to.be.accessible();
    server.queries.find(one => one.collection === 'programmes')?.answer();
    await new Promise(requestAnimationFrame);
    expect(queryAll(el, 'h3').length).to.equal(0);
    for (const question of server.queries) question.answer();
    await settled(el);
    expect(names(el).length).to.equal(6);
  });

  it('names projects that all have neither dates nor programme, and does not call that empty', async () => {
    const el = await loadedFixtureWithSource<SpassProgrammeTimeline>(
      new StubServer({projects: [{id: 'ors', title: 'Ors'}]}),
      plain,
    );
    expect(queryTexts(el, 'p.small')).to.deep.equal([
      'Hors de la frise, sans programme ni dates : Ors.',
    ]);
    expect(queryAll(el, '.empty, .root button').length, 'nothing to try again').to.equal(0);
    await expect(el).to.be.accessible();
  });

  it('reads portals from a complete portal, but not from the rows of a foreign file', async () => {
    for (const isForeign of [false, true]) {
      const server = Object.assign(new StubServer({programmes, projects}, true), {isForeign});
      await loadedFixtureWithSource<SpassProgrammeTimeline>(server, plain);
      expect(server.queriesFor('portals').length).to.equal(isForeign ? 0 : 1);
    }
  });

  it('shows the programmes if their projects fail, shows the error, and tries again', async () => {
    await withSilentConsole(async () => {
      const server = new StubServer({programmes, projects});
      server.isHeld = true;
      const el = await fixtureWithSource<SpassProgrammeTimeline>(server, plain);
      for (const question of server.queries)
        if (question.collection === 'projects') question.fail();
        else question.answer();
      await settled(el);
      expect(queryTexts(el, 'h3')).to.deep.equal(['Interreg IV', 'Interreg VI', 'LEADER']);
      expect(queryTexts(el, '[role=alert]')).to.deep.equal([
        'Ces données ne sont pas accessibles pour le moment.',
      ]);
      await expect(el).to.be.accessible();
      queryAll(el, '.notice button')[0]!.focus();
      queryAll(el, '.notice button')[0]!.click();
      await el.updateComplete;
      expect(queryTexts(el, 'h3').length, 'nothing goes meanwhile').to.equal(3);
      server.queries.at(-1)?.answer();
      await settled(el);
      expect(names(el).length).to.equal(6);
      expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
    });
  });

  it('shows when the data are a stale copy, or incomplete', async () => {
    const server = new StubServer({programmes, projects});
    server.extra = {staleSince: new Date(2026, 10, 3), cappedAt: 7};
    const el = await loadedFixtureWithSource<SpassProgrammeTimeline>(server, plain);
    expect(queryTexts(el, '.notice')).to.deep.equal([
      'Le serveur ne répond pas : données du 3 novembre 2026. Réessayer',
      'Affichage limité aux 7 premiers.',
    ]);
    await expect(el).to.be.accessible();
  });

  it('draws one project, and projects without any programme', async () => {
    const one = await loadedFixture<SpassProgrammeTimeline>(
      html`<spass-programme-timeline .items=${[interregIv, heritage]}></spass-programme-timeline>`,
    );
    expect(names(one)).to.deep.equal(['Trans-formation du patrimoine']);
    one.items = [heritage];
    await settled(one);
    expect(queryTexts(one, 'h3')).to.deep.equal(['Autres projets']);
    expect(names(one)).to.deep.equal(['Trans-formation du patrimoine']);
    await expect(one).to.be.accessible();
  });

  it('shows records without any date without an axis', async () => {
    const el = await loadedFixture<SpassProgrammeTimeline>(
      html`<spass-programme-timeline
        .items=${[
          {id: 'vi', generation: 'VI'},
          {id: 1, title: 'Sans date', programme: 'vi'},
        ]}
      ></spass-programme-timeline>`,
    );
    expect(names(el)).to.deep.equal(['Sans date']);
    expect(queryAll(el, '.scale, input').length).to.equal(0);
    await expect(el).to.be.accessible();
  });
});
