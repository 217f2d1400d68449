import {de} from './de.js';
import {en} from './en.js';
import {fr} from './fr.js';
import type {Messages} from './messages.js';
import {nl} from './nl.js';

/** The languages that the widgets speak, by primary subtag. */
export const CATALOGUES: Readonly<Record<string, Messages>> = {fr, nl, en, de};

/** The sentences for a BCP 47 language; French for one that we don't speak. */
export const messagesFor = (language: string): Messages => {
  const primary = language.toLowerCase().split('-', 1)[0] ?? '';
  return Object.hasOwn(CATALOGUES, primary) ? (CATALOGUES[primary] as Messages) : fr;
};
