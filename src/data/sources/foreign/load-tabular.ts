import type {SourceModule} from '../registry.js';

export const loadTabular = (): Promise<SourceModule> => import('../tabular/tabular.js');
