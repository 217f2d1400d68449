import {numberReader} from './number-reader.js';
import {data} from './outlines.data.js';
import {readTowns, type Town} from './read-towns.js';
import {riverData} from './rivers.data.js';

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
  /** Great rivers of France and its neighbours; more, and in more detail, around the north of France. */
  readonly rivers: readonly Line[];
  /** Larger towns by priority. */
  readonly towns: readonly Town[];
}

// Same values as in scripts/make/outlines.mjs.
const UNIT = 1 / 240;
const GRIDS = [1, 2, 12, 96] as const;

let decoded: Outlines | undefined;

/**
 * Returns coasts, borders and rivers without a request, simplified: most detailed around the north of France, less over
 * the rest of Western Europe, coarse elsewhere.
 *
 * Coasts and borders: Natural Earth, 1:10m, public domain. Rivers: World Data Bank II, public domain. Decoded on the
 * first call; later calls return the same object.
 */
export function outlines(): Outlines {
  if (!decoded) {
    const readBorders = lineReader(data);
    const land: ClosedPath[][] = [];
    for (const {path, isHole} of readBorders()) {
      const polygon = land.at(-1);
      if (isHole && polygon) polygon.push(path);
      else land.push([path]);
    }
    const readPaths = (read = readBorders) => read().map(({path}) => path);
    decoded = {
      land,
      countries: readPaths(),
      regions: readPaths(),
      rivers: readPaths(lineReader(riverData)),
      towns: readTowns(TOWNS),
    };
  }
  return decoded;
}

/** Returns a function that reads the next list of lines of a text in the format of scripts/make/outlines.mjs. */
function lineReader(text: string): () => {path: Path; isHole: boolean}[] {
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
    return {path: Float64Array.from(path), isHole};
  };
  return () => {
    const lines = [];
    for (let left = readNumber(); left > 0; left--) lines.push(readLine());
    return lines;
  };
}

