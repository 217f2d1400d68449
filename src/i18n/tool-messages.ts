import {checking as checkingDe} from './de/checking.js';
import {conversion as conversionDe} from './de/conversion.js';
import {checking as checkingEn} from './en/checking.js';
import {conversion as conversionEn} from './en/conversion.js';
import {checking as checkingFr} from './fr/checking.js';
import {conversion as conversionFr} from './fr/conversion.js';
import type {Translated} from './messages.js';
import {checking as checkingNl} from './nl/checking.js';
import {conversion as conversionNl} from './nl/conversion.js';

export type ToolLanguage = 'fr' | 'nl' | 'en' | 'de';
type PerLanguage<Sentences> = Readonly<Record<ToolLanguage, Sentences>>;

/** Messages of the converter. Not part of any widget. */
export type ConversionMessages = Translated<typeof conversionFr>;

/** Messages of the `check` command. */
export type CheckMessages = Translated<Omit<typeof checkingFr, 'faults' | 'merits'>> & {
  readonly faults: Translated<(typeof checkingFr)['faults']>;
  readonly merits: Translated<(typeof checkingFr)['merits']>;
};

export const conversionMessages: PerLanguage<ConversionMessages> = {
  fr: conversionFr,
  nl: conversionNl,
  en: conversionEn,
  de: conversionDe,
};

export const checkMessages: PerLanguage<CheckMessages> = {
  fr: checkingFr,
  nl: checkingNl,
  en: checkingEn,
  de: checkingDe,
};
