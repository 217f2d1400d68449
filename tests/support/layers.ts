import {html} from 'lit';
import '../../src/define/layer.js';
import type {SpassLayer, SpassProjectMap} from '../../src/index.js';
import {queryAll, queryTexts} from './widget-fixture.js';

/** Template of a layer. */
export const layerTemplate = (items: readonly unknown[], label = 'Monuments') =>
  html`<spass-layer label=${label} .items=${items}></spass-layer>`;

export const layersIn = (el: SpassProjectMap): SpassLayer[] => [
  ...el.querySelectorAll<SpassLayer>('spass-layer'),
];

/** Returns the labels of the layer toggles, with their state. */
export const layerToggles = (el: SpassProjectMap): string[] =>
  queryAll(el, '.legend button').map(
    button =>
      `${button.ariaPressed === 'true' ? 'on' : 'off'} ${button.textContent.replace(/\s+/g, ' ').trim()}`,
  );

/** Returns the headings of the list: groups and records. */
export const listOutline = (el: SpassProjectMap): string[] =>
  queryTexts(el, '.list > :is(h2,h3,h4,h5,h6), .list > ul .title');
