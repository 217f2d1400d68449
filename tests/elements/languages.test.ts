import {expect} from '@open-wc/testing';
import {html as staticHtml, unsafeStatic} from 'lit/static-html.js';
import '../../src/define/all.js';
import {RECORD_SCHEMAS} from '../../src/model/schemas/record-schemas.js';
import type {DataWidget} from '../../src/elements/base/data-widget.js';
import type {CollectionName} from '../../src/model/records.js';
import {languageViolations, unmarkedTexts} from '../support/accessibility-checks.js';
import {allCollections, now} from '../support/all-collections.js';
import {WIDGETS} from '../support/widgets.js';
import {serializeFlatTree} from '../support/flat-tree.js';
import {StubServer, fixtureWithSource} from '../support/source-fixture.js';

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

/** Converts the records to those of a portal with texts in Dutch only. */
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
  for (const {tag} of WIDGETS)
    it(`A-10 <${tag}> marks every Dutch text as Dutch, and its own text as French`, async () => {
      const records = inDutch(prosePortal) as Record<string, readonly unknown[]>;
      const server = Object.assign(new StubServer(records), {
        contributionsUrl: 'http://127.0.0.1:9/contributions',
      });
      const name = unsafeStatic(tag);
      const project = tag === 'spass-project-progress' ? 'centre-bourg' : '';
      const el = await fixtureWithSource<DataWidget>(
        server,
        staticHtml`<${name} lang="fr-BE" .now=${now} project=${project} controller="CAUE"
          contact="a@b.example" retention="un an"></${name}>`,
      );
      await el.loadComplete;
      expect(serializeFlatTree(el).includes(DUTCH_MARK)).to.equal(
        !TAGS_WITHOUT_PROSE.includes(tag),
      );
      expect(unmarkedTexts(el, DUTCH_MARK, 'nl')).to.deep.equal([]);
      expect(languageViolations(el)).to.deep.equal([]);
      expect(el.shadowRoot?.querySelector('.root')?.getAttribute('lang')).to.equal('fr-BE');
    });
});
