import {expect} from '@open-wc/testing';
import {fr} from '../../../src/i18n/fr.js';
import type {CollectionName, PortalRecord} from '../../../src/model/records.js';
import {allCollections} from '../../support/all-collections.js';
import {withSilentConsole} from '../../support/console.js';
import {settled} from '../../support/widget-fixture.js';
import {
  collapseSpaces,
  createServer,
  recordTexts,
  renderWidget,
  visibleElements,
  visibleTexts,
  WIDGETS,
} from '../../support/widgets.js';

const TAGS = ['spass-portal-cards', 'spass-resource-list', 'spass-agenda', 'spass-project-map'];
const AROUND =
  '[type=search], [part=facets], [part=chips], [part=more], [part=pages], select, .count, .tools';

const recordsOf = (collection: CollectionName): readonly PortalRecord[] =>
  (allCollections as Readonly<Record<string, readonly unknown[]>>)[
    collection
  ] as readonly PortalRecord[];

describe('a widget of one record', () => {
  for (const widget of WIDGETS.filter(({tag}) => TAGS.includes(tag))) {
    const {tag, collection} = widget;
    // Not the first one, which any widget shows; of the agenda, an event that is over.
    const id = String(recordsOf(collection).at(-1)?.id);

    it(`<${tag}> shows it alone, with nothing to search, filter, sort or page`, async () => {
      const server = createServer();
      const el = await renderWidget(widget, {server, attributes: {record: id, family: 'acteur'}});
      expect(recordTexts(el, widget).length).to.equal(1);
      expect(visibleElements(el, AROUND).map(({outerHTML}) => outerHTML)).to.deep.equal([]);
      const asked = server.queries.filter(query => query.collection === collection);
      expect(asked.map(({method}) => method)).to.include('one');
      await expect(el).to.be.accessible();
    });

    it(`<${tag}> says that a record does not exist, and shows another one when asked to`, async () => {
      await withSilentConsole(async warnings => {
        const el = await renderWidget(widget, {attributes: {record: 'gone'}});
        expect(recordTexts(el, widget)).to.deep.equal([]);
        expect(visibleTexts(el, 'p').join(' ')).to.contain(
          collapseSpaces(fr.singleRecord.noSuchRecord),
        );
        expect(warnings.join()).to.contain(`<${tag}>: record="gone": stub has no record`);
        await expect(el).to.be.accessible();
        el.setAttribute('record', id);
        await settled(el);
        expect(recordTexts(el, widget).length).to.equal(1);
        el.removeAttribute('record');
        await settled(el);
        expect(recordTexts(el, widget).length).to.be.above(1);
      });
    });
  }
});
