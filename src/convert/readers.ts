import {readLink, readList, readText, readWord} from '../data/sources/foreign/values.js';

/** A text, however long: what is kept for good is not cut. */
function wholeText(value: unknown): unknown {
  const text = typeof value === 'string' ? value.trim() : readText(value);
  return text === '' ? undefined : text;
}

/** A file or several, by their addresses. */
const readFiles = (value: unknown): unknown => {
  const list = readList(value);
  return Array.isArray(list) ? list.map((url: unknown) => ({url: readLink(url)})) : list;
};

/** Partners by their names, the country in brackets: `CAUE du Nord (FR); Parc des Plaines de l’Escaut (BE)`. */
const readPartners = (value: unknown): unknown => {
  const list = readList(value);
  if (!Array.isArray(list)) return list;
  return list.map((text: unknown) => {
    const [, name, country] = /^(.*\S)\s*\(([A-Za-z]{2})\)$/.exec(String(text)) ?? [];
    return name === undefined ? {name: text} : {name, country: country?.toUpperCase()};
  });
};

/** A code of a commune: a spreadsheet takes `01004` for a number, and loses its nought. */
export const withZero = (code: string): string => (/^[1-9]\d{3}$/.test(code) ? `0${code}` : code);

const readCode = (value: unknown): unknown => {
  const word = readWord(value);
  return typeof word === 'string' ? withZero(word) : word;
};

/** How fields of a portal that is kept are read, where that is not as a widget reads them. */
export const READERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  description: wholeText,
  abstract: wholeText,
  body: wholeText,
  intro: wholeText,
  text: wholeText,
  attachments: readFiles,
  partners: readPartners,
  'commune.insee': readCode,
  'territory.insee': readCode,
};
