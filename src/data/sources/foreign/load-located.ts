import type * as located from './commune-located-source.js';

export const loadLocated = (): Promise<typeof located> => import('./commune-located-source.js');
