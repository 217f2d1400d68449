import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {allWidgets, apiResponses, pageOf, WIDGETS} from '../pages/all-widgets.js';
import {scrollThrough} from '../pages/demo-pages.js';
import {openWholePage} from '../support/whole-page.js';
import {isComplete} from '../support/test-scope.js';
import {useSite} from '../pages/use-site.js';

/** Node of the accessibility tree, as the browser passes it to screen readers. */
interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly isInvalid: boolean;
  /** Number of children that are exposed. */
  readonly childCount: number;
}

interface RawNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: {readonly value: string};
  readonly name?: {readonly value: string};
  readonly childIds?: readonly string[];
  readonly properties?: readonly {
    readonly name: string;
    readonly value: {readonly value?: unknown};
  }[];
}

/** Returns all nodes that a screen reader meets, in the order of the page. */
async function accessibleNodes(page: Page): Promise<readonly AccessibleNode[]> {
  const session = await page.context().newCDPSession(page);
  const {nodes} = (await session.send('Accessibility.getFullAXTree')) as {nodes: RawNode[]};
  await session.detach();
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  /** Counts exposed children; children of an ignored node count as children of its parent. */
  const countChildren = ({childIds = []}: RawNode): number =>
    childIds.reduce((sum, id) => {
      const child = byId.get(id);
      if (!child) return sum;
      return sum + (child.ignored ? countChildren(child) : 1);
    }, 0);
  return nodes
    .filter(({ignored}) => !ignored)
    .map(node => ({
      role: node.role?.value ?? '',
      name: node.name?.value ?? '',
      isInvalid: (node.properties ?? []).some(
        ({name, value}) => name === 'invalid' && value.value !== 'false',
      ),
      childCount: countChildren(node),
    }));
}

/** Roles that screen readers list as landmarks. */
const LANDMARKS = new Set([
  'banner',
  'complementary',
  'contentinfo',
  'form',
  'main',
  'navigation',
  'region',
  'search',
]);
/** Pages of the list, so that it has a page navigation. */
const limited = (markup: string): string => markup.replace('paging="pages"', '$& limit="2"');
/** Several widgets of every kind; the explorers have a map, a list and a filter more. */
const SEVERAL = [1, 2, 3]
  .map(n => [...WIDGETS.values()].map(write => limited(write(`/api?${String(n)}`))).join('\n'))
  .join('\n');

describe('the regions of a page with several widgets of a kind', {timeout: 120_000}, () => {
  const fixture = useSite({
    '/one': pageOf(allWidgets()),
    '/several': pageOf(SEVERAL),
    ...apiResponses('/api'),
  });
  let page: Page;

  const open = async (path: string): Promise<readonly AccessibleNode[]> => {
    page = await openWholePage(fixture.browser, `${fixture.site.url}${path}`);
    return accessibleNodes(page);
  };
  const landmarksOf = (nodes: readonly AccessibleNode[]): string[] =>
    nodes.filter(({role}) => LANDMARKS.has(role)).map(({role, name}) => `${role} ${name}`);

  it('A-19 landmarks with a name each, as it is where there is one of a kind', async () => {
    const landmarks = landmarksOf(await open('/one'));
    // The project map and the explorer have a map of the same name.
    for (const name of [
      'region Carte des projets',
      'region Carte du récit',
      'region Carte des contributions',
      'form Proposer une idée',
    ])
      assert.ok(landmarks.includes(name), `${name} is not among ${landmarks.join(' | ')}`);
    await page.close();
  });

  it('A-19 no field that is invalid before anything is entered, also a required one', async () => {
    const nodes = await open('/one');
    assert.deepEqual(
      nodes.filter(({isInvalid}) => isInvalid).map(({name}) => name),
      [],
    );
    await page.close();
  });

  it('A-19 no two landmarks of one name, and no empty list', async () => {
    const nodes = await open('/several');
    const landmarks = landmarksOf(nodes);
    assert.deepEqual(
      landmarks.filter((name, i) => landmarks.indexOf(name) !== i),
      [],
    );
    assert.deepEqual(
      landmarks.filter(name => !/ ./.test(name)),
      [],
    );
    assert.ok(landmarks.length >= 18, landmarks.join(' | '));
    assert.deepEqual(
      nodes.filter(({role, childCount}) => role === 'list' && childCount === 0),
      [],
    );
    await page.close();
  });

  if (isComplete)
    it('A-19 no empty list after the maps have moved to where nothing is', async () => {
      await open('/one');
      const maps = await page.getByRole('region', {name: /^Carte/}).all();
      for (const map of maps) {
        await map.focus();
        for (let n = 0; n < 12; n++) await page.keyboard.press('ArrowLeft');
      }
      await scrollThrough(page);
      const lists = (await accessibleNodes(page)).filter(({role}) => role === 'list');
      assert.ok(lists.length > 8, `only ${String(lists.length)} lists`);
      assert.deepEqual(
        lists.filter(({childCount}) => childCount === 0),
        [],
      );
    });
});
