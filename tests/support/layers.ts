import {html} from 'lit';
import '../../src/define/layer.js';
import type {SpassLayer, SpassProjectMap} from '../../src/index.js';
import type {Resource} from '../../src/model/records.js';
import {all, texts} from './element.js';

/** Near the lock of Ors: 40 m and 210 m north of it; the third 2 km away, the last one nowhere. */
export const monuments: readonly Resource[] = [
  {
    id: 'PA1',
    title: 'Église Saint-Martin',
    url: 'https://example.org/PA1',
    geo: {lat: 50.10436, lon: 3.635},
    commune: {name: 'Ors', insee: '59450'},
  },
  {
    id: 'PA2',
    title: 'Maison forestière',
    url: 'https://example.org/PA2',
    geo: {lat: 50.10589, lon: 3.635},
    commune: {name: 'Ors', insee: '59450'},
  },
  {
    id: 'PA3',
    title: 'Moulin',
    url: 'https://example.org/PA3',
    geo: {lat: 50.122, lon: 3.635},
    commune: {name: 'Catillon-sur-Sambre', insee: '59137'},
  },
  {id: 'PA4', title: 'Croix disparue', url: 'https://example.org/PA4', geo: null},
];

/** A layer of some records. */
export const layerOf = (items: readonly unknown[], label = 'Monuments') =>
  html`<spass-layer label=${label} .items=${items}></spass-layer>`;

export const layersIn = (el: SpassProjectMap): SpassLayer[] => [
  ...el.querySelectorAll<SpassLayer>('spass-layer'),
];

/** What the switches of the layers say, with their state. */
export const switches = (el: SpassProjectMap): string[] =>
  all(el, '.legend button').map(
    button =>
      `${button.ariaPressed === 'true' ? 'on' : 'off'} ${button.textContent.replace(/\s+/g, ' ').trim()}`,
  );

/** The list as a reader goes through it: titles of groups, then those of records. */
export const outline = (el: SpassProjectMap): string[] =>
  texts(el, '.list > :is(h2,h3,h4,h5,h6), .list > ul .title');
