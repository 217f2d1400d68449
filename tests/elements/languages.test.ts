import {expect} from '@open-wc/testing';
import {RECORD_SCHEMAS} from '../../src/model/schemas/record-schemas.js';
import type {CollectionName} from '../../src/model/records.js';
import {languageViolations, unmarkedTexts} from '../support/accessibility-checks.js';
import {allCollections} from '../support/all-collections.js';
import {createServer, renderWidget, WIDGETS, typical} from '../support/widgets.js';
import {serializeFlatTree} from '../support/flat-tree.js';

/** Mark at the start of every Dutch word. */
const DUTCH_MARK = '§';
/** Fields with text written by people; names of people, places, organisations and programmes stay unmarked. */
const PROSE_FIELDS = new Set(['abstract', 'alt', 'description', 'intro', 'text', 'title']);

/** The records of `everything`, with text in every field that may hold prose. */
const prosePortal = Object.fromEntries(
  Object.entries(allCollections).map(([collection, records]) => {
    const names = Object.keys(RECORD_SCHEMAS[collection as CollectionName].properties).filter(
      name => PROSE_FIELDS.has(name),
    );
    const words = Object.fromEntries(names.map(name => [name, 'Un canal et ses écluses']));
    return [collection, records.map(record => ({...words, ...record}))];
  }),
);

/** Returns the records with texts in Dutch only. */
function inDutch(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inDutch);
  if (typeof value !== 'object' || value === null) return value;
  const turned = Object.entries(value).map(([name, inner]: [string, unknown]) => {
    const first: unknown =
      typeof inner === 'object' && inner !== null ? Object.values(inner)[0] : inner;
    return PROSE_FIELDS.has(name) && typeof first === 'string'
      ? [name, {nl: `${DUTCH_MARK} ${first}`}]
      : [name, inDutch(inner)];
  });
  return Object.fromEntries(turned) as unknown;
}

/** Widgets that show only their own words and names. */
const TAGS_WITHOUT_PROSE = ['spass-directory', 'spass-family-filter'];

describe('text in another language than the page', () => {
  for (const widget of typical(WIDGETS))
    it(`A-10 <${widget.tag}> marks every Dutch text as Dutch, and its own text as French`, async () => {
      const server = createServer({}, inDutch(prosePortal) as typeof allCollections);
      const el = await renderWidget(widget, {server, lang: 'fr-BE'});
      expect(serializeFlatTree(el).includes(DUTCH_MARK)).to.equal(
        !TAGS_WITHOUT_PROSE.includes(widget.tag),
      );
      expect(unmarkedTexts(el, DUTCH_MARK, 'nl')).to.deep.equal([]);
      expect(languageViolations(el)).to.deep.equal([]);
      expect(el.shadowRoot?.querySelector('.root')?.getAttribute('lang')).to.equal('fr-BE');
    });
});
