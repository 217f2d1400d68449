import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {plainText} from '../../../../../src/data/sources/shared/readers/plain-text.js';

describe('the plain text of HTML', () => {
  for (const [html, words] of [
    ['<p>Un</p><p>Deux</p>', 'Un\nDeux'],
    ['Un<br>deux <em>trois</em>', 'Un\ndeux trois'],
    ['&lt;b&gt; &amp; &eacute;&#233;&#xE9; &hellip; &OElig;', '<b> & ééé … Œ'],
    ['&amp;lt;script&amp;gt;', '&lt;script&gt;'],
    ['&inconnu; &; &#0; &#xD800;', '&inconnu; &;'],
    ['a<script>b</script>c<style>d</style>e<!-- f -->g', 'a c e g'],
    ['a<script>jamais fermé', 'a'],
    ['a <img src=x onerror=alert(1)> b', 'a b'],
    ['2 < 3 et 4 > 1', '2 < 3 et 4 > 1'],
    ['<a href="x', ''],
    ['a <img alt="5 > 3" title=\'"\'> b', 'a b'],
    ['a <img alt="5 > b', 'a b'],
    ['l&#146;eau &#128;', 'l’eau €'],
    ['Le début [&hellip;]', 'Le début…'],
    ['<SCRIPT>x</ScRiPt>fin', 'fin'],
    ['<ul><li>un</li><li>deux</li></ul>', 'un\ndeux'],
  ] as const) {
    it(`of ${JSON.stringify(html)}`, () => assert.equal(plainText(html), words));
  }

  it('of long HTML is extracted quickly', () => {
    for (const part of [
      '<',
      '<!--',
      '<script',
      '&#1',
      '<p ',
      'a<b',
      '<a "',
      '<a "\'>',
      '<b></script',
    ])
      assert.ok(plainText(part.repeat(50_000)).length <= 200_000, part);
  });

  it('is a string for any input', () =>
    fc.assert(
      fc.property(fc.string({maxLength: 300}), html => typeof plainText(html) === 'string'),
    ));
});
