import type {MessageSections} from '../messages.js';
import {count} from './core.js';

export const projectMap: MessageSections['projectMap'] = {
  map: 'Karte der Projekte',
  cluster: (n, shown) => `${count(n, shown, 'Projekt', 'Projekte')}, vergrößern`,
  inView: n => `In diesem Ausschnitt: ${n}`,
  unlocated: (n, shown) => count(n, shown, 'Projekt ohne Ort', 'Projekte ohne Ort'),
  zoomForList: (about, isSample) =>
    `Für die Liste näher heranzoomen (${isSample ? 'mindestens' : '≈'} ${about}).`,
};
