import {createContext} from '@lit/context';
import type {Selection} from '../model/selection.js';

/** The selection that the widgets inside a `<spass-portal>` share. */
export const selectionContext = createContext<Selection | undefined>(
  Symbol.for('spass/selection/1'),
);
