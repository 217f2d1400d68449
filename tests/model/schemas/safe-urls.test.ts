import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import fc from 'fast-check';
import {linkEmail, safeLink, safeFetchUrl} from '../../../src/model/schemas/safe-urls.js';

const BASE = 'https://portal.example/fr/page?x=1';

const rejectedUrls = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript\u0000:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,<svg onload="alert(1)"/>',
  'vbscript:msgbox(1)',
  'blob:https://portal.example/7c0f',
  'file:///etc/passwd',
  'filesystem:https://portal.example/x',
  'about:blank',
  'view-source:https://example.org',
  'ftp://example.org/',
  'ws://example.org/',
  'intent://scan/#Intent;end',
  'https://user@example.org/',
  'https://user:password@example.org/',
  'https://example.org%40@evil.example/',
  'https:\\\\evil.example',
  '/\\evil.example',
  'https://example.org/a\\b',
  'https://exa\u0000mple.org/',
  'https://example.org/\u007f',
  'https://exa mple.org/',
  'https://[::1',
  'http://',
  'https://example.org:99999/',
];

describe('a link', () => {
  it('is the same by the fast path for plain URLs as by full parsing', () => {
    const part = fc.constantFrom(
      'a',
      'Z',
      '9',
      '-',
      '_',
      '.',
      '/',
      '%41',
      'xn--',
      'é',
      ' ',
      ':',
      '@',
    );
    const words = (least: number) =>
      fc.array(part, {minLength: least, maxLength: 8}).map(parts => parts.join(''));
    fc.assert(
      fc.property(words(1), words(0), (host, path) => {
        const address = `https://${host}.example/${path}`;
        let whole: string | undefined;
        try {
          const url = new URL(address);
          if (!url.username && !url.password) whole = url.href;
        } catch {
          // Not a URL.
        }
        assert.equal(safeLink(address), whole);
      }),
      {numRuns: 5000},
    );
  });

  for (const address of rejectedUrls) {
    it(`is not created from ${JSON.stringify(address)}`, () => {
      assert.equal(safeLink(address, BASE), undefined);
      assert.equal(safeLink(address), undefined);
    });
  }

  const acceptedUrls: readonly (readonly [string, string])[] = [
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['http://example.org', 'http://example.org/'],
    ['mailto:caue@example.org', 'mailto:caue@example.org'],
    ['tel:+33320000000', 'tel:+33320000000'],
    [' https://example.org/ ', 'https://example.org/'],
    ['\thttps://example.org/\n', 'https://example.org/'],
    ['\u00a0https://example.org/', 'https://example.org/'],
    ['https://www.EXAMPLE/a', 'https://www.example/a'],
    ['fiche/1', 'https://portal.example/fr/fiche/1'],
    ['/logo.svg', 'https://portal.example/logo.svg'],
    ['?page=2', 'https://portal.example/fr/page?page=2'],
    ['//example.org/a', 'https://example.org/a'],
    ['https://écluse.example/é', 'https://xn--cluse-9ra.example/%C3%A9'],
    ['#javascript:x', 'https://portal.example/fr/page?x=1#javascript:x'],
    ['https://example.org/?u=https://a@b', 'https://example.org/?u=https://a@b'],
  ];
  for (const [address, href] of acceptedUrls) {
    it(`is created from ${JSON.stringify(address)}`, () =>
      assert.equal(safeLink(address, BASE), href));
  }

  it('is not created from a relative URL without a base', () => {
    for (const address of ['fiche/1', '/a', '//example.org', '', '#a'])
      assert.equal(safeLink(address), undefined, address);
  });

  it('has one of four schemes, or is rejected, for any text', () => {
    const scheme = fc.constantFrom('javascript', 'java\nscript', 'data', 'HTTPS', '\tblob', '');
    const text = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.tuple(scheme, fc.string()).map(([name, rest]) => `${name}:${rest}`),
      fc.webUrl(),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(BASE, undefined), (address, base) => {
        assert.match(safeLink(address, base) ?? 'https:', /^(https?|mailto|tel):/);
        assert.match(safeFetchUrl(address, base) ?? 'https:', /^(https:|http:\/\/(localhost|127))/);
      }),
      {numRuns: 2000},
    );
  });
});

describe('a URL that the page fetches itself', () => {
  afterEach(() => Reflect.deleteProperty(globalThis, 'location'));
  const visit = (origin: string): void => {
    Object.defineProperty(globalThis, 'location', {value: {origin}, configurable: true});
  };

  for (const address of [
    ...rejectedUrls,
    'mailto:a@example.org',
    'tel:1',
    'http://example.org/a.png',
    'ftp://127.0.0.1/a',
  ]) {
    it(`cannot be ${JSON.stringify(address)}`, () =>
      assert.equal(safeFetchUrl(address, BASE), undefined));
  }

  for (const host of ['localhost:4173', '127.0.0.1:8080', '127.10.20.30', '[::1]:3000']) {
    it(`may be on this machine: ${host}`, () =>
      assert.equal(safeFetchUrl(`http://${host}/api`), `http://${host}/api`));
  }

  for (const host of [
    'notlocalhost',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'x127.0.0.1.example',
  ])
    it(`is not local because its name suggests it: ${host}`, () =>
      assert.equal(safeFetchUrl(`http://${host}/`), undefined));

  it('may be at the page’s own origin, without https if the page has none', () => {
    visit('http://intranet.example');
    assert.equal(safeFetchUrl('http://intranet.example/a.png'), 'http://intranet.example/a.png');
    assert.equal(
      safeFetchUrl('/a.png', 'http://intranet.example/b'),
      'http://intranet.example/a.png',
    );
    assert.equal(safeFetchUrl('http://intranet.example:81/a.png'), undefined);
    assert.equal(safeFetchUrl('http://other.example/a.png'), undefined);
  });

  it('must be https anywhere else', () =>
    assert.equal(safeFetchUrl('//cdn.example/a.png', BASE), 'https://cdn.example/a.png'));
});

describe('an e-mail address in a text', () => {
  for (const address of ['mairie@ors.fr', 'hélène.d+projets@ors.fr', "o'brien@town.example"])
    it(`${address} becomes a link`, () => assert.equal(linkEmail(address), `mailto:${address}`));

  for (const text of [
    'mairie',
    'Mairie <mairie@ors.fr>',
    'mairie@ors.fr?bcc=a@b.example',
    'mailto:mairie@ors.fr',
    'https://mairie@ors.fr/',
    'ors.fr/@mairie',
    '//mairie@ors.fr',
  ])
    it(`${text} stays as it is`, () => assert.equal(linkEmail(text), text));
});
