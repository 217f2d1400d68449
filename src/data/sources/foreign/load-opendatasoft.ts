import type {Adapter} from './sources.js';

export const loadOpendatasoft = (): Promise<Adapter> => import('../opendatasoft.js');
