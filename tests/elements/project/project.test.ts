import {ContextProvider} from '@lit/context';
import {expect, fixture, html} from '@open-wc/testing';
import {render} from 'lit';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import '../../../src/define/all.js';
import {sourceContext} from '../../../src/controllers/source-controller.js';
import type {SpassProject} from '../../../src/index.js';
import {
  hills,
  interreg,
  now,
  portfolio,
  sheetRecords,
  withPartners,
} from '../../support/project-sheet.js';
import {tallPicture} from '../../support/drawings.js';
import {blendedRgb, deepActiveElement} from '../../support/focus.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {queryAll, queryTexts, waitForStatus} from '../../support/widget-fixture.js';
import {waitUntil} from '../../support/wait-until.js';

const show = (
  records: object = {},
  attributes: Readonly<Record<string, string>> = {project: 'monts'},
  server = new StubServer({...sheetRecords, ...records}),
): Promise<SpassProject> =>
  loadedFixtureWithSource<SpassProject>(
    server,
    html`<spass-project
      project=${attributes['project'] ?? ''}
      lang=${attributes['lang'] ?? 'fr'}
      hide=${attributes['hide'] ?? ''}
      poster=${attributes['poster'] ?? ''}
      .now=${now}
    ></spass-project>`,
  );
const withProject = (change: object, attributes = {}): Promise<SpassProject> =>
  show({projects: [{...hills, ...change}]}, attributes);
const support = (el: SpassProject): readonly string[] => queryTexts(el, '[part=funding]');
const partners = (el: SpassProject): readonly string[] => queryTexts(el, '[part=partner]');
const facts = (el: SpassProject): readonly string[] => queryTexts(el, '[part=facts] > div');
const button = (el: SpassProject, name: RegExp): HTMLElement =>
  queryAll(el, 'button').find(({textContent}) => name.test(textContent))!;

/** Shows a sheet whose project is loaded, and whose other records fail. */
async function showPartial(attributes: Readonly<Record<string, string>>) {
  const server = new StubServer(sheetRecords);
  server.isHeld = true;
  const loading = show({}, {project: 'monts', ...attributes}, server);
  while (server.queriesFor('projects').length === 0) await new Promise(requestAnimationFrame);
  server.queries[0]!.answer();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  for (const query of server.queries.slice(1)) query.fail();
  return {el: await loading, server};
}

/** End of a poster that has no room for everything. */
const REST = 'Le code QR mène à la fiche complète du projet.';

