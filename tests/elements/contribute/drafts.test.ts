import {expect} from '@open-wc/testing';
import {submissions} from '../../support/contribution-api.js';
import {
  selectFile,
  restoreClock,
  renderForm,
  resetContributionApi,
  newProject,
  formElement,
  createPhoto,
  clickButton,
  sendIdea,
  lastSubmission,
  tick,
  type,
  formSettled,
} from '../../support/contribution-form.js';
import {queryAll, queryTexts, statusText} from '../../support/widget-fixture.js';
import {
  deleteStoredDraft,
  storeDraft,
  getStoredDraft,
} from '../../../src/data/contributions/draft-store.js';
import {waitUntil} from '../../support/wait-until.js';

const nameOf = (project: string): string =>
  JSON.stringify([new URL('/desk/contributions', location.href).href, 'idea', null, project]);
const value = (el: Parameters<typeof formElement>[0], id: string): string =>
  formElement(el, id).value;

/** Returns the number of entries stored on the device. */
async function storedDraftCount(): Promise<number> {
  const databases = await indexedDB.databases();
  if (!databases.some(({name}) => name === 'spass-contribute')) return 0;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('spass-contribute');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const database = opening.result;
      if (!database.objectStoreNames.contains('drafts')) resolve(0);
      const count = database.transaction('drafts').objectStore('drafts').count();
      count.onsuccess = () => {
        database.close();
        resolve(count.result);
      };
    };
  });
}

