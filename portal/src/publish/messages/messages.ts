import {de} from './de.js';
import {en} from './en.js';
import {fr, type PublishMessages} from './fr.js';
import {nl} from './nl.js';

export type {PublishMessages} from './fr.js';

const CATALOGUES = {fr, nl, en, de} as const satisfies Readonly<Record<string, PublishMessages>>;
export type Language = keyof typeof CATALOGUES;

export const LANGUAGES = Object.keys(CATALOGUES) as readonly Language[];

export const isLanguage = (text: string): text is Language => Object.hasOwn(CATALOGUES, text);

/** Returns the messages of a language. */
export const messagesOf = (language: Language): PublishMessages => CATALOGUES[language];
