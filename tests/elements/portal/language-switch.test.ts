import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../../src/define/portal.js';
import '../../../src/define/portal-cards.js';
import {supportedLanguages} from '../../../src/i18n/catalogues.js';
import type {SpassPortal, SpassPortalCards} from '../../../src/index.js';
import {withSilentConsole} from '../../support/console.js';
import {manyPortals} from '../../support/portals.js';
import {queryAll, queryTexts, settled, statusText} from '../../support/widget-fixture.js';
import {waitUntil} from '../../support/wait-until.js';

const show = async (languages: string, {lang = 'fr', syncUrl = false} = {}) => {
  const place = await fixture(
    html`<div lang=${lang}>
      <spass-portal languages=${languages} ?sync-url=${syncUrl} .group=${'langues'}>
        <h2>Titre de la page</h2>
        <spass-portal-cards limit="2" .items=${manyPortals(5)}></spass-portal-cards>
        <spass-portal-cards lang="de" limit="2" .items=${manyPortals(5)}></spass-portal-cards>
      </spass-portal>
    </div>`,
  );
  const portal = place.querySelector<SpassPortal>('spass-portal')!;
  const [cards, german] = place.querySelectorAll<SpassPortalCards>('spass-portal-cards');
  await waitUntil(() => queryAll(portal, 'button').length > 0);
  await settled(cards!);
  return {portal, cards: cards!, german: german!};
};
const pressed = (portal: Element) => queryTexts(portal, '[aria-pressed=true]');
const languageOf = (el: Element) => queryAll(el, '.root')[0]?.lang;

describe('the language switch of a portal', () => {
  const address = location.href;
  afterEach(() => history.replaceState(null, '', address));

  it('changes the language of the widgets inside by keyboard, and announces it', async () => {
    const {portal, cards, german} = await show('fr nl');
    expect(queryTexts(portal, 'button')).to.deep.equal(['français', 'Nederlands']);
    expect(pressed(portal)).to.deep.equal(['français']);
    queryAll(portal, 'button')[1]?.focus();
    await sendKeys({press: 'Enter'});
    await waitUntil(() => languageOf(cards) === 'nl');
    await waitUntil(() => statusText(portal) === 'Gekozen taal: Nederlands.');
    expect(queryTexts(cards, '[part=more]')[0]).to.match(/^Meer/);
    expect(pressed(portal)).to.deep.equal(['Nederlands']);
    expect(portal.shadowRoot?.activeElement?.textContent.trim()).to.equal('Nederlands');
    expect(portal.hasAttribute('lang'), 'the language of the page’s own texts').to.equal(false);
    expect(languageOf(german), 'its own attribute').to.equal('de');
    await expect(portal).to.be.accessible();
  });

  it('starts with the first language if that of the page is not offered', async () => {
    const {portal, cards} = await show('nl fr-BE', {lang: 'en'});
    await waitUntil(() => languageOf(cards) === 'nl');
    expect(pressed(portal)).to.deep.equal(['Nederlands']);
    portal.languages = '';
    await waitUntil(() => queryAll(portal, 'button').length === 0);
    expect(sessionStorage.length + localStorage.length + document.cookie.length).to.equal(0);
  });

  it('names unknown languages in the console, and offers no choice of one', async () => {
    await withSilentConsole(async warnings => {
      const place = await fixture<SpassPortal>(
        html`<spass-portal languages="fr es x_y"></spass-portal>`,
      );
      await waitUntil(() => warnings.length === 2);
      expect(queryAll(place, 'button')).to.deep.equal([]);
      const known = supportedLanguages().join(', ');
      expect(warnings[0]).to.equal(`<spass-portal>: languages: there is no "es", but ${known}`);
    });
  });

  it('is in the URL only with sync-url, where Back undoes the choice', async () => {
    history.replaceState(null, '', '?langues.lang=nl');
    const {portal, cards} = await show('fr nl', {syncUrl: true});
    await waitUntil(() => languageOf(cards) === 'nl');
    queryAll(portal, 'button')[0]?.click();
    await waitUntil(() => location.search === '?langues.lang=fr');
    history.back();
    await waitUntil(() => languageOf(cards) === 'nl');
    portal.syncUrl = false;
    await portal.updateComplete;
    const {search} = location;
    queryAll(portal, 'button')[0]?.click();
    await waitUntil(() => languageOf(cards) === 'fr');
    expect(location.search).to.equal(search);
  });
});
