import type {MessageSections} from '../messages.js';
import {count} from './core.js';

export const projectMap: MessageSections['projectMap'] = {
  map: 'Kaart van de projecten',
  cluster: (n, shown) => `${count(n, shown, 'project', 'projecten')}, inzoomen`,
  inView: n => `In dit gebied: ${n}`,
  unlocated: (n, shown) => count(n, shown, 'project zonder plaats', 'projecten zonder plaats'),
  zoomForList: (about, isSample) =>
    `Zoom in voor de lijst (${isSample ? 'minstens' : '≈'} ${about}).`,
};
