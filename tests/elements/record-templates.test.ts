import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import '../../src/define/all.js';
import {headingViolations} from '../support/accessibility-checks.js';
import {withSilentConsole} from '../support/console.js';
import {manyEvents, now} from '../support/events.js';
import {mapProjects} from '../support/projects.js';
import {queryAll, queryTexts, settled} from '../support/widget-fixture.js';

const portals = [
  {
    id: 'nord',
    title: {fr: 'Nord', nl: 'Het Noorden'},
    family: 'acteur',
    description: '<b>Un réseau</b> & des places fortes',
    url: 'https://portail.example/nord',
    cover: {src: 'https://portail.example/a.jpg', alt: 'La halle'},
    territory: {name: 'Hainaut'},
    updated: '2026-11-01',
    extra: {modele: ['T10', 'T20']},
  },
  {id: 'bare'},
];

/** Markup that runs, requests or redirects if a page parses it. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<p><b onclick=alert(1) onpointerenter=alert(1) style="background:url(/leak)">x</b></p>',
  '<style>:host{display:none}</style><link rel=stylesheet href=/leak.css>',
  '<svg><script>alert(1)</script><a href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><foreignObject><p onclick=alert(1)>x</p></foreignObject></svg>',
  '<math><mtext><a href="javascript:alert(1)">x</a></mtext></math>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data=/leak></object><embed src=/leak>',
  '<form action="javascript:alert(1)"><input autofocus onfocus=alert(1)><button>x</button></form>',
  '<a href="javascript:alert(1)">x</a><a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a><a href="https://u:p@leak.example">x</a>',
  '<a href="vbscript:x">x</a><a href="file:///x">x</a><a href="blob:https://x/1">x</a>',
  '<base href="/leak/"><meta http-equiv=refresh content="0;url=/leak">',
  '<picture><source srcset=/leak><img srcset="/leak 1x" src="http://leak.example/a.png"></picture>',
  '<video src=/leak poster=/leak></video><audio src=/leak></audio><table background=/leak></table>',
  '<details open ontoggle=alert(1)>x</details><dialog open>x</dialog><div popover>x</div>',
  '<template shadowrootmode=open><script>alert(1)</script></template><noscript><p>x</p></noscript>',
  '<spass-resource-list api=/leak.json></spass-resource-list><x-y></x-y><b is=x-y>x</b>',
  '<p __proto__=x constructor=x valueof=x>x</p><a href="javascript:alert(1)" __proto__=x>x</a>',
  '<form><input name=attributes><input name=localName><input name=childNodes></form>',
  '<p id=popup-title slot=heading part=foot contenteditable tabindex=0 accesskey=x>x</p>',
];

interface Widget extends HTMLElement {
  readonly loadComplete: Promise<void>;
  readonly updateComplete: Promise<boolean>;
}

const create = async (
  tag: string,
  kind: string,
  markup: string,
  items: readonly unknown[],
): Promise<Widget> => {
  const template = document.createElement('template');
  // Parsed as the page's own HTML would be.
  template.innerHTML = markup;
  template.dataset['for'] = kind;
  const parent = await fixture(html`<div lang="fr"></div>`);
  const el = document.createElement(tag) as HTMLElement as Widget;
  Object.assign(el, {items, now});
  el.append(template);
  parent.append(el);
  await settled(el);
  return el;
};
const shown = (el: Element) => queryTexts(el, '.own');

describe('a template of the page', () => {
  it('shows the fields of a record as text, a checked link and a picture', async () => {
    const el = await create(
      'spass-portal-cards',
      'card',
      `<img class="photo" data-field="cover">
      <h4 class="name big"><a data-field="url"><span data-field="title"></span></a></h4>
      <p>Territoire : <span data-field="territory.name"></span></p>
      <p data-field="description"></p><p>Màj : <b data-field="updated"></b></p>
      <ul><li data-field="extra.modele"></li></ul><i data-field="constructor"></i>`,
      portals,
    );
    expect(shown(el)).to.deep.equal([
      'Nord Territoire : Hainaut <b>Un réseau</b> & des places fortesMàj : 1er novembre 2026 T10, T20',
      'Sans titre (bare)',
    ]);
    expect(queryAll(el, 'h3[part="name big"] > a[part=link][rel=noopener]').length).to.equal(1);
    expect(queryAll<HTMLImageElement>(el, 'img[part=photo]')[0]?.alt).to.equal('La halle');
    expect(queryAll(el, '.own [data-field], .own [class]')).to.deep.equal([]);
    expect(headingViolations(el, 3)).to.deep.equal([]);
    await expect(el).to.be.accessible();
    el.setAttribute('lang', 'nl');
    await settled(el);
    expect(shown(el)[0]).to.match(/^Het Noorden/);
  });

  it('follows a change of the template, and its removal restores the widget’s own card', async () => {
    const el = await create('spass-portal-cards', 'card', '<p data-field="title"></p>', portals);
    expect(queryAll(el, '.own [role=heading] a[href]').length).to.equal(1);
    const template = el.querySelector('template')!;
    template.content.append(Object.assign(document.createElement('p'), {textContent: 'Fin'}));
    await new Promise(requestAnimationFrame);
    await settled(el);
    expect(shown(el)).to.deep.equal(['NordFin', 'Sans titre (bare)Fin']);
    template.remove();
    await new Promise(requestAnimationFrame);
    await settled(el);
    expect(shown(el)).to.deep.equal([]);
    expect(queryTexts(el, '.card .title')[0]).to.equal('Nord');
  });

  for (const [tag, kind, items, first] of [
    ['spass-resource-list', 'row', portals, 'Nord'],
    ['spass-agenda', 'row', manyEvents(3), manyEvents(3)[0]!.title],
    ['spass-directory', 'row', [{id: 1, name: 'CAUE', url: 'https://caue.example/'}], 'CAUE'],
  ] as const)
    it(`<${tag}> shows rows by it, whose links send the record to the page`, async () => {
      const el = await create(tag, kind, '<strong data-field="title"></strong>', items);
      expect(shown(el)[0]).to.equal(first);
      const link = queryAll(el, '.own a[href]')[0]!;
      const selected = oneEvent(el, 'spass-record-select');
      el.addEventListener('spass-record-select', event => event.preventDefault());
      link.click();
      const {record} = (await selected) as unknown as {record: {id: unknown}};
      expect(record).to.have.property('id');
      await expect(el).to.be.accessible();
    });

  it('is the popup of a map, named by the record', async () => {
    const el = await create(
      'spass-project-map',
      'popup',
      '<p class="what">Projet <b data-field="title"></b></p>',
      mapProjects,
    );
    el.scrollIntoView();
    await settled(el);
    queryAll(el, '.see')[0]?.click();
    await settled(el);
    const popup = queryAll(el, '[role=dialog]')[0]!;
    expect(popup.querySelector('.own [part~=what]')?.textContent).to.contain('Projet');
    expect(popup.querySelectorAll('.close').length).to.equal(1);
    const name = popup.querySelector('#popup-title')?.textContent;
    expect(popup.querySelector('.own')?.textContent).to.contain(name);
  });

  it('applies to the widgets inside an explorer', async () => {
    const data = [{portals, resources: [{id: 1, title: 'Atlas'}]}];
    const el = await create('spass-explorer', 'card', '<p data-field="title"></p>', data);
    const cards = el.shadowRoot!.querySelector('spass-portal-cards')!;
    expect(shown(cards)[0]).to.equal('Nord');
  });

  it('S-16 has no link to another origin from an own field of the data', async () => {
    const el = await create('spass-portal-cards', 'card', '<a data-field="extra.site">Site</a>', [
      {id: 'a', extra: {site: ' https://leak.example/a'}},
      {id: 'b', extra: {site: 'https://portail.example/b'}},
    ]);
    el.setAttribute('link-origin', 'https://portail.example');
    await settled(el);
    const links = queryAll<HTMLAnchorElement>(el, '.own a[href]');
    expect(links.map(({href}) => href)).to.deep.equal(['https://portail.example/b']);
  });

  it('S-02 keeps nothing that runs, requests or leads anywhere unsafe', async () => {
    await withSilentConsole(async warnings => {
      const ran: unknown[] = [];
      Object.assign(window, {alert: (value: unknown) => ran.push(value)});
      const el = await create(
        'spass-portal-cards',
        'card',
        `<svg><a href="javascript:alert(1)"><text>x</text></a><foreignObject><a href="javascript:alert(1)">y</a></foreignObject></svg>
        <img src="https://portail.example/a.jpg" srcset="https://leak.example/b.jpg 1x" style="color:red" onerror="alert(1)">
        <a href="data:text/html,x" ping="/leak" target="_top">d</a><a href="JaVaScRiPt:alert(1)">j</a>
        <a data-field="url" href="javascript:alert(1)">u</a><a data-field="description">q</a>
        <p id="popup-title" is="x-y" contenteditable slot="heading" data-field="title"></p>`,
        [{...portals[0], description: 'javascript:alert(1)', url: 'https://portail.example/ok'}],
      );
      const template = el.querySelector('template')!;
      for (const payload of HOSTILE) {
        const other = document.createElement('template');
        other.innerHTML = payload;
        template.content.append(other.content);
      }
      await new Promise(requestAnimationFrame);
      await settled(el);
      const root = queryAll(el, '.own')[0]!;
      const forbidden =
        'script, style, svg, math, iframe, object, embed, form, input, button, select, textarea, meta, base, link, ' +
        'template, video, audio, source, details, dialog, [srcset], [style], [id], [slot], [is], [ping], [target], ' +
        '[contenteditable], [popover], [tabindex], [autofocus], [background]';
      expect([...root.querySelectorAll(forbidden)].map(one => one.outerHTML)).to.deep.equal([]);
      for (const element of root.querySelectorAll('*')) {
        for (const {name} of element.attributes) expect(name).not.to.match(/^on|^xlink|^form/);
        expect(element.namespaceURI).to.equal('http://www.w3.org/1999/xhtml');
        expect(element.localName).not.to.contain('-');
      }
      for (const link of root.querySelectorAll('a[href]'))
        expect((link as HTMLAnchorElement).protocol).to.match(/^(https?|mailto|tel):$/);
      for (const image of root.querySelectorAll('img[src]'))
        expect((image as HTMLImageElement).src).to.match(/^https?:/);
      expect(root.querySelectorAll('a[part~=link]').length).to.equal(1);
      expect(ran).to.deep.equal([]);
      expect(warnings.join('\n')).to.contain('<template data-for="card">: <script> is removed');
    });
  });
});