describe('a draft', () => {
  beforeEach(resetContributionApi);
  afterEach(restoreClock);

  it('is restored when its form is created again on the same page, with a message', async () => {
    const project = newProject();
    const first = await renderForm({project});
    await type(first, 'text', 'Un ba');
    await type(first, 'coordinates', '50.391, 3.4');
    await selectFile(first, 'photo-0', await createPhoto(40, 30));
    first.remove();
    const second = await renderForm({project});
    expect(value(second, 'text')).to.equal('Un ba');
    expect(value(second, 'coordinates')).to.equal('50.39100, 3.40000');
    await waitUntil(() => queryAll(second, '.photo canvas').length === 1);
    expect(statusText(second)).to.equal('Votre brouillon a été rétabli.');
    const other = await renderForm({project, kind: 'comment'});
    expect(value(other, 'text')).to.equal('');
  });

  it('is announced in the language of its form, even if that is still loading', async () => {
    const project = newProject();
    const first = await renderForm({project});
    await type(first, 'text', 'Un banc');
    first.remove();
    const second = await renderForm({project, lang: 'de'});
    expect(value(second, 'text')).to.equal('Un banc');
    await waitUntil(() => statusText(second) !== '');
    expect(statusText(second)).to.equal('Ihr Entwurf wurde wiederhergestellt.');
  });

  it('is not stored by default, and the author is not asked', async () => {
    const before = await storedDraftCount();
    const el = await renderForm();
    await type(el, 'text', 'Un banc');
    await formSettled(el);
    expect(await storedDraftCount()).to.equal(before);
    expect(el.shadowRoot?.getElementById('keep')).to.equal(null);
  });

  it('is stored on the device only with the author’s consent, and deleted when it is withdrawn', async () => {
    const project = newProject();
    const el = await renderForm({project, draft: 'device'});
    await type(el, 'text', 'Un banc');
    await el.loadComplete;
    expect(await getStoredDraft(nameOf(project))).to.equal(undefined);
    await tick(el, 'keep');
    await el.loadComplete;
    expect(await getStoredDraft(nameOf(project))).to.have.property('text', 'Un banc');
    await type(el, 'text', 'Deux bancs');
    await el.loadComplete;
    expect(await getStoredDraft(nameOf(project))).to.have.property('text', 'Deux bancs');
    await expect(el).to.be.accessible();
    await tick(el, 'keep');
    await el.loadComplete;
    expect(await getStoredDraft(nameOf(project))).to.equal(undefined);
  });

  it('is restored from the device, photographs included, and sent once', async () => {
    const project = newProject();
    const blob = await createPhoto(40, 30);
    const photo = {blob, name: 'arbre.jpg', width: 40, height: 30, alt: 'Un arbre'};
    const draft = {key: 'a-key-of-before', text: 'Un banc', photos: [photo], consent: true};
    await storeDraft(nameOf(project), {...draft, isSent: true});
    const el = await renderForm({project, draft: 'device'});
    await waitUntil(() => submissions.length === 1);
    expect(lastSubmission().key).to.equal('a-key-of-before');
    expect(lastSubmission().contribution['photos']).to.deep.equal([{alt: 'Un arbre'}]);
    expect(lastSubmission().photos[0]?.size).to.equal(blob.size);
    expect(queryTexts(el, '.unsent')).to.have.length(1);
    lastSubmission().accept('ZZ99');
    await waitUntil(() => queryTexts(el, '.thanks').length === 1, 'thanks');
    await el.loadComplete;
    // The receipt is kept for the author; the text is removed.
    const rest = (await getStoredDraft(nameOf(project))) as {text: string; receipt: {id: string}};
    expect(rest.text).to.equal('');
    expect(rest.receipt.id).to.equal('ZZ99');
    await clickButton(el, 'Ajouter une autre contribution');
    await el.loadComplete;
    expect(await getStoredDraft(nameOf(project))).to.equal(undefined);
  });

  it('keeps the link of the receipt for the next visit', async () => {
    const project = newProject();
    const url = 'https://desk.example/receipts/AB12';
    await storeDraft(nameOf(project), {key: 'a-key-of-before', receipt: {id: 'AB12', url}});
    const el = await renderForm({project, draft: 'device'});
    await waitUntil(() => queryTexts(el, '.thanks').length === 1, 'thanks');
    expect(queryAll<HTMLAnchorElement>(el, '.thanks a')[0]?.href).to.equal(url);
  });

  it('shows while waiting that the page can be closed, only if it is stored', async () => {
    const project = newProject();
    const el = await renderForm({project, draft: 'device'});
    await tick(el, 'keep');
    (await sendIdea(el)).fail();
    await waitUntil(() => queryTexts(el, '.unsent')[0]?.includes('Vous pouvez fermer cette page'));
    await deleteStoredDraft(nameOf(project));
    const late = await renderForm({draft: 'device'});
    (await sendIdea(late)).fail();
    await waitUntil(() => queryTexts(late, '.unsent')[0]?.includes('Laissez cette page ouverte'));
    await tick(late, 'keep');
    await waitUntil(() =>
      queryTexts(late, '.unsent')[0]?.includes('Vous pouvez fermer cette page'),
    );
    await tick(late, 'keep');
    const other = await renderForm();
    (await sendIdea(other)).fail();
    await waitUntil(() => queryTexts(other, '.unsent')[0]?.includes('Laissez cette page ouverte'));
  });

  it('stays in the page if the browser refuses to store it, with a message', async () => {
    const el = await renderForm({draft: 'device'});
    await type(el, 'text', 'Un banc');
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = () => {
      throw new DOMException('No.', 'SecurityError');
    };
    try {
      await tick(el, 'keep');
      await el.loadComplete;
      await el.updateComplete;
    } finally {
      IDBFactory.prototype.open = open;
    }
    expect(queryTexts(el, '#keep-error')[0]).to.contain('ne permet pas de conserver');
    expect(formElement(el, 'keep').checked).to.equal(false);
    expect(value(el, 'text')).to.equal('Un banc');
  });

  it('that is invalid on the device is ignored', async () => {
    for (const nonsense of [3, 'text', {key: 4}, {key: 'k', photos: 'x', geo: {lat: 'a'}}, []]) {
      const project = newProject();
      await storeDraft(nameOf(project), nonsense);
      const el = await renderForm({project, draft: 'device'});
      expect(value(el, 'text')).to.equal('');
    }
  });
});
