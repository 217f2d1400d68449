import type {SourceModule} from '../registry.js';

export const loadOpendatasoft = (): Promise<SourceModule> =>
  import('../opendatasoft/opendatasoft.js');
