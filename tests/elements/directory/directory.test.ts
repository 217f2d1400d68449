import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/directory.js';
import '../../../src/define/programme-timeline.js';
import '../../../src/define/project-map.js';
import type {ActorI18n} from '../../../src/elements/directory/actor-entry.js';
import {type ActorSelection, selectActors} from '../../../src/elements/directory/actors.js';
import type {SpassDirectory, SpassProgrammeTimeline, SpassProjectMap} from '../../../src/index.js';
import type {Selection} from '../../../src/controllers/selection-controller.js';
import {FakeTimers} from '../../support/fake-timers.js';
import {emulatePrint, restoreMedia} from '../../support/media.js';
import {
  queryAll,
  loadedFixture,
  queryTexts,
  settled,
  statusText,
} from '../../support/widget-fixture.js';
import {
  caue,
  manyOrganisations,
  recordsWithoutOrganisations,
  projects,
  province,
} from '../../support/organisations.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';

const plain = html`<spass-directory></spass-directory>`;
const names = (el: SpassDirectory) => queryTexts(el, '.actor .title');
const groups = (el: SpassDirectory) => queryTexts(el, '.group > .title');
const selectionOf = (el: SpassDirectory) => (el as unknown as {selection: Selection}).selection;
const button = (el: SpassDirectory, name: string): HTMLButtonElement => {
  const found = queryAll<HTMLButtonElement>(el, 'button').find(one =>
    (one.ariaLabel ?? one.textContent).replace(/\s+/g, ' ').trim().startsWith(name),
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const search = async (el: SpassDirectory, words: string) => {
  const [field] = queryAll<HTMLInputElement>(el, 'input[type=search]');
  field!.value = words;
  field!.dispatchEvent(new Event('input'));
  await settled(el);
};

describe('<spass-directory>', () => {
  it('names kinds of organisations in the reader’s language, and others as they are written', async () => {
    const organisations = ['Intercommunalité', 'établissement public', 'CAUE'].map((type, id) => ({
      id,
      name: type,
      type,
    }));
    const el = await loadedFixtureWithSource<SpassDirectory>(
      new StubServer({organisations}),
      html`<spass-directory lang="nl" group-by="none"></spass-directory>`,
    );
    expect(queryTexts(el, '.about > span').sort()).to.deep.equal([
      'CAUE',
      'Intergemeentelijk verband',
      'Openbare instelling',
    ]);
  });

  it('has the facts of an actor below its name, also of one that is alone', async () => {
    await setViewport({width: 1280, height: 900});
    const el = await loadedFixtureWithSource<SpassDirectory>(
      new StubServer({organisations: [caue]}),
      plain,
    );
    const [title, about] = ['.actor .title', '.actor .about'].map(part =>
      queryAll(el, part)[0]!.getBoundingClientRect(),
    );
    expect(about!.left).to.be.closeTo(title!.left, 1);
    expect(about!.top).to.be.at.least(title!.bottom);
  });

  it('keeps the name of a group with its first actor on paper, and above it', async function () {
    await setViewport({width: 1280, height: 900});
    const el = await loadedFixtureWithSource<SpassDirectory>(
      new StubServer({organisations: [caue, province]}),
      plain,
    );
    if (!(await emulatePrint())) this.skip();
    const [title] = queryAll(el, '.group > .title');
    const [actor] = queryAll(el, '.actor');
    const box = title!.getBoundingClientRect();
    expect(box.bottom).to.be.at.most(actor!.getBoundingClientRect().top);
    expect(getComputedStyle(title!).breakAfter).to.equal('avoid');
    await restoreMedia();
  });

  it('shows no part of the dot before a type that starts a line', async () => {
    const el = await loadedFixtureWithSource<SpassDirectory>(
      new StubServer(recordsWithoutOrganisations),
      plain,
    );
    const [type] = queryAll(el, '.roles + span');
    const {fontSize, clipPath} = getComputedStyle(type!.parentElement!);
    const distance = -parseFloat(getComputedStyle(type!, '::before').insetInlineStart);
    // A dot is narrower than a quarter of the size.
    expect(distance).to.be.closeTo(0.75 * parseFloat(fontSize), 0.2);
    expect(clipPath).to.contain(`-${String(0.5 * parseFloat(fontSize))}px`);
  });

  it('has no heading for a country if no actor states one, and names the commune', async () => {
    const items = [
      {
        id: 1,
        name: 'Mairie',
        commune: {name: 'Ors'},
        address: '1 place Verte',
        postalCode: '59360',
      },
      {id: 2, name: 'École'},
    ];
    const el = await loadedFixture<SpassDirectory>(
      html`<spass-directory .items=${items}></spass-directory>`,
    );
    expect(queryTexts(el, 'h2, h3, h4')).to.deep.equal(['École', 'Mairie']);
    expect(queryTexts(el, '.actor')[1]).to.contain('1 place Verte, 59360 Ors');
  });

  it('says a role once that is the type too', async () => {
    const organisation = {id: 1, name: 'CAUE', type: 'Partenaire', role: 'partenaire'};
    const el = await loadedFixture<SpassDirectory>(
      html`<spass-directory .items=${[organisation]}></spass-directory>`,
    );
    const [entry] = queryAll(el, '.actor');
    expect(entry?.textContent.match(/partenaire/gi)).to.deep.equal(['partenaire']);
  });

  it('lists the organisations named by portals and projects, each once with all its roles', async () => {
    const el = await loadedFixtureWithSource<SpassDirectory>(
      new StubServer(recordsWithoutOrganisations),
      plain,
    );
    expect(groups(el)).to.deep.equal(['France 3', 'Belgique 1', 'Pays non précisé 1']);
    expect(names(el)).to.deep.equal([
      'CAUE du Nord',
      'Commune d’Ors',
      'Parc naturel régional',
      'Provincie West-Vlaanderen',
      'Union régionale',
    ]);
    expect(queryTexts(el, '.roles li')).to.deep.equal([
      'Communication',
      'Opérateur',
      'Opérateur',
      'Chef de file',
    ]);
    expect(queryAll<HTMLAnchorElement>(el, 'a').map(({href}) => href)).to.deep.equal([
      caue.url,
      province.url,
    ]);
    await expect(el).to.be.accessible();
  });

  it('lists the records of organisations if there are any', async () => {
    const el = await loadedFixtureWithSource<SpassDirectory>(
      new StubServer({...recordsWithoutOrganisations, organisations: [{...caue, role: undefined}]}),
      plain,
    );
    expect(names(el)).to.deep.equal(['CAUE du Nord']);
    expect(queryTexts(el, '.roles li')).to.deep.equal(['Communication', 'Opérateur']);
  });

  it('lists those of one project, or of one portal, on request', async () => {
    const server = new StubServer({...recordsWithoutOrganisations, organisations: [caue]});
    const el = await loadedFixtureWithSource<SpassDirectory>(
      server,
      html`<spass-directory project="eutopia" group-by="none"></spass-directory>`,
    );
    const partners = ['CAUE du Nord', 'Parc naturel régional', 'Provincie West-Vlaanderen'];
    expect(names(el)).to.deep.equal(partners);
    expect(queryAll(el, 'h3').length).to.equal(3);
    el.project = '';
    el.portal = '72';
    await settled(el);
    expect(names(el)).to.deep.equal(['Union régionale']);
    el.portal = '610';
    await settled(el);
    expect(names(el)).to.deep.equal(partners);
    el.portal = '';
    el.type = 'Province';
    await settled(el);
    expect(names(el)).to.deep.equal(['Provincie West-Vlaanderen']);
  });

  it('does not treat a foreign source’s records as portals and projects', async () => {
    const server = Object.assign(new StubServer({organisations: [caue]}), {isForeign: true});
    const el = await loadedFixtureWithSource<SpassDirectory>(server, plain);
    expect([...new Set(server.queries.map(({collection}) => collection))]).to.deep.equal([
      'organisations',
    ]);
    expect(names(el)).to.deep.equal(['CAUE du Nord']);
  });

  it('groups by role, leaders first, each actor once, in the reader’s language', async () => {
    const el = await loadedFixtureWithSource<SpassDirectory>(
      new StubServer(recordsWithoutOrganisations),
      html`<spass-directory group-by="role"></spass-directory>`,
    );
    expect(groups(el)).to.deep.equal([
      'Chef de file 1',
      'Communication 1',
      'Opérateur 1',
      'Rôle non précisé 2',
    ]);
    expect(queryTexts(el, '.actor .small')[0]).to.equal('Province Belgique');
    el.lang = 'nl';
    await settled(el);
    expect(groups(el)[0]).to.equal('Projectleider 1');
    expect(queryTexts(el, '.roles'), 'said once, by the heading').to.deep.equal(['Operator']);
  });

  it('shows facts that all actors of a group share once, beside its name', async () => {
    const towns = ['Bergues', 'Charleroi', 'Lille'].map((name, id) => ({
      id,
      name,
      type: 'Commune',
      role: 'Ville partenaire',
      country: name === 'Charleroi' ? 'BE' : 'FR',
    }));
    const lead = {id: 'lead', name: 'Département', type: 'Collectivité', role: 'Chef de file'};
    const el = await loadedFixture<SpassDirectory>(
      html`<spass-directory group-by="role" .items=${[...towns, lead]}></spass-directory>`,
    );
    expect(groups(el)).to.deep.equal(['Chef de file 1', 'Ville partenaire 3 · Commune']);
    expect(queryTexts(el, '.actor')).to.deep.equal([
      'Département Collectivité',
      'Bergues France',
      'Charleroi Belgique',
      'Lille France',
    ]);
    for (const actor of queryAll(el, '.brief .actor')) {
      const [name, country] = ['.title', '.about'].map(part =>
        actor.querySelector(part)!.getBoundingClientRect(),
      );
      expect(country!.top, 'one line').to.be.below(name!.bottom);
    }
    expect(queryAll(el, '.brief .actor').length).to.equal(3);
  });

  it('breaks no word of the name of a group, which has what its actors share below it on a phone', async () => {
    const towns = ['Arras', 'Bergues', 'Douai', 'Lille', 'Mons'].map(name => ({
      id: name,
      name,
      type: 'Commune',
      role: 'Ville partenaire',
      country: name === 'Mons' ? 'BE' : 'FR',
    }));
    for (const width of ['17em', '20em', '40em']) {
      const el = await loadedFixture<SpassDirectory>(
        html`<spass-directory
          group-by="role"
          .items=${towns}
          style="inline-size: ${width}"
        ></spass-directory>`,
      );
      const name = document.createRange();
      const [text] = [...queryAll(el, '.group > .title')[0]!.childNodes].filter(node =>
        node.textContent?.includes('Ville'),
      );
      name.selectNodeContents(text!);
      const lines = [...name.getClientRects()].filter(box => box.width > 1);
      expect(lines.length, width).to.equal(1);
    }
  });

  it('has a long name on the whole line, unless a country is beside it', async () => {
    const name = 'Communauté d’agglomération de la porte du Hainaut et de ses villages';
    const el = await loadedFixture<SpassDirectory>(
      html`<spass-directory
        group-by="none"
        .items=${[{id: 1, name}]}
        style="inline-size: 18em"
      ></spass-directory>`,
    );
    const [title, actor] = ['.actor .title', '.actor'].map(part =>
      queryAll(el, part)[0]!.getBoundingClientRect(),
    );
    expect(title!.right).to.be.closeTo(actor!.right, 1);
  });

  it('says once the country of most actors of a group, and that of the others beside their names', async () => {
    const town = (name: string, country?: string) => ({id: name, name, role: 'Ville', country});
    const towns = ['Arras', 'Bergues', 'Douai', 'Lille'].map(name => town(name, 'FR'));
    const fixtureOf = (items: readonly unknown[]): Promise<SpassDirectory> =>
      loadedFixture<SpassDirectory>(
        html`<spass-directory group-by="role" .items=${items}></spass-directory>`,
      );
    const el = await fixtureOf([...towns, town('Mons', 'BE')]);
    expect(groups(el)).to.deep.equal(['Ville 5 · France sauf mention contraire']);
    expect(queryTexts(el, '.actor')).to.deep.equal([
      'Arras',
      'Bergues',
      'Douai',
      'Lille',
      'Mons Belgique',
    ]);
    const unknown = await fixtureOf([...towns, town('Namur')]);
    expect(groups(unknown), 'a town without a country').to.deep.equal(['Ville 5']);
    expect(queryTexts(unknown, '.actor')[0]).to.equal('Arras France');
  });

  it('reverses the names', async () => {
    const el = await loadedFixture<SpassDirectory>(
      html`<spass-directory
        sort="-title"
        group-by="none"
        .items=${manyOrganisations(11)}
      ></spass-directory>`,
    );
    expect(names(el).slice(0, 2)).to.deep.equal(['Organisme 11', 'Organisme 10']);
  });

  it('has a search field for many actors, by name, role, kind or country', async () => {
    const few = await loadedFixture<SpassDirectory>(
      html`<spass-directory .items=${manyOrganisations(12)}></spass-directory>`,
    );
    expect(queryAll(few, 'input').length).to.equal(0);
    const el = await loadedFixture<SpassDirectory>(
      html`<spass-directory .items=${manyOrganisations(40)} limit="500"></spass-directory>`,
    );
    const clock = new FakeTimers();
    try {
      await search(el, 'ORGANISME 40');
      expect(names(el)).to.deep.equal(['Organisme 40']);
      await search(el, 'belgique association');
      expect(names(el).length).to.equal(3);
      expect(statusText(el), 'not at each key').to.equal('');
      clock.advance(500);
      await settled(el);
      expect(statusText(el)).to.equal('3 acteurs');
      await search(el, 'rien de tel');
    } finally {
      clock.restore();
    }
    expect(queryTexts(el, '.empty p')).to.deep.equal([
      'Aucun acteur ne correspond à la sélection.',
    ]);
    await expect(el).to.be.accessible();
    button(el, 'Tout effacer').focus();
    button(el, 'Tout effacer').click();
    await settled(el);
    expect(names(el).length).to.equal(40);
    expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
    expect(selectionOf(el).filter, 'others are none the wiser').to.deep.equal({});
  });

  it('reads and sorts thousands of actors in short steps, in the order of one sort', () => {
    const names = Array.from({length: 3000}, (_, i) => {
      const word = ['Écluse', 'ecluse', 'Œuvre', 'IJzer', 'école'][i % 5]!;
      return `${word} ${(i * 7919) % 1500}`;
    });
    const organisations = names.map((name, id) => ({id, name}));
    const {compare} = new Intl.Collator('fr', {numeric: true, sensitivity: 'base'});
    for (const isReversed of [false, true]) {
      let read = 0;
      let readBefore = 0;
      function* counted() {
        for (const organisation of organisations) {
          read++;
          yield organisation;
        }
      }
      const records = {organisations: counted(), portals: [], projects: []};
      const i18n = {language: 'fr', messages: {}} as ActorI18n;
      const steps = selectActors(records, {}, {}, {i18n, isReversed, groupBy: 'none'});
      let selected: ActorSelection | undefined;
      let count = 0;
      for (let done: boolean | undefined = false; !done; count++) {
        const step = steps.next();
        ({done} = step);
        selected = step.value ?? undefined;
        expect(read - readBefore).to.be.at.most(1);
        readBefore = read;
      }
      expect(count).to.be.above(2 * names.length);
      const sign = isReversed ? -1 : 1;
      expect(selected?.all.map(({organisation}) => organisation.name)).to.deep.equal(
        names.toSorted((a, b) => sign * compare(a, b)),
      );
    }
  });

  it('names countries and sorts once, not at each key of a search', async () => {
    const calls = {of: 0, compare: 0};
    const {of} = Intl.DisplayNames.prototype;
    const compare = Object.getOwnPropertyDescriptor(Intl.Collator.prototype, 'compare')!;
    Intl.DisplayNames.prototype.of = function (code) {
      calls.of++;
      return of.call(this, code);
    };
    Object.defineProperty(Intl.Collator.prototype, 'compare', {
      ...compare,
      get() {
        calls.compare++;
        return compare.get!.call(this);
      },
    });
    try {
      const el = await loadedFixture<SpassDirectory>(
        html`<spass-directory
          .items=${manyOrganisations(40)}
          group-by="country"
        ></spass-directory>`,
      );
      await search(el, 'o');
      const {of: named, compare: sorted} = calls;
      // Once for each country, at most: another directory of the page may have named it.
      expect(named).to.be.at.most(3);
      expect(sorted).to.be.greaterThan(0);
      for (const words of ['or', 'organisme', 'organisme 4', '']) await search(el, words);
      expect(calls).to.deep.equal({of: named, compare: sorted});
    } finally {
      Intl.DisplayNames.prototype.of = of;
      Object.defineProperty(Intl.Collator.prototype, 'compare', compare);
    }
  });

  it('shows more on request, and focuses the first new one', async () => {
    const el = await loadedFixture<SpassDirectory>(
      html`<spass-directory .items=${manyOrganisations(30)}></spass-directory>`,
    );
    expect(names(el).length).to.equal(12);
    const before = new Set(queryAll(el, '.actor'));
    button(el, 'Voir plus').click();
    await settled(el);
    expect(names(el).length).to.equal(24);
    const [first] = queryAll(el, '.actor').filter(one => !before.has(one));
    const active = el.shadowRoot?.activeElement;
    expect(statusText(el)).to.equal('12 acteurs ajoutés.');
    expect(active === queryAll(el, '[role=status]')[0] || first?.contains(active as Node)).to.equal(
      true,
    );
    el.addEventListener('spass-page-change', event => event.preventDefault());
    button(el, 'Voir plus').click();
    await settled(el);
    expect(names(el).length, 'the page may say no').to.equal(24);
  });

  it('offers no filter if it is alone', async () => {
    const el = await loadedFixtureWithSource<SpassDirectory>(
      new StubServer(recordsWithoutOrganisations),
      plain,
    );
    expect(queryAll(el, '[aria-pressed]').length).to.equal(0);
  });

  describe('with other widgets of its group', () => {
    before(() => setViewport({width: 1280, height: 900}));

    const group = async () => {
      const el = await loadedFixtureWithSource<SpassDirectory>(
        new StubServer(recordsWithoutOrganisations),
        html`<spass-directory group="d"></spass-directory>`,
      );
      const map = await loadedFixture<SpassProjectMap>(
        html`<spass-project-map group="d" .items=${projects}></spass-project-map>`,
      );
      const timeline = await loadedFixture<SpassProgrammeTimeline>(
        html`<spass-programme-timeline group="d" .items=${projects}></spass-programme-timeline>`,
      );
      await settled(el);
      const onMap = async () => {
        await map.loadComplete;
        return queryTexts(map, '.list .title');
      };
      const inTime = async () => {
        await timeline.loadComplete;
        return queryTexts(timeline, '.name');
      };
      return {el, onMap, inTime, map};
    };

    it('filters map and timeline to the projects of an actor, and back', async () => {
      const {el, onMap, inTime} = await group();
      expect(await onMap()).to.deep.equal(['EUTOPIA', 'Un autre projet']);
      const press = button(el, 'Ne voir que son projet : Commune d’Ors');
      press.focus();
      press.click();
      await settled(el);
      expect(await onMap()).to.deep.equal(['Un autre projet']);
      expect(await inTime()).to.deep.equal(['Un autre projet']);
      expect(names(el).length, 'the others stay, to be chosen from').to.equal(5);
      expect(press.ariaPressed).to.equal('true');
      expect(el.shadowRoot?.activeElement).to.equal(press);
      await expect(el).to.be.accessible();
      press.click();
      await settled(el);
      expect(press.ariaPressed).to.equal('false');
      expect(await onMap()).to.deep.equal(['EUTOPIA', 'Un autre projet']);
    });

    it('offers no filter that all actors of one project share', async () => {
      const {el} = await group();
      const narrowing = () => queryAll(el, 'button[aria-pressed]').length;
      expect(narrowing()).to.be.greaterThan(1);
      el.project = 'eutopia';
      await settled(el);
      expect(names(el).length).to.be.greaterThan(1);
      expect(narrowing()).to.equal(0);
      selectionOf(el).setFilter({project: ['eutopia']});
      await settled(el);
      expect(narrowing(), 'the way back').to.equal(names(el).length);
    });

    it('has its controls in columns, and their words once, in a key', async () => {
      await setViewport({width: 320, height: 900});
      const {el} = await group();
      const [key, ...others] = queryAll(el, '.key');
      expect(others).to.deep.equal([]);
      expect(key!.innerText.trim().split(/\n+/)).to.deep.equal([
        'Ne voir que ses projets',
        'Voir sur la carte',
      ]);
      expect(key!.ariaHidden, 'buttons have names').to.equal('true');
      const drawn = (one: Element) => one.getBoundingClientRect();
      const labels = queryAll(el, '.acts button .sr');
      expect(labels.length).to.be.above(2);
      for (const label of labels) expect(drawn(label).width, label.textContent).to.be.at.most(1);
      for (const selector of ['[aria-pressed]', '.see']) {
        const ends = queryAll(el, `.acts ${selector}`).map(one => Math.round(drawn(one).right));
        expect(new Set(ends).size, selector).to.equal(1);
      }
      for (const button of queryAll(el, '.acts button')) {
        expect(Math.min(drawn(button).width, drawn(button).height)).to.be.at.least(24);
        const [name] = button.closest('.actor')!.querySelectorAll('.title');
        // In the order of Tab: the name, which may be a link, and then its controls.
        expect(drawn(button).left).to.be.at.least(drawn(name!).right);
      }
      for (const actor of queryAll(el, '.actor')) {
        const [name] = actor.querySelectorAll('.title');
        expect(drawn(name!).left, 'a name begins with its hairline').to.equal(drawn(actor).left);
      }
      await setViewport({width: 800, height: 600});
    });

    it('stays unchanged if the page cancels the event', async () => {
      const {el, onMap} = await group();
      el.addEventListener('spass-filter-change', event => event.preventDefault());
      button(el, 'Ne voir que son projet : Commune d’Ors').click();
      await settled(el);
      expect(await onMap()).to.deep.equal(['EUTOPIA', 'Un autre projet']);
      expect(queryAll(el, '[aria-pressed=true]').length).to.equal(0);
    });

    it('follows the selection of other widgets, with a button to reset it when no actor is left', async () => {
      const {el} = await group();
      const selection = selectionOf(el);
      selection.setFilter({portal: ['72']});
      await settled(el);
      expect(button(el, 'Ne voir que son portail : Union').ariaPressed).to.equal('true');
      selection.setFilter({family: ['projet']});
      await settled(el);
      expect(names(el)).to.deep.equal([
        'CAUE du Nord',
        'Parc naturel régional',
        'Provincie West-Vlaanderen',
      ]);
      selection.setFilter({q: 'personne'});
      await settled(el);
      expect(names(el)).to.deep.equal([]);
      button(el, 'Tout effacer').focus();
      button(el, 'Tout effacer').click();
      await settled(el);
      expect(names(el).length).to.equal(5);
      expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
    });

    it('highlights the only project of an actor, and links to its place', async () => {
      const {el, map} = await group();
      const [first] = queryAll(el, '.actor');
      first!.dispatchEvent(new PointerEvent('pointerenter'));
      expect(selectionOf(el).highlighted).to.deep.equal({collection: 'projects', id: 'eutopia'});
      first!.dispatchEvent(new PointerEvent('pointerleave'));
      expect(selectionOf(el).highlighted).to.equal(undefined);
      button(el, 'Voir sur la carte : CAUE du Nord').click();
      await map.loadComplete;
      await map.updateComplete;
      expect(document.activeElement).to.equal(map);
    });
  });
});
