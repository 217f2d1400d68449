import {conversion as de} from './de/conversion.js';
import {conversion as en} from './en/conversion.js';
import {conversion as fr} from './fr/conversion.js';
import type {Spoken} from './messages.js';
import {conversion as nl} from './nl/conversion.js';

/** What the tools say to whoever makes a portal; no widget carries it. */
export type Conversion = Spoken<typeof fr>;

export type ToolLanguage = 'fr' | 'nl' | 'en' | 'de';

export const conversions: Readonly<Record<ToolLanguage, Conversion>> = {fr, nl, en, de};
