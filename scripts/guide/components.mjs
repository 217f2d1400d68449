// Pages of the guide for each tag, in French: the live widget, the code to paste, the attributes of docs/webmaster.md.
import {exampleOf} from '../developers/examples.mjs';
import {liveMarkup} from '../developers/snippets.mjs';
import {escaped, outlineOf} from './html.mjs';

const picture = (file, alt, year) =>
  `<img src="/${file}" alt="${alt}" data-year="${year}" width="800" height="500" />`;
const NETWORK =
  '<a href="https://about.s-pass.org/projets">Les projets sur le site de S-PASS Territoires</a>';

/**
 * Tags in the order of the list. `see` are headings of docs/webmaster.md; `row` is the name of the tag in its table of
 * attributes, beside the tag itself; `attributes` and `content` replace the English example's.
 */
const COMPONENTS = {
  'spass-explorer': {name: 'Tout un portail', see: ['Tout un portail en une balise']},
  'spass-portal-cards': {name: 'Portails en cartes', row: 'cartes', see: ['Ses propres modèles']},
  'spass-family-filter': {name: 'Filtre par famille', see: []},
  'spass-resource-list': {
    name: 'Liste de ressources',
    row: 'liste',
    see: ['La fiche, sans quitter la page', 'Ses propres modèles', 'Une seule fiche'],
  },
  'spass-project-map': {
    name: 'Carte de projets',
    row: 'carte',
    see: ['Un fond de carte à soi', 'Des couches sur la carte', 'Des fiches sans coordonnées'],
  },
  'spass-layer': {
    name: 'Couche de la carte',
    attributes: {label: 'Lieux de la mine'},
    content: [],
    see: ['Des couches sur la carte'],
  },
  'spass-programme-timeline': {name: 'Frise des programmes', see: ['Sur papier']},
  'spass-story': {name: 'Récit de territoire', see: ['Un récit']},
  'spass-compare': {
    name: 'Hier et aujourd’hui',
    content: [
      picture('drawing-goriaux-then.svg', 'Dessin : trois petites mares à côté de la mine', 1916),
      picture('drawing-goriaux-now.svg', 'Dessin : un étang bordé d’arbres', 2026),
    ],
    see: ['Les images d’un lieu', 'Reprendre une vue'],
  },
  'spass-project': {name: 'Fiche d’un projet', see: ['Fiche d’un projet']},
  'spass-project-progress': {name: 'Avancement d’un projet', see: ['Avancement d’un projet']},
  'spass-contribute': {
    name: 'Contribution',
    attributes: {controller: 'Commune de Raismes', retention: 'un an'},
    note: 'Aucun serveur n’accepte de contributions derrière cette page, qui montre donc les contributions publiées. <a href="../../portails/ors.html">Une page de la démonstration</a> a le formulaire.',
    see: ['Contributions des habitants', 'Reprendre une vue'],
  },
  'spass-agenda': {name: 'Agenda', row: 'agenda', see: ['Une seule fiche']},
  'spass-directory': {name: 'Annuaire', see: ['Masquer des éléments']},
  'spass-portal': {
    name: 'Portail',
    content: exampleOf('spass-portal').content,
    see: ['Limiter à un territoire'],
  },
};

const capitalized = text => text.charAt(0).toUpperCase() + text.slice(1);
const fileOf = tag => `composants/${tag.slice(6)}.html`;

/** Returns the pages of the tags, for lists. */
export const componentNames = () =>
  Object.entries(COMPONENTS).map(([tag, {name}]) => ({file: fileOf(tag), name, lang: 'fr'}));

/** Returns the cells of the rows of the first table of a text that has a column with this name. */
function tableRows(text, column) {
  const [, rows] = new RegExp(`^\\| ${column} \\|.*\\n\\| ---.*\\n((?:\\|.*\\n)+)`, 'm').exec(text);
  return rows
    .trim()
    .split('\n')
    .map(row =>
      row
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim()),
    );
}

/** Returns the rows of a tag in the table of attributes: its own, and the rows of its kind. */
function attributesOf(rows, tag, kind) {
  let owner = '';
  return rows
    .map(([first, ...cells]) => {
      owner = first || owner;
      return {owner, cells};
    })
    .filter(({owner: one}) => one === `\`<${tag}>\`` || one.split(', ').includes(kind))
    .map(({cells}) => cells);
}

