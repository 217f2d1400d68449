import type {fr} from './fr.js';

/** Messages with the same keys and parameters as the French ones. */
export type Translated<French> = {
  readonly [K in keyof French]: French[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : string;
};

/** All messages, by section. A language without one of them does not compile. */
export type MessageSections = {readonly [S in keyof typeof fr]: Translated<(typeof fr)[S]>};

type UnionToIntersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/**
 * Core messages, and messages of `records` and of the given sections. In French, `records` is not in the main script: a
 * view adds it with its own sections.
 */
export type Messages<S extends keyof MessageSections = never> = MessageSections['core'] &
  MessageSections['records'] &
  UnionToIntersection<MessageSections[S]>;
