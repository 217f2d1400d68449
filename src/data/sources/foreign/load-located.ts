import type * as located from './located.js';

export const loadLocated = (): Promise<typeof located> => import('./located.js');
