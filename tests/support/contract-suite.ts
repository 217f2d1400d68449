import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {COLLECTIONS} from '../../src/model/records.js';
import type {ContractProgram, ContractServer} from './contract-servers.js';
import {
  type AcceptedContribution,
  type ContributionRequest,
  idea,
  newKey,
  postContribution,
} from './contribution-server.js';
import {jpeg, png, SECRETS, webp} from './pictures.js';

interface Problem {
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly {readonly field: string; readonly message: string}[];
  readonly contribution?: {readonly id: string};
}

interface List {
  readonly version: string;
  readonly total: number;
  readonly items: readonly (AcceptedContribution & {
    readonly text?: unknown;
    readonly geometry?: unknown;
    readonly resource?: unknown;
    readonly direction?: unknown;
    readonly reply?: unknown;
  })[];
}

/** Tests a server against the contract of contributions (docs/api.md). */
export function describeContract({name, photoPart, skip, start}: ContractProgram): void {
  describe(`the contract of contributions: ${name}`, {skip}, () => {
    let server: ContractServer;
    before(async () => (server = await start()));
    after(() => server.stop());

    const send = (
      contribution: unknown,
      options: Omit<ContributionRequest, 'contribution' | 'photoPart'> = {},
    ): Promise<Response> => postContribution(server.api, {contribution, photoPart, ...options});
    const accept = async (...args: Parameters<typeof send>): Promise<AcceptedContribution> => {
      const answer = await send(...args);
      assert.equal(answer.status, 201, await answer.clone().text());
      return (await answer.json()) as AcceptedContribution;
    };
    const refuse = async (
      status: number,
      ...args: Parameters<typeof send>
    ): Promise<Problem & {readonly headers: Headers}> => {
      const answer = await send(...args);
      assert.equal(answer.status, status, await answer.clone().text());
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      return {...((await answer.json()) as Problem), headers: answer.headers};
    };
    const published = async (): Promise<List> =>
      (await (await fetch(`${server.api}/contributions?limit=500`)).json()) as List;
    const isListed = async (id: string): Promise<boolean> =>
      (await published()).items.some(item => item.id === id);

    it('every collection is a list that any page may read', async () => {
      for (const collection of COLLECTIONS) {
        const answer = await fetch(`${server.api}/${collection}?limit=1`);
        assert.equal(answer.status, 200, collection);
        assert.equal(answer.headers.get('access-control-allow-origin'), '*');
        const {version, items, total} = (await answer.json()) as List;
        assert.equal(version, '1');
        assert.ok(Array.isArray(items) && total >= items.length);
      }
    });

    it('a page of another site may send contributions', async () => {
      const answer = await fetch(`${server.api}/contributions`, {
        method: 'OPTIONS',
        headers: {
          Origin: 'https://commune.example',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'idempotency-key',
        },
      });
      assert.ok(answer.ok);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      assert.match(answer.headers.get('access-control-allow-methods') ?? '', /POST/);
      assert.match(answer.headers.get('access-control-allow-headers') ?? '', /Idempotency-Key/i);
    });

    it('a contribution is pending, with a receipt, and not public', async () => {
      const {id, kind, state, receipt} = await accept(idea());
      assert.deepEqual([kind, state], ['idea', 'pending']);
      assert.match(id, /\S/);
      assert.ok(new URL(receipt).pathname.length > 20);
      assert.ok(!(await isListed(id)));
      assert.equal((await fetch(`${server.api}/contributions/${id}`)).status, 404);
    });

    it('a published contribution is public with its text, a refused one not any more', async () => {
      const {id} = await accept({...idea('Un verger <b>ici</b>'), name: 'Léa'});
      await server.decide(id, 'published');
      const item = (await published()).items.find(one => one.id === id);
      assert.equal(item?.text, 'Un verger <b>ici</b>');
      assert.equal(item.state, 'published');
      assert.equal('receipt' in item, false, 'the receipt is for its author');
      await server.decide(id, 'refused');
      assert.ok(!(await isListed(id)));
    });

    it('photographs lose their metadata, and are public with their contribution only', async () => {
      const photos = [jpeg(), png({width: 5, height: 4}), webp()];
      const {id, receipt} = await accept(
        {...idea(), photos: [{alt: 'Le pommier'}, {}, {}]},
        {photos},
      );
      await server.decide(id, 'published');
      const item = (await published()).items.find(one => one.id === id);
      assert.equal(item?.photos?.length, 3);
      assert.equal(item.photos[0]?.alt, 'Le pommier');
      const addresses = item.photos.map(({src}) => new URL(src, `${server.api}/`).href);
      for (const address of addresses) {
        const answer = await fetch(address);
        assert.match(answer.headers.get('content-type') ?? '', /^image\//);
        const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1');
        for (const secret of SECRETS) assert.ok(!bytes.includes(secret), secret);
      }
      await fetch(receipt, {method: 'POST'});
      for (const address of addresses) assert.notEqual((await fetch(address)).status, 200);
    });

    it('the same key and content give the same answer, whatever the multipart boundary', async () => {
      const key = newKey();
      const first = await accept(idea('Une fois'), {key, photos: [jpeg()]});
      assert.deepEqual(await accept(idea('Une fois'), {key, photos: [jpeg()]}), first);
    });

    it('the same key with other content is refused, and shows what was received first', async () => {
      const key = newKey();
      const {id} = await accept(idea('Une fois'), {key});
      const {contribution} = await refuse(409, idea('Une autre fois'), {key});
      assert.equal(contribution?.id, id);
      await refuse(409, idea('Une fois'), {key, photos: [jpeg()]});
    });

    it('fifty equal keys at once are one contribution', async () => {
      const key = newKey();
      const answers = await Promise.all(
        Array.from({length: 50}, () => accept(idea('Cinquante fois'), {key, photos: [jpeg()]})),
      );
      assert.equal(new Set(answers.map(({id}) => id)).size, 1);
      assert.equal(new Set(answers.map(({receipt}) => receipt)).size, 1);
    });

    for (const [what, contribution, field] of [
      ['no text', {kind: 'idea', text: ' '}, 'text'],
      ['an unknown kind', {kind: 'poem', text: 'x'}, 'kind'],
      ['a text of 5,001 characters', {kind: 'idea', text: 'x'.repeat(5001)}, 'text'],
      ['a tree without a place', {kind: 'tree', text: 'x'}, 'geo'],
      ['a place beyond the pole', {kind: 'place', geo: {lat: 95, lon: 3}}, 'geo'],
      ['a photograph without a file', {kind: 'photo', text: 'x'}, 'photos'],
      ['a field for robots', {kind: 'idea', text: 'x', website: 'https://x.example'}, 'website'],
      ['a list', [], 'contribution'],
      ['null', null, 'contribution'],
      [
        'an area of two points',
        {
          ...idea(),
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [3, 50],
                [4, 51],
              ],
            ],
          },
        },
        'geometry',
      ],
      [
        'a line of 501 points',
        {...idea(), geometry: {type: 'LineString', coordinates: Array(501).fill([3, 50])}},
        'geometry',
      ],
    ] as const)
      it(`is refused by field: ${what}`, async () => {
        const {errors} = await refuse(422, contribution);
        assert.deepEqual(
          errors?.map(error => error.field),
          [field],
        );
        assert.match(errors[0]?.message ?? '', /[.]$/);
      });

    it('a file that is no picture is refused by its number, in the language of the page', async () => {
      const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
      const {errors} = await refuse(422, idea(), {photos: [jpeg(), svg], lang: 'nl-BE'});
      assert.deepEqual(
        errors?.map(({field}) => field),
        ['photos[1]'],
      );
      assert.match(errors[0]?.message ?? '', /bestand/);
    });

    it('what only the server may set is ignored', async () => {
      const {id, state, receipt} = await accept({
        ...idea('Déjà publiée ?'),
        id: 'mine',
        state: 'published',
        created: '1999-01-01',
        reply: 'Une réponse que l’équipe n’a pas écrite',
      });
      assert.notEqual(id, 'mine');
      assert.equal(state, 'pending');
      assert.ok(!(await isListed(id)));
      assert.doesNotMatch(await (await fetch(receipt)).text(), /pas écrite/);
    });

    it('a photograph that continues a series keeps its resource and direction, which its author sees', async () => {
      const {id, receipt} = await accept({...idea('La place'), resource: 'place', direction: 225});
      assert.match(await (await fetch(receipt)).text(), /Direction de la prise de vue\u00a0: 225°/);
      await server.decide(id, 'published');
      const item = (await published()).items.find(one => one.id === id);
      assert.deepEqual([item?.resource, item?.direction], ['place', 225]);
      const {errors} = await refuse(422, {...idea(), direction: 361});
      assert.deepEqual(
        errors?.map(({field}) => field),
        ['direction'],
      );
    });

    it('a line or an area is stored, listed once published, and shown to its author', async () => {
      const line = {
        type: 'LineString',
        coordinates: [
          [3.63, 50.1, 12],
          [3.64, 50.11],
        ],
      };
      const {id, receipt} = await accept({...idea('Un sentier'), geometry: line});
      assert.match(await (await fetch(receipt)).text(), /Tracé\u00a0: 50.1, 3.63; 50.11, 3.64</);
      await server.decide(id, 'published');
      const item = (await published()).items.find(one => one.id === id);
      const positions = line.coordinates.map(([lon, lat]) => [lon, lat]);
      assert.deepEqual(item?.geometry, {type: 'LineString', coordinates: positions});
      const corners = Array.from({length: 499}, (_, i) => [i / 1000, 50]);
      const area = await accept({...idea(), geometry: {type: 'Polygon', coordinates: [corners]}});
      await server.decide(area.id, 'published');
      const {geometry} = (await published()).items.find(one => one.id === area.id) ?? {};
      assert.deepEqual(geometry, {type: 'Polygon', coordinates: [[...corners, corners[0]]]});
    });

    it('the reply of the team is shown with the contribution and to its author, until it is removed', async () => {
      const {id, receipt} = await accept(idea('Un banc'));
      const receiptText = async (): Promise<string> => (await fetch(receipt)).text();
      const answer = 'Merci <b>à vous</b> & à bientôt 🌳.\n« Demain »';
      await server.reply(id, answer);
      assert.match(await receiptText(), /Merci &lt;b&gt;à vous/);
      assert.ok(!(await isListed(id)), 'a reply does not publish');
      await server.decide(id, 'published');
      const item = (await published()).items.find(one => one.id === id);
      assert.equal(item?.reply, answer);
      assert.equal(item.text, 'Un banc');
      await server.reply(id, ' ');
      const without = (await published()).items.find(one => one.id === id);
      assert.ok(without && !('reply' in without));
      assert.doesNotMatch(await receiptText(), /Merci/);
      await server.reply(id, 'Adieu');
      await fetch(receipt, {method: 'POST'});
      assert.doesNotMatch(await receiptText(), /Adieu/);
    });

    it('a request without a key, or that is not a form, is refused', async () => {
      const post = (headers: Record<string, string>, body: BodyInit): Promise<Response> =>
        fetch(`${server.api}/contributions`, {method: 'POST', headers, body});
      const form = new FormData();
      form.append('contribution', JSON.stringify(idea()));
      assert.equal((await post({}, form)).status, 400);
      const key = {'Idempotency-Key': newKey()};
      const json = await post({...key, 'Content-Type': 'application/json'}, '{}');
      assert.equal(json.status, 415);
      assert.equal((await post(key, new FormData())).status, 400, 'no part');
    });

    it('the receipt shows the contribution to its author, and nobody caches or indexes it', async () => {
      const {id, receipt} = await accept(idea('Een bank <script>alert(1)</script>'), {lang: 'nl'});
      const answer = await fetch(receipt);
      assert.equal(answer.status, 200);
      const page = await answer.text();
      assert.match(page, /lang="nl/);
      assert.ok(page.includes(id) && page.includes('Een bank &lt;script&gt;'));
      assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
      assert.match(answer.headers.get('x-robots-tag') ?? '', /noindex/);
      assert.match(answer.headers.get('referrer-policy') ?? '', /no-referrer/);
      const other = receipt.slice(0, -2) + (receipt.endsWith('AA') ? 'BB' : 'AA');
      assert.equal((await fetch(other)).status, 404);
    });

    it('its author withdraws it: nothing is left, and a late retry does not bring it back', async () => {
      const key = newKey();
      const {id, receipt} = await accept(idea('À oublier'), {key, photos: [jpeg()]});
      await server.decide(id, 'published');
      assert.ok(await isListed(id));
      const page = await (await fetch(receipt, {method: 'POST'})).text();
      assert.ok(!page.includes('À oublier'));
      assert.ok(!(await isListed(id)));
      assert.ok(!(await (await fetch(receipt)).text()).includes('À oublier'));
      await refuse(410, idea('À oublier'), {key, photos: [jpeg()]});
      await server.decide(id, 'published');
      assert.ok(!(await isListed(id)));
      assert.ok((await fetch(receipt, {method: 'POST'})).ok, 'again');
    });
  });
}
