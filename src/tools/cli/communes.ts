import {communeColumns, parseCommunes} from '../../data/communes.js';
import {jsonReader} from '../../data/client/request.js';
import {departementOf} from '../../model/geo/territory.js';
import {fetchBody} from '../convert/fetch-input.js';
import {type Command, type Io, parseArguments, urlOfInput, UsageError} from './command.js';

/** API Découpage administratif (geo.api.gouv.fr, Etalab): all French communes with centre and EPCI. */
const DEFAULT_URL = 'https://geo.api.gouv.fr/communes?fields=code,nom,centre,codeEpci&format=json';

const usage = `Usage: spass-widgets communes [--from <file or address>] [--departement <codes>] > communes.json

Writes a table of commune centres: INSEE code, name, latitude, longitude and, where it is known, the SIREN of the
EPCI. A widget that names it in "places" locates the records that name a commune and have no coordinates.

  --from         where the communes are: an answer of the geo API, GeoJSON points with "code" and "nom", a list of
                 objects with "code", "name", "lat" and "lon", or such a table; a file, "-" for standard input, or
                 an address. By default ${DEFAULT_URL}
  --departement  only the communes of these départements, by code, separated by commas: 59,62

A commune without a code, a name or a centre is left out: that is said, and the exit code is 1.
`;

/** Command `communes`: writes the table for the attribute `places`. */
export const communes: Command = {
  summary: 'a table of commune centres, for the attribute "places"',
  usage,
  async run(args, io) {
    const {from, departements} = readArguments(args);
    const table = parseCommunes(await readJson(from, io));
    if (!table) throw new Error(`${from} holds no communes`);
    const selected = departements
      ? table.communes.filter(({code}) => departements.includes(departementOf(code) ?? ''))
      : table.communes;
    if (selected.length === 0) throw new Error(`${from} holds no commune that is asked for`);
    const sorted = selected.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    io.out(`${JSON.stringify(communeColumns(sorted))}\n`);
    io.err(`${sorted.length} communes`);
    if (table.dropped === 0) return 0;
    io.err(`${table.dropped} left out: without a code, a name or a centre`);
    return 1;
  },
};

function readArguments(args: readonly string[]) {
  const {values} = parseArguments({
    args: [...args],
    options: {from: {type: 'string'}, departement: {type: 'string'}},
  });
  const codes = values.departement?.split(',').map(code => code.trim().toUpperCase());
  const invalid = codes?.find(code => !/^(?:\d\d|2[AB]|9[78]\d)$/.test(code));
  if (invalid !== undefined) throw new UsageError(`"${invalid}" is no code of a département`);
  return {from: values.from ?? DEFAULT_URL, departements: codes};
}

async function readJson(from: string, io: Io): Promise<unknown> {
  const url = urlOfInput(from);
  if (url !== undefined) return fetchBody(url, jsonReader);
  const text = await io.read(from);
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${from} is no JSON`);
  }
}
