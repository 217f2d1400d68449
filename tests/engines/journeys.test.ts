import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {findFirefox, findWebKit} from '../../scripts/setup.mjs';
import {pageOf} from '../pages/all-widgets.js';
import {type Site, startSite} from '../pages/browser-fixture.js';
import {manyResources} from '../support/resources.js';
import {startFirefox} from './firefox.js';
import {type InteractiveEngine, startWebKit} from './webkit.js';

const DATA = JSON.stringify({version: '1', resources: manyResources(5)});
const PAGE = pageOf(`<button id="start">Avant</button>
  <spass-resource-list api="/data.json" facets="type" limit="2" detail sync-url></spass-resource-list>
  <a id="end" href="#end">Après</a>`);

/** Two lists that share a selection: a choice in the second changes the height of the first. */
const LINKED_PAGE = pageOf(`<spass-portal api="/data.json">
    <spass-resource-list facets="" limit="5"></spass-resource-list>
    <p style="block-size: 100vh">Un texte de la commune.</p>
    <spass-resource-list facets="type" limit="5"></spass-resource-list>
  </spass-portal>
  <p style="block-size: 200vh">La suite de la page.</p>`);

/** Functions that the scripts below use in the page. */
const HELPERS = `
  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  const nameOf = element =>
    (element.ariaLabel || element.labels?.[0]?.textContent || element.textContent || element.id)
      .replace(/\\s+/g, ' ').trim();
  const list = () => document.querySelector('spass-resource-list');
  const find = selector => list().shadowRoot.querySelector(selector);
  const textOf = selector => (find(selector)?.textContent ?? '').replace(/\\s+/g, ' ').trim();
  const decode = async png => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + png;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {width: image.width, height: image.height});
    const context = canvas.getContext('2d', {willReadFrequently: true});
    context.drawImage(image, 0, 0);
    return context;
  };`;

