import type {Adapter} from './sources.js';

export const loadPmtiles = (): Promise<Adapter> => import('../pmtiles.js');
