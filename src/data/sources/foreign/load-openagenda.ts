import type {Adapter} from './sources.js';

export const loadOpenagenda = (): Promise<Adapter> => import('../openagenda.js');
