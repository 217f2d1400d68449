import {
  readLink,
  readList,
  readText,
  readWord,
} from '../../data/sources/shared/rows/value-readers.js';

/** Reads a text without the length limit of widgets. */
function readFullText(value: unknown): unknown {
  const text = typeof value === 'string' ? value.trim() : readText(value);
  return text === '' ? undefined : text;
}

/** Reads one or more URLs as attachments. */
const readFiles = (value: unknown): unknown => {
  const list = readList(value);
  return Array.isArray(list) ? list.map((url: unknown) => ({url: readLink(url)})) : list;
};

/** Reads partners by name, with the country in brackets: `CAUE du Nord (FR); Parc des Plaines de l’Escaut (BE)`. */
const readPartners = (value: unknown): unknown => {
  const list = readList(value);
  if (!Array.isArray(list)) return list;
  return list.map((text: unknown) => {
    const [, name, country] = /^(.*\S)\s*\(([A-Za-z]{2})\)$/.exec(String(text)) ?? [];
    return name === undefined ? {name: text} : {name, country: country?.toUpperCase()};
  });
};

/** Restores the leading zero of a municipality code: spreadsheets read `01004` as a number. */
export const restoreLeadingZero = (code: string): string =>
  /^[1-9]\d{3}$/.test(code) ? `0${code}` : code;

const readCode = (value: unknown): unknown => {
  const word = readWord(value);
  return typeof word === 'string' ? restoreLeadingZero(word) : word;
};

/** Readers of fields that differ from those of the widgets. */
export const READERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  description: readFullText,
  abstract: readFullText,
  body: readFullText,
  intro: readFullText,
  text: readFullText,
  attachments: readFiles,
  partners: readPartners,
  'commune.insee': readCode,
  'territory.insee': readCode,
};
