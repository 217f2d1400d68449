import type {fr} from './fr.js';

/** French sentences as any language says them. */
export type Spoken<French> = {
  readonly [K in keyof French]: French[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : string;
};

/** Every sentence of the widgets, by who says it: a language that lacks one does not compile. */
export type Sections = {readonly [S in keyof typeof fr]: Spoken<(typeof fr)[S]>};

type Both<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** What every widget says, and what is in the sections named. */
export type Messages<S extends keyof Sections = never> = Sections['core'] & Both<Sections[S]>;
