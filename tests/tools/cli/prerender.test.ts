import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import type {PortalData} from '../../../portal/src/api/portal-document.js';
import {readDemoPortal, type DemoServer, startServer} from '../../../demo/server/server.js';
import {
  prerenderArgs,
  UPCOMING_EVENT,
  type PrerenderedTag,
  PUBLISHED_CONTRIBUTION,
  TAGS,
} from '../../support/prerender-tags.js';
import {root} from '../../../scripts/setup.mjs';
import {sample} from '../../support/test-scope.js';
import {runPrerender} from '../../support/prerender.js';

const DATA = /<script type="application\/json" data-spass-brought>[^<]*<\/script>\n/g;

const nameOf = ({widget, args}: PrerenderedTag): string =>
  `${[`<spass-${widget}`, ...args.map(arg => arg.slice(2))].join(' ')}>`;

/** Returns a widget as a page writes it inside a portal. */
const childHtml = (tag: PrerenderedTag, index: number, api: string): string => {
  const attributes = prerenderArgs(tag, api)
    .filter(arg => !/^--(?:widget|children)=/.test(arg))
    .map(arg => arg.replace(/^--([\w-]+)=(.*)$/, ' $1="$2"'));
  return `<spass-${tag.widget} id="w${index}"${attributes.join('')}>${tag.children ?? ''}</spass-${tag.widget}>`;
};

