import type {SourceModule} from '../registry.js';

export const loadPmtiles = (): Promise<SourceModule> => import('../pmtiles/pmtiles.js');