interface Stop {
  readonly name: string;
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

for (const [name, found, start] of [
  ['Firefox', findFirefox(), startFirefox],
  ['WebKitGTK', findWebKit(), startWebKit],
] as const)
  describe(`a page by keyboard in ${name}`, {skip: !found && `${name} is missing`}, () => {
    let engine: InteractiveEngine;
    let site: Site;
    before(async () => {
      site = await startSite({'/data.json': DATA, '/': PAGE, '/linked': LINKED_PAGE});
      engine = await start();
    });
    after(async () => {
      await engine.close();
      await site.close();
    });
    beforeEach(async () => {
      await engine.open(site.url);
      await waitFor("list()?.loadComplete && find('.list')");
      await run("document.querySelector('#start').focus()");
    });

    /** Runs an expression in the page. */
    const run = <T = unknown>(expression: string): Promise<T> =>
      engine.run<T>(
        `const done = arguments[arguments.length - 1];${HELPERS}
        (async () => (${expression}))().then(done, error => done(String(error)));`,
      );
    /** Waits until an expression is true. */
    const waitFor = async (expression: string): Promise<void> => {
      const isTrue = await run<boolean>(`new Promise(resolve => {
        const end = Date.now() + 10000;
        const look = () => {
          if (${expression}) resolve(true);
          else if (Date.now() > end) resolve(false);
          else requestAnimationFrame(look);
        };
        look();
      })`);
      assert.ok(isTrue, expression);
    };
    /** Presses Tab until an element whose name contains a text has the focus. */
    const tabTo = async (text: string): Promise<void> => {
      for (let presses = 0; presses < 30; presses++) {
        await engine.press('Tab');
        if ((await run<string>('nameOf(focused())')).includes(text)) return;
      }
      assert.fail(`no tab stop is named ${text}`);
    };
    /** WebKitGTK takes its picture without waiting for the next frame. */
    const painted = () =>
      run(
        'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))',
      );
    const countIs = (count: number) =>
      waitFor(`textOf('.count').startsWith('${String(count)} résultat')`);

    it('A-04 stops at every control once, and shows the focus', async () => {
      const stops: (Stop & {readonly picture: string})[] = [];
      for (;;) {
        await engine.press('Tab');
        const stop = await run<Stop>(`(({left, top, width, height}) => ({
          name: nameOf(focused()),
          box: {x: Math.floor(left) - 6, y: Math.floor(top) - 6, width: Math.ceil(width) + 12, height: Math.ceil(height) + 12},
        }))(focused().getBoundingClientRect())`);
        await painted();
        stops.push({...stop, picture: await engine.screenshot()});
        if (stop.name === 'Après') break;
        assert.ok(stops.length < 30, 'the end of the page is reached');
      }
      const names = stops.map(stop => stop.name);
      assert.deepEqual(new Set(names).size, names.length, names.join());
      for (const expected of ['Marqueur', 'Document', 'Fiche 1', 'Fiche détaillée : Fiche 1'])
        assert.ok(
          names.some(one => one.includes(expected)),
          `${expected}: ${names.join()}`,
        );
      for (const [index, {name: label, box, picture}] of stops.slice(0, -1).entries()) {
        const next = stops[index + 1]?.picture ?? '';
        const changed = await run<number>(`(async () => {
          const {x, y, width, height} = ${JSON.stringify(box)};
          const [a, b] = await Promise.all(['${picture}', '${next}'].map(decode));
          const [p, q] = [a, b].map(one => one.getImageData(x, y, width, height).data);
          let count = 0;
          for (let i = 0; i < p.length; i += 4)
            if (Math.abs(p[i] - q[i]) + Math.abs(p[i + 1] - q[i + 1]) + Math.abs(p[i + 2] - q[i + 2]) > 120) count++;
          return count;
        })()`);
        assert.ok(changed > box.width, `${label}: ${String(changed)} pixels change with the focus`);
      }
    });

    it('A-07 says how many results a choice has', async () => {
      await tabTo('Document');
      await engine.press('Space');
      await countIs(2);
      await waitFor("textOf('[role=status]').includes('2 résultats')");
    });

    it('A-04 keeps the control in use at its place while a linked widget above it changes', async () => {
      await engine.open(`${site.url}/linked`);
      await waitFor("list()?.loadComplete && find('.list')");
      const topOf = 'Math.round(focused().getBoundingClientRect().top)';
      await run('scrollTo(0, 100)');
      await waitFor(
        "performance.getEntriesByType('resource').some(({name}) => name.includes('scroll-anchoring'))",
      );
      await run(`(async () => {
        const second = document.querySelectorAll('spass-resource-list')[1];
        await second.loadComplete;
        const control = [...second.shadowRoot.querySelectorAll('input[type=checkbox]')]
          .find(input => nameOf(input).includes('Document'));
        control.scrollIntoView({block: 'center'});
        control.focus();
      })()`);
      await painted();
      const top = await run<number>(topOf);
      await engine.press('Space');
      await countIs(2);
      await painted();
      const moved = Math.abs((await run<number>(topOf)) - top);
      assert.ok(moved <= 1, `moved by ${String(moved)} px`);
    });

    it('F-11 undoes choices, and closes a dialog, by Back', async () => {
      await tabTo('Document');
      await engine.press('Space');
      await countIs(2);
      await tabTo('Fiche détaillée');
      await engine.press('Enter');
      await waitFor("find('dialog')?.open");
      await engine.travel('back');
      await waitFor("!find('dialog').open");
      await countIs(2);
      await engine.travel('back');
      await countIs(5);
      await engine.travel('forward');
      await countIs(2);
      // A dialog closed by its own key leaves no entry behind.
      await run("find('.opener').focus()");
      await engine.press('Enter');
      await waitFor("find('dialog')?.open");
      await engine.press('Escape');
      await waitFor("!find('dialog').open && !location.search.includes('detail')");
      await engine.travel('back');
      await countIs(5);
    });
  });
