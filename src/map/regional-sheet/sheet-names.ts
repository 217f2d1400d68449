import {CHANNEL, NORTH_SEA} from '../labels/far-names.js';
import type {AreaNames} from '../labels/name-labels.js';

/** Names of seas and lands of the regional sheet. */
export const SHEET_NAMES: readonly AreaNames[] = [
  {
    kind: 'sea',
    minZoom: 8,
    maxZoom: 9,
    names: `${NORTH_SEA} 51.38 2.35 -32|${NORTH_SEA} 51.15 1.9 -32|${CHANNEL} 50.4 1.25 -75`,
  },
  {
    kind: 'strait',
    minZoom: 8,
    maxZoom: 10,
    names: 'Pas de Calais/Nauw van Calais/Strait of Dover/Straße von Dover 50.98 1.5 -38',
  },
  {
    kind: 'strait',
    minZoom: 10,
    maxZoom: 14,
    names: `${NORTH_SEA} 51.1 2.25 -16|${NORTH_SEA} 51.22 2.68 -30|${NORTH_SEA} 51.38 3.05 -26|${NORTH_SEA} 51.06 2.05 -14|${CHANNEL} 50.72 1.5 -85|${CHANNEL} 50.45 1.5 -85|${CHANNEL} 50.2 1.42 -75`,
  },
  {
    kind: 'area',
    minZoom: 8,
    maxZoom: 9,
    names:
      'Flandre/Vlaanderen/Flanders/Flandern 50.99 3.25|Artois 50.42 2.45|Picardie/Picardië/Picardy/Picardie 49.9 2.65|Hainaut/Henegouwen/Hainaut/Hennegau 50.52 3.98|Brabant 50.78 4.65|Thiérache 49.85 4.05|Ardenne/Ardennen/Ardennes/Ardennen 50.12 5.4|Kent 51.2 1.13|Zélande/Zeeland/Zeeland/Seeland 51.43 3.75|Limbourg/Limburg/Limburg/Limburg 51 5.4|Campine/Kempen/Campine/Kempen 51.2 5',
  },
  {
    kind: 'area',
    minZoom: 9,
    maxZoom: 11,
    names:
      'Boulonnais 50.71 1.8|Cambrésis 50.13 3.37|Avesnois 50.14 3.87|Pévèle 50.49 3.16|Ostrevant 50.32 3.27|Douaisis 50.39 3|Ternois 50.37 2.3|Ponthieu 50.17 1.85|Vimeu 50.07 1.65|Vermandois 49.88 3.15|Santerre 49.82 2.75|Calaisis 50.9 1.9|Audomarois 50.7 2.16|Weppes 50.58 2.86|Mélantois 50.58 3.12|Borinage 50.42 3.83|Tournaisis 50.62 3.45|Marquenterre 50.28 1.62|Condroz 50.4 5.2|Fagne 50.11 4.45|Hesbaye/Haspengouw/Hesbaye/Haspengau 50.7 5.1|Gaume 49.63 5.5|Famenne 50.2 5.2|Laonnois 49.53 3.7|Westhoek 50.92 2.7|Houtland 50.85 2.42|Blootland 51 2.3',
  },
];
