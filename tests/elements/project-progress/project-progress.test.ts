import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {ifDefined} from 'lit/directives/if-defined.js';
import '../../../src/define/project-progress.js';
import type {SpassProjectProgress} from '../../../src/index.js';
import {Downloads} from '../../support/downloads.js';
import {queryAll, queryTexts} from '../../support/widget-fixture.js';
import {
  centre,
  documents,
  now,
  opening,
  progressRecords,
  walk,
  workshop,
} from '../../support/progress.js';
import {
  loadedFixtureWithSource,
  StubServer,
  fixtureWithSource,
} from '../../support/source-fixture.js';
import {recordWarnings} from '../../support/console.js';
import {waitUntil} from '../../support/wait-until.js';

const showProject = (records: object = {}, at = now, attributes = html``) =>
  loadedFixtureWithSource<SpassProjectProgress>(
    new StubServer({...progressRecords, ...records}),
    html`<spass-project-progress .now=${at}>${attributes}</spass-project-progress>`,
  );
const withProject = (change: object, at = now) =>
  showProject({projects: [{...centre, ...change}]}, at);
const plain = async (template: ReturnType<typeof html>) => {
  const el = await fixture<SpassProjectProgress>(template);
  await el.loadComplete;
  return el;
};
const action = (el: SpassProjectProgress) => queryAll<HTMLAnchorElement>(el, '[part=action]')[0];
const phases = (el: SpassProjectProgress) => queryTexts(el, '[part=phase]');

