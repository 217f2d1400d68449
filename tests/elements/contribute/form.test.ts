import {expect} from '@open-wc/testing';
import {posts} from '../../support/desk.js';
import {
  endDesk,
  focused,
  formOf,
  freshDesk,
  part,
  press,
  said,
  send,
  sendIdea,
  sent,
  settled,
  tick,
  type,
} from '../../support/contribute.js';
import {all, texts} from '../../support/element.js';
import type {ContributionSubmitEvent} from '../../../src/index.js';

const label = (el: Element, id: string): string | undefined => texts(el, `label[for=${id}]`)[0];

describe('the form of <spass-contribute>', () => {
  beforeEach(freshDesk);
  afterEach(endDesk);

  it('shows who stores a contribution, for how long, and what happens to it, before it is sent', async () => {
    const el = await formOf();
    const [privacy] = texts(el, '.privacy');
    for (const words of ['CAUE du Nord', 'deux ans', 'la retirer', 'après relecture'])
      expect(privacy, words).to.contain(words);
    const [link] = all<HTMLAnchorElement>(el, '.privacy a');
    expect(link?.href).to.equal('mailto:droits@caue.example');
    expect(posts).to.deep.equal([]);
    await expect(el).to.be.accessible();
  });

  it('sends the contribution once, and shows a receipt', async () => {
    const el = await formOf({project: 'ors'});
    await type(el, 'name', 'Léa');
    const post = await sendIdea(el, ' Un banc sous le tilleul ');
    expect(post.contribution).to.deep.equal({
      kind: 'idea',
      text: 'Un banc sous le tilleul',
      name: 'Léa',
      project: 'ors',
    });
    expect(post.language).to.equal('fr');
    expect(post.key.length).to.be.greaterThan(15);
    expect(focused(el)).to.equal('waiting');
    expect(part(el, 'text').matches(':disabled')).to.equal(true);
    post.take('AB12-CD34');
    await settled(el);
    expect(posts).to.have.length(1);
    expect(focused(el)).to.equal('thanks');
    expect(said(el)).to.contain('est arrivée');
    expect(texts(el, '.thanks')[0]).to.contain('AB12-CD34');
    const [receipt] = all<HTMLAnchorElement>(el, '.thanks a');
    expect(receipt?.href).to.equal('https://desk.example/receipts/AB12-CD34');
    await expect(el).to.be.accessible();
  });

  it('is empty for another contribution, which has its own key', async () => {
    const el = await formOf();
    const first = await sendIdea(el);
    first.take();
    await settled(el);
    await press(el, 'Ajouter une autre contribution');
    expect(focused(el)).to.equal('text');
    expect(part(el, 'text').value).to.equal('');
    expect(part(el, 'consent').checked).to.equal(false);
    const second = await sendIdea(el, 'Deux bancs');
    expect(second.key).not.to.equal(first.key);
  });

  it('sends nothing incomplete: each error is shown at its field, and above the form', async () => {
    const el = await formOf();
    await press(el, 'Envoyer');
    expect(posts).to.deep.equal([]);
    expect(focused(el)).to.equal('summary');
    expect(texts(el, '.summary li')).to.deep.equal([
      'Écrivez quelques mots.',
      'Cochez la case pour pouvoir envoyer.',
    ]);
    const text = part(el, 'text');
    expect(text.getAttribute('aria-invalid')).to.equal('true');
    expect(text.getAttribute('aria-describedby')).to.equal('text-hint text-error');
    expect(texts(el, '#text-error')).to.deep.equal(['Écrivez quelques mots.']);
    await expect(el).to.be.accessible();
    await press(el, 'Cochez la case pour pouvoir envoyer.');
    expect(focused(el)).to.equal('consent');
    await type(el, 'text', 'Un banc');
    expect(texts(el, '#text-error')).to.deep.equal([]);
    expect(texts(el, '#consent-error')).to.have.length(1);
  });

  it('requires two photographs and a place for a tree, one photograph for a place, and neither for an idea', async () => {
    for (const [kind, sentence] of [
      ['tree', 'Indiquez le lieu.'],
      ['place', 'Indiquez le lieu.'],
      ['photo', 'Joignez une photographie.'],
      ['comment', 'Écrivez quelques mots.'],
    ] as const) {
      const el = await formOf({kind});
      await tick(el, 'consent');
      await press(el, 'Envoyer');
      expect(texts(el, '.summary li'), kind).to.deep.equal([sentence]);
      await expect(el).to.be.accessible();
    }
  });

  it('shows an error of the server at its field, and keeps the rest', async () => {
    const el = await formOf();
    await type(el, 'name', 'Léa');
    const post = await sendIdea(el, 'Un banc');
    post.refuse(422, {
      detail: 'Des champs sont à revoir.',
      errors: [
        {field: 'text', message: 'Ce texte est interdit.'},
        {field: 'website', message: 'Laissez ce champ vide.'},
      ],
    });
    await settled(el);
    expect(focused(el)).to.equal('summary');
    expect(texts(el, '#text-error')).to.deep.equal(['Ce texte est interdit.']);
    expect(texts(el, '.summary')[0]).to.contain('Laissez ce champ vide.');
    expect(part(el, 'text').value).to.equal('Un banc');
    expect(part(el, 'name').value).to.equal('Léa');
    await type(el, 'text', 'Deux bancs');
    await send(el);
    sent().take();
    await settled(el);
    expect(posts).to.have.length(2);
    expect(texts(el, '.thanks')).to.have.length(1);
  });

  it('reports that an earlier version has arrived, and sends this one as another only on request', async () => {
    const el = await formOf();
    const post = await sendIdea(el);
    post.refuse(409, {
      detail: 'Déjà arrivée.',
      contribution: {id: 'FIRST-1', kind: 'idea', receipt: 'https://desk.example/receipts/f'},
    });
    await settled(el);
    expect(texts(el, '.summary')[0]).to.contain('FIRST-1');
    expect(all<HTMLAnchorElement>(el, '.summary a')[0]?.href).to.contain('/receipts/f');
    expect(posts).to.have.length(1);
    await send(el);
    expect(sent().key).not.to.equal(post.key);
  });

  it('reports that the portal accepts no contribution of this kind, and keeps the text', async () => {
    const {warn} = console;
    console.warn = () => undefined;
    const el = await formOf();
    const post = await sendIdea(el);
    post.refuse(405, {detail: 'No.'});
    await settled(el);
    console.warn = warn;
    expect(texts(el, '.summary')[0]).to.contain('n’a pas pris');
    expect(part(el, 'text').value).to.equal('Un banc');
  });

  it('lets the page handle a contribution', async () => {
    const el = await formOf();
    const told: ContributionSubmitEvent[] = [];
    const listen = (submit: ContributionSubmitEvent): void => {
      submit.preventDefault();
      told.push(submit);
    };
    el.addEventListener('spass-contribution-submit', listen);
    await type(el, 'text', 'Un banc');
    await tick(el, 'consent');
    await press(el, 'Envoyer');
    el.removeEventListener('spass-contribution-submit', listen);
    expect(told[0]?.contribution.text).to.equal('Un banc');
    expect(told[0]?.photos).to.deep.equal([]);
    expect(posts).to.deep.equal([]);
    expect(part(el, 'text').value).to.equal('Un banc');
  });

  it('detects a robot by a hidden field, and loses no contribution of a person', async () => {
    const el = await formOf();
    part(el, 'website').value = 'https://spam.example';
    await type(el, 'text', 'Un banc');
    await tick(el, 'consent');
    await press(el, 'Envoyer');
    expect(posts).to.deep.equal([]);
    expect(texts(el, '.summary')[0]).to.contain('robots');
    await send(el);
    expect(posts).to.have.length(1);
  });

  it('uses the language of the page', async () => {
    for (const [lang, word] of [
      ['nl', 'Verzenden'],
      ['en', 'Send'],
      ['de', 'Senden'],
    ] as const) {
      const el = await formOf({kind: 'tree'});
      el.lang = lang;
      await el.loadComplete;
      await el.updateComplete;
      expect(texts(el, '.send')).to.deep.equal([word]);
      expect(label(el, 'photo-0')).not.to.equal('L’arbre entier, sa forme');
    }
  });

  it('has fields that a browser can autofill, and none that it would autofill by mistake', async () => {
    const el = await formOf();
    expect(part(el, 'name').getAttribute('autocomplete')).to.equal('name');
    for (const id of ['text', 'coordinates', 'website'])
      expect(part(el, id).getAttribute('autocomplete')).to.equal('off');
    expect(part(el, 'website').closest('[aria-hidden=true]')).not.to.equal(null);
    expect(part(el, 'website').tabIndex).to.equal(-1);
  });
});
