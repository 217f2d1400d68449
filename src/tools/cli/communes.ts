import {communeColumns, parseCommunes} from '../../data/communes.js';
import {departementOf} from '../../model/geo/territory.js';
import {type Command, parseArguments, UsageError, writeResult} from './command.js';
import {readJson} from './read-json.js';

/** API Découpage administratif (geo.api.gouv.fr, Etalab): all French communes with centre and EPCI. */
const DEFAULT_URL = 'https://geo.api.gouv.fr/communes?fields=code,nom,centre,codeEpci&format=json';

const usage = `Usage: spass-widgets communes [--from <file or URL>] [--departement <codes>] [--out communes.json]

Writes a table of commune centres: INSEE code, name, latitude, longitude and, if known, the SIREN of the EPCI. Widgets
with its URL in "places" locate records that name a commune and have no coordinates.

  --from         file, URL, or "-" for standard input: a response of the geo API, GeoJSON points with "code" and "nom",
                 a list of objects with "code", "name", "lat" and "lon", or such a table. Default:
                 ${DEFAULT_URL}
  --departement  codes of the départements to include, separated by commas: 59,62. Default: all
  --out          output file, replaced only by a complete table. Default: standard output

Communes without code, name or centre are left out and reported; the exit code is then 1.
`;

/** Command `communes`: writes the table for the attribute `places`. */
export const communes: Command = {
  summary: 'writes a table of commune centres for the attribute "places"',
  usage,
  async run(args, io) {
    const {from, departements, out} = readArguments(args);
    const table = parseCommunes(await readJson(from, io));
    if (!table) throw new Error(`${from} contains no communes`);
    const selected = departements
      ? table.communes.filter(({code}) => departements.includes(departementOf(code) ?? ''))
      : table.communes;
    if (selected.length === 0) throw new Error(`${from} contains no commune of these départements`);
    const sorted = selected.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    await writeResult(`${JSON.stringify(communeColumns(sorted))}\n`, out, io);
    io.err(`${sorted.length} communes`);
    if (table.dropped === 0) return 0;
    io.err(`${table.dropped} left out: without a code, a name or a centre`);
    return 1;
  },
};

function readArguments(args: readonly string[]) {
  const {values} = parseArguments({
    args: [...args],
    options: {from: {type: 'string'}, departement: {type: 'string'}, out: {type: 'string'}},
  });
  const codes = values.departement?.split(',').map(code => code.trim().toUpperCase());
  const invalid = codes?.find(code => !/^(?:\d\d|2[AB]|9[78]\d)$/.test(code));
  if (invalid !== undefined) throw new UsageError(`"${invalid}" is not the code of a département`);
  return {from: values.from ?? DEFAULT_URL, departements: codes, out: values.out};
}
