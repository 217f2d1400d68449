import {expect, html, fixture} from '@open-wc/testing';
import '../../src/define/all.js';
import {queryAll, settled} from '../support/widget-fixture.js';
import {recordWarnings} from '../support/console.js';
import {dataBlock} from '../../stories/data-block.js';

const address = (width: number): string => new URL(`/picture-${width}.svg`, location.href).href;

const image = {
  src: address(1200),
  alt: 'La halle',
  width: 1200,
  height: 600,
  sources: [
    {src: address(800), width: 800},
    {src: address(400), width: 400},
  ],
  focus: {x: 0.25, y: 0.9},
};

/** A widget with one picture, and the selector of its image. */
const PLACES: Readonly<Record<string, readonly [record: object, selector: string]>> = {
  'spass-resource-list': [{id: 1, title: 'Une halle', image}, 'img.mark'],
  'spass-portal-cards': [{id: 1, title: 'Une halle', cover: image}, '.cover img'],
  'spass-agenda': [
    {id: 1, title: 'Une halle', image, period: {start: '2999-01-01T10:00'}},
    '.picture img',
  ],
  'spass-directory': [{id: 1, name: 'Une halle', logo: image}, 'img.logo'],
  'spass-story': [{id: 1, steps: [{title: 'Une halle', image}]}, '.picture img'],
};

async function imageOf(tag: string, record: object): Promise<HTMLImageElement> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const el = document.createElement(tag as 'spass-resource-list');
  el.append(dataBlock([record]));
  if (tag === 'spass-story') el.setAttribute('no-map', '');
  host.append(el);
  await settled(el);
  return queryAll<HTMLImageElement>(el, PLACES[tag]![1])[0]!;
}

describe('a picture with several files', () => {
  recordWarnings();

  for (const [tag, [record]] of Object.entries(PLACES))
    it(`lets the browser choose one in <${tag}>, and keeps its focus point visible`, async () => {
      const shown = await imageOf(tag, record);
      expect(shown.srcset).to.equal(
        `${address(400)} 400w, ${address(800)} 800w, ${address(1200)} 1200w`,
      );
      expect(shown.sizes).to.match(/^auto, /);
      expect(shown.src).to.equal(address(1200));
      expect(getComputedStyle(shown).objectPosition).to.equal('25% 90%');
      expect(shown.hasAttribute('srcset')).to.equal(true);
    });

  it('has neither attribute without them', async () => {
    const {sources: _sources, focus: _focus, ...plain} = image;
    const shown = await imageOf('spass-resource-list', {id: 1, title: 'A', image: plain});
    expect(shown.getAttributeNames()).not.to.include.members(['srcset']);
    expect(shown.style.objectPosition).to.equal('');
  });

  it('leaves out files that may not be fetched, or have no width', async () => {
    const sources = [
      {src: 'javascript:alert(1)', width: 100},
      {src: 'http://elsewhere.example/a.jpg', width: 200},
      {src: `${address(300)}?a=1,2,`, width: 300},
      {src: address(500)},
      {src: address(600), width: '600'},
      {src: address(700), width: 0},
      {src: address(800), width: 1.5},
      'https://a.example/b.jpg',
    ];
    const focus = {x: 2, y: 0.5};
    const record = {id: 1, title: 'A', image: {src: address(1200), sources, focus}};
    const shown = await imageOf('spass-resource-list', record);
    expect(shown.srcset).to.equal(`${address(300)}?a=1,2%2C 300w`);
    expect(shown.style.objectPosition).to.equal('');
  });
});
