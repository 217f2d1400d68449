import {html} from 'lit';
import '../../src/define/layer.js';
import type {SpassLayer, SpassProjectMap} from '../../src/index.js';
import {all, texts} from './element.js';

/** Template of a layer. */
export const layerOf = (items: readonly unknown[], label = 'Monuments') =>
  html`<spass-layer label=${label} .items=${items}></spass-layer>`;

export const layersIn = (el: SpassProjectMap): SpassLayer[] => [
  ...el.querySelectorAll<SpassLayer>('spass-layer'),
];

/** Returns the labels of the layer toggles, with their state. */
export const switches = (el: SpassProjectMap): string[] =>
  all(el, '.legend button').map(
    button =>
      `${button.ariaPressed === 'true' ? 'on' : 'off'} ${button.textContent.replace(/\s+/g, ' ').trim()}`,
  );

/** Returns the headings of the list: groups and records. */
export const outline = (el: SpassProjectMap): string[] =>
  texts(el, '.list > :is(h2,h3,h4,h5,h6), .list > ul .title');
