import {stubResponses} from '../support/fetch-stub.js';
import {expect, fixture, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../src/define/portal.js';
import '../../src/define/portal-cards.js';
import '../../src/define/resource-list.js';
import {renderExplorer, WIDE} from '../support/explorer.js';

type Widget = Element & {readonly loadComplete: Promise<void>};

const invalid = (kind: string) => [{id: 1, title: kind, url: `ftp://${kind}.example`}];
for (const path of ['/invalid', '/invalid-explorer', '/invalid-portal', '/invalid-related'])
  stubResponses.set(`${path}.json`, {
    resources: invalid('resources'),
    portals: invalid('portals').map(one => ({...one, family: 'projet'})),
  });

describe('a warning about data of several widgets', () => {
  let lines: string[];
  let onLine: () => void;
  const {warn} = console;
  const {requestIdleCallback} = window;
  beforeEach(() => {
    lines = [];
    onLine = () => {};
    console.warn = (line: string) => {
      lines.push(line);
      onLine();
    };
    // Lists are validated when the browser is idle, which may take seconds on a busy machine.
    window.requestIdleCallback = run => setTimeout(run);
  });
  afterEach(() => {
    console.warn = warn;
    window.requestIdleCallback = requestIdleCallback;
  });
  before(() => setViewport({width: 1280, height: 900}));

  /** Waits for a number of warnings; returns the tag and the collection of each. */
  const warnings = async (count: number): Promise<string[]> => {
    await new Promise<void>(resolve => {
      onLine = () => {
        if (lines.length >= count) resolve();
      };
      onLine();
    });
    return lines
      .map(line => line.replace(/^(<[\w-]+>): .*invalid value\(s\): (\w+)\[.*$/, '$1 $2'))
      .sort();
  };

  it('names the tag that runs the query, not the removed one that opened the source', async () => {
    const first = await fixture<Widget>(
      html`<spass-portal-cards api="/invalid.json"></spass-portal-cards>`,
    );
    await first.loadComplete;
    expect(await warnings(1)).to.deep.equal(['<spass-portal-cards> portals']);
    first.remove();
    await fixture(html`<spass-resource-list api="/invalid.json"></spass-resource-list>`);
    expect(await warnings(2)).to.deep.equal([
      '<spass-portal-cards> portals',
      '<spass-resource-list> resources',
    ]);
  });

  it('names the widgets inside a <spass-portal>', async () => {
    await fixture(
      html`<spass-portal api="/invalid-portal.json">
        <spass-portal-cards></spass-portal-cards>
        <spass-resource-list></spass-resource-list>
      </spass-portal>`,
    );
    expect(await warnings(2)).to.deep.equal([
      '<spass-portal-cards> portals',
      '<spass-resource-list> resources',
    ]);
  });

  it('names the widget that shows the portals, not the list before it that only refers to them', async () => {
    await fixture(
      html`<spass-portal api="/invalid-related.json">
        <spass-resource-list facets="family"></spass-resource-list>
        <spass-portal-cards></spass-portal-cards>
      </spass-portal>`,
    );
    expect(await warnings(2)).to.deep.equal([
      '<spass-portal-cards> portals',
      '<spass-resource-list> resources',
    ]);
  });

  it('names the <spass-explorer> for all of its views', async () => {
    await renderExplorer(
      WIDE,
      html`<spass-explorer views="cards list" api="/invalid-explorer.json"></spass-explorer>`,
    );
    expect(await warnings(2)).to.deep.equal([
      '<spass-explorer> portals',
      '<spass-explorer> resources',
    ]);
  });
});
