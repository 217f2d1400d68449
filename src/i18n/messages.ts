import type {fr} from './fr.js';

/** Every sentence of the widgets: a language that lacks one does not compile. */
export type Messages = {
  readonly [K in keyof typeof fr]: (typeof fr)[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : string;
};
