import {checking as checkingDe} from './de/checking.js';
import {conversion as conversionDe} from './de/conversion.js';
import {checking as checkingEn} from './en/checking.js';
import {conversion as conversionEn} from './en/conversion.js';
import {checking as checkingFr} from './fr/checking.js';
import {conversion as conversionFr} from './fr/conversion.js';
import type {Spoken} from './messages.js';
import {checking as checkingNl} from './nl/checking.js';
import {conversion as conversionNl} from './nl/conversion.js';

export type ToolLanguage = 'fr' | 'nl' | 'en' | 'de';
type InEach<Sentences> = Readonly<Record<ToolLanguage, Sentences>>;

/** Messages of the converter. Not part of any widget. */
export type Conversion = Spoken<typeof conversionFr>;

/** Messages of the `check` command. */
export type Checking = Spoken<Omit<typeof checkingFr, 'faults' | 'merits'>> & {
  readonly faults: Spoken<(typeof checkingFr)['faults']>;
  readonly merits: Spoken<(typeof checkingFr)['merits']>;
};

export const conversions: InEach<Conversion> = {
  fr: conversionFr,
  nl: conversionNl,
  en: conversionEn,
  de: conversionDe,
};

export const checkings: InEach<Checking> = {
  fr: checkingFr,
  nl: checkingNl,
  en: checkingEn,
  de: checkingDe,
};
