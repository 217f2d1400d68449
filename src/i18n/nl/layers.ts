import type {MessageSections} from '../messages.js';
import {count} from './core.js';

export const layers: MessageSections['layers'] = {
  layers: 'Lagen',
  layer: n => `Laag ${n}`,
  layerFarther: 'zoom in om deze te zien',
  layersMissing: (n, names) =>
    `${n === 1 ? 'Laag' : 'Lagen'} voorlopig niet beschikbaar: ${names}.`,
  layerCount: (name, count) => `${name}: ${count}`,
  clusterOf: (shown, what) => `${shown}: ${what}, inzoomen`,
  unlocatedRecords: (n, shown) => count(n, shown, 'item zonder plaats', 'items zonder plaats'),
  away: distance => `op ${distance}`,
  othersNear: (n, shown, distance) => `en nog ${shown} binnen ${distance}`,
  noProjectNear: (distance, names) => `Geen project binnen ${distance} van: ${names}.`,
  nothingNear: distance => `Niets binnen ${distance} van een project.`,
  unmeasured: 'De afstanden kunnen niet worden gemeten: alle projecten worden getoond.',
  atCommune: 'plaats: de gemeente',
};
