import {expect, fixture, html} from '@open-wc/testing';
import '../../src/define/resource-list.js';
import {supportedLanguages} from '../../src/i18n/catalogues.js';
import type {SpassResourceList} from '../../src/index.js';
import {withSilentConsole} from '../support/console.js';
import {manyResources} from '../support/resources.js';
import {queryTexts, settled} from '../support/widget-fixture.js';
import {waitUntil} from '../support/wait-until.js';

/** Adds sentences to the page. */
function addSentences(messages: unknown, lang = 'fr', parent: Element = document.head): Element {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.lang = lang;
  script.dataset['spassMessages'] = '';
  script.textContent = typeof messages === 'string' ? messages : JSON.stringify(messages);
  parent.append(script);
  return script;
}

const show = async (lang = 'fr', content = html``) => {
  const el = await fixture<SpassResourceList>(
    html`<spass-resource-list lang=${lang} limit="5" facets="" .items=${manyResources(9)}
      >${content}</spass-resource-list
    >`,
  );
  await settled(el);
  return el;
};
const more = (el: Element) => queryTexts(el, '[part=more]')[0];

describe('message overrides of the page', () => {
  afterEach(() => document.querySelectorAll('[data-spass-messages]').forEach(one => one.remove()));

  it('replace those of widgets that come before or after them, and go with them', async () => {
    const before = await show();
    expect(more(before)).to.equal('Voir plus · 5 sur 9');
    const script = addSentences({more: 'La suite', shownOf: '{shown}/{total}'});
    await waitUntil(() => more(before) === 'La suite · 5/9');
    const after = await show();
    expect(more(after)).to.equal('La suite · 5/9');
    script.textContent = '{"more": "Encore"}';
    await waitUntil(() => more(before) === 'Encore · 5 sur 9');
    script.remove();
    await waitUntil(() => more(before) === 'Voir plus · 5 sur 9');
    expect(more(after)).to.equal('Voir plus · 5 sur 9');
  });

  it('are those of the language of a widget, with or without its region', async () => {
    addSentences({more: 'Nog meer'}, 'nl');
    addSentences({more: 'Encore', clearAll: 'Vider'}, 'fr');
    addSentences({more: 'Encore, une fois'}, 'fr-be');
    const texts = [];
    for (const lang of ['nl-BE', 'fr', 'fr-BE', 'de']) texts.push(more(await show(lang)));
    expect(texts.map(text => text?.split(' · ')[0])).to.deep.equal([
      'Nog meer',
      'Encore',
      'Encore, une fois',
      'Mehr anzeigen',
    ]);
  });

  it('are text, not markup, and those inside a widget are no content to show', async () => {
    const el = await show();
    addSentences({more: '<img src=x onerror=alert(1)>'}, 'fr', el);
    await waitUntil(() => more(el)?.startsWith('<img'));
    expect(el.shadowRoot?.querySelector('[part=more] img')).to.equal(null);
    expect(el.hasFallback).to.equal(false);
  });

  it('are reported if they are wrong, once; the others apply', async () => {
    await withSilentConsole(async warnings => {
      const el = await show();
      addSentences({moore: 'x', more: 'Encore'});
      addSentences('{', 'en');
      addSentences({more: 'Más'}, 'es');
      await waitUntil(() => more(el)?.startsWith('Encore'));
      const start = '<script data-spass-messages>: ';
      await waitUntil(() => warnings.length === 3);
      expect(warnings[0]).to.equal(`${start}moore is no key: did you mean more?`);
      expect(warnings[1]).to.match(/is no JSON/);
      const known = supportedLanguages().join(', ');
      expect(warnings[2]).to.equal(`${start}lang="es" is none of ${known}`);
    });
  });
});
