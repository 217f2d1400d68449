import type * as located from '../../decorators/commune-located-source.js';

export const loadLocated = (): Promise<typeof located> =>
  import('../../decorators/commune-located-source.js');