describe('<spass-project-progress>', () => {
  const lines = recordWarnings();

  it('breaks the long words of its resources, which would widen the page', async () => {
    const title = 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung';
    const el = await showProject({resources: documents.map(one => ({...one, title}))});
    el.style.inlineSize = '18em';
    const link = queryAll(el, '.latest a')[0]!.getBoundingClientRect();
    expect(link.right).to.be.at.most(el.getBoundingClientRect().right);
  });

  it('shows the state of each phase as text, by its record or by its dates', async () => {
    const el = await showProject();
    expect(phases(el)).to.deep.equal([
      'Fait Écouter 2024–2025',
      'En cours Imaginer ensemble janvier – décembre 2026',
      'À venir Choisir Début : 2027',
      'À venir Construire',
    ]);
    expect(queryAll(el, 'ol > [aria-current=step]').length).to.equal(1);
    expect(queryAll(el, '[aria-current=step]')[0]!.textContent).to.contain('Imaginer');
    expect(queryTexts(el, '.body > .title a')).to.deep.equal(['Un centre-bourg renouvelé']);
    await expect(el).to.be.accessible();
  });

  it('shows an unknown state as it is', async () => {
    const el = await withProject({phases: [{title: 'Vote', state: 'Suspendu'}, {title: 'Suite'}]});
    expect(phases(el)).to.deep.equal(['Suspendu Vote', 'Suite']);
  });

  it('shows the meeting that the project names, with day, hours and place', async () => {
    const el = await showProject();
    expect(queryTexts(el, '.meeting .title')).to.deep.equal(['Prochaine rencontre']);
    expect(queryTexts(el, '.meeting time')).to.deep.equal([
      'jeudi 3 décembre 2026, 18 h 30 – 20 h 30',
    ]);
    expect(queryTexts(el, '.meeting [part=link]')).to.deep.equal(['Atelier sur plan']);
    expect(queryTexts(el, '.meeting .small')).to.deep.equal(['Salle des fêtes']);
  });

  it('shows the next one if the project names none, or a past one', async () => {
    for (const next of [undefined, 'lancement', 'nobody', {period: {start: '2020-01-01'}}]) {
      const el = await withProject({next});
      expect(queryTexts(el, '.meeting .name'), JSON.stringify(next)).to.deep.equal([
        'Balade dans les rues',
      ]);
    }
    const none = await showProject({events: [opening], projects: [{...centre, next: 'lancement'}]});
    expect(queryAll(none, '.meeting').length).to.equal(0);
  });

  it('leaves out a cancelled meeting, but shows that a named one is cancelled', async () => {
    const cancelled = {...walk, status: 'CANCELLED'};
    const el = await showProject({
      events: [workshop, cancelled],
      projects: [{...centre, next: undefined}],
    });
    expect(queryTexts(el, '.meeting .name')).to.deep.equal(['Atelier sur plan']);
    const named = await showProject({events: [{...workshop, status: 'cancelled'}]});
    expect(queryTexts(named, '.meeting .status')).to.deep.equal(['Annulé']);
    expect(queryAll(named, '[part=calendar]').length).to.equal(0);
  });

  it('reads a meeting embedded in its project', async () => {
    const next = {title: 'Visite', period: {start: '2026-12-05T09:00'}, place: 'La gare'};
    const el = await withProject({next});
    expect(queryTexts(el, '.meeting time')).to.deep.equal(['samedi 5 décembre 2026, 9 h']);
  });

  it('exports the meeting to the reader’s calendar', async () => {
    const downloads = new Downloads();
    try {
      const el = await showProject();
      queryAll(el, '[part=calendar]')[0]!.click();
      await waitUntil(() => queryTexts(el, '[role=status]')[0]);
      expect(downloads.names).to.deep.equal(['atelier-sur-plan.ics']);
      const text = (await downloads.files[0]?.text()) ?? '';
      expect(downloads.files[0]?.type).to.equal('text/calendar;charset=utf-8');
      // 18:30 in Paris, in winter.
      expect(text).to.contain('DTSTART:20261203T173000Z');
      expect(text).to.contain('SUMMARY:Atelier sur plan');
      expect(queryTexts(el, '[role=status]')[0]).to.match(/^atelier-sur-plan\.ics/);
    } finally {
      downloads.restore();
    }
  });

  it('shows how to participate and until when', async () => {
    const el = await showProject();
    expect(action(el)?.textContent.trim()).to.equal('Répondre au questionnaire');
    expect(action(el)?.href).to.equal('https://example.org/questionnaire');
    expect(queryTexts(el, '.participation')[0]).to.contain('Date limite : 12 décembre 2026');
    expect(action(el)!.offsetHeight).to.be.at.least(44);
  });

  it('is open to the end of its last day, and closed after it', async () => {
    const bright = (el: SpassProjectProgress) => queryAll(el, '.action').length === 1;
    const last = await showProject({}, new Date(2026, 11, 12, 23, 59));
    expect(bright(last)).to.equal(true);
    const after = await showProject({}, new Date(2026, 11, 13, 0, 0));
    expect(bright(after)).to.equal(false);
    expect(queryTexts(after, '.participation')[0]).to.contain(
      'La participation est close. Date limite : 12 décembre 2026',
    );
    expect(action(after), 'nothing to answer').to.equal(undefined);
    await expect(after).to.be.accessible();
  });

  it('closes at the given hour, in Paris time', async () => {
    const until = {participate: {...centre.participate, until: '2026-12-12T12:00'}};
    const before = await withProject(until, new Date('2026-12-12T10:59:00Z'));
    expect(queryTexts(before, '.participation time')).to.deep.equal(['12 décembre 2026, 12 h']);
    expect(queryAll(before, '.action').length).to.equal(1);
    const after = await withProject(until, new Date('2026-12-12T11:00:00Z'));
    expect(queryAll(after, '.action').length).to.equal(0);
  });

  it('links to the latest resources of the project', async () => {
    const el = await showProject();
    expect(queryTexts(el, '.latest li')).to.deep.equal([
      'Compte rendu 5 15 mai 2026',
      'Compte rendu 4 15 avril 2026',
      'Compte rendu 3 15 mars 2026',
    ]);
  });

  it('dates a resource by its publication, not by its subject', async () => {
    const [published] = documents;
    const mine = {id: 8, title: 'Fosse', portals: ['villers'], period: {start: '1984'}};
    const el = await showProject({resources: [mine, published]});
    expect(queryTexts(el, '.latest li')).to.deep.equal(['Compte rendu 1 15 janvier 2026', 'Fosse']);
  });

  it('describes a project without phases', async () => {
    const el = await withProject({phases: undefined, description: 'Une place et des écoles.'});
    expect(phases(el)).to.deep.equal([]);
    expect(queryTexts(el, '.body > .text')).to.deep.equal(['Une place et des écoles.']);
  });

  it('marks the phases in the colour of the family, and of the text without one', async () => {
    const colourOf = (el: SpassProjectProgress, state: string) =>
      getComputedStyle(queryAll(el, `.${state}`)[0]!, '::before').borderTopColor;
    for (const family of ['acteur', 'theme', 'projet', 'jeu', undefined]) {
      const el = await withProject({family});
      expect(colourOf(el, 'done')).to.equal(colourOf(el, 'now'));
      const isInk = colourOf(el, 'now') === getComputedStyle(queryAll(el, '.what')[0]!).color;
      expect(isInk, family).to.equal(!family || family === 'jeu');
    }
  });

  it('shows the project that is named, and not a part of it', async () => {
    const part = {id: 'part', title: 'Une partie', parent: 'centre-bourg'};
    const other = {id: 7, title: 'Un autre'};
    const server = new StubServer({...progressRecords, projects: [part, other, centre]});
    const el = await loadedFixtureWithSource<SpassProjectProgress>(
      server,
      html`<spass-project-progress project="centre-bourg" .now=${now}></spass-project-progress>`,
    );
    expect(queryTexts(el, '.body > .title')).to.deep.equal(['Un centre-bourg renouvelé']);
    el.project = '7';
    await el.loadComplete;
    expect(queryTexts(el, '.body > .title')).to.deep.equal(['Un autre']);
    expect(server.queriesFor('events').map(({project}) => project)).to.deep.equal([
      ['centre-bourg'],
      ['7'],
    ]);
  });

  it('shows the phases if the rest cannot be loaded', async () => {
    const server = new StubServer(progressRecords);
    server.isHeld = true;
    const el = await fixtureWithSource<SpassProjectProgress>(
      server,
      html`<spass-project-progress .now=${now}></spass-project-progress>`,
    );
    await el.updateComplete;
    server.queries[0]!.answer();
    await new Promise(requestAnimationFrame);
    for (const question of server.queries.slice(1)) question.fail();
    await el.loadComplete;
    expect(phases(el).length).to.equal(4);
    expect(queryAll(el, '[role=alert]').length).to.equal(0);
    expect(queryAll(el, '.meeting, .latest').length).to.equal(0);
  });

  it('rejects URLs that run code, and shows text as text', async () => {
    const el = await withProject({
      phases: [{title: '<img src=x onerror=alert(1)>', state: '<b>now</b>'}],
      participate: {label: '<i>x</i>', url: 'javascript:alert(1)'},
    });
    const own = await plain(
      html`<spass-project-progress href="javascript:alert(1)" label="x"></spass-project-progress>`,
    );
    expect(phases(el)).to.deep.equal(['<b>now</b> <img src=x onerror=alert(1)>']);
    expect(queryAll(el, 'img, i, b').length).to.equal(0);
    for (const one of [el, own]) expect(action(one)).to.equal(undefined);
    expect(lines.some(line => line.includes('javascript:alert(1)'))).to.equal(true);
  });
});