describe('prerender', () => {
  let server: DemoServer;
  let api: string;
  let data: PortalData;
  before(async () => {
    data = await readDemoPortal(new URL('../../../demo/data/', import.meta.url));
    const events = [...(data.events ?? []), UPCOMING_EVENT];
    server = await startServer({data: {...data, events, contributions: [PUBLISHED_CONTRIBUTION]}});
    api = new URL('api', server.url).href;
  });
  after(() => server.close());

  for (const tag of sample(TAGS))
    it(`writes ${nameOf(tag)} as a declarative shadow root`, async () => {
      const args = [...prerenderArgs(tag, api), '--base=https://commune.example/spass'];
      const {code, out, err} = await runPrerender(args, {input: tag.children ?? ''});
      assert.equal(code, 0, err);
      const html = out.replace(DATA, '');
      assert.match(html, tag.words);
      const link = `<link rel="stylesheet" href="https://commune.example/spass/spass-${tag.widget}.css" integrity="sha384-`;
      assert.ok(html.includes(`<template shadowrootmode="open">${link}`));
      assert.doesNotMatch(html, /<(?:script|style)|\sstyle=|\son\w+=|<!--/);
    });

  describe('of several widgets in a portal', () => {
    /** HTML of each widget. */
    let fragments: readonly string[];
    before(async () => {
      const args = ['--widget=portal', `--api=${api}`, '--children=-', '--light'];
      const input = TAGS.map((tag, n) => childHtml(tag, n, api)).join('');
      const {code, out, err} = await runPrerender(args, {input});
      assert.equal(code, 0, err);
      fragments = out
        .replace(DATA, '')
        .replace(/<\/spass-portal>\s*$/, '')
        .split(/(?=<spass-[\w-]+ id="w\d+")/)
        .slice(1);
      assert.equal(fragments.length, TAGS.length);
    });

    for (const [index, tag] of TAGS.entries())
      it(`writes ${nameOf(tag)} as plain headings, lists and links`, () => {
        const html = fragments[index] ?? '';
        assert.match(html, tag.words);
        assert.doesNotMatch(
          html,
          /<(?:script|style|template|button|input|svg|form|slot)|\s(?:style|class|part|on\w+)=/,
        );
        if (tag.widget !== 'compare' && tag.widget !== 'contribute')
          assert.match(html, /<li>|<h[2-6]>/);
        assert.doesNotMatch(
          html,
          /<p>(?:(?!<\/p>)[\s\S])*<(?:d[dlt]|figure|h[2-6]|li|ol|p|table|ul)>/,
        );
        // Every element is closed exactly once.
        const open: string[] = [];
        for (const [, end, one = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)\b[^>]*>/g)) {
          if (one === 'img' || one === 'br') continue;
          if (end) assert.equal(open.pop(), one);
          else open.push(one);
        }
        assert.deepEqual(open, []);
      });
  });

  for (const form of sample(['--light', '--base=/cdn/']))
    it(`writes the emblem of the Union with its statement, in its own colours (${form})`, async () => {
      const {interreg, hills} = await import('../../support/project-sheet.js');
      const portal = {...data, programmes: [interreg], projects: [hills]};
      const other = await startServer({data: portal});
      try {
        for (const widget of sample([
          'project-map',
          'programme-timeline',
          'project-progress',
          'project',
        ])) {
          const args = [`--widget=${widget}`, `--api=${new URL('api', other.url).href}`, form];
          const {code, out, err} = await runPrerender([...args, '--no-data', '--lang=nl']);
          assert.equal(code, 0, err);
          assert.match(
            out,
            /<svg[^>]* viewBox="0 0 54 36"[^>]* role="img" aria-label="[^"]+"[^>]*>\s*<path fill="#039" d="[^"]+"><\/path>\s*<path fill="#fc0" d="[^"]+"><\/path>\s*<\/svg>[\s\S]*Medegefinancierd door de Europese Unie/,
          );
        }
      } finally {
        await other.close();
      }
    });

  it('says that a contribution form needs JavaScript, in both forms', async () => {
    for (const [form, lang, sentence] of [
      ['--light', 'de', '<p>Dieses Formular benötigt JavaScript.</p>'],
      ['--base=/cdn/', 'fr', '<noscript><p>Ce formulaire nécessite JavaScript.</p></noscript>'],
    ] as const) {
      const args = ['--widget=contribute', `--api=${api}`, '--contact=mairie@example.org', form];
      const {code, out, err} = await runPrerender([...args, `--lang=${lang}`]);
      assert.equal(code, 0, err);
      assert.ok(out.includes(sentence), out);
      assert.match(out, /href="mailto:mairie@example\.org"/);
    }
  });

  it('writes the same bytes when run again', async () => {
    const args = ['--widget=portal-cards', `--api=${api}`, '--limit=3'];
    const [first, second] = await Promise.all([runPrerender(args), runPrerender(args)]);
    assert.equal(first.code, 0, first.err);
    assert.ok((first.out.match(DATA) ?? [''])[0].includes('/programmes'), 'of several answers');
    assert.equal(second.out, first.out);
  });

  it('allows its inline styles by the hash of their file in sri.json, whatever the records', async () => {
    const hashes = JSON.parse(await readFile(join(root, 'dist/cdn/sri.json'), 'utf8')) as Readonly<
      Record<string, string>
    >;
    for (const [widget, limit] of [
      ['portal-cards', 2],
      ['portal-cards', 4],
      ['programme-timeline', 8],
    ] as const) {
      const args = [`--widget=${widget}`, `--api=${api}`, `--limit=${limit}`, '--no-data'];
      const {code, err} = await runPrerender(args);
      assert.equal(code, 0, err);
      const [, policy = ''] = /^Content-Security-Policy: (.*)$/m.exec(err) ?? [];
      assert.ok(policy.startsWith(`style-src 'self' '${hashes[`spass-${widget}.css`]}'`), policy);
    }
  });

  it('is run several times by one script, in both forms', async () => {
    // Its thread loads built files.
    const path = join(root, 'dist/tools/cli/prerender.js');
    const {prerender} = (await import(
      pathToFileURL(path).href
    )) as typeof import('../../../src/tools/cli/prerender.js');
    const written: string[] = [];
    const io = {
      out: (text: string) => void written.push(text),
      err: (line: string) => assert.fail(line),
      read: () => Promise.reject(new Error('nothing to read')),
      bytes: () => Promise.reject(new Error('nothing to read')),
    };
    const args = ['--widget=resource-list', `--api=${api}`, '--limit=2', '--max-age=60'];
    for (const form of ['--light', '--light', '--base=/spass/'])
      assert.equal(await prerender.run([...args, form], io), 0);
    const [first, second, third] = written.map(html =>
      html.replace(/"made":"[^"]*","until":"[^"]*"/, ''),
    );
    assert.equal(second, first);
    assert.match(third ?? '', /<template shadowrootmode="open">/);
    await assert.rejects(
      prerender.run([...args, '--lmit=3'], io),
      ({name, message}: Error) => name === 'UsageError' && message.includes('--lmit'),
    );
    assert.equal('document' in globalThis, false, 'the script keeps its own globals');
  });

  it('uses the requested language, for its own text and for the API request', async () => {
    const args = ['--widget=resource-list', `--api=${api}`, '--lang=nl', '--limit=1', '--light'];
    const {out} = await runPrerender(args);
    assert.match(out, /<spass-resource-list [^>]*lang="nl"/);
    assert.match(out, new RegExp(`${data.resources?.length} resultaten`));
    assert.match(out, /\/resources\?[^"]*lang=nl/);
  });

  for (const [form, end] of [
    ['--base=/cdn/', /\n/],
    ['--light', /\s·\s/],
  ] as const)
    it(`keeps the facts of a card apart, also in languages of their own (${form})`, async () => {
      const args = ['--widget=portal-cards', `--api=${api}`, '--lang=de', form];
      const {out} = await runPrerender([...args, '--portal=septentrion']);
      const facts = out.replace(/<\/?span[^>]*>/g, '').replace(/<!--.*?-->/g, '');
      const line = new RegExp(`mer du Nord à la Meuse${end.source}Archiv\\s·\\s16`);
      assert.match(facts.replaceAll('&nbsp;', ' '), line);
    });

  for (const format of ['', '--light'])
    it(`keeps records written in the tag, and renders them ${format || 'as they look'}`, async () => {
      const records = [{id: 1, title: 'Un <lavoir> & {{ une }} halle ${7*7} #{x} {'}];
      const input = `<script type="application/json">${JSON.stringify(records)}</script>`;
      const args = ['--widget=resource-list', '--children=-', format].filter(Boolean);
      const {code, out, err} = await runPrerender(args, {input});
      assert.equal(code, 0, err);
      assert.match(
        out,
        /Un &lt;lavoir&gt; &amp; &#123;&#123; une }} halle \$&#123;7\*7} #&#123;x} &#123;/,
      );
      const block = /<script type="application\/json">([^<]*)<\/script>/.exec(out)?.[1] ?? '';
      assert.deepEqual(JSON.parse(block), records);
      assert.doesNotMatch(block, /[{$#]\{/);
    });

  it('resolves URLs against the page for which the fragment is written', async () => {
    const args = ['--widget=portal-cards', '--api=/api', `--base-url=${server.url}accueil/`];
    const {code, out, err} = await runPrerender([...args, '--light']);
    assert.equal(code, 0, err);
    assert.match(out, /<spass-portal-cards api="\/api"/);
    assert.ok(out.includes(`"${api}/portals?`), 'its data are found by their whole address');
  });
});