describe('<spass-project>', () => {
  it('shows a picture that is too high in its own proportions, at the start of its column', async () => {
    const el = await withProject({
      image: {src: tallPicture, alt: 'Un repère', width: 600, height: 984},
    });
    const [img] = queryAll<HTMLImageElement>(el, '.main img');
    const {width, height} = img!.getBoundingClientRect();
    expect(height / width, 'the box is not that of the file').to.be.below(1.6);
    const {objectFit, objectPosition} = getComputedStyle(img!);
    expect([objectFit, objectPosition]).to.deep.equal(['contain', '0px 0px']);
  });

  it('shows the sheet of the project: facts, texts, partners, documents, meeting, contact', async () => {
    const el = await show();
    expect(queryTexts(el, '.name .title')).to.deep.equal(['Les monts de Flandre']);
    expect(facts(el)).to.deep.equal([
      'Programme Interreg VI France-Wallonie-Vlaanderen (2021–2027)',
      'Durée du projet 1er janvier 2024 – 31 décembre 2027',
      'Budget 4 M€',
      'Part de l’Union européenne 2,4 M€ · 60 % · FEDER',
      'Lieu Bailleul',
    ]);
    expect(queryTexts(el, '.text-part > p')).to.deep.equal([
      'Relier les haies.',
      'Garder l’eau.',
      'Douze kilomètres de haies plantés.',
    ]);
    expect(partners(el), 'the lead first').to.deep.equal([
      'Département du Nord Chef de file · France',
      'Provincie West-Vlaanderen Partenaire · Belgique',
      'Commune de Bailleul France',
    ]);
    expect(queryTexts(el, '[part=file]')).to.deep.equal([
      'La synthèse, PDF, 2,4 Mo (en néerlandais)',
    ]);
    expect(queryTexts(el, '.meeting .name')).to.deep.equal(['Balade sur les monts']);
    expect(queryTexts(el, '[part=action]')).to.deep.equal(['Donner mon avis']);
    expect(queryTexts(el, '.side .part')).to.deep.equal([
      'ContactJeanne Martin, Cheffe de projet Courriel : jeanne@example.org',
    ]);
    expect(queryTexts(el, '.main .part').at(-1)).to.equal('SourcesLa page du programme');
    await expect(el).to.be.accessible();
  });

  it('F-22 shows the emblem and the statement before all else, on the first screen of a phone', async () => {
    await setViewport({width: 360, height: 640});
    const el = await show({}, {project: 'monts', hide: 'search count facets foot-details'});
    const [statement] = queryAll(el, '[part=funding]');
    const [emblem] = queryAll(el, '[part=emblem]');
    const [title] = queryAll(el, '.name');
    expect(support(el)).to.deep.equal(['Cofinancé par l’Union européenne']);
    expect(statement!.getBoundingClientRect().bottom).to.be.below(640);
    expect(statement!.getBoundingClientRect().bottom).to.be.at.most(
      title!.getBoundingClientRect().top,
    );
    expect(emblem!.getBoundingClientRect().height).to.be.at.least(56);
    expect(emblem!.getAttribute('aria-label')).to.equal('Drapeau de l’Union européenne');
    await setViewport({width: 1280, height: 900});
  });

  it('F-22 has the emblem and the statement beside the title of a wide sheet', async () => {
    await setViewport({width: 1280, height: 900});
    const el = await show();
    const [statement, title, lead, columns] = ['[part=funding]', '.name', '.lead', '.columns'].map(
      part => queryAll(el, part)[0]!.getBoundingClientRect(),
    );
    expect(title!.top).to.be.below(statement!.bottom);
    expect(statement!.left).to.be.above(lead!.right);
    expect(columns!.top).to.be.above(statement!.bottom);
    expect(columns!.right, 'columns as wide as the sheet').to.be.closeTo(statement!.right, 2);
  });

  it('writes the statement in the language of the page, in black or white as its text, on a page of unknown colour', async () => {
    for (const [lang, sentence] of [
      ['nl', 'Medegefinancierd door de Europese Unie'],
      ['en', 'Co-funded by the European Union'],
      ['de', 'Kofinanziert von der Europäischen Union'],
    ] as const) {
      const el = await show({}, {project: 'monts', lang});
      const isDark = lang === 'de';
      el.style.colorScheme = isDark ? 'dark' : 'light';
      el.style.color = isDark ? '#eee' : '#3a2410';
      expect(support(el)).to.deep.equal([sentence]);
      const {color, backgroundColor} = getComputedStyle(queryAll(el, '[part=funding]')[0]!);
      expect(blendedRgb(color)).to.deep.equal(isDark ? [255, 255, 255] : [0, 0, 0]);
      expect(backgroundColor, 'no box').to.equal('rgba(0, 0, 0, 0)');
      const emblem = queryAll(el, '[part=emblem]')[0]!;
      const border = parseFloat(getComputedStyle(emblem).outlineWidth);
      expect(border).to.be.closeTo(emblem.getBoundingClientRect().height / 25, 1);
      expect(getComputedStyle(emblem).outlineColor).to.equal('rgb(255, 255, 255)');
      expect(
        emblem.getBoundingClientRect().left - border,
        'no border before the texts',
      ).to.be.at.least(el.getBoundingClientRect().left);
      // A page has each statement once.
      el.remove();
    }
  });

  it('writes the statement on the paper of a page that is nearly white, and on white on any other', async () => {
    const el = await show({}, {project: 'monts'});
    el.style.colorScheme = 'light';
    const ground = () =>
      blendedRgb(getComputedStyle(queryAll(el, '[part=funding]')[0]!).backgroundColor);
    el.style.setProperty('--spass-background', '#fbfaf6');
    expect(ground()).to.deep.equal([251, 250, 246]);
    for (const colour of ['#204060', '#ffd000']) {
      el.style.setProperty('--spass-background', colour);
      expect(Math.min(...ground()), colour).to.be.above(225);
    }
  });

  it('shows the statement that the programme states, and none without support', async () => {
    const own = {...interreg, funding: {text: {fr: 'Avec le soutien du FEDER'}}};
    const other = {...own, id: 'other', funding: {text: {fr: 'Un autre programme'}}};
    expect(support(await show({programmes: [other, own]}))).to.deep.equal([
      'Avec le soutien du FEDER',
    ]);
    const none = await show({programmes: [], projects: [{...hills, budget: {total: 10}}]});
    expect(support(none)).to.deep.equal([]);
    const older = {...interreg, generation: 'IV', period: {start: '2007', end: '2013'}};
    const unsupported = await show({
      programmes: [older],
      projects: [{...hills, budget: undefined}],
    });
    expect(support(unsupported)).to.deep.equal([]);
  });

  it('breaks a long word of a statement and of the portfolio, which would widen the page', async () => {
    const word = 'W'.repeat(300);
    const el = await show({
      programmes: [{...interreg, funding: {text: word}}],
      projects: [
        {...hills, parent: portfolio.id},
        {...portfolio, title: word},
      ],
    });
    expect(queryTexts(el, '.way p')[0]).to.contain(word);
    expect(support(el)).to.deep.equal([word]);
    expect(el.scrollWidth).to.be.at.most(el.clientWidth);
  });

  it('offers the languages of the texts, and follows the reader', async () => {
    const el = await show();
    const names = queryTexts(el, '[part=language]');
    expect(names).to.deep.equal(['français', 'Nederlands', 'English']);
    button(el, /Nederlands/).click();
    await el.updateComplete;
    await el.loadComplete;
    expect(queryTexts(el, '.name .title')).to.deep.equal(['De Vlaamse heuvels']);
    expect(support(el)).to.deep.equal(['Medegefinancierd door de Europese Unie']);
    expect(queryTexts(el, '.text-part > .title')).to.deep.equal(['Doelstellingen', 'Resultaten']);
  });

  it('opens the projects of a portfolio in place, and leads back', async () => {
    const el = await show({}, {project: 'portefeuille'});
    expect(queryTexts(el, '.children li')).to.deep.equal([
      'Les monts de Flandre Voir la fiche : Les monts de Flandre',
      'Le marais audomarois Voir la fiche : Le marais audomarois',
    ]);
    const heights = queryAll(el, '.children li').map(({clientHeight}) => clientHeight);
    expect(new Set(heights).size, 'one height, with and without a link').to.equal(1);
    const chosen: unknown[] = [];
    el.addEventListener('spass-record-select', ({record}) => chosen.push(record.id));
    button(el, /monts/).click();
    expect(chosen).to.deep.equal(['monts']);
    await el.loadComplete;
    await new Promise(requestAnimationFrame);
    expect(queryTexts(el, '.name .title')).to.deep.equal(['Les monts de Flandre']);
    expect(deepActiveElement().className, 'the focus is on the title').to.equal('name');
    button(el, /Retour à la fiche EUTOPIA/).click();
    await el.updateComplete;
    await el.loadComplete;
    expect(queryTexts(el, '.name .title')).to.deep.equal(['EUTOPIA']);
    expect(queryTexts(el, '.way')).to.deep.equal([]);
  });

  it('focuses the title of a sheet once it is drawn, before the rest has come', async () => {
    const server = new StubServer(sheetRecords);
    const el = await show({}, {project: 'portefeuille'}, server);
    server.isHeld = true;
    button(el, /monts/).click();
    await waitUntil(() => queryTexts(el, '.name .title')[0] === 'Les monts de Flandre');
    await el.updateComplete;
    expect(deepActiveElement().className, 'the focus is on the title').to.equal('name');
  });

  it('leads from a project to its portfolio', async () => {
    const el = await show();
    expect(queryTexts(el, '.way p')[0]).to.contain('Fait partie de : EUTOPIA');
    button(el, /^\s*EUTOPIA\s*$/).click();
    await el.updateComplete;
    await el.loadComplete;
    expect(queryTexts(el, '.name .title')).to.deep.equal(['EUTOPIA']);
    expect(button(el, /Retour à la fiche Les monts/)).to.not.equal(undefined);
  });

  it('draws the map of a long sheet also after another sheet', async () => {
    await setViewport({width: 360, height: 640});
    const aims = {fr: Array(200).fill('Relier les haies.').join('\n\n')};
    const el = await show({projects: [portfolio, {...hills, aims}]});
    for (const name of [/^\s*EUTOPIA\s*$/, /Retour à la fiche Les monts/]) {
      button(el, name).click();
      await el.updateComplete;
      await el.loadComplete;
    }
    expect(queryAll(el, '.where svg'), 'a map far below the screen').to.have.length(0);
    queryAll(el, '.where')[0]!.scrollIntoView();
    await waitUntil(() => queryAll(el, '.where svg').length > 0, 'a map');
    await setViewport({width: 1280, height: 900});
  });

  it('stays where it is if the page cancels the choice', async () => {
    const el = await show({}, {project: 'portefeuille'});
    el.addEventListener('spass-record-select', event => event.preventDefault());
    button(el, /monts/).click();
    await el.loadComplete;
    expect(queryTexts(el, '.name .title')).to.deep.equal(['EUTOPIA']);
  });

  it('ends in a sentence for a project of which nothing is known', async () => {
    const el = await show({projects: [{id: 'monts'}], events: []});
    expect(queryTexts(el, '.name .title')).to.deep.equal(['Sans titre (monts)']);
    expect(queryTexts(el, '.empty')).to.deep.equal([
      'Aucune information n’est encore publiée sur ce projet.',
    ]);
    const undated = await withProject({period: undefined, partners: [], lead: undefined});
    expect(facts(undated).join()).to.not.contain('Durée');
    expect(partners(undated)).to.deep.equal([]);
    expect(queryTexts(undated, '.empty')).to.deep.equal([]);
    const missing = await show({}, {project: 'nobody'});
    expect(queryTexts(missing, '.empty')[0]).to.contain(
      'Aucun projet ne correspond à la sélection.',
    );
  });

  it('shows two hundred partners twelve at a time, and says so', async () => {
    const el = await show({projects: [withPartners(200)]});
    expect(partners(el).length).to.equal(12);
    button(el, /Voir plus\s· 12 sur 201/).click();
    await el.updateComplete;
    expect(partners(el).length).to.equal(24);
    await waitForStatus(el, '12 partenaires ajoutés.');
  });

  it('names a lead that is not among the partners, or whose role says so', async () => {
    const named = await withProject({lead: 'La Région'});
    expect(partners(named)[0]).to.equal('La Région Chef de file');
    expect(partners(named).length).to.equal(4);
    const role = await withProject({
      lead: undefined,
      partners: [
        {name: 'A'},
        {name: 'B', role: {fr: 'Chef de file', nl: 'Projectleider'}},
        {name: ' '},
      ],
    });
    expect(partners(role)).to.deep.equal(['B Chef de file', 'A']);
  });

  it('shows a contact that is one address, and texts as text', async () => {
    for (const [contact, href] of [
      ['jeanne@example.org', 'mailto:jeanne@example.org'],
      ['https://example.org/contact', 'https://example.org/contact'],
      ['À la mairie', undefined],
      ['javascript:alert(1)', undefined],
    ] as const) {
      const el = await withProject({contact, participate: undefined});
      const [place] = queryAll(el, '[part=contact]');
      expect(place?.querySelector('a')?.href, contact).to.equal(href);
    }
    const el = await withProject({
      aims: '<img src=x onerror=alert(1)>',
      partners: [{name: '<b>x</b>', role: '<i>y</i>'}],
      extra: {'<u>Axe</u>': '<s>4</s>'},
    });
    expect(queryAll(el, 'img, b, i, u, s').length).to.equal(0);
    expect(queryTexts(el, '.text-part > p')[0]).to.equal('<img src=x onerror=alert(1)>');
    expect(facts(el).at(-1)).to.equal('<u>Axe</u> <s>4</s>');
  });

  it('shows the loaded part if the rest fails, and offers a retry', async () => {
    const {el, server} = await showPartial({});
    expect(queryTexts(el, '.name .title')).to.deep.equal(['Les monts de Flandre']);
    expect(queryTexts(el, '.notice')[0]).to.contain(
      'Une partie de cette fiche n’a pas pu être chargée.',
    );
    expect(support(el), 'the budget says who supports it').to.deep.equal([
      'Cofinancé par l’Union européenne',
    ]);
    server.isHeld = false;
    button(el, /Réessayer/).click();
    await el.updateComplete;
    await el.loadComplete;
    expect(queryTexts(el, '.notice')).to.deep.equal([]);
    expect(queryTexts(el, '.meeting .name').length).to.equal(1);
  });

  it('F-22 is drawn as a poster, with the emblem, a sentence in the language and a code', async () => {
    for (const [poster, lang, sentence] of [
      ['a3', 'fr', 'Cofinancé par l’Union européenne'],
      ['a4', 'nl', 'Medegefinancierd door de Europese Unie'],
    ] as const) {
      const el = await show({}, {project: 'monts', lang, poster});
      const [page] = queryAll(el, '.poster');
      expect(page?.dataset['size']).to.equal(poster);
      expect(support(el)).to.deep.equal([sentence]);
      expect(queryAll(el, '[part=emblem], .poster-end > .qr-code')).to.have.length(2);
      expect(partners(el)).to.have.length(3);
      expect(queryTexts(el, '.rest:not([hidden])'), 'nothing is left out').to.deep.equal([]);
      expect(page!.scrollHeight, 'all on one page').to.be.at.most(page!.clientHeight + 1);
    }
  });

  it('names each place on the map of a poster: towns, and the territories of other bodies', async () => {
    const partner = (name: string, lat: number, lon: number) => ({name, geo: {lat, lon}});
    const change = {
      geo: {lat: 50.796, lon: 2.494},
      commune: undefined,
      partners: [
        partner('Département du Nord', 50.632, 3.047),
        partner('Communauté d’agglomération Cœur de Flandre', 50.726, 2.539),
        partner('Provincie West-Vlaanderen', 51.209, 3.225),
        partner('Ville de Comines-Warneton', 50.769, 2.999),
        partner('Gemeente Heuvelland', 50.784, 2.826),
        partner('Communauté de communes des Hauts de Flandre', 50.969, 2.433),
      ],
    };
    const el = await withProject(change, {project: 'monts', poster: 'a3'});
    await waitUntil(() => queryAll(el, '.poster .cover text').length > 0, 'a map');
    const names = queryTexts(el, '.poster .cover text');
    for (const name of [
      'Lille',
      'Hazebrouck',
      'Bruges',
      'Comines-Warneton',
      'Heuvelland',
      'Hauts de Flandre',
      'Les monts de Flandre',
    ])
      // prettier-ignore
      expect(names, name).to.include(name);
    const own = queryAll(el, '.poster .cover text.own');
    expect(own.map(one => one.textContent)).to.deep.equal(['Les monts de Flandre']);
    const widths = ['.mark:not(.member)', '.member'].map(
      mark => queryAll(el, `.poster .cover ${mark}`)[0]!.getBoundingClientRect().width,
    );
    expect(widths[0], 'the project has a larger mark than a partner').to.be.above(widths[1]!);
  });

  it('leads no link of a poster below the mark of another partner', async () => {
    const partner = (name: string, lat: number, lon: number) => ({name, geo: {lat, lon}});
    const change = {
      geo: undefined,
      lead: 'Lead',
      partners: [
        partner('Lead', 50.632, 3.047),
        partner('Between', 50.784, 2.826),
        partner('Beyond', 50.969, 2.433),
        partner('North', 51.209, 3.225),
      ],
    };
    const el = await withProject(change, {project: 'monts', poster: 'a3'});
    await waitUntil(() => queryAll(el, '.poster .cover .link').length > 0, 'a map');
    const path = (selector: string, index: number) =>
      queryAll(el, `.poster .cover ${selector}`)[index] as unknown as SVGGeometryElement;
    const {x, y, width} = path('.member', 1).getBBox();
    const link = path('.link', 0).cloneNode() as SVGPathElement;
    link.setAttribute('d', `M${link.getAttribute('d')!.split('M')[2]!}`);
    const radius = width / 2;
    for (let at = 0; at < link.getTotalLength(); at++) {
      const point = link.getPointAtLength(at);
      expect(Math.hypot(point.x - x - radius, point.y - y - radius)).to.be.above(radius);
    }
  });

  it('numbers the partners of a poster as their marks on its map, those of one town alike', async () => {
    const partner = (name: string, lat: number, lon: number) => ({name, geo: {lat, lon}});
    const change = {
      geo: {lat: 50.796, lon: 2.494},
      lead: 'Gemeente Heuvelland',
      partners: [
        partner('Département du Nord', 50.632, 3.047),
        {name: 'Sans lieu'},
        partner('Gemeente Heuvelland', 50.784, 2.826),
        partner('CAUE du Nord', 50.632, 3.047),
        partner('Provincie West-Vlaanderen', 51.209, 3.225),
        partner('Tout près', 50.797, 2.495),
      ],
    };
    const el = await withProject(change, {project: 'monts', poster: 'a3'});
    await waitUntil(() => queryAll(el, '.poster .cover .number').length > 0, 'a map');
    const names = queryTexts(el, '.partner-name').map(name => name.replaceAll(/\s+/g, ' ').trim());
    expect(names).to.deep.equal([
      '1 Gemeente Heuvelland',
      '2 Département du Nord',
      'Sans lieu',
      '2 CAUE du Nord',
      '3 Provincie West-Vlaanderen',
      '4 Tout près',
    ]);
    expect(queryTexts(el, '.cover .number')).to.deep.equal(['1', '2', '3', '4']);
    expect(queryTexts(el, '.cover .number.own'), 'at the place of the project').to.deep.equal([
      '4',
    ]);
    expect(queryAll(el, '.cover .member')).to.have.length(3);
  });

  it('puts roles below the names of a poster, and writes its address and source whole at any size', async () => {
    const url = `https://example.org/fr/projets/${'pour-une-trame-ecologique-renforcee-'.repeat(9)}monts`;
    for (const width of [288, 1100]) {
      const server = new StubServer({
        ...sheetRecords,
        projects: [{...hills, ...withPartners(9), id: 'monts', url}],
      });
      server.extra = {attribution: {text: 'CAUE du Nord', url: 'https://example.org/caue'}};
      const el = await show({}, {project: 'monts', poster: 'a3'}, server);
      el.style.inlineSize = `${width}px`;
      await el.updateComplete;
      const boxOf = (one: Element): DOMRect => one.getBoundingClientRect();
      for (const partner of queryAll(el, '.partner')) {
        const [name, role] = [...partner.children].map(boxOf);
        expect(role!.top, partner.textContent).to.be.at.least(name!.bottom - 1);
      }
      const [address] = queryAll(el, '.address');
      expect(address!.textContent).to.equal(url.replace('https://', ''));
      expect(address!.querySelectorAll('wbr'), 'a line may end after a slash').to.have.length(4);
      expect(address!.scrollHeight).to.be.at.most(address!.clientHeight + 1);
      const {bottom} = boxOf(queryAll(el, '.poster')[0]!);
      for (const part of queryAll(el, '.poster-end, .poster-end > *'))
        expect(boxOf(part).bottom, part.className).to.be.below(bottom);
      const sizes = ['.foot', '.address'].map(part =>
        parseFloat(getComputedStyle(queryAll(el, part)[0]!).fontSize),
      );
      expect(sizes[0], 'in scale with the poster').to.be.at.most(sizes[1]!);
    }
  });

  it('ends texts that are too long for a poster in an ellipsis, and keeps the partners and the code', async () => {
    const isCut = (el: SpassProject): boolean => queryAll(el, '.poster.cut').length > 0;
    expect(isCut(await show({}, {project: 'monts', poster: 'a4'}))).to.equal(false);
    const sentence = 'Relier les haies des deux côtés de la frontière. ';
    for (const long of [
      {description: sentence.repeat(410)},
      {aims: `${sentence}\n\n`.repeat(200), results: sentence.repeat(200)},
    ]) {
      const el = await show({projects: [{...withPartners(40), ...long}]}, {poster: 'a4'});
      const [page] = queryAll(el, '.poster');
      const kept = queryAll(
        el,
        '[part=partner]:not([hidden]), .poster-end > .qr-code, .print-only:not(:empty)',
      );
      expect(kept).to.have.length(24 + 2);
      expect(queryTexts(el, '.rest:not([hidden])')).to.deep.equal([REST]);
      const {bottom} = page!.getBoundingClientRect();
      // Firefox rounds the bottom of each element by itself.
      for (const one of kept)
        expect(one.getBoundingClientRect().bottom).to.be.at.most(bottom + 0.01);
      expect(page!.scrollHeight, 'all on one page').to.be.at.most(page!.clientHeight + 1);
      const cut = queryAll(el, '.words').filter(one => one.scrollHeight > one.clientHeight + 1);
      expect(cut).to.have.length(Object.keys(long).length);
      for (const one of cut) expect(getComputedStyle(one).webkitLineClamp).to.match(/^\d+$/);
    }
  });

  it('F-22 keeps the emblem, the facts and the code of a poster on its page, however many they are', async () => {
    const title = 'Pour une trame écologique renforcée des monts de Flandre '.repeat(8);
    const extra = Object.fromEntries(
      Array.from({length: 30}, (_, i) => [`Champ propre ${i + 1}`, `Valeur ${i + 1}`]),
    );
    for (const more of [{extra}, {title}, {title, extra, ...withPartners(40), id: 'monts'}]) {
      const el = await withProject(more, {poster: 'a4'});
      const [page] = queryAll(el, '.poster');
      const {bottom} = page!.getBoundingClientRect();
      const kept = queryAll(
        el,
        '.poster :is(.emblem, .qr-code, .partner, .facts > div, .support):not([hidden])',
      );
      expect(kept.length).to.be.greaterThan(8);
      expect(queryTexts(el, '.rest:not([hidden])')).to.deep.equal([REST]);
      // Firefox rounds the bottom of each element by itself.
      for (const one of kept)
        expect(one.getBoundingClientRect().bottom).to.be.at.most(bottom + 0.01);
      const {top} = queryAll(el, '.address')[0]!.getBoundingClientRect();
      for (const fact of queryAll(el, '.facts > div:not([hidden])'))
        expect(fact.getBoundingClientRect().bottom).to.be.at.most(top + 0.01);
      for (const part of queryAll(el, '.poster-head, .poster-body > .texts, .facts'))
        expect(part.scrollHeight, part.className).to.be.at.most(part.clientHeight + 1);
    }
  });

  it('says beside a poster, but not on paper, that a part of it is missing', async () => {
    const {el} = await showPartial({poster: 'a4'});
    const [notice] = queryAll(el, '.notice');
    expect(notice?.textContent).to.contain('Une partie de cette fiche n’a pas pu être chargée.');
    await emulateMedia({media: 'print'});
    const isPrinted = notice!.checkVisibility();
    await emulateMedia({media: 'screen'});
    expect(isPrinted).to.equal(false);
  });

  it('shows no share if the contribution of the Union is above the budget', async () => {
    const el = await withProject({budget: {total: 10, eu: 20}});
    expect(facts(el)).to.include('Part de l’Union européenne 20 € · FEDER');
  });

  it('leaves a portfolio out of its own projects, also in a circle', async () => {
    const own = await withProject({parent: 'monts'});
    expect(queryTexts(own, '.way, .children li')).to.deep.equal([]);
    const circle = await show({projects: [hills, {...portfolio, parent: 'monts'}]});
    expect(queryTexts(circle, '.way p')[0]).to.contain('Fait partie de : EUTOPIA');
    expect(queryTexts(circle, '.children li')).to.deep.equal([]);
  });

  it('takes its project from `items`', async () => {
    const el = await show({projects: []});
    el.items = [hills, portfolio];
    await el.updateComplete;
    await el.loadComplete;
    expect(queryTexts(el, '.name .title')).to.deep.equal(['Les monts de Flandre']);
    expect(partners(el).length).to.equal(3);
  });
});

