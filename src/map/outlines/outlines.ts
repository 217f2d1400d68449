import {numberReader} from './number-reader.js';
import {data} from './outlines.data.js';
import {readTowns, type Town} from './read-towns.js';

/** Coordinates in one array, `[longitude, latitude, longitude, latitude, …]`, in degrees (WGS 84). */
export type Path = Float64Array;

/** Closed path; the first point is not repeated at the end. */
export type ClosedPath = Path;

/** Open path; the border of an enclave ends at its start. */
export type Line = Path;

/** Shapes and towns drawn on a map without a basemap. */
export interface Outlines {
  /** Polygons: the coast of each land mass, followed by the shores of its inland waters. */
  readonly land: readonly (readonly ClosedPath[])[];
  /** Borders between European countries, each once, without coasts. */
  readonly countries: readonly Line[];
  /** Borders between French départements, Belgian and Dutch provinces, each once, without national borders. */
  readonly regions: readonly Line[];
  /** Larger towns by priority. */
  readonly towns: readonly Town[];
}

// Same values as in scripts/make-outlines.mjs.
const UNIT = 1 / 240;
const GRIDS = [1, 2, 12, 96] as const;

let decoded: Outlines | undefined;

/**
 * Returns coasts and borders without a request: Natural Earth, 1:10m, public domain, simplified; most detailed around
 * the north of France, less over the rest of Western Europe, coarse elsewhere.
 *
 * Decoded on the first call; later calls return the same object.
 */
export function outlines(): Outlines {
  return (decoded ??= decode(data));
}

/** Decodes the output of scripts/make-outlines.mjs, which documents the format. */
function decode(text: string): Outlines {
  const readNumber = numberReader(text);
  let [x, y] = [0, 0];

  const readLine = () => {
    const path: number[] = [];
    let isHole = false;
    for (let more = true; more;) {
      const head = readNumber();
      isHole ||= head < 0;
      const run = Math.abs(head);
      more = run % 2 === 1;
      const grid = GRIDS[((run >> 1) % 4) as 0 | 1 | 2 | 3];
      for (let left = Math.floor(run / 8), step = 1; left > 0; left--, step = grid) {
        x += readNumber() * step;
        y += readNumber() * step;
        path.push(x * UNIT, y * UNIT);
      }
    }
    return {path: Float64Array.from(path), hole: isHole};
  };
  const readLines = () => {
    const lines = [];
    for (let left = readNumber(); left > 0; left--) lines.push(readLine());
    return lines;
  };

  const land: ClosedPath[][] = [];
  for (const {path, hole} of readLines()) {
    const polygon = land.at(-1);
    if (hole && polygon) polygon.push(path);
    else land.push([path]);
  }
  const readPaths = () => readLines().map(({path}) => path);
  return {land, countries: readPaths(), regions: readPaths(), towns: readTowns(TOWNS)};
}