/** Example with French texts, in the look of the guide; addresses as in the examples. */
function frenchExample(tag, {attributes = {}, content}) {
  const example = exampleOf(tag);
  const around = example.around?.map(line =>
    line.replace('<spass-portal ', '<spass-portal skin="caue" '),
  );
  return {
    ...example,
    ...(around ? {around} : {}),
    attributes: {...example.attributes, ...attributes, ...(around ? {} : {skin: 'caue'})},
    content: content ?? [NETWORK],
  };
}

function renderBody(tag, {name, row, see, ...example}, rows, inline, file) {
  const own = attributesOf(rows, tag, row);
  const cells = own.map(
    ([attribute, values]) =>
      `<tr><th scope="row">${inline(attribute || '…', file)}</th><td>${inline(values, file)}</td></tr>`,
  );
  const noun = tag.slice(6);
  const code = liveMarkup(tag, frenchExample(tag, example)).replaceAll(
    'api="portail.json"',
    'api="https://votre-portail.fr/api"',
  );
  const link = (heading, text = heading) =>
    inline(
      `[${text}](webmaster.md#${heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replace(/ /g, '-')})`,
      file,
    );
  return `<h1>${escaped(name)} <code class="balise">&lt;${tag}&gt;</code></h1>
<h2 id="le-code-à-coller">Le code à coller</h2>
<pre class="code"><code>${escaped(code)}</code></pre>
<p>Le <a href="../../configurateur/?widget=${noun}">configurateur</a> règle ce composant et produit le code pour votre outil de publication. Le script s’ajoute une seule fois dans la page : <a href="../heberger.html">héberger les fichiers</a>.</p>
${
  cells.length
    ? `<h2 id="ses-attributs">Ses attributs</h2>
<div class="tableau" role="region" aria-label="Attributs" tabindex="0"><table>
<thead><tr><th scope="col">attribut</th><th scope="col">valeurs</th></tr></thead>
<tbody>${cells.join('\n')}</tbody>
</table></div>`
    : ''
}
<h2 id="aller-plus-loin">Aller plus loin</h2>
<ul>
${see.map(heading => `<li>${link(heading)}</li>`).join('\n')}
<li>${inline('[Les attributs communs à toutes les balises](../LISEZMOI.md#attributs-communs)', file)} : source, filtres, langue, habillage</li>
<li><a href="../accessibilite/${tag}.html">Accessibilité de ce composant</a></li>
<li><a href="../developers/${noun}.html" lang="en" hreflang="en">Events, parts and properties, for developers</a></li>
</ul>`;
}

/**
 * Returns the pages of the tags.
 *
 * @param inline Renders inline Markdown of docs/webmaster.md for a page.
 */
export function componentPages(readme, reference, inline) {
  const purposes = new Map(
    tableRows(readme, 'balise').map(([tag, text]) => [tag.slice(2, -2), text]),
  );
  const rows = tableRows(reference, 'balise').map(cells =>
    cells.map(cell =>
      cell
        .replaceAll('](#', '](webmaster.md#')
        .replaceAll('(voir plus bas)', '([voir la référence](webmaster.md))'),
    ),
  );
  return Object.entries(COMPONENTS).map(([tag, component]) => {
    const file = fileOf(tag);
    const body = renderBody(tag, component, rows, inline, file);
    const purpose = purposes.get(tag) ?? '';
    const example = liveMarkup(tag, frenchExample(tag, component), '../developers/');
    const live = `<p>${inline(capitalized(purpose), file)}.</p>
<h2 id="exemple">En direct</h2>
<div class="exemple">
${example}
</div>
<noscript><p>Sans JavaScript, une page montre le contenu de la balise. Les données de cet exemple ne s’affichent donc pas.</p></noscript>
<p class="sans">${component.note ?? 'Des pages publiques de S-PASS Territoires, et trois fiches inventées pour l’exemple.'}</p>`;
    const sections = [...(live + body).matchAll(/<h2 id="([^"]*)">([^<]*)<\/h2>/g)].map(
      ([, id, heading]) => [encodeURIComponent(id), heading],
    );
    return {
      file,
      tag,
      lang: 'fr',
      title: component.name,
      description: `${capitalized(purpose)}.`,
      outline: outlineOf('sur-la-page', 'Sur cette page', sections),
      live,
      body,
    };
  });
}