describe('the funding statement', () => {
  const statements = (el: Element): readonly string[] =>
    [...el.children].flatMap(widget =>
      [...(widget.shadowRoot?.querySelectorAll('[part=funding]') ?? [])].map(
        () => widget.localName,
      ),
    );
  const loaded = async (...places: readonly Element[]): Promise<void> => {
    for (const widget of places.flatMap(({children}) => [...children]))
      if ('loadComplete' in widget) await widget.loadComplete;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  };
  const page = async (
    widgets: ReturnType<typeof html>,
    server = new StubServer(sheetRecords),
  ): Promise<HTMLElement> => {
    const portal = await fixture(html`<spass-portal><div></div></spass-portal>`);
    const place = portal.querySelector('div')!;
    new ContextProvider(place, {
      context: sourceContext,
      initialValue: server,
    });
    render(widgets, place);
    await loaded(place);
    await loaded(place);
    return place;
  };

  it('F-22 stands once in a portal, in the first widget that shows funded projects', async () => {
    const el = await page(
      html`<spass-project-progress project="monts"></spass-project-progress>
        <spass-programme-timeline></spass-programme-timeline>
        <spass-directory project="monts" hide="search foot-details"></spass-directory>`,
    );
    expect(statements(el)).to.deep.equal(['spass-project-progress']);
    el.querySelector('spass-project-progress')!.hidden = true;
    await loaded(el);
    expect(statements(el), 'the next one takes it over').to.deep.equal([
      'spass-programme-timeline',
    ]);
    el.querySelector('spass-project-progress')!.remove();
    el.querySelector('spass-programme-timeline')!.remove();
    await loaded(el);
    expect(statements(el)).to.deep.equal(['spass-directory']);
  });

  it('F-22 stands below a timeline of projects whose budget alone names the Union', async () => {
    const {programme: _, ...rest} = hills;
    const server = new StubServer({projects: [rest], programmes: []});
    const place = await page(html`<spass-programme-timeline></spass-programme-timeline>`, server);
    await loaded(place);
    expect(statements(place)).to.deep.equal(['spass-programme-timeline']);
  });

  it('stands in a footer without the point that separates its texts', async () => {
    const el = await page(html`<spass-programme-timeline></spass-programme-timeline>`);
    const [statement] = queryAll(el.querySelector('spass-programme-timeline')!, '[part=funding]');
    expect(getComputedStyle(statement!, '::after').content).to.equal('none');
  });

  it('F-22 stands once in each portal after widgets have come, moved and gone', async () => {
    const [first, second] = [
      await page(html`<spass-project-progress project="monts"></spass-project-progress>`),
      await page(html`<p>Rien encore</p>`),
    ];
    const inner = await page(html`<spass-programme-timeline></spass-programme-timeline>`);
    const everywhere = async (): Promise<readonly (readonly string[])[]> => {
      await loaded(first, second, inner);
      return [first, second, inner].map(statements);
    };
    const widget = first.querySelector('spass-project-progress')!;
    const directory = document.createElement('spass-directory');
    directory.project = 'monts';
    first.append(directory);
    expect(await everywhere()).to.deep.equal([
      ['spass-project-progress'],
      [],
      ['spass-programme-timeline'],
    ]);
    first.append(widget);
    expect((await everywhere())[0], 'the one that is now first').to.deep.equal(['spass-directory']);
    second.append(widget);
    expect((await everywhere()).slice(0, 2), 'taken to the other portal').to.deep.equal([
      ['spass-directory'],
      ['spass-project-progress'],
    ]);
    second.append(inner.closest('spass-portal')!);
    expect(await everywhere(), 'a portal inside another has its own').to.deep.equal([
      ['spass-directory'],
      ['spass-project-progress'],
      ['spass-programme-timeline'],
    ]);
    inner.prepend(widget);
    expect((await everywhere()).slice(1), 'and shows it once').to.deep.equal([
      [],
      ['spass-project-progress'],
    ]);
  });

  it('F-22 is shown by the next widget if the first one shows an error', async () => {
    const server = new StubServer(sheetRecords);
    const el = await page(
      html`<spass-project project="monts"></spass-project>
        <spass-programme-timeline></spass-programme-timeline>`,
      server,
    );
    expect(statements(el)).to.deep.equal(['spass-project']);
    server.isBroken = true;
    await el.querySelector('spass-project')!.reload();
    await loaded(el);
    expect(statements(el)).to.deep.equal(['spass-programme-timeline']);
  });

  it('is left to the sheet of the project, where it stands at the top', async () => {
    const el = await page(
      html`<spass-programme-timeline></spass-programme-timeline>
        <spass-project project="monts"></spass-project>`,
    );
    expect(statements(el)).to.deep.equal(['spass-project']);
  });
});
