import {expect, fixture, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../src/define/all.js';
import type {DataWidget} from '../../src/elements/base/data-widget.js';
import {mixedEvents, now} from '../support/events.js';
import {queryAll, queryTexts} from '../support/widget-fixture.js';
import {renderExplorer, NARROW, openTab} from '../support/explorer.js';
import {network, subject} from '../support/portals.js';
import {mixed} from '../support/programmes.js';
import {mapProjects} from '../support/projects.js';
import {threeResources, manyResources} from '../support/resources.js';
import {portalData} from '../support/portal-data.js';
import {waitUntil} from '../support/wait-until.js';

type Thing = Readonly<Record<string, unknown>>;
interface List {
  readonly '@type': string;
  readonly name?: string;
  readonly numberOfItems: number;
  readonly itemListElement: readonly {readonly item: Thing}[];
}

/** Waits until the structured data are written: their code is loaded on its own. */
const structuredDataWritten = async (el: DataWidget): Promise<void> => {
  await import('../../src/elements/parts/records/structured-data.js');
  await el.loadComplete;
  await el.updateComplete;
  await el.loadComplete;
};
const show = async (template: ReturnType<typeof html>): Promise<DataWidget> => {
  const el = await fixture<DataWidget>(template);
  await structuredDataWritten(el);
  if (el.structuredData) await waitUntil(() => scripts(el).length > 0, 'it never told');
  return el;
};
const scripts = (el: Element) => [
  ...el.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]'),
];
const lists = (el: Element) => scripts(el).map(({textContent}) => JSON.parse(textContent) as List);
const names = (el: Element) =>
  lists(el).flatMap(({itemListElement}) => itemListElement.map(({item}) => item['name']));
/** Returns the links that a crawler sees that does not read shadow trees. */
const links = (el: Element) =>
  [...el.querySelectorAll('a')].map(({href, textContent}) => [href, textContent]);

before(() => setViewport({width: 1280, height: 900}));

