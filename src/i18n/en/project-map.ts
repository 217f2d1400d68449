import type {MessageSections} from '../messages.js';
import {count} from './core.js';

export const projectMap: MessageSections['projectMap'] = {
  map: 'Map of the projects',
  cluster: (n, shown) => `${count(n, shown, 'project', 'projects')}, zoom in`,
  inView: n => `In this area: ${n}`,
  unlocated: (n, shown) => count(n, shown, 'project without a place', 'projects without a place'),
  zoomForList: (about, isSample) =>
    `Zoom in for the list (${isSample ? 'at least' : '≈'} ${about}).`,
};
