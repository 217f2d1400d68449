import {expect, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {startPrintSheet} from '../../../src/elements/parts/print/print-sheet.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {queryAll} from '../../support/widget-fixture.js';
import {manyResources} from '../../support/resources.js';

const openForPrint = () => dispatchEvent(new Event('beforeprint'));
const endPrint = () => dispatchEvent(new Event('afterprint'));

const list = (paging: string) =>
  loadedFixtureWithSource<SpassResourceList>(
    new StubServer({resources: manyResources(30)}),
    html`<spass-resource-list limit="6" paging=${paging}></spass-resource-list>`,
  );

describe('<spass-resource-list> on paper', () => {
  before(async () => {
    await setViewport({width: 700, height: 900});
    startPrintSheet(false);
  });
  afterEach(async () => {
    endPrint();
    await emulateMedia({media: 'screen'});
  });

  it('has no dots between the page numbers, which are not printed', async () => {
    const el = await list('pages');
    await emulateMedia({media: 'print'});
    expect(queryAll(el, '.pages')[0]!.checkVisibility()).to.equal(false);
  });

  it('begins with a line, as far above its first row as the lines of its rows, and has no count', async () => {
    const el = await list('more');
    await emulateMedia({media: 'print'});
    openForPrint();
    const [first, second] = queryAll(el, '.row h3').map(title => title.getBoundingClientRect().top);
    const [rows] = queryAll(el, '.list');
    const [row] = queryAll(el, '.row');
    expect(getComputedStyle(rows!).borderBlockStartStyle).to.equal('solid');
    const above = first! - rows!.getBoundingClientRect().top;
    expect(above).to.be.closeTo(second! - row!.getBoundingClientRect().bottom, 1.5);
    expect(queryAll(el, '.count')[0]!.checkVisibility()).to.equal(false);
  });
});