describe('structured-data', () => {
  it('describes the records shown, and nothing else', async () => {
    const el = await show(
      html`<spass-resource-list
        structured-data
        limit="10"
        .items=${manyResources(23)}
      ></spass-resource-list>`,
    );
    expect(names(el)).to.deep.equal(queryTexts(el, '.list [part=link]'));
    expect(lists(el)[0]?.numberOfItems).to.equal(10);
    expect(links(el).length).to.equal(10);
    queryAll(el, '[part=more]')[0]?.click();
    await structuredDataWritten(el);
    expect(names(el)).to.deep.equal(queryTexts(el, '.list [part=link]'));
    expect(scripts(el).length, 'one script').to.equal(1);
    const field = queryAll<HTMLInputElement>(el, 'input[type=search]')[0]!;
    field.value = 'Fiche 23';
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await structuredDataWritten(el);
    expect(names(el)).to.deep.equal(['Fiche 23']);
    expect(links(el)).to.deep.equal([
      [queryAll<HTMLAnchorElement>(el, '.list [part=link]')[0]?.href, 'Fiche 23'],
    ]);
    field.value = 'zzz';
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await structuredDataWritten(el);
    expect(el.childElementCount, 'nothing to tell of').to.equal(0);
  });

  it('adds nothing visible, audible or focusable', async () => {
    const el = await show(
      html`<spass-resource-list structured-data .items=${threeResources}></spass-resource-list>`,
    );
    for (const child of el.children) {
      expect(child.slot).to.equal('structured-data');
      expect(child.getClientRects().length, child.localName).to.equal(0);
    }
    const [link] = el.querySelectorAll('a');
    link?.focus();
    expect(document.activeElement === link).to.equal(false);
    await expect(el).to.be.accessible();
  });

  it('describes portals, projects, programmes, events, actors and stories', async () => {
    const kinds = async (template: ReturnType<typeof html>) => {
      const el = await show(template);
      const items = lists(el).flatMap(list => list.itemListElement.map(({item}) => item));
      return items.map(item => String(item['@type']));
    };
    expect(
      await kinds(
        html`<spass-portal-cards
          structured-data
          .items=${[network, subject]}
        ></spass-portal-cards>`,
      ),
    ).to.deep.equal(['WebSite', 'WebSite']);
    const projects = await kinds(
      html`<spass-project-map structured-data .items=${mapProjects}></spass-project-map>`,
    );
    expect(projects).to.deep.equal(mapProjects.map(() => 'Project'));
    const events = await kinds(
      html`<spass-agenda structured-data .now=${now} .items=${mixedEvents}></spass-agenda>`,
    );
    expect(new Set(events)).to.deep.equal(new Set(['Event']));
    const actors = await kinds(
      html`<spass-directory
        structured-data
        .items=${[{id: 1, name: 'CAUE du Nord'}]}
      ></spass-directory>`,
    );
    expect(actors).to.deep.equal(['Organization']);
    const stories = await kinds(
      html`<spass-story
        structured-data
        .items=${[{id: 1, title: 'Le rempart', steps: [{title: 'Un', text: 'Texte'}]}]}
      ></spass-story>`,
    );
    expect(stories).to.deep.equal(['Article']);
  });

  it('names on the timeline the programme that funds a project', async () => {
    const el = await show(
      html`<spass-programme-timeline structured-data .items=${mixed}></spass-programme-timeline>`,
    );
    const funded = lists(el)[0]?.itemListElement.filter(({item}) => item['funding']);
    expect(JSON.stringify(funded?.[0]?.item['funding'])).to.match(/"name":"/);
    expect(new Set(names(el)).size).to.equal(names(el).length);
  });

  it('is removed with the attribute and with the widget, and added with them', async () => {
    const el = await show(
      html`<spass-resource-list structured-data .items=${threeResources}></spass-resource-list>`,
    );
    const place = el.parentElement!;
    expect(scripts(el).length).to.equal(1);
    el.removeAttribute('structured-data');
    await el.updateComplete;
    expect(el.childElementCount).to.equal(0);
    el.setAttribute('structured-data', '');
    await structuredDataWritten(el);
    expect(scripts(el).length).to.equal(1);
    el.remove();
    expect(el.childElementCount).to.equal(0);
    place.append(el);
    await structuredDataWritten(el);
    expect(scripts(el).length).to.equal(1);
    expect(names(el).length).to.equal(threeResources.length);
  });

  it('is absent without the attribute', async () => {
    const el = await show(
      html`<spass-resource-list .items=${threeResources}></spass-resource-list>`,
    );
    expect(el.childElementCount).to.equal(0);
  });

  it('names the list as the page does, and repeats no link of the page', async () => {
    const [first] = threeResources;
    const el = await show(
      html`<spass-resource-list structured-data .items=${threeResources}
        ><h2 slot="heading">Nos ressources</h2>
        <a href=${first?.url ?? ''}>Atlas</a></spass-resource-list
      >`,
    );
    expect(lists(el)[0]?.name).to.equal('Nos ressources');
    const own = links(el).map(([href]) => href);
    expect(new Set(own).size).to.equal(own.length);
    expect(queryAll(el, 'slot:not([name])').length, 'the page’s own is no longer drawn').to.equal(
      0,
    );
  });

  it('S-01 cannot be escaped from, whatever the data contain', async () => {
    const evil = '</script><script>globalThis.evil = 1</script><!-- \u2028 & ]]>';
    const el = await show(
      html`<spass-resource-list
        structured-data
        .items=${[{id: 1, title: evil, url: 'https://example.org/1'}]}
      ></spass-resource-list>`,
    );
    const [script] = scripts(el);
    expect(script?.textContent).not.to.match(/[<>&\u2028\u2029]/);
    expect(names(el)).to.deep.equal([evil]);
    const parsed = new DOMParser().parseFromString(el.outerHTML, 'text/html');
    expect(parsed.querySelectorAll('script').length, 'as text it is one script too').to.equal(1);
    expect('evil' in globalThis).to.equal(false);
  });

  it('describes the visible views of an explorer, in the page itself', async () => {
    const el = await renderExplorer(
      NARROW,
      html`<spass-explorer structured-data .items=${[portalData]}></spass-explorer>`,
    );
    await structuredDataWritten(el);
    await structuredDataWritten(el);
    expect(names(el).length).to.equal(portalData.portals.length);
    await openTab(el, 'Ressources');
    await structuredDataWritten(el);
    expect(names(el).sort()).to.deep.equal([
      'Atlas de Flandre',
      'Murailles et jardins',
      'Un lavoir',
    ]);
    expect(links(el).length).to.equal(3);
  });
});
