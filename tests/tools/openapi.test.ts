import assert from 'node:assert/strict';
import {parseRecord} from '../../src/data/validation.js';
import {readdir, readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import {Validator} from '@seriousme/openapi-schema-validator';
import {Ajv2020} from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {createOpenApiDocument} from '../../src/tools/openapi/openapi.js';
import {RECORD_SCHEMAS} from '../../src/model/schemas/record-schemas.js';
import {COLLECTIONS, type CollectionName} from '../../src/model/records.js';
import {sendContribution} from '../support/contribution-server.js';
import {jpeg} from '../support/pictures.js';
import {smallPortal} from '../support/small-portal.js';

interface Operation {
  readonly parameters?: readonly {readonly $ref?: string; readonly name?: string}[];
  readonly responses: Readonly<Record<string, unknown>>;
  readonly requestBody?: {readonly content: object};
}
interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly parameters: Readonly<Record<string, {readonly schema: object}>>;
    readonly schemas: Readonly<Record<string, {readonly required?: readonly string[]}>>;
  };
}
const api = createOpenApiDocument() as OpenApiDocument;

// The library's own check validates URLs; formats of JSON Schema are annotations here.
const ajv = new Ajv2020({strict: false, validateFormats: false, allErrors: true});
ajv.addSchema({...api, $id: 'https://portal.example/openapi.json'});

/** Returns the errors of a value against a schema of the document. */
function schemaErrors(schema: string, value: unknown): string {
  const validate = ajv.getSchema(
    `https://portal.example/openapi.json#/components/schemas/${schema}`,
  )!;
  return validate(value) ? '' : ajv.errorsText(validate.errors);
}

const NAMES: Readonly<Record<CollectionName, string>> = {
  portals: 'Portal',
  resources: 'Resource',
  projects: 'Project',
  programmes: 'Programme',
  organisations: 'Organisation',
  chapters: 'Chapter',
  events: 'Event',
  stories: 'Story',
  contributions: 'Contribution',
};

describe('the OpenAPI document', () => {
  it('is one of version 3.1', async () => {
    const validator = new Validator();
    const {valid, errors} = await validator.validate(
      structuredClone(createOpenApiDocument()) as never,
    );
    assert.deepEqual([valid, validator.version, errors], [true, '3.1', undefined]);
  });

  it('survives serialisation', () =>
    assert.deepEqual(JSON.parse(JSON.stringify(createOpenApiDocument())), createOpenApiDocument()));

  it('has no broken reference', () => {
    for (const [, pointer] of JSON.stringify(api).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = pointer!
        .split('/')
        .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], api);
      assert.ok(found, pointer);
    }
  });

  it('describes each collection, and one record of each', () =>
    assert.deepEqual(
      Object.keys(api.paths).sort(),
      COLLECTIONS.flatMap(name => [`/${name}`, `/${name}/{id}`]).sort(),
    ));

  it('marks the required fields of each record, as validation does', () => {
    for (const name of COLLECTIONS)
      assert.deepEqual(
        api.components.schemas[NAMES[name]]?.required,
        RECORD_SCHEMAS[name].required,
      );
  });

  it('gives parameters their ranges', () => {
    const schema = (name: string) => api.components.parameters[name]?.schema;
    assert.deepEqual(schema('limit'), {type: 'integer', minimum: 1, maximum: 500});
    assert.deepEqual(schema('page'), {type: 'integer', minimum: 1, default: 1});
    assert.deepEqual(schema('sort'), {type: 'string', enum: ['title', '-title', 'date', '-date']});
    const asked = api.paths['/resources']!['get']!.parameters!.map(({$ref}) =>
      $ref!.split('/').pop(),
    );
    assert.deepEqual(asked, [
      ...['q', 'family', 'portal', 'section', 'type', 'theme', 'commune', 'programme', 'project'],
      ...['bbox', 'from', 'to', 'sort', 'limit', 'page', 'facets', 'lang'],
    ]);
  });

  it('describes contributions', () => {
    const {post, options} = api.paths['/contributions']!;
    assert.deepEqual(Object.keys(post!.requestBody!.content), ['multipart/form-data']);
    assert.equal(post!.parameters?.[0]?.name, 'Idempotency-Key');
    assert.deepEqual(
      Object.keys(post!.responses),
      ['201', '409', '410', '413', '422', '429', '503'].sort(),
    );
    assert.ok(options!.responses['204']);
    const sent = {id: 1, kind: 'tree', state: 'pending'};
    assert.equal(schemaErrors('Receipt', {...sent, receipt: '/c/1'}), '');
    assert.notEqual(schemaErrors('Receipt', sent), '');
    assert.equal(
      schemaErrors('ContributionErrors', {status: 422, errors: [{field: 'text', message: 'vide'}]}),
      '',
    );
  });

  it('is not imported by code that visitors load', async () => {
    const src = new URL('../../src/', import.meta.url);
    for (const path of await readdir(src, {recursive: true})) {
      if (!path.endsWith('.ts') || path.startsWith('tools/openapi')) continue;
      assert.doesNotMatch(await readFile(new URL(path, src), 'utf8'), /from '[^']*openapi/, path);
    }
  });
});

