import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findWidgets} from '../../../../src/tools/snippets/find-widgets.js';
import {parseTags, textOf} from '../../../../src/tools/snippets/html.js';
import {runToEnd} from '../../../support/run-to-end.js';
import {runShell} from '../shell.js';

const COUNT = 200_000;

describe('S-08 a page of a megabyte of tags without an end', () => {
  for (const start of [
    '<!--',
    "<a b='",
    '<a b="c" ',
    '<spass-agenda ',
    '<!-- wp:spass-widgets/widget {',
    '[spass ',
    '<spass|',
  ])
    it(`is read to its end once: ${start}`, () => {
      const page = start.repeat(COUNT);
      runToEnd(() => [findWidgets(page), parseTags(page), textOf(page)]);
    });

  it('is checked for the duties of a partner', {timeout: 120_000}, async () => {
    const page = `<!doctype html><p>Objectifs</p>${'<!--'.repeat(COUNT)}`;
    const {code, err} = await runShell('check --interreg page.html', {'page.html': page});
    assert.deepEqual([code, err], [1, '']);
  });
});
