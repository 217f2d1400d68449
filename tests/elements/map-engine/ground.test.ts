import {expect, waitUntil} from '@open-wc/testing';
import {removeMaps, labels, renderMap, type TestMap} from '../../support/map.js';

const texts = ({root}: TestMap, kind: string): string[] =>
  [...root.querySelectorAll(`.towns .${kind}`)].map(one => one.textContent.trim());

/** Returns a paint of the first element that a selector matches. */
const paint = ({root}: TestMap, selector: string, property: 'fill' | 'stroke'): string =>
  getComputedStyle(root.querySelector(selector)!)[property];

describe('the ground of the map', () => {
  afterEach(removeMaps);

  it('has waterlines, names of seas and countries, and a lighter France from afar', () => {
    const map = renderMap([], {center: {lat: 50.4, lon: 1.2}, zoom: 7});
    expect(map.root.querySelectorAll('.waterline path').length).to.be.above(2);
    expect(texts(map, 'sea')).to.include('Manche');
    expect([...texts(map, 'sea'), ...texts(map, 'strait')]).to.include('Mer du Nord');
    expect(texts(map, 'area')).to.include.members(['France', 'Belgique']);
    expect(paint(map, '.outlines .home', 'fill')).not.to.equal(paint(map, '.land', 'fill'));
    expect(paint(map, '.shore', 'stroke')).not.to.equal(paint(map, '.countries', 'stroke'));
    map.view.setMessages({...labels, language: 'nl'});
    expect(texts(map, 'sea')).to.include('Het Kanaal');
    expect(texts(map, 'area')).to.include.members(['Frankrijk', 'België']);
  });

  it('names villages at zoom 10, each with room around it', async () => {
    const map = renderMap([], {center: {lat: 50.05, lon: 3.35}, zoom: 10});
    await waitUntil(() => texts(map, 'village').length > 8, 'no villages', {timeout: 8000});
    const boxes = [...map.root.querySelectorAll('.towns text')].map(one =>
      one.getBoundingClientRect(),
    );
    const villages = [...map.root.querySelectorAll('.towns .village text')];
    for (const village of villages) {
      const {left, right, top, bottom} = village.getBoundingClientRect();
      const close = boxes.filter(
        box => box.left < right && box.right > left && box.top < bottom + 4 && box.bottom > top - 4,
      );
      expect(close.length, village.textContent).to.equal(1);
    }
  });
});
