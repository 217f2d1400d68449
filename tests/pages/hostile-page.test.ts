import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {
  call,
  draw,
  type HostileSite,
  startChromium,
  startHostileSite,
} from '../hostile/hostile-site.js';
import {hostilePortal} from '../hostile/hostile-portal.js';
import {attributesByTag} from '../hostile/attribute-checks.js';
import type {Drawing} from '../hostile/in-page.js';

/** Keys that some library reads from an object without checking own properties. */
const POLLUTED_KEYS = [
  'innerHTML',
  'outerHTML',
  'textContent',
  'html',
  'text',
  'content',
  'template',
  'src',
  'srcdoc',
  'srcset',
  'href',
  'url',
  'link',
  'action',
  'data',
  'value',
  'nodeName',
  'tagName',
  'is',
  'attributes',
  'style',
  'class',
  'onload',
  'onerror',
  'onclick',
  'integrity',
  'nonce',
  'sourceURL',
  'script',
  'location',
  'title',
  'children',
  'part',
];

/** Ids and names of page elements that scripts read from `window` and `document`. */
const CLOBBERED_NAMES = [
  'customElements',
  'config',
  'L',
  'portal',
  'spass',
  'spass-widgets',
  'SPASS',
  'define',
  'currentScript',
  'head',
  'scripts',
  'forms',
  'images',
  'litHtmlVersions',
  'litElementVersions',
  'reactiveElementVersions',
  'litPropertyMetadata',
  'trustedTypes',
  'L_DISABLE_3D',
  'L_NO_TOUCH',
  'fetch',
  'history',
  'navigator',
  'performance',
  'crypto',
  'origin',
  'parent',
  'top',
  'self',
  'name',
  'status',
  'event',
  'action',
  'attributes',
  'children',
  'parentNode',
  'title',
  'hidden',
  'fonts',
  'readyState',
  'body',
  'activeElement',
  'scrollingElement',
];

const widgets: readonly Drawing[] = [...attributesByTag.keys()]
  .filter(tag => tag !== 'spass-layer')
  .map(tag => ({tag, attributes: {api: '/data/plain.json', limit: '3'}}));

const page = (head: string, body = '') =>
  [
    'text/html; charset=utf-8',
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="/pic">
<script src="/in-page.js"></script>${head}<script src="/cdn/spass-widgets.js" defer></script></head><body>${body}<main></main></body></html>`,
  ] as const;

describe('a hostile or careless page', {timeout: 120_000}, () => {
  let site: HostileSite;
  let engine: Awaited<ReturnType<typeof startChromium>>;
  before(async () => {
    site = await startHostileSite();
    site.documents.set('plain', JSON.stringify(hostilePortal(['Un', 'Deux', 'Trois'])));
    engine = await startChromium();
  });
  after(async () => {
    await engine.close();
    await site.close();
  });

  const open = async (...given: Parameters<typeof page>) => {
    site.files.set('/page', page(...given));
    site.unexpectedRequests.length = 0;
    await engine.open(`${site.url}/page`);
  };

  it('S-08 causes no code to run although Object.prototype has unexpected properties', async () => {
    const values = [
      '<img src=/leak onerror=alert(1)>',
      'javascript:alert(1)',
      '/leak',
      "alert('x')",
    ];
    for (const [turn, value] of values.entries()) {
      const keys = JSON.stringify(POLLUTED_KEYS);
      site.files.set('/pollute.js', [
        'text/javascript',
        `for (const key of ${keys}) Object.defineProperty(Object.prototype, key, {value: ${JSON.stringify(value)}, writable: true, configurable: true, enumerable: ${String(turn % 2 === 1)}});`,
      ]);
      await open('<script src="/pollute.js"></script>');
      // The drawing script must not fail itself: it removes the keys while it reads.
      const {events, faults} = await draw(engine, widgets);
      assert.deepEqual(
        events.filter(event => /\) ran|violation/.test(event)),
        [],
        value,
      );
      assert.deepEqual(faults, [], value);
      assert.deepEqual(
        site.unexpectedRequests.filter(path => path.startsWith('/leak')),
        [],
        value,
      );
    }
  });

  it('S-09 gets the same rendering although its elements have names that scripts look up', async () => {
    /** Returns the words of all widgets of a page, sorted. */
    const words = async (body = ''): Promise<string[]> => {
      await open('', body);
      await call(engine, 'show', widgets);
      await call(engine, 'parts');
      const all = (await call<string[]>(engine, 'texts')).join(' ');
      return [...new Set(all.split(/[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})/u))].sort();
    };
    const plain = await words();
    // Without its code a map would be a plain list of links.
    assert.ok(plain.includes('dézoomer'), plain.join(' '));
    const elements = CLOBBERED_NAMES.map(
      name =>
        `<img name="${name}" id="${name}" alt=""><form name="${name}"><input name="${name}" hidden></form><a id="${name}" name="${name}"></a>`,
    ).join('');
    assert.deepEqual(await words(`<div hidden>${elements}</div>`), plain);
    assert.deepEqual(await call(engine, 'events'), []);
  });

  it('S-13 keeps every global and every built-in unchanged, whatever is drawn and used', async () => {
    // Before the script of the widgets.
    await open('<script>hostile.remember()</script>');
    await draw(engine, widgets, 6);
    const changed = await call<string[]>(engine, 'changed');
    assert.deepEqual(changed, []);
  });
});
