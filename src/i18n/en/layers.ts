import type {MessageSections} from '../messages.js';
import {count} from './core.js';

export const layers: MessageSections['layers'] = {
  layers: 'Layers',
  layer: n => `Layer ${n}`,
  layerFarther: 'zoom in to see it',
  layersMissing: (n, names) => `${n === 1 ? 'Layer' : 'Layers'} missing for now: ${names}.`,
  layerCount: (name, count) => `${name}: ${count}`,
  clusterOf: (shown, what) => `${shown}: ${what}, zoom in`,
  unlocatedRecords: (n, shown) =>
    count(n, shown, 'record without a place', 'records without a place'),
  away: distance => `${distance} away`,
  othersNear: (n, shown, distance) =>
    `and ${count(n, shown, 'other', 'others')} within ${distance}`,
  noProjectNear: (distance, names) => `No project within ${distance} of: ${names}.`,
  nothingNear: distance => `Nothing within ${distance} of a project.`,
  unmeasured: 'Distances cannot be measured: all projects are shown.',
  atCommune: 'placed at its municipality',
};
