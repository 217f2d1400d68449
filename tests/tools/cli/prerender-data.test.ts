import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';
import {hostilePortal} from '../../support/hostile-portal.js';
import {type JsonServer, startJsonServer} from '../../support/json-server.js';
import {TAGS} from '../../support/prerender-tags.js';
import {runPrerender} from '../../support/prerender.js';

const PORTAL = {
  version: '1',
  resources: [{id: 1, title: 'Un cahier', url: 'https://example.org/1'}],
};

interface Block {
  readonly made: string;
  readonly until: string;
  readonly answers: Readonly<Record<string, readonly [string]>>;
}

const dataBlocks = (html: string): Block[] =>
  [...html.matchAll(/<script type="application\/json" data-spass-brought>([^<]*)<\/script>/g)].map(
    ([, text = '']) => JSON.parse(text) as Block,
  );

describe('embedded data of prerender', () => {
  let server: JsonServer;
  let folder: string;
  before(async () => {
    server = await startJsonServer(PORTAL);
    folder = await mkdtemp(join(tmpdir(), 'prerender-'));
  });
  after(async () => {
    await server.close();
    await rm(folder, {recursive: true});
  });
  beforeEach(() => {
    server.requestedPaths.length = 0;
    Object.assign(server, {body: JSON.stringify(PORTAL), status: 200, headers: {}});
  });
  const list = (...more: string[]) =>
    runPrerender(['--widget=resource-list', `--api=${server.url}`, ...more]);

  it('embeds the response of the API, with its URL and age', async () => {
    server.headers = {'Cache-Control': 'public, max-age=600'};
    const [block, ...others] = dataBlocks((await list('--light')).out);
    assert.deepEqual(others, []);
    assert.deepEqual(block, {
      made: '2026-11-24T11:00:00.000Z',
      until: '2026-11-24T11:10:00.000Z',
      answers: {[server.url]: [JSON.stringify(PORTAL)]},
    });
  });

  it('embeds the total and the link to the next page, if a server has them in headers', async () => {
    const records = [{title: 'Un cahier', url: 'https://example.org/1'}];
    server.body = JSON.stringify(records);
    const headers = {'x-total-count': '1', link: `<${server.url}>; rel="prev"`};
    server.headers = headers;
    const [block] = dataBlocks((await list('--source=json', '--light')).out);
    assert.deepEqual(block?.answers, {[server.url]: [server.body, {headers}]});
  });

  for (const [header, more, until] of [
    ['no-store', [], '2026-11-24T11:00:00.000Z'],
    ['', [], '2026-11-24T12:00:00.000Z'],
    ['no-store', ['--max-age=60'], '2026-11-24T11:01:00.000Z'],
  ] as const)
    it(`is fresh until ${until} with "${header}" ${more.join('')}`, async () => {
      server.headers = header ? {'Cache-Control': header} : {};
      assert.equal(dataBlocks((await list('--light', ...more)).out)[0]?.until, until);
    });

  it('embeds no data on request', async () => {
    const {out} = await list('--light', '--no-data');
    assert.deepEqual(dataBlocks(out), []);
    assert.match(out, /Un cahier/);
  });

  it('writes the times of events as readers of the place do, on a server in UTC', async () => {
    const event = {id: 1, title: 'Un atelier', period: {start: '2099-05-02T10:00:00+02:00'}};
    server.body = JSON.stringify({version: '1', events: [event]});
    const args = ['--widget=agenda', `--api=${server.url}`, '--light'];
    const {out} = await runPrerender(args, {env: {TZ: ''}});
    assert.match(out, /<time datetime="2099-05-02T10:00:00\+02:00">10\sh<\/time><\/p>/);
  });

  it('warns the webmaster that the data of a large document are heavy', async () => {
    const resources = Array.from({length: 5000}, (_, id) => ({id, title: 'Un cahier de plus'}));
    server.body = JSON.stringify({version: '1', resources});
    const [heavy, light] = await Promise.all([list('--light'), list('--light', '--no-data')]);
    assert.match(heavy.err, /^the data are \d+ kB of the fragment: with --no-data it is smaller/);
    assert.equal(light.err, '');
    assert.ok(light.out.length < 10_000);
  });

  it('prints the hash of the styles in the fragment', async () => {
    const {out, err} = await list();
    const [, css = ''] = /<style data-spass-brought>(.*?)<\/style>/s.exec(out) ?? [];
    const hash = createHash('sha384').update(css).digest('base64');
    assert.equal(err.trim(), `Content-Security-Policy: style-src 'self' 'sha384-${hash}'`);
  });

  it('replaces a file atomically, and only if the new one is valid', async () => {
    const file = join(folder, 'fragment.html');
    const first = await list('--light', `--out=${file}`);
    assert.deepEqual([first.code, first.out], [0, '']);
    assert.match(await readFile(file, 'utf8'), /Un cahier/);
    server.status = 404;
    await writeFile(file, 'kept');
    assert.equal((await list('--light', `--out=${file}`)).code, 1);
    assert.equal(await readFile(file, 'utf8'), 'kept');
    assert.deepEqual(await readdir(folder), ['fragment.html']);
  });

  for (const [what, body, status, words] of [
    ['is missing', '{}', 404, /404/],
    ['returns an HTML page', '<!doctype html><title>Bonjour', 200, /HTML/],
    ['returns something else', '[1, 2]', 200, /portail\.json/],
  ] as const)
    it(`writes nothing when the API ${what}`, async () => {
      Object.assign(server, {body, status});
      const {code, out, err} = await list();
      assert.deepEqual([code, out], [1, '']);
      assert.match(err, words);
    });

  it('writes nothing when no server responds', async () => {
    const gone = await startJsonServer({});
    await gone.close();
    const {code, out, err} = await runPrerender(['--widget=agenda', `--api=${gone.url}`]);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /no answer/);
  });

  for (const [args, words] of [
    [['--widget=liste'], /there is no <spass-liste>/],
    [[], /--widget is missing/],
    [['--widget=resource-list', '--limt=3'], /no such attribute; it has .*limit/],
    [['--widget=resource-list', '--limit', '3'], /written --name=value/],
    [['--widget=resource-list', '--max-age=soon'], /number of seconds/],
    [['--widget=resource-list', '--base-url=accueil'], /URL of a page/],
  ] as const)
    it(`reports invalid arguments: ${args.join(' ') || 'nothing'}`, async () => {
      const {code, out, err} = await runPrerender(args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, words);
    });

  it('S-01 keeps hostile text as text, in both forms of every tag', async () => {
    server.body = JSON.stringify(hostilePortal());
    const widgets = new Set(TAGS.map(({widget}) => `spass-${widget}`));
    widgets.delete('spass-compare');
    widgets.delete('spass-portal');
    const input = [...widgets].map(tag => `<${tag}></${tag}>`).join('');
    for (const form of ['--base=/cdn/', '--light']) {
      const args = ['--widget=portal', `--api=${server.url}`, '--children=-', form];
      const {code, out, err} = await runPrerender(args, {input});
      assert.equal(code, 0, err);
      const [block] = dataBlocks(out);
      assert.deepEqual(JSON.parse(block?.answers[server.url]?.[0] ?? ''), hostilePortal());
      const html = out.replace(/<script type="application\/json"[^>]*>[^<]*<\/script>/, '');
      for (const tag of widgets) {
        const [, own = ''] = html.split(new RegExp(`<${tag}\\b|</${tag}>`));
        assert.ok(own.length > 50, `${tag} ${form}`);
      }
      // Every quote inside a value is escaped, so this expression matches whole tags.
      for (const [tag = ''] of html.matchAll(/<[^>]*>/g)) {
        assert.match(tag, /^<\/?[a-z][\w-]*(?: [\w:-]+(?:="[^"<>]*")?)*>$/, form);
        const names = tag.replace(/"[^"]*"/g, '""');
        assert.doesNotMatch(names, /^<(?:script|style|iframe|object)|\s(?:on\w+|style)=/, form);
        assert.doesNotMatch(tag, /(?:href|src)="\s*(?:javascript|data):/i, form);
      }
      assert.doesNotMatch(out, /\{[{%#]|<\?|<%/, form);
    }
  });
});
