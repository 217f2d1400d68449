import {expect, waitUntil} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {posts} from '../../support/desk.js';
import {endDesk, formOf, freshDesk, part, settled, takeTime} from '../../support/contribute.js';
import {all} from '../../support/element.js';
import {expectFocus, focused, goTo, press, tabStops} from '../../support/keyboard.js';

describe('<spass-contribute> by keyboard', () => {
  beforeEach(async () => {
    freshDesk();
    await setViewport({width: 1280, height: 900});
  });
  afterEach(endDesk);

  it('A-04 has a stop for every control, in the order of the page', async () => {
    const el = await formOf({kind: 'tree', draft: 'device'});
    await el.updateComplete;
    expect(await tabStops(el)).to.deep.equal([
      'L’arbre : essence, taille, histoire',
      'Carte des contributions',
      'Zoomer',
      'Dézoomer',
      'Tout voir',
      'Plein écran',
      'Choisir le centre',
      'Ma position',
      'Latitude, longitude',
      'L’arbre entier, sa forme',
      'Un détail : feuille, écorce, fruit',
      'Votre nom ou pseudonyme',
      'droits@caue.example',
      'J’accepte que ma contribution soit enregistrée et publiée après relecture.',
      'Garder ce brouillon sur cet appareil',
      'Envoyer',
    ]);
  });

  it('A-04 writes, chooses a place, consents and sends; an error is one key away', async () => {
    const el = await formOf({kind: 'tree'});
    await goTo(all(el, '.send')[0]);
    await press('Enter');
    await settled(el);
    expect(focused().id).to.equal('summary');
    await press('Tab', 'Enter');
    await settled(el);
    expect(focused().id).to.equal('geo');
    await goTo(all(el, '.map')[0]);
    await press('ArrowUp', '+', '+');
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter');
    await settled(el);
    expectFocus('Choisir le centre');
    expect(part(el, 'coordinates').value).to.match(/^\d+\.\d{5}, -?\d+\.\d{5}$/);
    await goTo(part(el, 'consent'));
    await press('Space');
    await goTo(all(el, '.send')[0]);
    takeTime();
    await press('Enter');
    await settled(el);
    expect(focused().id).to.equal('waiting');
    await waitUntil(() => posts.length === 1);
    posts[0]?.take();
    await waitUntil(() => focused().id === 'thanks');
    await press('Tab');
    expectFocus('Revoir ou retirer ma contribution');
    await press('Tab', 'Enter');
    await settled(el);
    expectFocus('L’arbre : essence, taille, histoire');
  });
});
