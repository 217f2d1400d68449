import type {SourceModule} from '../registry.js';

export const loadGeojson = (): Promise<SourceModule> => import('../geojson/geojson.js');
