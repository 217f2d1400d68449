import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {DemoServer} from '../../../demo/server/server.js';
import {
  idea,
  newKey,
  publishedContributions,
  sendContribution,
  startContributionServer,
  type AcceptedContribution,
} from '../../support/contribution-server.js';
import {rawRequest} from '../../support/raw-request.js';
import {openContributionStore} from '../../support/contribution-store.js';
import {jpeg, png, SECRETS, webp} from '../../support/pictures.js';

interface Problem {
  readonly status: number;
  readonly detail: string;
  readonly contribution?: AcceptedContribution;
  readonly errors?: readonly {readonly field: string; readonly message: string}[];
}

let server: DemoServer;
before(async () => (server = await startContributionServer()));
after(() => server.close());

const submit = async (
  form: Parameters<typeof sendContribution>[1],
): Promise<AcceptedContribution> => {
  const answer = await sendContribution(server.url, form);
  assert.equal(answer.status, 201, await answer.clone().text());
  return (await answer.json()) as AcceptedContribution;
};
const expectRejection = async (
  form: Parameters<typeof sendContribution>[1],
  status = 422,
): Promise<Problem> => {
  const answer = await sendContribution(server.url, form);
  assert.equal(answer.status, status);
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  return (await answer.json()) as Problem;
};
const fields = ({errors = []}: Problem) => errors.map(({field}) => field);

