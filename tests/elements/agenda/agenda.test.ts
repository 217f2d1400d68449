import {expect, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import '../../../src/define/agenda.js';
import '../../../src/define/project-map.js';
import type {SpassAgenda, SpassProjectMap} from '../../../src/index.js';
import type {Selection} from '../../../src/controllers/selection-controller.js';
import {Downloads} from '../../support/downloads.js';
import {
  queryAll,
  loadedFixture,
  queryTexts,
  settled,
  statusText,
} from '../../support/widget-fixture.js';
import {
  call,
  charter,
  days,
  exhibition,
  manyEvents,
  mixedEvents,
  month,
  night,
  now,
  ride,
  walk,
  workshop,
} from '../../support/events.js';
import {goriauxNow} from '../../support/drawings.js';
import {restoreMedia} from '../../support/media.js';
import {trees} from '../../support/projects.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {waitUntil} from '../../support/wait-until.js';

const agendaOf = (...items: readonly unknown[]): Promise<SpassAgenda> =>
  loadedFixture<SpassAgenda>(html`<spass-agenda .now=${now} .items=${items}></spass-agenda>`);
const plain = html`<spass-agenda .now=${now}></spass-agenda>`;
const button = (el: SpassAgenda, name: string): HTMLButtonElement => {
  const found = queryAll<HTMLButtonElement>(el, 'button').find(one =>
    (one.ariaLabel ?? one.textContent).replace(/\s+/g, ' ').trim().startsWith(name),
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const selectionOf = (el: SpassAgenda) => (el as unknown as {selection: Selection}).selection;

describe('<spass-agenda>', () => {
  it('says in the language of the page that an event is cancelled, however its data say so', async () => {
    const statuses = [
      'https://schema.org/EventCancelled',
      'CANCELLED',
      'Annulée',
      'EventPostponed',
      'movedOnline',
      'https://schema.org/EventScheduled',
      'Confirmé',
      'publish',
      'Sur réservation',
      'constructor',
    ];
    const el = await agendaOf(
      ...statuses.map((status, i) => ({
        id: i,
        title: `Visite ${i}`,
        period: {start: `2026-11-1${i}`},
        status,
      })),
    );
    const events = queryTexts(el, '.status');
    expect(events).to.deep.equal([
      'Annulé',
      'Annulé',
      'Annulé',
      'Reporté',
      'En ligne',
      'Sur réservation',
      'constructor',
    ]);
  });

  it('keeps a status of one long word, and a long credit, in their columns', async () => {
    const credit = 'Archives départementales du Nord, fonds de la Mission du Bassin minier';
    const event = {id: 1, title: 'Marche', period: {start: '2027-03-04T18:30'}};
    const image = {src: goriauxNow, alt: ''};
    const el = await agendaOf(
      {...event, status: 'Donaudampfschifffahrtsgesellschaft'.repeat(3), image: {...image, credit}},
      {...event, id: 2, period: {start: '2027-03-05T18:30'}, image},
    );
    const lefts = queryAll(el, '.acts').map(acts => acts.getBoundingClientRect().left);
    expect(new Set(lefts).size, 'one column').to.equal(1);
    el.style.inlineSize = '18em';
    const status = queryAll(el, '.status')[0]!.getBoundingClientRect();
    expect(status.right).to.be.at.most(el.getBoundingClientRect().right);
  });

  it('lists coming events by day, each once, under headings of the given level', async () => {
    const el = await agendaOf(...mixedEvents);
    expect(queryTexts(el, '.coming h3')).to.deep.equal([
      'En ce moment',
      'Aujourd’hui, samedi 24 octobre 2026',
      'mardi 3 novembre 2026',
      'jeudi 12 novembre 2026 jusqu’au 14 novembre 2026',
      'février 2027',
    ]);
    expect(queryTexts(el, '.coming .figure')).to.deep.equal(['24', '3', '12', '14', '2027']);
    const [first, last] = ['12', '14'].map(day =>
      queryAll(el, '.coming .figure')
        .find(one => one.textContent === day)!
        .getBoundingClientRect(),
    );
    expect(
      [last!.left, last!.height],
      'the last day as large as the first, below it',
    ).to.deep.equal([first!.left, first!.height]);
    expect(queryTexts(el, '.coming h4')).to.deep.equal([
      'Exposition : quarante ans, quarante lieux',
      'Balade autour des remparts',
      'Nuit des paysages',
      'Réunion à distance',
      'Atelier : dessiner la place',
      'Rencontres de la frontière',
      'Restitution aux habitants',
    ]);
    expect(queryTexts(el, '.count')).to.deep.equal(['7 événements à venir']);
    el.headingLevel = 2;
    await settled(el);
    expect(queryTexts(el, '.coming h3').length).to.equal(7);
  });

  for (const width of [320, 1280])
    it(`has a year under its month, and one line for a calendar button, at ${width} px`, async () => {
      await setViewport({width, height: 900});
      const long = {...month, id: 'long', period: {start: '2027-09'}};
      const el = await agendaOf(walk, month, long);
      const days = queryAll(el, '.day').slice(1);
      expect(days.length).to.equal(2);
      const [dayFigure] = queryAll(el, '.figure');
      for (const day of days) {
        const [name, year] = ['.weekday', '.figure'].map(part =>
          day.querySelector(part)!.getBoundingClientRect(),
        );
        expect(name!.bottom).to.be.at.most(year!.top + 1);
        expect(name!.left).to.equal(year!.left);
        expect(year!.height, 'less than a day').to.be.below(dayFigure!.offsetHeight);
      }
      const [label] = queryAll(el, '.event [part=calendar]');
      expect(label!.getBoundingClientRect().height).to.be.below(40);
    });

  for (const width of [320, 768, 1280])
    it(`has the place of an event right below its title, at ${width} px`, async () => {
      await setViewport({width, height: 900});
      const description =
        'Une place à dessiner ensemble, avec celles et ceux qui y vivent. '.repeat(4);
      const el = await agendaOf(walk, {...workshop, description});
      const boxes = (part: string) => queryAll(el, part).map(one => one.getBoundingClientRect());
      const [places, titles] = [boxes('.place'), boxes('.event .title')];
      expect(places.length).to.equal(2);
      for (const [i, place] of places.entries()) {
        expect(place.left).to.equal(titles[i]!.left);
        expect(place.top - titles[i]!.bottom).to.be.within(-1, 8);
      }
    });

  for (const place of [undefined, 'Salle des fêtes, Ors'])
    it(`has texts right below the titles on a wide page, of past events too, ${place ?? 'without a place'}`, async () => {
      await setViewport({width: 1280, height: 900});
      const one = {...workshop, place, description: 'Une place à dessiner ensemble.'};
      const el = await agendaOf(one, {...one, id: 'past', period: {start: '2020-05-04'}});
      queryAll(el, '.before > .button')[0]!.click();
      await settled(el);
      const boxes = (part: string) => queryAll(el, part).map(each => each.getBoundingClientRect());
      const [titles, texts] = [boxes('.event .title'), boxes('.text')];
      expect(titles.length).to.equal(2);
      for (const [i, text] of texts.entries()) {
        expect(text.left).to.equal(titles[i]!.left);
        expect(text.top - titles[i]!.bottom).to.be.within(0, place ? 40 : 8);
      }
      const [button] = boxes('.event [part=calendar]');
      expect(texts[0]!.right).to.be.below(button!.left);
    });

  it('names an English day as it is written, with month and year together below the weekday', async () => {
    await setViewport({width: 320, height: 900});
    const el = await agendaOf(walk);
    el.lang = 'en';
    await settled(el);
    const title = queryAll(el, '.day > .title')[0]!;
    expect(title.textContent.trim()).to.equal('Today, Saturday, October 24, 2026');
    const [weekday, monthName, year] = [...title.querySelectorAll('.weekday, .month')];
    expect([weekday, monthName, year].map(part => part?.textContent)).to.deep.equal([
      'Today, Saturday',
      'October',
      '2026',
    ]);
    const [above, left, right] = [weekday!, monthName!, year!].map(part =>
      part.getBoundingClientRect(),
    );
    expect(above!.bottom).to.be.at.most(left!.top + 1);
    const figure = title.querySelector('.figure')!.getBoundingClientRect();
    expect(above!.left).to.equal(figure.left);
    expect(left!.left).to.be.above(figure.right);
    expect(right!.top).to.equal(left!.top);
    expect(right!.left - left!.right).to.be.within(1, 8);
  });

  it('shows times in the time zone of the place, and names the zone if it differs from the reader’s', async () => {
    const el = await agendaOf(walk, call, night, workshop, exhibition, days, month);
    const when = (title: string): string =>
      queryAll(el, '.event')
        .find(one => one.textContent.includes(title))
        ?.querySelector('.when')
        ?.textContent.replace(/\s+/g, ' ')
        .trim() ?? '';
    expect(when('Balade')).to.equal('14 h – 16 h 30');
    expect(when('Réunion')).to.equal('10 h – 11 h heure normale de l’Est nord-américain En ligne');
    // The heading above names the first day.
    expect(when('Nuit')).to.equal('22 h, jusqu’au 25 octobre 2026 à 3 h');
    expect(when('Atelier')).to.equal('18 h – 20 h Annulé');
    expect(when('Exposition')).to.equal('1er septembre – 31 décembre 2026');
    expect(when('frontière'), 'beside its day').to.equal('');
    expect(when('Restitution')).to.equal('');
    expect(queryAll<HTMLTimeElement>(el, 'time')[1]?.dateTime).to.equal('2026-10-24T14:00');
  });

  it('shows midnight at the end of a day below this day only', async () => {
    const el = await agendaOf({
      id: 1,
      period: {start: '2026-10-26T18:00', end: '2026-10-26T24:00'},
    });
    expect(queryTexts(el, '.when')).to.deep.equal(['18 h – 0 h']);
  });

  it('shows a time with another UTC offset in that offset', async () => {
    const el = await agendaOf({id: 1, period: {start: '2026-10-26T10:00+05:30'}});
    expect(queryTexts(el, '.when')).to.deep.equal(['10 h UTC+5:30']);
  });

  it('has past events behind a button, the latest first, and requests them only then', async () => {
    const server = new StubServer({events: mixedEvents});
    const el = await loadedFixtureWithSource<SpassAgenda>(server, plain);
    expect(server.queriesFor('events').map(({from, to, sort}) => [from, to, sort])).to.deep.equal([
      ['2026-10-24', '', 'date'],
    ]);
    const past = button(el, 'Événements passés');
    expect(past.ariaExpanded).to.equal('false');
    past.focus();
    past.click();
    await settled(el);
    expect(past.ariaExpanded).to.equal('true');
    expect(queryTexts(el, '.past h3')).to.deep.equal(['dimanche 30 juin 2013', 'décembre 2003']);
    expect(queryTexts(el, '.past .when')).to.deep.equal(['9 h 30']);
    expect(queryAll(el, '.past [part=calendar]').length, 'too late for a calendar').to.equal(0);
    expect(server.queriesFor('events').at(-1)?.to).to.equal('2026-10-23');
    await expect(el).to.be.accessible();
    past.click();
    await settled(el);
    expect(queryAll(el, '.past .event').length).to.equal(0);
    expect(el.shadowRoot?.activeElement).to.equal(past);
  });

  it('opens past events itself if none are to come, and leaves them out if there are none either', async () => {
    const show = (events: typeof mixedEvents) =>
      loadedFixtureWithSource<SpassAgenda>(new StubServer({events}), plain);
    const el = await show([ride]);
    await settled(el);
    expect(queryTexts(el, '.empty').length, 'one sentence').to.equal(1);
    expect(getComputedStyle(queryAll(el, '.empty')[0]!, '::before').content).to.equal('none');
    expect(queryTexts(el, '.past h4')).to.deep.equal([ride.title]);
    const none = await show([]);
    await settled(none);
    expect(queryTexts(none, '.empty').length).to.equal(1);
    expect(queryAll(none, '.before').length, 'nothing to open').to.equal(0);
  });

  it('prints the past events that it shows, so that no heading of the page is alone', async () => {
    const el = await loadedFixtureWithSource<SpassAgenda>(new StubServer({events: [ride]}), plain);
    await settled(el);
    await emulateMedia({media: 'print'});
    const isPrinted = queryAll(el, '.past h4').map(one => one.checkVisibility());
    await restoreMedia();
    expect(isPrinted).to.deep.equal([true]);
  });

  it('has the weekday above the figure of its day, with month and year beside it', async () => {
    const el = await loadedFixtureWithSource<SpassAgenda>(
      new StubServer({events: mixedEvents}),
      plain,
    );
    const [weekday, figure, month] = ['.weekday', '.figure', '.month'].map(part =>
      queryAll(el, `.day ${part}`)[0]!.getBoundingClientRect(),
    );
    expect(weekday!.bottom).to.be.at.most(figure!.top + 1);
    expect(weekday!.left).to.be.closeTo(figure!.left, 1);
    expect(month!.left).to.be.above(figure!.right);
    expect(month!.top).to.be.within(figure!.top, figure!.bottom);
  });

  it('opens past events itself if a period leaves nothing else', async () => {
    const server = new StubServer({events: mixedEvents});
    const el = await loadedFixtureWithSource<SpassAgenda>(
      server,
      html`<spass-agenda .now=${now} from="2003" to="2013"></spass-agenda>`,
    );
    expect(queryTexts(el, '.past h4')).to.deep.equal([ride.title, charter.title]);
    expect(queryAll(el, '.empty'), 'nothing is missing').to.deep.equal([]);
    button(el, 'Événements passés').click();
    await settled(el);
    expect(queryTexts(el, '.empty')).to.deep.equal(['Aucun événement à venir.']);
    const [sentence] = queryAll(el, '.empty');
    expect(getComputedStyle(sentence!, '::before').content, 'empty rows').to.equal('none');
  });

  it('hides events that are over if a server ignores the dates', async () => {
    const server = new StubServer({events: [ride, walk]});
    const find = server.find.bind(server);
    server.find = (collection, query, options) =>
      find(collection, {...query, from: undefined, to: undefined}, options);
    const el = await loadedFixtureWithSource<SpassAgenda>(server, plain);
    expect(queryTexts(el, '.coming h4')).to.deep.equal(['Balade autour des remparts']);
  });

  it('shows more on request, and focuses the first new event', async () => {
    const server = new StubServer({events: manyEvents(30)});
    const el = await loadedFixtureWithSource<SpassAgenda>(server, plain);
    expect(queryAll(el, '.event').length).to.equal(12);
    button(el, 'Voir plus').click();
    await settled(el);
    expect(queryAll(el, '.event').length).to.equal(24);
    expect(el.shadowRoot?.activeElement?.textContent.trim()).to.equal('Événement 13');
    expect(statusText(el)).to.equal('12 événements ajoutés.');
    el.addEventListener('spass-page-change', event => event.preventDefault(), {once: true});
    button(el, 'Voir plus').click();
    await settled(el);
    expect(queryAll(el, '.event').length, 'the page may say no').to.equal(24);
    button(el, 'Voir plus').click();
    await settled(el);
    expect(queryAll(el, '.event').length).to.equal(30);
    expect(queryAll(el, '[part=more]').length).to.equal(0);
  });

  it('lets the page handle a click on a record, and has one link per event', async () => {
    const el = await agendaOf(walk, workshop);
    expect(queryAll<HTMLAnchorElement>(el, 'a').map(({href}) => href)).to.deep.equal([
      walk.url,
      workshop.url,
    ]);
    let chosen: unknown;
    el.addEventListener('spass-record-select', event => {
      event.preventDefault();
      chosen = event.record.id;
    });
    queryAll(el, 'a')[0]!.click();
    expect(chosen).to.equal('walk');
  });

  it('shows an unknown state as it is, and no state for an event as planned', async () => {
    const at = (status: string) => ({...walk, id: status, status});
    const el = await agendaOf(at('confirmed'), at('canceled'), at('Sur inscription'));
    expect(queryTexts(el, '.status')).to.deep.equal(['Annulé', 'Sur inscription']);
    expect(queryAll(el, '.off').length).to.equal(1);
  });

  it('keeps a status whole', async () => {
    const el = await agendaOf(
      {
        ...walk,
        title: 'Une longue visite des remparts et des jardins',
        status: 'Sur inscription en ligne seulement',
      },
      {...night, title: 'Une longue visite des remparts et des jardins', place: undefined},
    );
    const lines: number[] = [];
    for (let width = 232; width < 300; width += 8) {
      el.style.inlineSize = `${String(width)}px`;
      const [status] = queryAll(el, '.status');
      lines.push(status!.getClientRects().length);
    }
    expect(Math.max(...lines)).to.equal(1);
  });

  describe('with a map of its group', () => {
    before(() => setViewport({width: 1280, height: 900}));

    it('shows an event’s place on the map, and highlights its project', async () => {
      const place = await loadedFixture<SpassAgenda>(
        html`<spass-agenda group="a" .now=${now} .items=${[walk, days, workshop]}></spass-agenda>`,
      );
      expect(queryAll(place, '.place button').length, 'no map, no button').to.equal(0);
      const map = await loadedFixture<SpassProjectMap>(
        html`<spass-project-map
          group="a"
          .items=${[{...trees, id: 'septentrion', geo: walk.geo}]}
        ></spass-project-map>`,
      );
      await settled(place);
      expect(queryTexts(place, '.place button').length).to.equal(2);
      // The words are the name of a pin, which is beside the place.
      for (const pin of queryAll(place, '.place button')) {
        const {width, height} = pin.getBoundingClientRect();
        expect(width).to.be.within(24, 32);
        expect(height).to.be.within(24, 32);
        expect(pin.title).to.equal('Voir sur la carte');
      }
      await expect(place).to.be.accessible();
      const [entry] = queryAll(place, '.event');
      entry!.dispatchEvent(new PointerEvent('pointerenter'));
      expect(selectionOf(place).highlighted).to.deep.equal({
        collection: 'projects',
        id: 'septentrion',
      });
      await place.updateComplete;
      expect(queryAll(place, '.lit').length).to.equal(1);
      button(place, 'Voir sur la carte : Balade').click();
      await map.loadComplete;
      await map.updateComplete;
      expect(document.activeElement).to.equal(map);
      expect(queryTexts(map, '[part=popup] .title')).to.deep.equal(['Observatoire des arbres']);
      map.remove();
      await settled(place);
      expect(queryAll(place, '.place button').length).to.equal(0);
    });
  });

  describe('export to a calendar', () => {
    let downloads: Downloads;
    beforeEach(() => (downloads = new Downloads()));
    afterEach(() => downloads.restore());

    it('writes one event, with its own file name', async () => {
      const el = await agendaOf(walk, workshop);
      button(el, 'Ajouter à mon calendrier : Balade').click();
      await waitUntil(() => statusText(el));
      expect(downloads.names).to.deep.equal(['balade-autour-des-remparts.ics']);
      const text = (await downloads.files[0]?.text()) ?? '';
      expect(downloads.files[0]?.type).to.equal('text/calendar;charset=utf-8');
      expect(text.match(/BEGIN:VEVENT/g)?.length).to.equal(1);
      expect(text).to.contain('DTSTART:20261024T120000Z');
      expect(text).to.contain('SUMMARY:Balade autour des remparts');
      expect(text).to.match(new RegExp(`UID:walk@${location.host}`));
      expect(statusText(el)).to.match(/^balade-autour-des-remparts\.ics/);
    });

    it('writes all coming events of all pages, in the reader’s language', async () => {
      const server = new StubServer({events: [...manyEvents(30), walk]});
      const el = await loadedFixtureWithSource<SpassAgenda>(
        server,
        html`<spass-agenda lang="nl" .now=${now}></spass-agenda>`,
      );
      button(el, 'Alles aan mijn agenda toevoegen').click();
      for (let i = 0; i < 50 && downloads.files.length === 0; i++)
        await new Promise(requestAnimationFrame);
      const text = (await downloads.files[0]?.text()) ?? '';
      expect(downloads.names).to.deep.equal(['agenda.ics']);
      expect(text.match(/BEGIN:VEVENT/g)?.length).to.equal(31);
      expect(text).to.contain('SUMMARY:Wandeling rond de wallen');
      expect(server.queries.at(-1)?.method).to.equal('all');
      // An event keeps its UID, so that a calendar does not duplicate it.
      const names = text.match(/^UID:.*$/gm) ?? [];
      expect(new Set(names).size).to.equal(31);
    });

    it('shows an error if it fails', async () => {
      const server = new StubServer({events: mixedEvents});
      const el = await loadedFixtureWithSource<SpassAgenda>(server, plain);
      server.isBroken = true;
      button(el, 'Tout ajouter à mon calendrier').click();
      for (let i = 0; i < 50 && !statusText(el); i++) await new Promise(requestAnimationFrame);
      expect(statusText(el)).to.equal('Le fichier du calendrier n’a pas pu être préparé.');
      expect(downloads.files.length).to.equal(0);
      await expect(el).to.be.accessible();
    });
  });
});
