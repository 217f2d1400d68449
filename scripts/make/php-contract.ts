// Writes integrations/php/contributions/contract.json, the rules of contributions for the CMS plugins:
// `npx tsx scripts/make/php-contract.ts`.
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {
  MAX_JSON_SIZE,
  MAX_PARTS,
  MAX_PHOTO_SIZE,
  MAX_PHOTOS,
} from '../../portal/src/contributions/form.js';
import {type ReceiptMessages, receiptMessages} from '../../portal/src/contributions/messages.js';
import {MAX_REPLY_LENGTH} from '../../portal/src/contributions/moderation-pages.js';
import {MAX_PIXELS, MAX_SIDE} from '../../portal/src/contributions/photos/photo.js';
import {parseSettings} from '../../portal/src/settings.js';
import {
  MAX_ALT_LENGTH,
  MAX_NAME_LENGTH,
  MAX_TEXT_LENGTH,
  MAX_VERTICES,
  REQUIREMENTS,
} from '../../src/model/contribution-kinds.js';
import {COLLECTIONS} from '../../src/model/records.js';
import {geo, MAX_LANGUAGES, text} from '../../src/model/schemas/part-schemas.js';
import {RECORD_SCHEMAS} from '../../src/model/schemas/record-schemas.js';
import {
  direction,
  id,
  MAX_GEOMETRY_LENGTH,
  MAX_LINE_LENGTH,
  shape,
  string,
} from '../../src/model/schemas/scalar-schemas.js';
import type {Schema} from '../../src/model/schemas/schema-builder.js';
import {CMS_MESSAGES} from '../integrations/contribution-messages.js';
import {root} from '../setup.mjs';

export const CONTRACT_FILE = join(root, 'integrations/php/contributions/contract.json');

/** Fields that only the server sets, or that are checked with the files. */
const SERVER_FIELDS = new Set(['id', 'photos', 'created', 'state', 'reply']);

/** Types for which the PHP has a rule. */
const TYPES = new Map<Schema<unknown>, string>([
  [string, 'string'],
  [text, 'text'],
  [geo, 'geo'],
  [id, 'id'],
  [shape, 'shape'],
  [direction, 'direction'],
]);

function typeOf(name: string, schema: Schema<unknown>): string {
  const type = TYPES.get(schema);
  if (!type) throw new Error(`The PHP has no rule for the field "${name}": ${schema.expects}`);
  return type;
}

/** Replaces functions of a number by texts with `%d`. */
const asTemplates = (messages: object): unknown =>
  Object.fromEntries(
    Object.entries(messages).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'function'
        ? (value as (number: string) => string)('%d')
        : typeof value === 'object' && value !== null
          ? asTemplates(value)
          : value,
    ]),
  );

/** Returns the content of the file. */
export function phpContract(): string {
  const {properties} = RECORD_SCHEMAS.contributions;
  const {settings} = parseSettings([], {});
  const fields = Object.entries(properties).filter(([name]) => !SERVER_FIELDS.has(name));
  const contract = {
    kinds: Object.fromEntries(
      Object.entries(REQUIREMENTS).map(([kind, {required}]) => [kind, required]),
    ),
    fields: Object.fromEntries(fields.map(([name, schema]) => [name, typeOf(name, schema)])),
    collections: COLLECTIONS,
    limits: {
      text: MAX_TEXT_LENGTH,
      name: MAX_NAME_LENGTH,
      alt: MAX_ALT_LENGTH,
      line: MAX_LINE_LENGTH,
      reply: MAX_REPLY_LENGTH,
      geometry: MAX_GEOMETRY_LENGTH,
      vertices: MAX_VERTICES,
      languages: MAX_LANGUAGES,
      photos: MAX_PHOTOS,
      photoBytes: MAX_PHOTO_SIZE,
      jsonBytes: MAX_JSON_SIZE,
      parts: MAX_PARTS,
      pixels: MAX_PIXELS,
      side: MAX_SIDE,
      burst: settings.contributionBurst,
      perMinute: settings.contributionsPerMinute,
    },
    messages: Object.fromEntries(
      Object.entries(CMS_MESSAGES).map(([lang, own]) => {
        const {lang: _lang, ...shared}: ReceiptMessages = receiptMessages(lang);
        return [lang, asTemplates({...shared, ...own})];
      }),
    ),
  };
  return `${JSON.stringify(contract, undefined, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(CONTRACT_FILE, phpContract());