// Grouped by first zoom: name, latitude, longitude. The name is French; `=` gives one name for all other languages, `/`
// the names in Dutch, English and German. A missing one falls back to French.
const TOWNS: Readonly<Record<number, string>> = {
  4: 'Paris/Parijs 48.86 2.35|Bruxelles/Brussel/Brussels/Brüssel 50.85 4.35|Londres/Londen/London/London 51.51 -.13|Amsterdam 52.37 4.9',
  5: 'Lille/Rijsel 50.63 3.06|Lyon 45.76 4.84|Marseille 43.3 5.37|Toulouse 43.6 1.44|Bordeaux 44.84 -.58|Strasbourg/Straatsburg/Strasbourg/Straßburg 48.58 7.75|Nantes 47.22 -1.55|Luxembourg/Luxemburg/Luxembourg/Luxemburg 49.61 6.13|Cologne/Keulen/Cologne/Köln 50.94 6.96|Genève/Genève/Geneva/Genf 46.2 6.15|Barcelone=Barcelona 41.39 2.17|Pointe-à-Pitre 16.24 -61.53|Fort-de-France 14.6 -61.07|Cayenne 4.93 -52.33|Saint-Denis -20.88 55.45|Mamoudzou -12.78 45.23',
  6: 'Anvers/Antwerpen/Antwerp/Antwerpen 51.22 4.4|Liège/Luik/Liège/Lüttich 50.63 5.57|Rotterdam 51.92 4.48|Groningue=Groningen 53.22 6.57|Amiens 49.89 2.3|Rouen 49.44 1.1|Reims 49.26 4.03|Rennes 48.11 -1.68|Brest 48.39 -4.49|Dijon 47.32 5.04|Tours 47.39 .69|Limoges 45.83 1.26|Grenoble 45.19 5.72|Montpellier 43.61 3.88|Nice/Nice/Nice/Nizza 43.7 7.27|Nancy 48.69 6.18|Perpignan 42.7 2.9|Ajaccio 41.92 8.74|Turin/Turijn 45.07 7.69|Milan/Milaan/Milan/Mailand 45.46 9.19|Bâle/Bazel/Basel/Basel 47.56 7.59|Francfort=Frankfurt 50.11 8.68|Birmingham 52.48 -1.9',
  7: 'Clermont-Ferrand 45.78 3.08|Gand/Gent/Ghent/Gent 51.05 3.72|Dunkerque/Duinkerke/Dunkirk/Dünkirchen 51.03 2.38|Calais 50.95 1.86|Arras 50.29 2.78|Valenciennes 50.36 3.52|Saint-Quentin 49.85 3.29|Beauvais 49.43 2.08|Charleville-Mézières 49.77 4.72|Le Havre 49.49 .11|Caen 49.18 -.37|Cherbourg 49.64 -1.62|Bruges/Brugge/Bruges/Brügge 51.21 3.22|Namur/Namen 50.47 4.87|Hasselt 50.93 5.34|La Haye/Den Haag/The Hague/Den Haag 52.08 4.31|Utrecht 52.09 5.12|Eindhoven 51.44 5.48|Arnhem 51.98 5.91|Zwolle 52.51 6.09|Middelbourg=Middelburg 51.5 3.61|Aix-la-Chapelle/Aken/Aachen/Aachen 50.78 6.08|Trèves=Trier 49.76 6.64|Sarrebruck=Saarbrücken 49.23 7|Douvres=Dover 51.13 1.31|Southampton 50.9 -1.4|Metz 49.12 6.18|Troyes 48.3 4.08|Orléans 47.9 1.9|Le Mans 48 .2|Angers 47.47 -.55|Quimper 48 -4.1|La Rochelle 46.16 -1.15|Poitiers 46.58 .34|Bourges 47.08 2.4|Besançon 47.24 6.02|Mulhouse 47.75 7.34|Annecy 45.9 6.13|Saint-Étienne 45.44 4.39|Angoulême 45.65 .16|Rodez 44.35 2.57|Avignon 43.95 4.81|Toulon 43.12 5.93|Gap 44.56 6.08|Pau 43.3 -.37|Bayonne 43.49 -1.47|Bastia 42.7 9.45|Zurich/Zürich/Zurich/Zürich 47.37 8.54',
  8: 'Leeuwarden 53.2 5.79|Charleroi 50.41 4.44|Mons/Bergen 50.45 3.95|Ypres/Ieper/Ypres/Ypern 50.85 2.88|Courtrai=Kortrijk 50.83 3.27|Tournai/Doornik 50.61 3.39|Ostende/Oostende/Ostend/Ostende 51.23 2.92|Louvain/Leuven/Leuven/Löwen 50.88 4.7|Malines/Mechelen/Mechelen/Mecheln 51.03 4.48|Cambrai 50.18 3.24|Maubeuge 50.28 3.97|Douai 50.37 3.08|Saint-Omer 50.75 2.25|Boulogne-sur-Mer 50.73 1.61|Abbeville 50.11 1.83|Dieppe 49.92 1.08|Laon 49.56 3.62|Compiègne 49.42 2.83|Bastogne/Bastenaken 50 5.72|Arlon/Aarlen/Arlon/Arel 49.68 5.82|Maastricht 50.85 5.69|Breda 51.59 4.78|Nimègue=Nijmegen 51.84 5.86',
  9: 'Roubaix 50.69 3.18|Béthune 50.53 2.64|Hazebrouck 50.72 2.54|Le Cateau-Cambrésis 50.1 3.54|Avesnes-sur-Helpe 50.12 3.93|Furnes=Veurne 51.07 2.66|Roulers=Roeselare 50.95 3.12|Audenarde=Oudenaarde 50.85 3.6|Ath/Aat 50.63 3.78|Dinant 50.26 4.91|Chimay 50.05 4.32|Terneuzen 51.34 3.83',
};
