import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CONFIGURATOR, demoPages, GUIDE} from '../pages/demo-pages.js';

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Returns the links of the site map. */
const siteMapLinks = (html: string): readonly string[] =>
  [...(/id="pages"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '').matchAll(/href="([^"]*)"/g)].map(
    ([, href]) => String(href),
  );

describe('the pages of the demo', () => {
  for (const [path, html] of demoPages) {
    it(`${path} is a complete page`, () => {
      assert.match(html, /^<!doctype html>\n<html lang="fr"/);
      for (const [what, pattern] of Object.entries({
        title: /<title>[^<]{10,}<\/title>/g,
        description: /<meta name="description" content="[^"]{50,160}">/g,
        main: /<main id="contenu"/g,
        'skip link': /<a class="evitement" href="#contenu">/g,
        header: /<header /g,
        footer: /<footer /g,
      }))
        assert.equal([...html.matchAll(pattern)].length, 1, what);
      assert.doesNotMatch(html, / style=|<style|<script>|\son\w+=/, 'nothing inline');
    });

    it(`${path} lists every page, and marks itself`, () => {
      assert.deepEqual(
        [...siteMapLinks(html)].sort(),
        [CONFIGURATOR, GUIDE, ...demoPages.keys()].sort(),
      );
      assert.ok(html.includes(`<a href="${path}" aria-current="page">`), 'itself');
    });

    it(`${path} shows the exact code that it runs`, () => {
      const page = oneLine(html.replace(/<pre class="code">[\s\S]*?<\/pre>/g, ''));
      for (const [, code = ''] of html.matchAll(/<pre class="code"><code>([\s\S]*?)<\/code>/g))
        assert.ok(
          page.includes(oneLine(unescaped(code).replaceAll('https://exemple.fr/', '/'))),
          code,
        );
    });

    it(`I-04 ${path} follows French typography`, () => {
      const text = html
        .replace(
          /<(pre|code|script|svg)[\s\S]*?<\/\1>|<[^>]*lang="(nl|en|de)"[\s\S]*?<\/section>/g,
          '',
        )
        .replace(/<[^>]*>/g, '');
      for (const fault of [/'/, / [;:!?»]/, /« /, /\S[;!?»]/, /«[^\u202f]/]) {
        const found = fault.exec(text);
        assert.equal(found && text.slice(found.index - 30, found.index + 30), null, fault.source);
      }
    });
  }
});