// Grouped by first zoom: name, latitude, longitude. The name is French; `=` gives one name for all other languages, `/`
// the names in Dutch, English and German. A missing one falls back to French.
const TOWNS: Readonly<Record<number, string>> = {
  4: 'Paris/Parijs 48.86 2.35|Bruxelles/Brussel/Brussels/Brüssel 50.85 4.35|Londres/Londen/London/London 51.51 -.13|Amsterdam 52.37 4.9',
  5: 'Lille/Rijsel 50.63 3.06|Lyon 45.76 4.84|Marseille 43.3 5.37|Toulouse 43.6 1.44|Bordeaux 44.84 -.58|Strasbourg/Straatsburg/Strasbourg/Straßburg 48.58 7.75|Nantes 47.22 -1.55|Luxembourg/Luxemburg/Luxembourg/Luxemburg 49.61 6.13|Cologne/Keulen/Cologne/Köln 50.94 6.96|Genève/Genève/Geneva/Genf 46.2 6.15|Barcelone=Barcelona 41.39 2.17|Madrid 40.42 -3.7|Rome/Rome/Rome/Rom 41.89 12.51|Berlin/Berlijn/Berlin/Berlin 52.52 13.41|Munich/München/Munich/München 48.14 11.58|Vienne/Wenen/Vienna/Wien 48.21 16.37|Pointe-à-Pitre 16.24 -61.53|Fort-de-France 14.6 -61.07|Cayenne 4.93 -52.33|Saint-Denis -20.88 55.45|Mamoudzou -12.78 45.23',
  6: 'Anvers/Antwerpen/Antwerp/Antwerpen 51.22 4.4|Liège/Luik/Liège/Lüttich 50.63 5.57|Rotterdam 51.92 4.48|Groningue=Groningen 53.22 6.57|Amiens 49.89 2.3|Rouen 49.44 1.1|Reims 49.26 4.03|Rennes 48.11 -1.68|Brest 48.39 -4.49|Dijon 47.32 5.04|Tours 47.39 .69|Limoges 45.83 1.26|Grenoble 45.19 5.72|Montpellier 43.61 3.88|Nice/Nice/Nice/Nizza 43.7 7.27|Nancy 48.69 6.18|Perpignan 42.7 2.9|Ajaccio 41.92 8.74|Turin/Turijn 45.07 7.69|Milan/Milaan/Milan/Mailand 45.46 9.19|Bâle/Bazel/Basel/Basel 47.56 7.59|Francfort=Frankfurt 50.11 8.68|Stuttgart 48.78 9.18|Berne/Bern/Bern/Bern 46.95 7.45|Birmingham 52.48 -1.9',
  7: 'Clermont-Ferrand 45.78 3.08|Gand/Gent/Ghent/Gent 51.05 3.72|Dunkerque/Duinkerke/Dunkirk/Dünkirchen 51.03 2.38|Calais 50.95 1.86|Arras 50.29 2.78|Valenciennes 50.36 3.52|Saint-Quentin 49.85 3.29|Beauvais 49.43 2.08|Charleville-Mézières 49.77 4.72|Le Havre 49.49 .11|Caen 49.18 -.37|Cherbourg 49.64 -1.62|Bruges/Brugge/Bruges/Brügge 51.21 3.22|Namur/Namen 50.47 4.87|Hasselt 50.93 5.34|La Haye/Den Haag/The Hague/Den Haag 52.08 4.31|Utrecht 52.09 5.12|Eindhoven 51.44 5.48|Arnhem 51.98 5.91|Zwolle 52.51 6.09|Middelbourg=Middelburg 51.5 3.61|Aix-la-Chapelle/Aken/Aachen/Aachen 50.78 6.08|Trèves=Trier 49.76 6.64|Sarrebruck=Saarbrücken 49.23 7|Douvres=Dover 51.13 1.31|Southampton 50.9 -1.4|Metz 49.12 6.18|Troyes 48.3 4.08|Orléans 47.9 1.9|Le Mans 48 .2|Angers 47.47 -.55|Quimper 48 -4.1|La Rochelle 46.16 -1.15|Poitiers 46.58 .34|Bourges 47.08 2.4|Besançon 47.24 6.02|Mulhouse 47.75 7.34|Annecy 45.9 6.13|Saint-Étienne 45.44 4.39|Angoulême 45.65 .16|Rodez 44.35 2.57|Avignon 43.95 4.81|Toulon 43.12 5.93|Gap 44.56 6.08|Pau 43.3 -.37|Bayonne 43.49 -1.47|Bastia 42.7 9.45|Zurich/Zürich/Zurich/Zürich 47.37 8.54',
  8: 'Leeuwarden 53.2 5.79|Charleroi 50.41 4.44|Mons/Bergen 50.45 3.95|Ypres/Ieper/Ypres/Ypern 50.85 2.88|Courtrai=Kortrijk 50.83 3.27|Tournai/Doornik 50.61 3.39|Ostende/Oostende/Ostend/Ostende 51.23 2.92|Louvain/Leuven/Leuven/Löwen 50.88 4.7|Malines/Mechelen/Mechelen/Mecheln 51.03 4.48|Cambrai 50.18 3.24|Maubeuge 50.28 3.97|Douai 50.37 3.08|Saint-Omer 50.75 2.25|Boulogne-sur-Mer 50.73 1.61|Abbeville 50.11 1.83|Dieppe 49.92 1.08|Laon 49.56 3.62|Compiègne 49.42 2.83|Bastogne/Bastenaken 50 5.72|Arlon/Aarlen/Arlon/Arel 49.68 5.82|Maastricht 50.85 5.69|Breda 51.59 4.78|Nimègue=Nijmegen 51.84 5.86|Châteauroux 46.81 1.69|Nevers 46.99 3.16|Moulins 46.56 3.33|Guéret 46.17 1.87|Périgueux 45.19 .71|Cahors 44.45 1.44|Auch 43.65 .59|Tarbes 43.23 .08|Albi 43.93 2.15|Carcassonne 43.21 2.35|Béziers 43.34 3.21|Nîmes 43.83 4.36|Valence 44.93 4.89|Privas 44.73 4.6|Le Puy-en-Velay 45.04 3.89|Aurillac 44.93 2.44|Mende 44.52 3.5|Foix 42.96 1.61|Tulle 45.27 1.77|Mâcon 46.31 4.83|Auxerre 47.8 3.57|Blois 47.59 1.33|Chartres 48.45 1.49|Évreux 49.02 1.15|Alençon 48.43 .09|Laval 48.07 -.77|Saint-Lô 49.12 -1.09|Vannes 47.66 -2.76|Saint-Brieuc 48.51 -2.77|La Roche-sur-Yon 46.67 -1.43|Niort 46.32 -.46|Agen 44.2 .62|Mont-de-Marsan 43.89 -.5|Montauban 44.02 1.36|Digne-les-Bains 44.09 6.23|Cannes 43.55 7.01|Chambéry 45.57 5.92|Bourg-en-Bresse 46.21 5.23|Lons-le-Saunier 46.68 5.56|Vesoul 47.63 6.16|Belfort 47.64 6.85|Colmar 48.08 7.36|Épinal 48.17 6.45|Bar-le-Duc 48.77 5.16|Verdun 49.16 5.38|Chaumont 48.11 5.14|Châlons-en-Champagne 48.95 4.37|Melun 48.54 2.66|Versailles 48.8 2.13|Meaux 48.96 2.88|Corte 42.31 9.15|Saint-Pierre -21.34 55.48|Basse-Terre 16 -61.73|Kourou 5.16 -52.64|Fribourg=Freiburg 48 7.85|Lausanne 46.52 6.63',
  9: 'Roubaix 50.69 3.18|Béthune 50.53 2.64|Hazebrouck 50.72 2.54|Le Cateau-Cambrésis 50.1 3.54|Avesnes-sur-Helpe 50.12 3.93|Furnes=Veurne 51.07 2.66|Roulers=Roeselare 50.95 3.12|Audenarde=Oudenaarde 50.85 3.6|Ath/Aat 50.63 3.78|Dinant 50.26 4.91|Chimay 50.05 4.32|Terneuzen 51.34 3.83|Vichy 46.13 3.43|Montluçon 46.34 2.6|Roanne 46.04 4.07|Chalon-sur-Saône 46.78 4.85|Sens 48.2 3.28|Brive-la-Gaillarde 45.16 1.53|Narbonne 43.18 3|Castres 43.61 2.24|Millau 44.1 3.08|Alès 44.12 4.08|Montélimar 44.56 4.75|Aix-en-Provence 43.53 5.45|Arles 43.68 4.63|Draguignan 43.54 6.46|Briançon 44.9 6.64|Albertville 45.67 6.39|Thonon-les-Bains 46.37 6.48|Dole 47.09 5.49|Haguenau 48.82 7.79|Sélestat 48.26 7.45|Saverne 48.74 7.36|Saint-Dié-des-Vosges 48.28 6.95|Lunéville 48.59 6.49|Thionville 49.36 6.16|Sarreguemines 49.11 7.07|Saint-Dizier 48.64 4.95|Sedan 49.7 4.94|Soissons 49.38 3.32|Creil 49.26 2.48|Mantes-la-Jolie 48.99 1.72|Dreux 48.74 1.37|Fontainebleau 48.41 2.7|Vierzon 47.22 2.07|Châtellerault 46.82 .55|Saumur 47.26 -.08|Cholet 47.06 -.88|Saint-Nazaire 47.28 -2.21|Lorient 47.75 -3.37|Redon 47.65 -2.08|Morlaix 48.58 -3.83|Saint-Malo 48.65 -2.01|Dinan 48.46 -2.05|Fougères 48.35 -1.2|Avranches 48.68 -1.36|Flers 48.75 -.57|Lisieux 49.15 .23|Saintes 45.75 -.63|Cognac 45.7 -.33|Bergerac 44.85 .48|Libourne 44.91 -.24|Dax 43.71 -1.05|Porto-Vecchio 41.59 9.28|Saint-Paul -21.01 55.27|Saint-Laurent-du-Maroni 5.5 -54.03',
};
