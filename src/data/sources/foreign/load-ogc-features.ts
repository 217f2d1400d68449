import type {SourceModule} from '../registry.js';

export const loadOgcFeatures = (): Promise<SourceModule> =>
  import('../ogc-features/ogc-features.js');
