import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/define/portal.js';
import '../../../src/define/portal-cards.js';
import '../../../src/define/compare.js';
import '../../../src/define/project-map.js';
import '../../../src/define/resource-list.js';
import {withSilentConsole} from '../../support/console.js';
import {manyPortals} from '../../support/portals.js';
import {renderWidget, WIDGETS, typical} from '../../support/widgets.js';
import {queryAll, queryTexts} from '../../support/widget-fixture.js';
import {waitUntil} from '../../support/wait-until.js';

const lines = (el: Element) => queryTexts(el, '[part=diagnostics] li');

describe('diagnostics', () => {
  it('show the warnings of the console in place, with the accepted values, until they are corrected', async () => {
    await withSilentConsole(async warnings => {
      const el = await fixture(
        html`<spass-portal-cards
          diagnostics
          layout="grille"
          heading-level="9"
          hedding="2"
          .items=${manyPortals(2)}
        ></spass-portal-cards>`,
      );
      await waitUntil(() => lines(el).length === 3);
      const shown = lines(el).join('\n');
      for (const warning of warnings) expect(shown).to.contain(warning);
      expect(shown).to.contain('Valeurs de layout : grid, list, une.');
      expect(shown).to.contain('Valeurs de heading-level : 2–6.');
      expect(queryAll(el, '.card').length, 'the widget itself').to.equal(2);
      await expect(el).to.be.accessible();
      el.setAttribute('layout', 'list');
      el.removeAttribute('hedding');
      await waitUntil(() => lines(el).length === 1);
      el.removeAttribute('diagnostics');
      await waitUntil(() => lines(el).length === 0);
    });
  });

  it('name the values of attributes that take several, a range, or a form that is no word', async () => {
    await withSilentConsole(async () => {
      const list = await fixture(
        html`<spass-resource-list
          diagnostics
          facets="couleur"
          detail="volet"
          .items=${[]}
        ></spass-resource-list>`,
      );
      await waitUntil(() => lines(list).length === 2);
      const shown = lines(list).join('\n');
      expect(shown).to.match(/Valeurs de facets : (?:\w+, )+date\./);
      expect(shown).to.contain('Valeurs de detail : dialog, inline.');
      const map = await fixture(
        html`<spass-project-map
          diagnostics
          center="Lille"
          near="-3"
          tiles="google"
          .items=${[]}
        ></spass-project-map>`,
      );
      await waitUntil(() => lines(map).length === 3);
      const other = lines(map).join('\n');
      expect(other).to.contain('Valeurs de center : 50.41,3.49.');
      expect(other).to.contain('Valeurs de near : 1–50000.');
      expect(other).to.contain('Valeurs de tiles : none, ign, ign-ortho, osm-be.');
    });
  });

  it('leave out a value that has been corrected to the default, which its element writes itself', async () => {
    await withSilentConsole(async () => {
      const el = await fixture(
        html`<spass-portal-cards
          diagnostics
          skin="rose"
          .items=${manyPortals(2)}
        ></spass-portal-cards>`,
      );
      await waitUntil(() => lines(el).length === 1);
      const set = async (skin: string, count: number) => {
        el.setAttribute('skin', skin);
        await waitUntil(() => lines(el).length === count, `skin="${skin}"`);
      };
      await set('plain', 0);
      await set('rouge', 1);
      await set('bleu', 1);
      expect(lines(el)[0]).to.contain('skin="bleu"');
      await set('plain', 0);
      await set('dsfr', 0);
      await set('rouge', 1);
      el.removeAttribute('skin');
      await waitUntil(() => lines(el).length === 0);
    });
  });

  for (const widget of typical(WIDGETS))
    it(`name the unknown words of hide on <${widget.tag}> until they are corrected`, async () => {
      await withSilentConsole(async () => {
        const long = 'recherche'.repeat(9);
        const attributes = {diagnostics: '', hide: `searc, count ${long}`};
        const el = await renderWidget(widget, {attributes});
        await waitUntil(() => lines(el).length === 2);
        expect(lines(el)[0]).to.contain('there is no "searc", but search, sort');
        el.setAttribute('hide', `search count ${long}`);
        await waitUntil(() => lines(el).length === 1);
        el.setAttribute('hide', 'search count');
        await waitUntil(() => lines(el).length === 0);
      });
    });

  it('show nothing without the attribute, nor where nothing is wrong', async () => {
    await withSilentConsole(async () => {
      const wrong = await fixture(html`<spass-compare mode="cote"></spass-compare>`);
      const right = await fixture(
        html`<spass-portal-cards diagnostics .items=${manyPortals(2)}></spass-portal-cards>`,
      );
      await waitUntil(() => queryAll(right, '.card').length === 2);
      expect([...lines(wrong), ...lines(right)]).to.deep.equal([]);
      Object.assign(wrong, {diagnostics: true});
      // The value, and the images that are missing.
      await waitUntil(() => lines(wrong).length === 2);
    });
  });

  it('of a portal are also those of the widgets inside', async () => {
    await withSilentConsole(async () => {
      const portal = await fixture(
        html`<spass-portal diagnostics skin="rose"
          ><spass-portal-cards limit="beaucoup" .items=${manyPortals(2)}></spass-portal-cards
        ></spass-portal>`,
      );
      const cards = portal.querySelector('spass-portal-cards')!;
      await waitUntil(() => lines(portal).length === 1 && lines(cards).length === 1);
      expect(lines(portal)[0]).to.contain('plain, dsfr, caue');
      portal.setAttribute('skin', 'dsfr');
      await waitUntil(() => lines(portal).length === 0);
      // As frameworks do: attributes first, then the place in the page.
      const later = document.createElement('spass-portal-cards');
      later.setAttribute('limit', '0');
      portal.append(later);
      // The value, and the data that are missing.
      await waitUntil(() => lines(later).length === 2);
      portal.removeAttribute('diagnostics');
      await waitUntil(() => lines(cards).length + lines(later).length === 0);
    });
  });
});
