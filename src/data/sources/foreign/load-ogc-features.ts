import type {Adapter} from './sources.js';

export const loadOgcFeatures = (): Promise<Adapter> => import('../ogc-features.js');
