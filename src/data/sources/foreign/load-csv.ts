import type {Adapter} from './sources.js';

export const loadCsv = (): Promise<Adapter> => import('../csv.js');
