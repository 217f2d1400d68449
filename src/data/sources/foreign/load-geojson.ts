import type {Adapter} from './sources.js';

export const loadGeojson = (): Promise<Adapter> => import('../geojson.js');