describe('a submitted contribution', () => {
  it('is answered with its pending record, and an address for its author', async () => {
    const answer = await sendContribution(server.url, {
      contribution: {
        kind: 'tree',
        text: '  Un tilleul\r\nde cent ans\u0000 ',
        geo: {lat: 50.39, lon: 3.49},
        name: 'Léa',
        project: 'arbres',
        photos: [{alt: 'Sa forme'}, {}],
      },
      photos: [jpeg(), webp()],
    });
    assert.equal(answer.status, 201);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    const {id, created, receipt, photos, ...record} =
      (await answer.json()) as AcceptedContribution & {
        created: string;
      };
    assert.match(id, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    assert.ok(!Number.isNaN(Date.parse(created)));
    assert.match(receipt, /\/api\/receipts\/[\w-]{32}$/);
    assert.deepEqual(record, {
      kind: 'tree',
      state: 'pending',
      text: 'Un tilleul\nde cent ans',
      geo: {lat: 50.39, lon: 3.49},
      name: 'Léa',
      project: 'arbres',
    });
    assert.deepEqual(
      photos?.map(({alt}) => alt),
      ['Sa forme', undefined],
    );
    const photo = await fetch(photos.at(0)?.src ?? '');
    assert.equal(photo.headers.get('content-type'), 'image/jpeg');
    const bytes = Buffer.from(await photo.arrayBuffer()).toString('latin1');
    for (const secret of SECRETS) assert.ok(!bytes.includes(secret));
  });

  it('is not shown before it is published', async () => {
    const {id} = await submit({contribution: idea(), photos: [jpeg()]});
    assert.equal((await publishedContributions(server.url)).total, 0);
    assert.equal((await fetch(`${server.url}api/contributions/${id}`)).status, 404);
    assert.equal((await fetch(`${server.url}api/photos/${id}-1.jpg`)).status, 404);
  });

  it('cannot set its own state or id', async () => {
    const sent = {...idea(), id: 'mine', state: 'published', created: '1999', publisher: 'x'};
    const {id, state} = await submit({contribution: sent});
    assert.notEqual(id, 'mine');
    assert.equal(state, 'pending');
    assert.equal((await publishedContributions(server.url)).total, 0);
  });

  it('has no control characters in any text, also not in ids and languages', async () => {
    const sent = {
      kind: 'idea',
      text: {'fr\u0000\u001b[2J': 'Un banc\u0007'},
      name: 'L\u009bé\u0085a',
      portal: 'nord\u0000',
      project: '\u001b]0;x\u0007haies\r\nSet-Cookie: a',
      resource: 'carte\u007f',
    };
    const accepted = await submit({contribution: sent});
    const {portal, project, resource, name, text} = accepted as unknown as Record<string, unknown>;
    assert.deepEqual(
      {portal, project, resource, name, text},
      {
        portal: 'nord',
        project: ']0;x haies Set-Cookie: a',
        resource: 'carte',
        name: 'L é a',
        text: {'fr  [2J': 'Un banc'},
      },
    );
  });

  it('may have a line or an area, which is shown back point by point', async () => {
    const path = {
      type: 'LineString',
      coordinates: [
        [3.63, 50.1, 12],
        [3.64, 50.11],
      ],
    };
    const {receipt} = await submit({contribution: {...(idea() as object), geometry: path}});
    assert.match(await (await fetch(receipt)).text(), /Tracé\u00a0: 50.1, 3.63; 50.11, 3.64</);
    const ring = Array.from({length: 499}, (_, i) => [i / 1000, 50]);
    const area = {type: 'Polygon', coordinates: [ring]};
    await submit({contribution: {...(idea() as object), geometry: area}});
  });

  for (const [name, geometry] of Object.entries({
    'a point': {type: 'Point', coordinates: [3, 50]},
    'a line of one point': {type: 'LineString', coordinates: [[3, 50]]},
    'a point beyond the poles': {
      type: 'LineString',
      coordinates: [
        [3, 50],
        [3, 91],
      ],
    },
    'texts for numbers': {
      type: 'LineString',
      coordinates: [
        ['3', '50'],
        ['4', '51'],
      ],
    },
    'more than 500 points': {type: 'LineString', coordinates: Array(501).fill([3, 50])},
    'a text': 'LINESTRING(3 50, 4 51)',
  }))
    it(`is rejected with a sentence if its line or area is ${name}`, async () => {
      const problem = await expectRejection({contribution: {...(idea() as object), geometry}});
      assert.deepEqual(fields(problem), ['geometry']);
      assert.match(problem.errors?.[0]?.message ?? '', /Le tracé n’est pas valide/);
    });

  it('may name its photographs as servers in PHP need it', async () => {
    const {photos} = await submit({
      contribution: idea(),
      photos: [jpeg(), png()],
      photoPart: 'photo[]',
    });
    assert.equal(photos?.length, 2);
  });

  it('may have a part without a type, and a page without preferred language', async () => {
    const form = new FormData();
    form.append('contribution', JSON.stringify(idea()));
    const answer = await fetch(`${server.url}api/contributions`, {
      method: 'POST',
      headers: {'Idempotency-Key': newKey()},
      body: form,
    });
    assert.equal(answer.status, 201);
  });
});

describe('an idempotency key', () => {
  it('identifies one contribution: sending it again returns the same response', async () => {
    const sent = {contribution: idea(), photos: [jpeg()], key: newKey()};
    assert.deepEqual(await submit(sent), await submit(sent));
  });

  it('identifies one contribution even if sent twenty times at once', async () => {
    const sent = {contribution: idea('En même temps'), photos: [jpeg(), png()], key: newKey()};
    const answers = await Promise.all(Array.from({length: 20}, () => submit(sent)));
    assert.equal(new Set(answers.map(({id}) => id)).size, 1);
  });

  it('rejects another contribution, with a message that the first has arrived', async () => {
    const key = newKey();
    const first = await submit({contribution: idea('Un'), key});
    const problem = await expectRejection({contribution: idea('Deux'), key, lang: 'en'}, 409);
    assert.equal(problem.detail, 'A first version of this contribution has already been received.');
    assert.deepEqual(problem.contribution, first);
  });

  it('can be used again after a rejected contribution', async () => {
    const key = newKey();
    await expectRejection({contribution: idea(''), key});
    await submit({contribution: idea('Corrigé'), key});
  });

  it('is required', async () => {
    for (const key of ['short', 'with spaces in it']) {
      const {detail} = await expectRejection({contribution: idea(), key}, 400);
      assert.match(detail, /Idempotency-Key/);
    }
  });
});

describe('a rejection', () => {
  it('reports errors by field, in the requested language', async () => {
    const contribution = {kind: 'tree', text: 'x'.repeat(5001), geo: {lat: 95, lon: 3}, name: 3};
    const problem = await expectRejection({contribution, lang: 'nl-BE'});
    assert.deepEqual(fields(problem).sort(), ['geo', 'name', 'text']);
    assert.match(problem.errors?.find(({field}) => field === 'text')?.message ?? '', /te lang/);
    assert.match(problem.detail, /bijdrage/);
  });

  it('uses the browser’s accepted language if none is requested', async () => {
    const form = new FormData();
    form.append('contribution', '{}');
    const answer = await fetch(`${server.url}api/contributions`, {
      method: 'POST',
      headers: {'Idempotency-Key': newKey(), 'Accept-Language': 'es, fr;q=0.5, de;q=0.8'},
      body: form,
    });
    assert.equal(answer.headers.get('content-language'), 'de');
  });

  const invalidContributions: [what: string, contribution: object, field: string][] = [
    ['no kind', {text: 'x'}, 'kind'],
    ['an unknown kind', {kind: 'poem', text: 'x'}, 'kind'],
    ['an idea without text', {kind: 'idea', text: ' \n '}, 'text'],
    ['a comment in an unknown language', {kind: 'comment', text: {}}, 'text'],
    ['a tree without a place', {kind: 'tree', text: 'x', geo: null}, 'geo'],
    ['a place without a photograph', {kind: 'photo', text: 'x'}, 'photos'],
    ['a name that is too long', {...idea(), name: 'x'.repeat(101)}, 'name'],
    ['a hidden field that robots fill in', {...idea(), website: 'https://spam.example'}, 'website'],
  ];
  for (const [what, contribution, field] of invalidContributions)
    it(`applies to ${what}`, async () => {
      assert.deepEqual(fields(await expectRejection({contribution})), [field]);
    });

  it('applies to invalid JSON, and to JSON that is not an object', async () => {
    for (const contribution of ['text', 3, null, []])
      assert.deepEqual(fields(await expectRejection({contribution})), ['contribution']);
  });

  it('applies to JSON that is nested 30,000 deep in a field', async () => {
    const nested = (open: string, close: string) => open.repeat(30_000) + close.repeat(30_000);
    const list = nested('[', ']');
    for (const [field, json] of [
      ['geometry', `{"type":"LineString","coordinates":${list}}`],
      ['geometry', `{"type":"Polygon","coordinates":[[{"a":${list}}]]}`],
      ['geo', `{"lat":${list},"lon":3}`],
      ['text', list],
      ['name', list],
      ['project', list],
    ] as const) {
      const form = new FormData();
      const others = field === 'text' ? '' : '"text":"Un banc",';
      form.append('contribution', `{"kind":"idea",${others}"${field}":${json}}`);
      const answer = await fetch(`${server.url}api/contributions`, {
        method: 'POST',
        headers: {'Idempotency-Key': newKey()},
        body: form,
      });
      assert.equal(answer.status, 422, field);
      assert.ok(fields((await answer.json()) as Problem).includes(field), field);
    }
  });

  it('names each invalid photograph by its number; the text is not stored', async () => {
    const html = Buffer.from('<!doctype html><script>alert(1)</script>');
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    const problem = await expectRejection({
      contribution: idea(),
      photos: [html, jpeg(), svg],
      lang: 'en',
    });
    assert.deepEqual(fields(problem), ['photos[0]', 'photos[2]']);
    assert.equal(problem.errors?.[0]?.message, 'This file is not a JPEG, PNG or WebP photograph.');
  });

  it('applies to a picture of 60 million pixels, and to a bomb', async () => {
    const photos = [jpeg({width: 10_000, height: 6_000}), png({raw: Buffer.alloc(30_000_000)})];
    const problem = await expectRejection({contribution: idea(), photos, lang: 'en'});
    assert.deepEqual(fields(problem), ['photos[0]', 'photos[1]']);
    assert.match(problem.errors?.[0]?.message ?? '', /pixels/);
    assert.match(problem.errors?.[1]?.message ?? '', /damaged/);
  });

  it('applies to a photograph of more than 5 MB, and to more than three', async () => {
    const heavy = jpeg({after: Buffer.alloc(5_000_000)});
    const problem = await expectRejection({contribution: idea(), photos: [heavy], lang: 'en'});
    assert.match(problem.errors?.[0]?.message ?? '', /5 MB/);
    const four = await expectRejection({
      contribution: idea(),
      photos: [jpeg(), jpeg(), jpeg(), jpeg()],
    });
    assert.deepEqual(fields(four), ['photos']);
  });

  it('applies to a body of more than 15 MB, before it is received', async () => {
    const photos = [Buffer.alloc(16_000_000)];
    assert.equal((await sendContribution(server.url, {contribution: idea(), photos})).status, 413);
  });

  it('F-20 applies to a form with too many parts, and to a part of text that is too long', async () => {
    const post = async (fill: (form: FormData) => void) => {
      const form = new FormData();
      form.append('contribution', JSON.stringify(idea()));
      fill(form);
      const headers = {'Idempotency-Key': newKey()};
      const answer = await fetch(`${server.url}api/contributions`, {
        method: 'POST',
        headers,
        body: form,
      });
      return [answer.status, ((await answer.json()) as Problem).detail] as const;
    };
    const many = await post(form => {
      for (let i = 0; i < 20; i++) form.append('other', '');
    });
    assert.deepEqual(many, [413, 'A contribution has at most 12 parts.']);
    const [status] = await post(form => form.set('contribution', `"${'x'.repeat(70_000)}"`));
    assert.equal(status, 413);
    const [twice] = await post(form => form.append('contribution', '{}'));
    assert.equal(twice, 400);
  });

  it('applies to a body that is not a form', async () => {
    const post = (body: string, type: string) =>
      fetch(`${server.url}api/contributions`, {
        method: 'POST',
        headers: {'Idempotency-Key': newKey(), 'Content-Type': type},
        body,
      });
    assert.equal((await post('{}', 'application/json')).status, 415);
    assert.equal((await post('nothing', 'multipart/form-data; boundary=x')).status, 400);
    assert.equal((await post('--x--\r\n', 'multipart/form-data; boundary=x')).status, 400);
  });
});

describe('many contributions', () => {
  it('are all stored, once, when 500 arrive at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'desk-'));
    const desk = await startContributionServer({dataDir: folder});
    try {
      const answers = await Promise.all(
        Array.from({length: 500}, (_, i) =>
          sendContribution(desk.url, {
            contribution: idea(`Idée ${i}`),
            photos: i % 5 ? [] : [jpeg()],
          }),
        ),
      );
      assert.deepEqual(new Set(answers.map(({status}) => status)), new Set([201]));
      const taken = await Promise.all(
        answers.map(answer => answer.json() as Promise<AcceptedContribution>),
      );
      assert.equal(new Set(taken.map(({id}) => id)).size, 500);
      assert.equal(new Set(taken.map(({receipt}) => receipt)).size, 500);
      await desk.close();
      const store = await openContributionStore(folder);
      const texts = (await store.list('pending')).entries.map(({record}) => record.text);
      await store.close();
      assert.deepEqual(new Set(texts), new Set(answers.map((_, i) => `Idée ${i}`)));
      assert.equal(texts.length, 500);
    } finally {
      await desk.close();
      await rm(folder, {recursive: true, force: true});
    }
  });

  it('from one address are rate limited, with the time to wait', async () => {
    const desk = await startContributionServer({
      contributionBurst: 2,
      contributionsPerMinute: 6,
    });
    try {
      const key = newKey();
      assert.equal((await sendContribution(desk.url, {contribution: idea(), key})).status, 201);
      assert.equal((await sendContribution(desk.url, {contribution: idea()})).status, 201);
      const answer = await sendContribution(desk.url, {contribution: idea()});
      assert.equal(answer.status, 429);
      assert.ok(Number(answer.headers.get('retry-after')) > 0);
      assert.match(answer.headers.get('access-control-expose-headers') ?? '', /^Retry-After\b/);
      assert.equal(
        (await sendContribution(desk.url, {contribution: idea(), key})).status,
        429,
        'a key that is known does not avoid the limit',
      );
    } finally {
      await desk.close();
    }
  });
});

describe('a page of another site', () => {
  it('may send a contribution (CORS)', async () => {
    const {status, headers} = await rawRequest(server.url, '/api/contributions', {
      method: 'OPTIONS',
      headers: {Origin: 'https://commune.example', 'Access-Control-Request-Method': 'POST'},
    });
    assert.equal(status, 204);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['access-control-allow-methods'], 'POST');
    assert.equal(headers['access-control-allow-headers'], 'Idempotency-Key');
  });
});
