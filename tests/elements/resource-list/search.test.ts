import {expect, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {FakeTimers} from '../../support/fake-timers.js';
import {queryAll, loadedFixture, queryTexts, statusText} from '../../support/widget-fixture.js';
import {threeResources} from '../../support/resources.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';

const list = html`<spass-resource-list></spass-resource-list>`;
const titles = (el: SpassResourceList) => queryTexts(el, '[part=link]');
const field = (el: SpassResourceList) => queryAll<HTMLInputElement>(el, 'input[type=search]')[0]!;
const words = (server: StubServer) => server.queriesFor().map(({q}) => q ?? '');

function type(el: SpassResourceList, value: string): void {
  field(el).value = value;
  field(el).dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

describe('<spass-resource-list> search', () => {
  let clock: FakeTimers;
  beforeEach(() => (clock = new FakeTimers()));
  afterEach(() => clock.restore());

  it('filters complete data on each key, without a request', async () => {
    const server = new StubServer({resources: threeResources}, true);
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    type(el, 'l');
    await el.loadComplete;
    expect(titles(el)).to.deep.equal(['Atlas de Flandre', 'Murailles et jardins', 'Un lavoir']);
    type(el, 'la');
    await el.loadComplete;
    expect(titles(el)).to.deep.equal(['Atlas de Flandre', 'Un lavoir']);
    type(el, 'lav');
    await el.loadComplete;
    expect(titles(el)).to.deep.equal(['Un lavoir']);
  });

  it('E-10 sends one request to a server, half a second after the last key', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    for (const part of ['lav', 'lavo', 'lavoi', 'lavoir']) {
      type(el, part);
      clock.advance(499);
      await el.updateComplete;
    }
    expect(words(server)).to.deep.equal(['']);
    clock.advance(1);
    await el.loadComplete;
    expect(words(server)).to.deep.equal(['', 'lavoir']);
    expect(titles(el)).to.deep.equal(['Un lavoir']);
  });

  it('E-10 sends no request for two letters, and shows how many are missing', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    type(el, 'la');
    clock.advance(5000);
    await el.loadComplete;
    expect(words(server)).to.deep.equal(['']);
    expect(field(el).value).to.equal('la');
    expect(statusText(el)).to.equal('');
    expect(queryTexts(el, '.search p')).to.deep.equal([
      'Saisissez au moins trois lettres, ou appuyez sur Entrée.',
    ]);
  });

  it('E-10 sends the request immediately on Enter, and once only', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    type(el, 'la');
    field(el).dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'}));
    await el.loadComplete;
    clock.advance(5000);
    await el.loadComplete;
    expect(words(server)).to.deep.equal(['', 'la']);
  });

  it('sends the request immediately when the field is emptied', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(
      server,
      html`<spass-resource-list></spass-resource-list>`,
    );
    type(el, 'lavoir');
    clock.advance(500);
    await el.loadComplete;
    type(el, '');
    await el.loadComplete;
    expect(words(server)).to.deep.equal(['', 'lavoir', '']);
    expect(titles(el).length).to.equal(3);
  });

  it('sends no request for added spaces', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    type(el, 'lavoir');
    clock.advance(500);
    await el.loadComplete;
    type(el, '  lavoir ');
    clock.advance(500);
    await el.loadComplete;
    expect(words(server)).to.deep.equal(['', 'lavoir']);
    expect(field(el).value).to.equal('  lavoir ');
  });

  it('does not resolve loadComplete while a search is pending', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    type(el, 'lavoir');
    let isDone = false;
    const done = el.loadComplete.then(() => (isDone = true));
    await el.updateComplete;
    await el.updateComplete;
    expect(isDone).to.equal(false);
    clock.advance(500);
    await done;
    expect(titles(el)).to.deep.equal(['Un lavoir']);
  });

  it('never shows an outdated result', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    server.isHeld = true;
    for (const word of ['atlas', 'lavoir']) {
      type(el, word);
      clock.advance(500);
      await el.updateComplete;
    }
    const [, first, second] = server.queries;
    expect(first?.signal.aborted).to.equal(true);
    second?.answer();
    await el.loadComplete;
    first?.answer();
    await el.loadComplete;
    await el.updateComplete;
    expect(titles(el)).to.deep.equal(['Un lavoir']);
  });

  it('announces the result once, half a second after the last key', async () => {
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list .items=${threeResources}></spass-resource-list>`,
    );
    const heard: (string | undefined)[] = [];
    const observer = new MutationObserver(() => heard.push(statusText(el)));
    observer.observe(queryAll(el, '[role=status]')[0]!, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    for (const part of ['la', 'lav']) {
      type(el, part);
      clock.advance(499);
      await el.loadComplete;
    }
    expect(heard).to.deep.equal([]);
    clock.advance(1);
    await el.loadComplete;
    await Promise.resolve();
    expect(heard).to.deep.equal(['1 résultat']);
    clock.advance(5000);
    await el.loadComplete;
    observer.disconnect();
    expect(heard.length).to.equal(1);
  });

  it('leaves no timer when it is removed, and requests nothing afterwards', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    // In engines without requestIdleCallback, the validation of responses waits for a timer too.
    const others = clock.pendingCount;
    type(el, 'lavoir');
    expect(clock.pendingCount).to.equal(others + 1);
    const home = el.parentElement!;
    el.remove();
    expect(clock.pendingCount).to.equal(others);
    await el.loadComplete;
    home.append(el);
    await el.loadComplete;
    expect(words(server)).to.deep.equal(['']);
    expect(field(el).value).to.equal('');
  });

  it('keeps the pending text when another filter is selected', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    type(el, 'atlas');
    queryAll<HTMLInputElement>(el, '[data-facet=section] input')[0]!.click();
    await el.updateComplete;
    clock.advance(500);
    await el.loadComplete;
    const {q, section} = server.queriesFor().at(-1) ?? {};
    expect([q, section]).to.deep.equal(['atlas', ['mediatheque']]);
  });

  it('discards pending text when everything is cleared', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    queryAll<HTMLInputElement>(el, '[data-facet=section] input')[0]!.click();
    await el.loadComplete;
    type(el, 'atlas');
    queryAll(el, '.bar > .quiet')[0]!.click();
    clock.advance(5000);
    await el.loadComplete;
    expect(words(server)).to.deep.equal(['', '', '']);
    expect(field(el).value).to.equal('');
  });

  it('restores the current text if the page cancels the event', async () => {
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list .items=${threeResources}></spass-resource-list>`,
    );
    el.addEventListener('spass-filter-change', change => change.preventDefault());
    type(el, 'lavoir');
    await el.loadComplete;
    expect(titles(el).length).to.equal(3);
  });
});

describe('<spass-resource-list> typing', () => {
  it('keeps the focus and the caret while the list changes', async () => {
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list .items=${threeResources}></spass-resource-list>`,
    );
    field(el).focus();
    await sendKeys({type: 'lvoir '});
    for (let i = 0; i < 5; i++) await sendKeys({press: 'ArrowLeft'});
    await sendKeys({type: 'a'});
    await el.loadComplete;
    expect(field(el).value).to.equal('lavoir ');
    expect(field(el).selectionStart).to.equal(2);
    expect(el.shadowRoot?.activeElement?.id).to.equal('q');
    expect(titles(el)).to.deep.equal(['Un lavoir']);
  });
});
