import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';
import {checkDeveloperPage} from '../pages/developer-pages.js';
import {useDemo} from '../pages/use-demo.js';

describe('each page for developers', () => {
  const demo = useDemo();

  for (const page of readdirSync(join(root, 'dist/guide/developers')))
    if (page.endsWith('.html'))
      it(`${page} is accessible, with a live example that works`, () =>
        checkDeveloperPage(demo.browser, `${demo.url}guide/developers/${page}`));
});