describe('the document and the validation', () => {
  it('agree on any record', () => {
    const fields = [
      ...new Set(COLLECTIONS.flatMap(name => Object.keys(RECORD_SCHEMAS[name].properties))),
    ];
    const value = fc.oneof(
      fc.jsonValue({maxDepth: 3}),
      fc.constantFrom('2016', '2016-10', '2016-10-01T10:00Z', '#a0b1c2', 'https://a.example/'),
      fc.record({lat: fc.double({noNaN: true}), lon: fc.integer({min: -200, max: 200})}),
      fc.record({start: fc.constantFrom('2016', 'x', null), end: fc.constantFrom('2017', null)}),
      fc.record({src: fc.constantFrom('/a.png', 5), alt: fc.constantFrom('a', {fr: 'a'}, ['a'])}),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...COLLECTIONS),
        fc.dictionary(fc.constantFrom(...fields), value, {maxKeys: 6}),
        (name, given) => {
          const raw: unknown = JSON.parse(JSON.stringify({id: 1, ...given}));
          // JSON Schema cannot check where a URL leads, or if a date exists.
          const parsed = parseRecord(name, raw, 'https://api.example/').errors.filter(
            fault => !/expected (a link|an https|a date|a colour|an e-mail).*, got "/.test(fault),
          );
          const said = schemaErrors(NAMES[name], raw)
            .split(', ')
            .filter(fault => fault && !fault.includes('must match pattern'));
          assert.equal(parsed.length > 0, said.length > 0, `${parsed.join()} / ${said.join()}`);
        },
      ),
      {numRuns: 2000},
    );
  });
});

describe('the responses of the demo server', () => {
  let server: DemoServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server.close());

  for (const name of COLLECTIONS) {
    it(`match the document: ${name}`, async () => {
      const answer = await fetch(`${server.url}api/${name}?limit=500&facets=theme,type`);
      const body = (await answer.json()) as {items: {id: string | number}[]};
      assert.equal(schemaErrors(`${NAMES[name]}List`, body), '');
      for (const {id} of body.items.slice(0, 3)) {
        const one = await fetch(`${server.url}api/${name}/${encodeURIComponent(id)}`);
        assert.equal(schemaErrors(NAMES[name], await one.json()), '');
      }
    });
  }

  it('match the document if they are problems', async () => {
    for (const path of ['resources?limit=501', 'resources/none'])
      assert.equal(
        schemaErrors('Problem', await (await fetch(`${server.url}api/${path}`)).json()),
        '',
      );
  });

  it('match the document for a contribution, whatever its result', async () => {
    const key = 'openapi-test-key';
    const told = async (
      sent: Parameters<typeof sendContribution>[1],
      schema: string,
    ): Promise<void> =>
      assert.equal(
        schemaErrors(schema, await (await sendContribution(server.url, sent)).json()),
        '',
      );
    const contribution = {kind: 'tree', text: 'x', geo: {lat: 50, lon: 3}, photos: [{alt: 'x'}]};
    assert.equal(schemaErrors('NewContribution', contribution), '');
    await told({contribution, photos: [jpeg()], key}, 'Receipt');
    await told({contribution: {...contribution, text: 'y'}, key}, 'EarlierContribution');
    await told({contribution: {}}, 'ContributionErrors');
  });

  it('are rejected by the test if they differ', () => {
    assert.match(
      schemaErrors('ResourceList', {items: [], version: '1', total: -1}),
      /total must be >= 0/,
    );
    assert.match(schemaErrors('EventList', {items: [{id: 1}], version: '1'}), /'period'/);
    assert.equal(schemaErrors('PortalDocument', {version: '1', ...smallPortal}), '');
    assert.notEqual(schemaErrors('PortalDocument', {version: '1', portals: {}}), '');
  });
});
