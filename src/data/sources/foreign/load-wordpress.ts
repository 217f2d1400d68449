import type {Adapter} from './sources.js';

export const loadWordpress = (): Promise<Adapter> => import('../wordpress.js');
