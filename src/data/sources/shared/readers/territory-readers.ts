import {fold} from '../../../../model/fold.js';
import {isTerritoryCode} from '../../../../model/geo/territory.js';
import type {TerritoryKind} from '../../../../model/query.js';
import {readWord} from './value-readers.js';

// Names and codes of communes, départements and regions.

/**
 * Returns the code of a territory, with leading zeros restored that a spreadsheet has removed: `1` is the département
 * `01`. The name of a French département or region gives its code; any other text is undefined.
 */
export function readTerritoryCode(value: unknown, kind: TerritoryKind): string | undefined {
  const text = readWord(typeof value === 'number' ? String(value) : value);
  if (typeof text !== 'string') return undefined;
  const code = text.trim().toUpperCase().padStart(2, '0');
  return isTerritoryCode(kind, code) ? code : codeOfName(text, kind);
}

/** First letters of the words in a name, without those of articles and prepositions inside it. */
const INITIALS = /(?:^|[ '’-](?!(?:sur|sous|l[aeè]?[sz]?|d[eu]?s?|e[nt]|aux?|à)[ '’-]))./g;

/**
 * Reads the name of a commune, without postal code and the routing of companies' mail: `Paris` of `75004 PARIS Cedex
 * 04`. A name in capitals only gets lower case: `Villeneuve d'Ascq`.
 */
export function readCommuneName(value: unknown): unknown {
  const text = readWord(value);
  const name = typeof text === 'string' ? text.replace(/^\d{4,5}\s+|\s+cedex\b.*$/gi, '') : '';
  return /[\p{Ll}\d]/u.test(name) || name === ''
    ? name || undefined
    : name.toLowerCase().replace(INITIALS, initial => initial.toUpperCase());
}

/** Names of départements and regions by code (INSEE, code officiel géographique 2024). */
const NAMES: Readonly<Partial<Record<TerritoryKind, string>>> = {
  departement:
    '01 ain,02 aisne,03 allier,04 alpes de haute provence,05 hautes alpes,06 alpes maritimes,07 ardeche,08 ardennes,' +
    '09 ariege,10 aube,11 aude,12 aveyron,13 bouches du rhone,14 calvados,15 cantal,16 charente,17 charente maritime,' +
    '18 cher,19 correze,2A corse du sud,2B haute corse,21 cote d or,22 cotes d armor,23 creuse,24 dordogne,25 doubs,' +
    '26 drome,27 eure,28 eure et loir,29 finistere,30 gard,31 haute garonne,32 gers,33 gironde,34 herault,' +
    '35 ille et vilaine,36 indre,37 indre et loire,38 isere,39 jura,40 landes,41 loir et cher,42 loire,43 haute loire,' +
    '44 loire atlantique,45 loiret,46 lot,47 lot et garonne,48 lozere,49 maine et loire,50 manche,51 marne,' +
    '52 haute marne,53 mayenne,54 meurthe et moselle,55 meuse,56 morbihan,57 moselle,58 nievre,59 nord,60 oise,61 orne,' +
    '62 pas de calais,63 puy de dome,64 pyrenees atlantiques,65 hautes pyrenees,66 pyrenees orientales,67 bas rhin,' +
    '68 haut rhin,69 rhone,70 haute saone,71 saone et loire,72 sarthe,73 savoie,74 haute savoie,75 paris,' +
    '76 seine maritime,77 seine et marne,78 yvelines,79 deux sevres,80 somme,81 tarn,82 tarn et garonne,83 var,' +
    '84 vaucluse,85 vendee,86 vienne,87 haute vienne,88 vosges,89 yonne,90 territoire de belfort,91 essonne,' +
    '92 hauts de seine,93 seine saint denis,94 val de marne,95 val d oise,971 guadeloupe,972 martinique,973 guyane,' +
    '974 la reunion,974 reunion,976 mayotte',
  region:
    '01 guadeloupe,02 martinique,03 guyane,04 la reunion,04 reunion,06 mayotte,11 ile de france,24 centre val de loire,' +
    '27 bourgogne franche comte,28 normandie,32 hauts de france,44 grand est,52 pays de la loire,53 bretagne,' +
    '75 nouvelle aquitaine,76 occitanie,84 auvergne rhone alpes,93 provence alpes cote d azur,93 paca,94 corse',
};

const codesByName = new Map<TerritoryKind, ReadonlyMap<string, string>>();

function namesOf(kind: TerritoryKind): ReadonlyMap<string, string> {
  const known = codesByName.get(kind);
  if (known) return known;
  const entries = (NAMES[kind] ?? '').split(',').map((entry): [string, string] => {
    const [code = '', ...words] = entry.split(' ');
    return [words.join(' '), code];
  });
  const names = new Map(entries);
  codesByName.set(kind, names);
  return names;
}

/** Returns the code of a French territory: of its name, or stated with it: `Nord`, `Nord (59)`, `59 - Nord`. */
function codeOfName(text: string, kind: TerritoryKind): string | undefined {
  const words = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const named = namesOf(kind).get(words.replace(/^\d\w+ | \d\w+$/g, ''));
  const stated = /^(\d\w+) \D|\D (\d\w+)$/.exec(words);
  const code = (stated?.[1] ?? stated?.[2])?.toUpperCase();
  return named ?? (code !== undefined && isTerritoryCode(kind, code) ? code : undefined);
}
