import {createContext} from '@lit/context';
import type {PortalSource} from '../data/source.js';

/** Where the widgets inside a `<spass-portal>` get their data; null where its `api` names nothing, undefined before. */
export const sourceContext = createContext<PortalSource | null | undefined>(
  Symbol.for('spass/source/1'),
);
