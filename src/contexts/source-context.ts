import {createContext} from '@lit/context';
import type {PortalSource} from '../data/source.js';

/** Where the widgets inside a `<spass-portal>` get their data; undefined while it has no usable `api`. */
export const sourceContext = createContext<PortalSource | undefined>(Symbol.for('spass/source/1'));
