import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {submissions} from '../../support/contribution-api.js';
import {
  restoreClock,
  renderForm,
  resetContributionApi,
  formElement,
  advanceMinute,
  formSettled,
} from '../../support/contribution-form.js';
import {queryAll} from '../../support/widget-fixture.js';
import {expectFocus, focusByKeyboard, pressKeys, tabStops} from '../../support/keyboard.js';
import {deepActiveElement} from '../../support/focus.js';
import {waitUntil} from '../../support/wait-until.js';

describe('<spass-contribute> by keyboard', () => {
  beforeEach(async () => {
    resetContributionApi();
    await setViewport({width: 1280, height: 900});
  });
  afterEach(restoreClock);

  it('A-04 has a stop for every control, in the order of the page', async () => {
    const el = await renderForm({kind: 'tree', draft: 'device'});
    await el.updateComplete;
    expect(await tabStops(el)).to.deep.equal([
      'L’arbre : essence, taille, histoire',
      'Un point',
      'Carte des contributions',
      'Zoomer',
      'Choisir le centre',
      'Ma position',
      'Indiquer les coordonnées',
      'Choisir une photographie (L’arbre entier)',
      'Choisir une photographie (Un détail : feuille, écorce, fruit)',
      'Votre nom ou pseudonyme',
      'J’accepte que ma contribution soit enregistrée et publiée après relecture.',
      'droits@caue.example',
      'Conserver ce brouillon sur cet appareil',
      'Envoyer',
    ]);
    await focusByKeyboard(queryAll(el, 'summary')[0]);
    await pressKeys('Enter', 'Tab');
    expect(deepActiveElement().id).to.equal('coordinates');
  });

  it('A-04 writes, chooses a place, consents and sends; an error is one key away', async () => {
    const el = await renderForm({kind: 'tree'});
    await focusByKeyboard(queryAll(el, '.send')[0]);
    await pressKeys('Enter');
    await formSettled(el);
    expect(deepActiveElement().id).to.equal('summary');
    await pressKeys('Tab', 'Enter');
    await formSettled(el);
    expect(deepActiveElement().id).to.equal('geo');
    await focusByKeyboard(queryAll(el, '.map')[0]);
    await pressKeys('ArrowUp', '+', '+');
    await pressKeys('Tab', 'Tab', 'Enter');
    await formSettled(el);
    expectFocus('Choisir le centre');
    expect(formElement(el, 'coordinates').value).to.match(/^\d+\.\d{5}, -?\d+\.\d{5}$/);
    await focusByKeyboard(formElement(el, 'consent'));
    await pressKeys('Space');
    await focusByKeyboard(queryAll(el, '.send')[0]);
    advanceMinute();
    await pressKeys('Enter');
    await formSettled(el);
    expect(deepActiveElement().id).to.equal('waiting');
    await waitUntil(() => submissions.length === 1);
    submissions[0]?.accept();
    await waitUntil(() => deepActiveElement().id === 'thanks');
    await pressKeys('Tab');
    expectFocus('Revoir ou retirer ma contribution');
    await pressKeys('Tab', 'Enter');
    await formSettled(el);
    expectFocus('L’arbre : essence, taille, histoire');
  });
});
