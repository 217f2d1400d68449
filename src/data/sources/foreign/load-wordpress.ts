import type {SourceModule} from '../registry.js';

export const loadWordpress = (): Promise<SourceModule> => import('../wordpress/wordpress.js');
