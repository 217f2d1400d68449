import type {Adapter} from './sources.js';

export const loadTabular = (): Promise<Adapter> => import('../tabular.js');
