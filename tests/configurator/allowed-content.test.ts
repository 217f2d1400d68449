import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {allowedContent} from '../../src/tools/snippets/allowed-content.js';
import {DEFAULT_SETTINGS} from '../../src/tools/snippets/settings.js';
import {fromQuery, toQuery} from '../../src/tools/snippets/settings-query.js';

describe('content that a link brings to the configurator', () => {
  const KEPT = [
    '<section data-year="1950"><h3>Hier</h3><p>Le canal &amp; ses <em>berges</em>.</p></section>',
    '<img src="/images/hier.jpg" alt="Vue d’hier" data-year="1950" width="900" height="600">',
    '<p data-state="done">Diagnostic</p>',
    '<ul><li><a href="https://exemple.fr/?a=1&amp;b=2" lang="nl">Lezen</a></li></ul>',
    '<a href="mailto:mairie@ors.example">mairie</a>',
    '1 &lt; 2 et 3 &gt; 2',
  ];
  for (const html of KEPT)
    it(`stays as an author writes it: ${html.slice(0, 40)}`, () => {
      assert.equal(allowedContent(html), html);
    });

  const REMOVED: readonly (readonly [html: string, expected: string])[] = [
    ['<script>alert(1)</script>Un', 'Un'],
    ['<script src="https://evil.example/a.js"></script >Un', 'Un'],
    ['<SCRIPT/x>alert(1)</SCRIPT>Un', 'Un'],
    ['<script>alert(1)', ''],
    ['<img src="x" onerror="alert(1)">', '<img src="x">'],
    ['<p style="position:fixed" class="a" id="b" onclick=alert(1)>Un</p>', '<p>Un</p>'],
    ['<a href="javascript:alert(1)">Un</a>', '<a>Un</a>'],
    ['<a href=" java\nscript:alert(1)">Un</a>', '<a>Un</a>'],
    ['<a href="&#106;avascript:alert(1)">Un</a>', '<a>Un</a>'],
    ['<a href="data:text/html,x">Un</a>', '<a>Un</a>'],
    ['<img src="data:image/svg+xml,x">', '<img>'],
    ['<iframe src="https://evil.example/"></iframe>Un', 'Un'],
    ['<svg><script>1</script></svg>Un', 'Un'],
    ['<form action="https://evil.example/"><button>Un</button></form>', 'Un'],
    ['<spass-contribute api="https://evil.example/"></spass-contribute>Un', 'Un'],
    ['<div data-spass="contribute" data-api="https://evil.example">Un</div>', 'Un'],
    [
      '<p data-spass="contribute" data-api="https://evil.example">Un</p>',
      '<p data-api="https://evil.example">Un</p>',
    ],
    ['<!-- a --><p>Un<!-- b', '<p>Un</p>'],
    ['</spass-story><script>1</script>', ''],
    ['</p></section>Un', 'Un'],
    ['<p title="a" onclick="b', '&lt;p title="a" onclick="b'],
    ['<<script>alert(1)</script>', '&lt;'],
    [
      "<p title='\"><script>alert(1)</script>'>Un</p>",
      '<p title="&quot;>&lt;script>alert(1)&lt;/script>">Un</p>',
    ],
  ];
  for (const [html, expected] of REMOVED)
    it(`loses what runs or is sent: ${html.replaceAll('\n', ' ').slice(0, 50)}`, () => {
      assert.equal(allowedContent(html), expected);
      assert.equal(allowedContent(expected), expected, 'once is enough');
    });

  it('is cleaned when the link is read, and only then', () => {
    const settings = {...DEFAULT_SETTINGS, widget: 'story', content: '<p>Un<script>1</script></p>'};
    assert.equal(fromQuery(toQuery(settings)).content, '<p>Un</p>');
  });
});
