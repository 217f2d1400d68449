import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/resource-list.js';
import type {RecordSelectEvent, SpassResourceList} from '../../../src/index.js';
import {
  dialogClosed,
  dialog,
  isOpen,
  detailFields,
  renderList,
  openDetail,
  detailButtons,
  listUpdated,
} from '../../support/detail.js';
import {queryAll, queryTexts} from '../../support/widget-fixture.js';
import {network, subject} from '../../support/portals.js';
import {atlas, threeResources, completeResource, marker, walls} from '../../support/resources.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';

const focusIn = (el: SpassResourceList): string =>
  el.shadowRoot?.activeElement?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const hrefs = (el: SpassResourceList, within: string): string[] =>
  queryAll<HTMLAnchorElement>(el, `${within} a`).map(({href}) => href);

describe('<spass-resource-list detail>', () => {
  it('has a button for each resource, named after it, and leaves its link unchanged', async () => {
    const el = await renderList('', ...threeResources);
    expect(queryTexts(el, '.opener')).to.deep.equal([
      'Fiche détaillée : Atlas de Flandre',
      'Fiche détaillée : Murailles et jardins',
      'Fiche détaillée : Un lavoir',
    ]);
    expect(detailButtons(el, 'atlas')[0]?.ariaHasPopup).to.equal('dialog');
    const starts = queryAll(el, '.row :is(.title, .kind, .opener)').map(
      one => one.getBoundingClientRect().left,
    );
    expect(new Set(starts).size, 'title, kind and button in one column').to.equal(1);
    expect(hrefs(el, '.title')).to.deep.equal(threeResources.map(({url}) => url));
    await expect(el).to.be.accessible();
    const plain = await renderList('grand', ...threeResources);
    expect(queryAll(plain, '.opener').length, 'a word that makes no sense').to.equal(0);
    plain.setAttribute('detail', 'inline');
    await listUpdated(plain);
    expect(queryAll(plain, '.opener').length).to.equal(3);
    plain.removeAttribute('detail');
    await listUpdated(plain);
    expect(queryAll(plain, '.opener').length).to.equal(0);
  });

  it('has the buttons in a column at the end of a wide list, beside the titles and clear of the texts', async () => {
    await setViewport({width: 1280, height: 900});
    try {
      const el = await renderList('', ...threeResources);
      for (const row of queryAll(el, '.row > article')) {
        const [title, about, opener] = ['.title', '.about', '.opener'].map(part =>
          row.querySelector(part)!.getBoundingClientRect(),
        );
        expect(opener!.top).to.be.closeTo(title!.top, 4);
        expect(opener!.right).to.be.closeTo(row.getBoundingClientRect().right, 1);
        const text = document.createRange();
        text.selectNodeContents(row.querySelector('.about')!);
        expect(about!.left).to.be.above(title!.right);
        expect(text.getBoundingClientRect().right).to.be.at.most(opener!.left);
      }
    } finally {
      await setViewport({width: 800, height: 600});
    }
  });

  it('A-06 breaks no word of the title in a dialog on a phone', async () => {
    await setViewport({width: 320, height: 480});
    try {
      const el = await renderList('dialog', {...atlas, title: 'Fondamentaux du Bassin minier'});
      await openDetail(el, 'atlas');
      el.style.fontSize = '22px';
      const range = document.createRange();
      const text = document.createTreeWalker(
        queryAll(el, 'dialog .title')[0]!,
        NodeFilter.SHOW_TEXT,
      );
      while (text.nextNode() && !text.currentNode.textContent?.includes('Fondamentaux'));
      range.setStart(text.currentNode, 0);
      range.setEnd(text.currentNode, 'Fondamentaux'.length);
      expect(range.getClientRects().length).to.equal(1);
    } finally {
      await setViewport({width: 800, height: 600});
    }
  });

  it('A-04 shows all its fields in a dialog, with the focus on the close button', async () => {
    const el = await renderList('dialog', ...threeResources, completeResource);
    await openDetail(el, 'full');
    expect(isOpen(el)).to.equal(true);
    expect(focusIn(el)).to.equal('Fermer');
    expect(queryTexts(el, 'dialog .title')).to.deep.equal(['Une place rendue aux piétons']);
    expect(detailFields(el)).to.deep.equal({
      'Maître d’ouvrage': 'Commune d’Ors',
      'Maître d’œuvre': 'Atelier du Canal',
      Auteurs: 'Jeanne Dupont, Jan Peeters',
      Organisme: 'CAUE du Nord',
      Dates: '1er–2 juin 2019',
      Période: '2016–2019',
      Commune: 'Ors',
      Type: 'Projet',
      Rubrique: 'Observatoire',
      Thèmes: 'Paysage, Habitat',
      Échelle: 'Communale',
      'Mots-clés': 'place, pavés',
      Langues: 'français, néerlandais',
      'Outil de conseil': 'oui',
      'Outil de découverte': 'oui',
      Outils: 'jeu de cartes',
      Fichiers: 'Le plan, PDF, 1,2 Mo | De gids, PDF, 300 ko (en néerlandais)',
      Licence: 'Licence Ouverte 2.0',
      Identifiant: '32135',
      Publication: '1er juillet 2019',
      'Création de la fiche': '20 juin 2019',
      'Mise à jour de la fiche': '15 janvier 2020',
    });
    expect(queryAll(el, '.words p').map(({innerText}) => innerText)).to.deep.equal([
      'La place de l’église, refaite en trois ans.',
      'Un premier paragraphe.\nSa deuxième ligne.',
      'Un second paragraphe.',
    ]);
    expect(queryAll<HTMLImageElement>(el, '.sheet img').map(({alt}) => alt)).to.deep.equal([
      'Une maison blanche sur la place',
    ]);
    expect(queryTexts(el, '.sheet figcaption')).to.deep.equal(['© CAUE du Nord']);
    expect(queryTexts(el, 'dialog [part=link]')).to.deep.equal([
      'Voir la fiche d’origine (example.org)',
    ]);
    expect(
      hrefs(el, 'dialog [part=link]').length + hrefs(el, 'dialog .origin-link').length,
    ).to.equal(1);
    await expect(el).to.be.accessible();
  });

  it('A-01 has an opaque background of its own', async () => {
    for (const skin of ['', 'dsfr', 'caue']) {
      const el = await renderList('', completeResource);
      el.setAttribute('skin', skin);
      await openDetail(el, 'full');
      for (const part of [dialog(el), dialog(el)?.querySelector('.close')]) {
        const {backgroundColor} = getComputedStyle(part!);
        expect(backgroundColor, `${skin} ${part!.className}`).to.match(
          /^(?:rgb|color|oklch)\([^,/]+(?:, \d+, \d+)?\)$/,
        );
      }
      dialog(el)?.close();
    }
  });

  it('closes by the button, and returns the focus', async () => {
    const el = await renderList('', ...threeResources);
    await openDetail(el, 'walls');
    const gone = dialogClosed(el);
    queryAll(el, '.close')[0]?.click();
    await gone;
    await listUpdated(el);
    expect(isOpen(el)).to.equal(false);
    expect(queryAll(el, '.sheet').length).to.equal(0);
    expect(el.shadowRoot?.activeElement === detailButtons(el, 'walls')[0]).to.equal(true);
  });

  it('has no label without content, and opens a resource without an address', async () => {
    const el = await renderList('', {id: 'bare'}, {...marker, url: undefined});
    await openDetail(el, 'bare');
    expect(detailFields(el)).to.deep.equal({});
    expect(queryTexts(el, 'dialog .title')).to.deep.equal(['Sans titre (bare)']);
    await expect(el).to.be.accessible();
    dialog(el)?.close();
    await listUpdated(el);
    await openDetail(el, 'marker');
    expect(detailFields(el)).to.deep.equal({
      Commune: 'Ors',
      Type: 'Marqueur',
      Rubrique: 'Observatoire',
      Thèmes: 'Patrimoine, Eau',
      Publication: '2016',
    });
    expect(hrefs(el, 'dialog')).to.deep.equal([]);
  });

  it('uses singular labels for one year, one day and one item', async () => {
    const el = await renderList('', {
      id: 1,
      period: {start: '1924', end: '1924'},
      event: {start: '2021-09-28', end: '2021-09-28'},
      authors: ['Jeanne Dupont'],
      themes: ['Eau'],
    });
    await openDetail(el, 1);
    expect(detailFields(el)).to.deep.equal({
      Auteur: 'Jeanne Dupont',
      Date: '28 septembre 2021',
      Année: '1924',
      Thème: 'Eau',
    });
  });

  it('S-09 shows the publisher only if the page requests it', async () => {
    const el = await renderList('', completeResource);
    await openDetail(el, 'full');
    expect(detailFields(el)['Mis en ligne par']).to.equal(undefined);
    expect(el.shadowRoot?.textContent).not.to.contain('Une Personne');
    el.showPublisher = true;
    await listUpdated(el);
    expect(detailFields(el)['Mis en ligne par']).to.equal('Une Personne');
  });

  it('I-03 uses the reader’s language for labels, and marks the language of the rest', async () => {
    const el = await renderList('', completeResource);
    el.lang = 'nl';
    await listUpdated(el);
    await openDetail(el, 'full');
    expect(detailFields(el)).to.include({
      Opdrachtgever: 'Commune d’Ors',
      'Thema’s': 'Paysage, Habitat',
      Talen: 'Frans, Nederlands',
    });
    expect(queryTexts(el, '.words .small')).to.deep.equal(['(in het Frans)', '(in het Frans)']);
    const tagged = queryAll(el, '.words .lead, dialog .title [lang], dd > [lang]');
    expect(new Set(tagged.map(({lang}) => lang))).to.deep.equal(new Set(['fr']));
    expect(tagged.length).to.equal(6);
    await expect(el).to.be.accessible();
  });

  it('names its portals, with links to them', async () => {
    const server = new StubServer({resources: [completeResource], portals: [network, subject]});
    const el = await loadedFixtureWithSource<SpassResourceList>(
      server,
      html`<spass-resource-list detail></spass-resource-list>`,
    );
    expect(server.queriesFor('portals'), 'not before it is open').to.deep.equal([]);
    await openDetail(el, 'full');
    expect(detailFields(el)['Portails']).to.equal('Villes fortes | Observatoire du cadre de vie');
    expect(hrefs(el, 'dialog')).to.include.members([network.url, subject.url]);
    expect(server.queriesFor('portals').map(({portal}) => portal)).to.deep.equal([
      ['reseau', '41', 'jeu'],
    ]);
  });

  it('works without the portals if they cannot be loaded', async () => {
    const server = new StubServer({resources: [completeResource], portals: [network, subject]});
    const el = await loadedFixtureWithSource<SpassResourceList>(
      server,
      html`<spass-resource-list detail></spass-resource-list>`,
    );
    server.isBroken = true;
    await openDetail(el, 'full');
    expect(detailFields(el)).to.include({Organisme: 'CAUE du Nord'});
    expect(detailFields(el)).not.to.have.any.keys('Portail', 'Portails');
    expect(isOpen(el)).to.equal(true);
  });

  it('fires an event, which the page can cancel', async () => {
    const el = await renderList('', ...threeResources);
    const told: unknown[] = [];
    const say = (event: RecordSelectEvent): void => {
      told.push(event.record.id);
      if (told.length === 1) event.preventDefault();
    };
    el.addEventListener('spass-record-select', say);
    await openDetail(el, 'atlas');
    expect(isOpen(el)).to.equal(false);
    await openDetail(el, 'atlas');
    expect(isOpen(el)).to.equal(true);
    expect(told).to.deep.equal(['atlas', 'atlas']);
  });

  it('is the same after it was removed and added again', async () => {
    const el = await renderList('', ...threeResources);
    await openDetail(el, 'atlas');
    const before = detailFields(el);
    const home = el.parentElement!;
    el.remove();
    home.append(el);
    await listUpdated(el);
    expect(detailFields(el)).to.deep.equal(before);
    expect(isOpen(el)).to.equal(true);
    const gone = dialogClosed(el);
    dialog(el)?.close();
    await gone;
    await listUpdated(el);
    expect(queryAll(el, '.sheet').length).to.equal(0);
  });

  it('closes when the page hides its list', async () => {
    const el = await renderList('', ...threeResources);
    el.hidden = true;
    detailButtons(el, 'atlas')[0]?.click();
    await listUpdated(el);
    expect(isOpen(el)).to.equal(false);
    el.hidden = false;
    el.requestUpdate();
    await listUpdated(el);
    expect(isOpen(el)).to.equal(true);
  });

  it('is part of the printed page', async () => {
    const el = await renderList('', ...threeResources);
    await openDetail(el, 'atlas');
    window.dispatchEvent(new Event('beforeprint'));
    expect(isOpen(el), 'nothing lies on top').to.equal(false);
    expect(queryAll<HTMLDialogElement>(el, 'dialog')[0]?.open).to.equal(true);
    el.requestUpdate();
    await listUpdated(el);
    expect(isOpen(el)).to.equal(false);
    window.dispatchEvent(new Event('afterprint'));
    await listUpdated(el);
    expect(isOpen(el)).to.equal(true);
    expect(detailFields(el)['Organisme']).to.equal('CAUE du Nord');
  });
});

