import {createContext} from '@lit/context';
import type {PortalSource} from '../data/source.js';

/**
 * Source of the widgets inside a `<spass-portal>`: null if its `api` is empty or invalid, undefined before it is set.
 */
export const sourceContext = createContext<PortalSource | null | undefined>(
  Symbol.for('spass/source/1'),
);
