import type {SourceModule} from '../registry.js';

export const loadCsv = (): Promise<SourceModule> => import('../csv/csv.js');
