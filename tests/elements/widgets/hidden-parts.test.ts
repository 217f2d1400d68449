import {expect} from '@open-wc/testing';
import {fr} from '../../../src/i18n/fr.js';
import {OPTIONAL_PARTS} from '../../../src/model/optional-parts.js';
import {withSilentConsole} from '../../support/console.js';
import {
  createServer,
  recordTexts,
  renderWidget,
  visibleElements,
  visibleTexts,
  WIDGETS,
  typical,
} from '../../support/widgets.js';

/** Controls and texts that `hide` can remove. */
const PARTS =
  '[type=search], [part=facets], .sort, .count, .finder, [part=calendar], [part=more] .count';
/** Texts of the buttons that it can remove. */
const BUTTONS: readonly string[] = [
  fr.resourceList.exportCsv,
  fr.agenda.addAllToCalendar,
  fr.placeSearch.nearMe,
  fr.core.reportError,
  fr.core.copyLink,
];
const extra = {
  attribution: {text: 'CAUE du Nord', licence: 'Licence ouverte', updated: '2026-11-01'},
  contact: 'https://portail.example/contact',
};

describe('the attribute hide', () => {
  for (const widget of typical(WIDGETS)) {
    const {tag, count} = widget;

    it(`leaves records, source, licence and date of <${tag}>, and nothing around them`, async () => {
      const attributes = {hide: OPTIONAL_PARTS.join('\n '), 'sync-url': ''};
      const el = await renderWidget(widget, {server: createServer({extra}), attributes});
      expect(recordTexts(el, widget).length).to.equal(count);
      const parts = visibleElements(el, PARTS).filter(({textContent}) => textContent.trim());
      expect(parts.map(({outerHTML}) => outerHTML)).to.deep.equal([]);
      expect(visibleTexts(el, 'button, a').filter(text => BUTTONS.includes(text))).to.deep.equal(
        [],
      );
      const more = visibleTexts(el, '[part=more]').filter(text => /\d/.test(text));
      expect(more, 'buttons with counts').to.deep.equal([]);
      const foot = visibleTexts(el, '[part=foot]').join(' ');
      if (foot)
        for (const text of ['CAUE du Nord', 'Licence ouverte', '1er novembre 2026'])
          expect(foot).to.contain(text);
      await expect(el).to.be.accessible();
      history.replaceState(history.state, '', location.pathname);
    });
  }

  it('names its unknown words in the console, and follows the others', async () => {
    const [widget] = WIDGETS.filter(({tag}) => tag === 'spass-resource-list');
    await withSilentConsole(async warnings => {
      const el = await renderWidget(widget!, {attributes: {hide: 'foot, serch Count search'}});
      expect(visibleElements(el, '[type=search]')).to.deep.equal([]);
      expect(visibleElements(el, '.count').length).to.equal(1);
      const known = OPTIONAL_PARTS.join(', ');
      expect(warnings).to.deep.equal(
        ['foot', 'serch', 'Count'].map(
          word => `<spass-resource-list>: hide: there is no "${word}", but ${known}`,
        ),
      );
      el.removeAttribute('hide');
      await el.updateComplete;
      expect(visibleElements(el, '[type=search]').length).to.equal(1);
    });
  });
});
