import type {SourceModule} from '../registry.js';

export const loadOpenagenda = (): Promise<SourceModule> => import('../openagenda/openagenda.js');
