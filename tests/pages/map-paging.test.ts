import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import type {SpassProjectMap} from '../../src/index.js';
import {openPage} from './browser-fixture.js';
import {useDemo} from './use-demo.js';

/** Returns the visible numbers of a map. */
const readNumbers = (page: Page) =>
  page.locator('#many').evaluate(async element => {
    // Kept by the element: V8's inspector holds the promise that it waits for weakly, and can lose it in a long load.
    const widget = element as SpassProjectMap & {kept?: Promise<void>};
    widget.kept = widget.loadComplete;
    await widget.kept;
    const all = (selector: string) => [...(widget.shadowRoot?.querySelectorAll(selector) ?? [])];
    const digits = (text: string | null | undefined) => Number(text?.replace(/\D/g, ''));
    return {
      marked:
        all('.marker').length +
        all('.cluster').reduce((sum, one) => sum + digits(one.textContent), 0),
      marks: all('.marker, .cluster').length,
      inView: digits(all('.in-view')[0]?.textContent),
      notices: all('.notice').map(notice => notice.textContent.trim()),
    };
  });

describe('a map of a server with 12,500 projects', {timeout: 120_000}, () => {
  const demo = useDemo();
  before(async () => {
    // The records are generated on the first request.
    await fetch(new URL('/api-50000/projects?limit=1', demo.url));
  });

  it('A-08 shows 5,000 at first, then all in view, and requests no more than that', async () => {
    const {page, errors} = await openPage(demo.browser, undefined, {
      viewport: {width: 1280, height: 900},
    });
    const asked: URLSearchParams[] = [];
    page.on('request', request => {
      const {pathname, searchParams} = new URL(request.url());
      if (pathname === '/api-50000/projects') asked.push(searchParams);
    });
    await page.goto(new URL('/charge.html', demo.url).href);
    await page.evaluate(() => {
      const widget = document.createElement('spass-project-map');
      widget.id = 'many';
      widget.setAttribute('api', '/api-50000');
      document.body.prepend(widget);
    });
    const first = await readNumbers(page);
    assert.equal(asked.length, 10);
    assert.ok(asked.every(query => query.get('limit') === '500' && !query.has('bbox')));
    assert.deepEqual(first.notices, ['Affichage limité aux 5 000 premiers.'].map(groupDigits));
    assert.equal(first.marked, first.inView);

    // Bavay is in a corner with few projects.
    await page.locator('#many').evaluate(widget => {
      widget.setAttribute('center', '50.3,3.79');
      widget.setAttribute('zoom', '12');
    });
    const near = await readNumbers(page);
    const boxes = asked.slice(10).map(query => query.get('bbox'));
    assert.ok(boxes.length > 0 && boxes.every(box => box !== null && box === boxes[0]));
    const answer = await fetch(
      new URL(`/api-50000/projects?limit=1&bbox=${boxes[0] ?? ''}`, demo.url),
    );
    const {total} = (await answer.json()) as {total: number};
    assert.equal(boxes.length, Math.ceil(total / 500));
    assert.deepEqual(near.notices, []);
    assert.ok(near.inView > 0 && near.inView <= total, `${near.inView} of ${total}`);
    assert.equal(near.marked, near.inView);
    assert.ok(near.marks <= 300);
    assert.deepEqual(errors, []);
    await page.context().close();
  });
});

/** French groups digits with a narrow no-break space. */
const groupDigits = (text: string): string => text.replace('5 000', '5\u202f000');