describe('<spass-project-progress> without data', () => {
  const own = html`<spass-project-progress
    .now=${now}
    href="https://example.org/avis"
    label="Donner mon avis"
    until="2026-12-12"
  >
    <h3 slot="heading">La place</h3>
    <li data-state="done">Diagnostic</li>
    <li data-state="now">Concertation sur <a href="https://example.org/e">l’esquisse</a></li>
    <li>Travaux</li>
  </spass-project-progress>`;

  it('shows the page’s own items as phases, without a request', async () => {
    const server = new StubServer(progressRecords);
    const el = await loadedFixtureWithSource<SpassProjectProgress>(server, own);
    expect(server.queries.length).to.equal(0);
    expect(queryTexts(el, '.state')).to.deep.equal(['Fait', 'En cours']);
    const items = el.querySelectorAll('li');
    const slots = queryAll<HTMLSlotElement>(el, '.what slot').flatMap(slot =>
      slot.assignedElements(),
    );
    expect(slots.every((item, index) => item === items[index])).to.equal(true);
    expect(items[1]!.querySelector('a')!.checkVisibility(), 'its link is there').to.equal(true);
    expect(action(el)?.textContent.trim()).to.equal('Donner mon avis');
    await expect(el).to.be.accessible();
  });

  it('can be reached completely by keyboard', async () => {
    const el = await loadedFixtureWithSource<SpassProjectProgress>(
      new StubServer(progressRecords),
      own,
    );
    const reached: string[] = [];
    el.addEventListener('focusin', event =>
      reached.push((event.composedPath()[0] as Element).textContent.trim()),
    );
    for (let press = 0; press < 2; press++) await sendKeys({press: 'Tab'});
    expect(reached).to.deep.equal(['l’esquisse', 'Donner mon avis']);
  });

  it('reads items that an editor has wrapped in a list', async () => {
    const el = await plain(
      html`<spass-project-progress>
        <ul>
          <li data-state="done">Diagnostic</li>
          <li data-state="next">Travaux</li>
        </ul>
      </spass-project-progress>`,
    );
    expect(phases(el)).to.deep.equal(['Fait Diagnostic', 'À venir Travaux']);
    expect(queryAll(el, 'slot:not([name])').length, 'once').to.equal(0);
  });

  it('follows items that are added and changed', async () => {
    const el = await plain(own);
    const item = document.createElement('li');
    item.textContent = 'Inauguration';
    el.append(item);
    el.querySelectorAll('li')[1]!.dataset['state'] = 'done';
    await new Promise(requestAnimationFrame);
    await el.loadComplete;
    expect(queryTexts(el, '.state')).to.deep.equal(['Fait', 'Fait']);
    expect(queryAll(el, '.phase').length).to.equal(4);
  });

  it('links to a participation by attributes alone, and shows its state', async () => {
    const one = (state: string, until?: string) =>
      plain(
        html`<spass-project-progress
          .now=${now}
          href="https://example.org/avis"
          state=${state}
          until=${ifDefined(until)}
        ></spass-project-progress>`,
      );
    const told = async (state: string, until?: string) =>
      queryTexts(await one(state, until), '.participation p')[0];
    expect(await told('closed')).to.equal('La participation est close.');
    expect(await told('soon', '2027-01')).to.equal('Bientôt ouvert. Date limite : janvier 2027');
    expect(await told('Sur inscription')).to.equal('Sur inscription');
    expect(await told('open', '2026-11-23')).to.contain('close');
    expect(queryAll(await one('open'), '.action').length).to.equal(1);
    expect(queryAll(await one('soon'), '.action').length).to.equal(0);
  });

  it('prefers the page’s own text to that of the record', async () => {
    const el = await loadedFixtureWithSource<SpassProjectProgress>(
      new StubServer(progressRecords),
      html`<spass-project-progress
        project="centre-bourg"
        .now=${now}
        label="Venir à l’atelier"
        until="2026-12-01"
      >
        <li data-state="now">Une seule phase</li>
      </spass-project-progress>`,
    );
    expect(action(el)?.textContent.trim()).to.equal('Venir à l’atelier');
    expect(action(el)?.href).to.equal('https://example.org/questionnaire');
    expect(queryTexts(el, '.participation time')).to.deep.equal(['1er décembre 2026']);
    expect(queryAll(el, '.phase').length).to.equal(1);
    expect(queryTexts(el, '.meeting .name')).to.deep.equal(['Atelier sur plan']);
  });

  it('shows its items while a language loads, and if nothing can be requested', async () => {
    const el = await fixture<SpassProjectProgress>(html`<div lang="de">${own}</div>`).then(wrap =>
      wrap.querySelector('spass-project-progress')!,
    );
    for (const item of el.querySelectorAll('li')) expect(item.checkVisibility()).to.equal(true);
    await el.loadComplete;
    expect(queryTexts(el, '.state')).to.deep.equal(['Erledigt', 'Laufend']);
  });
});
