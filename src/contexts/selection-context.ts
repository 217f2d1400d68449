import {createContext} from '@lit/context';
import type {Selection} from '../model/selection.js';

/** Selection shared by the widgets inside a `<spass-portal>`. */
export const selectionContext = createContext<Selection | undefined>(
  Symbol.for('spass/selection/1'),
);