describe('<spass-resource-list detail="inline">', () => {
  const expanded = (el: SpassResourceList): (string | null)[] =>
    queryAll(el, '.opener').map(({ariaExpanded}) => ariaExpanded);

  it('opens a resource in its row, one at a time, and closes it with the same button', async () => {
    const el = await renderList('inline', ...threeResources);
    expect(expanded(el)).to.deep.equal(['false', 'false', 'false']);
    await openDetail(el, 'atlas');
    expect(expanded(el)).to.deep.equal(['true', 'false', 'false']);
    const button = detailButtons(el, 'atlas')[0];
    const controlled = el.shadowRoot?.getElementById(button?.getAttribute('aria-controls') ?? '');
    expect(controlled?.closest('.row')).to.equal(button?.closest('.row'));
    expect(detailFields(el)['Organisme']).to.equal('CAUE du Nord');
    expect(el.shadowRoot?.activeElement === button, 'the focus stays').to.equal(true);
    await expect(el).to.be.accessible();
    await openDetail(el, 'walls');
    expect(expanded(el)).to.deep.equal(['false', 'true', 'false']);
    expect(queryAll(el, '.sheet').length).to.equal(1);
    await openDetail(el, 'walls');
    expect(expanded(el)).to.deep.equal(['false', 'false', 'false']);
    expect(queryAll(el, '.sheet').length).to.equal(0);
  });

  it('has one link to the address of each resource, open or not', async () => {
    const el = await renderList('inline', ...threeResources);
    await openDetail(el, 'walls');
    const links = hrefs(el, '.list');
    for (const {url} of threeResources)
      expect(links.filter(href => href === url)).to.deep.equal([url]);
  });

  it('opens in the clicked row if a resource is in two chapters', async () => {
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({
        resources: threeResources,
        chapters: [
          {id: 'a', title: 'A', resources: ['atlas', 'walls']},
          {id: 'b', title: 'B', resources: ['atlas']},
        ],
      }),
      html`<spass-resource-list chapters detail="inline"></spass-resource-list>`,
    );
    await openDetail(el, 'atlas', 1);
    expect(detailButtons(el, 'atlas').map(({ariaExpanded}) => ariaExpanded)).to.deep.equal([
      'false',
      'true',
    ]);
    await openDetail(el, 'atlas', 0);
    expect(detailButtons(el, 'atlas').map(({ariaExpanded}) => ariaExpanded)).to.deep.equal([
      'true',
      'false',
    ]);
    expect(queryAll(el, '.sheet').length).to.equal(1);
    await expect(el).to.be.accessible();
  });

  it('is the same after it was removed and added again', async () => {
    const el = await renderList('inline', atlas, walls);
    await openDetail(el, 'walls');
    const home = el.parentElement!;
    el.remove();
    home.append(el);
    await listUpdated(el);
    expect(expanded(el)).to.deep.equal(['false', 'true']);
    expect(queryAll(el, '.sheet').length).to.equal(1);
  });
});
