// Generates fictitious records for two pages of the demo, in the formats of real sources: `node
// scripts/make/sample-data.mjs`. demo/made/pfe.csv as a report of the catalogue of ArchiRès, demo/made/monuments.json
// as an export of Mérimée from an Opendatasoft portal, demo/made/chantiers.json as a portal, demo/made/communes.json as
// a table of communes. Only the communes, their coordinates and their EPCI are real.
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {seededRandom} from './seeded-random.mjs';

const at = name => fileURLToPath(new URL(`../demo/made/${name}`, import.meta.url));
const communes = JSON.parse(readFileSync(at('communes-nord.json'), 'utf8'));

const next = seededRandom(1975);
const one = list => list[Math.floor(next() * list.length)];
/** Returns a random point within a distance of another, in metres. */
const about = ({lat, lon}, metres) => {
  const [angle, far] = [next() * 2 * Math.PI, (next() * metres) / 111_320];
  return {
    lat: Number((lat + far * Math.cos(angle)).toFixed(5)),
    lon: Number((lon + (far * Math.sin(angle)) / Math.cos((lat * Math.PI) / 180)).toFixed(5)),
  };
};

writeFileSync(
  at('communes.json'),
  `${JSON.stringify({
    version: '1',
    code: communes.map(({insee}) => insee),
    name: communes.map(({name}) => name),
    lat: communes.map(({lat}) => Number(lat.toFixed(3))),
    lon: communes.map(({lon}) => Number(lon.toFixed(3))),
    epci: communes.map(({epci}) => epci),
  })}\n`,
);

// ArchiRès: multiple values separated by |, a place name, and no coordinates.
const subjects = [
  ['Habiter les gradins', 'Logement|Réhabilitation'],
  ['Une halle pour le bourg', 'Équipement|Centre-bourg'],
  ['Le canal retrouvé', 'Paysage|Eau'],
  ['La cité et ses jardins', 'Logement|Jardin'],
  ['Une école dans la filature', 'Reconversion|École'],
  ['Lisières', 'Paysage|Agriculture'],
  ['La gare comme place', 'Mobilité|Espace public'],
];
const schools = ['LILL', 'PLVT', 'BRDX', 'LYON', 'MRSL', 'NNCY'];
const cell = text => (/[";|\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const works = Array.from({length: 96}, (_, i) => {
  const [title, keywords] = one(subjects);
  const {name} = one(communes);
  return {
    biblionumber: 900_001 + i,
    title: `${title}\u00a0: ${name}`,
    author_v2: `Étudiant ${i + 1}`,
    date_mod: 2007 + Math.floor(next() * 17),
    typedoc_name: one(['PFE', 'PFE', 'TPFE']),
    ecole: one(schools),
    localisation: i % 12 === 0 ? '' : name,
    keywords,
    abstract: `Projet inventé\u00a0: ${keywords.toLowerCase().split('|').join(', ')}.`,
  };
});
const columns = Object.keys(works[0]);
writeFileSync(
  at('pfe.csv'),
  `${[columns, ...works.map(work => columns.map(name => cell(String(work[name]))))]
    .map(cells => cells.join(';'))
    .join('\r\n')}\r\n`,
);

// Mérimée: an export of Explore API 2.1.
const kinds = ['église', 'chapelle', 'moulin', 'château', 'beffroi', 'maison', 'ferme', 'calvaire'];
const monuments = Array.from({length: 420}, (_, i) => {
  const commune = one(communes);
  const kind = one(kinds);
  return {
    reference: `PA00INV${String(i + 1).padStart(3, '0')}`,
    titre_editorial_de_la_notice: `${kind[0].toUpperCase()}${kind.slice(1)} n° ${i + 1}`,
    denomination_de_l_edifice: kind,
    commune_forme_index: commune.name,
    cog_insee_lors_de_la_protection: i % 3 ? [commune.insee] : commune.insee,
    departement_en_lettres: ['Nord'],
    typologie_de_la_protection: one(['inscrit MH', 'classé MH']),
    siecle_de_la_campagne_principale_de_construction: one([
      '16e siècle',
      '18e siècle',
      '19e siècle',
    ]),
    // Some have no coordinates, as in the real data.
    coordonnees_au_format_wgs84: i % 40 === 39 ? null : about(commune, 2_500),
  };
});
writeFileSync(at('monuments.json'), `${JSON.stringify(monuments, null, 1)}\n`);

const projects = Array.from({length: 150}, (_, i) => {
  const commune = one(communes);
  const year = 2012 + Math.floor(next() * 13);
  return {
    id: `chantier-${i + 1}`,
    title: `${one(['Logements', 'Médiathèque', 'École', 'Place', 'Halle', 'Maison de santé'])} à ${commune.name}`,
    family: 'projet',
    period: {start: String(year), end: String(year + 2)},
    commune: {name: commune.name, insee: commune.insee},
    geo: about(commune, 2_500),
  };
});
writeFileSync(
  at('chantiers.json'),
  `${JSON.stringify({version: '1', attribution: {text: 'Enregistrements inventés pour la démonstration'}, projects}, null, 1)}\n`,
);
