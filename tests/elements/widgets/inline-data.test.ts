import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {fillPlaceholders} from '../../../src/embed/placeholders.js';
import type {DataWidget} from '../../../src/elements/base/data-widget.js';
import {recordWarnings} from '../../support/console.js';
import {
  alerts,
  collapseSpaces,
  createServer,
  DATA_ELEMENTS,
  ownContent,
  recordTexts,
  renderWidget,
  shown,
  showsOwnContent,
  surfaceOf,
  visibleTexts,
  WIDGETS,
} from '../../support/widgets.js';
import {fr} from '../../../src/i18n/fr.js';
import {dataBlock as block} from '../../../stories/data-block.js';

const LIST = WIDGETS.find(({tag}) => tag === 'spass-resource-list')!;
const TIMELINE = WIDGETS.find(({tag}) => tag === 'spass-programme-timeline')!;

describe('records as JSON inside the tag', () => {
  const warnings = recordWarnings();

  for (const widget of DATA_ELEMENTS)
    it(`<${widget.tag}> shows them as those of \`items\`, and asks no server for them`, async () => {
      const expected = await renderWidget(widget, {usesItems: true});
      const texts = recordTexts(expected, widget);
      expect(texts.length).to.be.above(0);
      const server = createServer();
      const el = await renderWidget(widget, {server, content: html`${block(widget.items)}`});
      expect(recordTexts(el, widget)).to.deep.equal(texts);
      expect(server.queries.map(({collection}) => collection)).not.to.include(widget.collection);
    });

  it('are shown again when the page changes or replaces them, and make room for the API', async () => {
    const script = block([{id: 1, title: 'Un lavoir'}]);
    const el = await renderWidget(LIST, {content: html`${script}`});
    expect(recordTexts(el, LIST).join()).to.contain('Un lavoir');
    script.textContent = JSON.stringify([{id: 2, title: 'Une halle'}]);
    await shown(el);
    expect(recordTexts(el, LIST).join()).to.contain('Une halle');
    script.replaceWith(block([{id: 3, title: 'Un pont'}]));
    await shown(el);
    expect(recordTexts(el, LIST).join()).to.contain('Un pont');
    el.querySelector('script')?.remove();
    await shown(el);
    expect(recordTexts(el, LIST).length).to.equal(LIST.count);
    expect(recordTexts(el, LIST).join()).not.to.contain('Un pont');
  });

  it('may be a whole document, with its attribution', async () => {
    const {items = []} = TIMELINE;
    const [programmes, projects] = [
      items.filter(item => 'generation' in (item as object)),
      items.filter(item => !('generation' in (item as object))),
    ];
    const data = {version: '1', programmes, projects, attribution: {text: 'Ville d’Ors'}};
    const el = await renderWidget(TIMELINE, {content: html`${block(data)}`});
    expect(recordTexts(el, TIMELINE).length).to.equal(TIMELINE.count);
    expect(visibleTexts(el, '[part=foot]').join()).to.contain('Ville d’Ors');
  });

  for (const [name, text, reason] of [
    ['an unclosed list', '[{"id": 1}', /JSON/],
    ['nothing', '', /JSON/],
    ['a comment before it', '// fiches\n[]', /JSON/],
    ['a text', '"resources"', /expected an object/],
    ['a single record', '{"id": 1, "title": "Un lavoir"}', /expected one of the collections/],
    ['a collection that is no list', '{"resources": {"id": 1}}', /resources: expected a list/],
  ] as const)
    it(`with ${name}: a sentence, the page’s own content, and the reason in the console`, async () => {
      const script = block([]);
      script.textContent = text;
      const content = html`${script}${ownContent}`;
      const el = await renderWidget(LIST, {content});
      expect(alerts(el)).to.deep.equal([collapseSpaces(fr.core.failedSchema)]);
      expect(showsOwnContent(el)).to.equal(true);
      expect(warnings.join('\n')).to.match(reason);
      expect(warnings.join('\n')).to.contain('<script type="application/json">');
    });

  it('leave other blocks of the page alone: messages, structured data', async () => {
    const messages = block({more: 'Encore'});
    messages.dataset['spassMessages'] = '';
    const structured = block([{id: 9, title: 'Pas une fiche'}]);
    structured.type = 'application/ld+json';
    const el = await renderWidget(LIST, {content: html`${messages}${structured}`});
    expect(recordTexts(el, LIST).length).to.equal(LIST.count);
    expect(recordTexts(el, LIST).join()).not.to.contain('Pas une fiche');
  });

  it('work in a placeholder', async () => {
    const placeholder = document.createElement('div');
    placeholder.dataset['spass'] = 'resource-list';
    placeholder.append(block([{id: 1, title: 'Un lavoir'}]));
    document.body.append(placeholder);
    fillPlaceholders();
    const el = placeholder.querySelector<DataWidget>('spass-resource-list')!;
    await shown(el);
    expect(recordTexts(surfaceOf(el), LIST).join()).to.contain('Un lavoir');
    placeholder.remove();
  });
});
