import type {MessageSections} from '../messages.js';
import {count} from './core.js';

export const layers: MessageSections['layers'] = {
  layers: 'Ebenen',
  layer: n => `Ebene ${n}`,
  layerFarther: 'zum Anzeigen vergrößern',
  layersMissing: (n, names) => `${n === 1 ? 'Ebene' : 'Ebenen'} derzeit nicht verfügbar: ${names}.`,
  layerCount: (name, count) => `${name}: ${count}`,
  clusterOf: (shown, what) => `${shown}: ${what}, vergrößern`,
  unlocatedRecords: (n, shown) => count(n, shown, 'Eintrag ohne Ort', 'Einträge ohne Ort'),
  away: distance => `in ${distance} Entfernung`,
  othersNear: (n, shown, distance) =>
    `und ${count(n, shown, 'weiterer', 'weitere')} im Umkreis von ${distance}`,
  noProjectNear: (distance, names) => `Kein Projekt im Umkreis von ${distance} um: ${names}.`,
  nothingNear: distance => `Nichts im Umkreis von ${distance} um ein Projekt.`,
  unmeasured: 'Die Entfernungen lassen sich nicht messen: Alle Projekte werden gezeigt.',
  atCommune: 'in der Gemeinde verortet',
};
