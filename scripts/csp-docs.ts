// Writes docs/content-security-policy.md, the policy that each widget needs, with the rules of the configurator:
// `npx tsx scripts/csp-docs.ts`.
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {
  framePolicyDirectives,
  BASE_DIRECTIVES,
  policyDirectives,
} from '../configurator/content-security-policy.js';
import {DEFAULT_SETTINGS} from '../src/tools/snippets/settings.js';
import {root} from './setup.mjs';

const PAGE_URL = 'https://mairie.exemple.fr/';
const BASE_URL = `${PAGE_URL}spass-widgets/0.1.0`;
const API_URL = 'https://portail.exemple.fr/api';

export interface Widget {
  readonly noun: string;
  readonly attributes: readonly string[];
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly {readonly name: string}[];
    }[];
  }[];
}

/** Returns the standalone tags with their attributes, in alphabetical order. */
export const listWidgets = (manifest: unknown): readonly Widget[] =>
  (manifest as Manifest).modules
    .flatMap(({declarations = []}) => declarations)
    .flatMap(({tagName, attributes = []}) =>
      tagName === undefined || /-(?:portal|layer)$/.test(tagName)
        ? []
        : [{noun: tagName.slice('spass-'.length), attributes: attributes.map(({name}) => name)}],
    )
    .sort((a, b) => (a.noun < b.noun ? -1 : 1));

interface PolicyOptions {
  readonly page?: string;
  readonly base?: string;
  readonly api?: string;
  readonly tiles?: string;
}

/** Returns the complete policy of a page with one widget. */
export function createPolicy(
  {noun, attributes}: Widget,
  {page = PAGE_URL, base = BASE_URL, api = API_URL, tiles = 'none'}: PolicyOptions = {},
): string {
  const given = Object.entries({api, tiles}).filter(([name]) => attributes.includes(name));
  const settings = {...DEFAULT_SETTINGS, widget: noun, base, attributes: Object.fromEntries(given)};
  return [...BASE_DIRECTIVES, ...policyDirectives(settings, page)].join('; ');
}

const codeBlock = (policy: string): string => `\`\`\`text\n${policy}\n\`\`\``;

/** Returns the page in Markdown. */
export function renderPoliciesPage(manifest: unknown): string {
  const widgets = listWidgets(manifest);
  // Widgets with the same policy are grouped.
  const groups = new Map<string, string[]>();
  for (const widget of widgets) {
    const policy = createPolicy(widget);
    groups.set(policy, [...(groups.get(policy) ?? []), `\`<spass-${widget.noun}>\``]);
  }
  const map = widgets.find(({noun}) => noun === 'project-map') as Widget;
  const frame = [
    "default-src 'none'",
    "base-uri 'none'",
    ...framePolicyDirectives({...DEFAULT_SETTINGS, base: BASE_URL}, PAGE_URL),
  ];
  return `# La politique de sécurité de chaque composant

Cette page est écrite par \`npx tsx scripts/csp-docs.ts\`, d’après les règles du configurateur.

Une politique de sécurité (\`Content-Security-Policy\`) dit au navigateur d’où une page peut tirer ses scripts, ses images et ses données. Voici celle qui suffit à chaque composant, et rien de plus : un test ouvre chacun sous la sienne, dans Chromium et dans Firefox, et vérifie qu’aucun mot n’y est de trop.

Dans ces exemples la page est à \`${PAGE_URL}\`, les fichiers sur le même site, et le portail à \`https://portail.exemple.fr\`. Si votre site a déjà une politique, ajoutez à la sienne les mots qui lui manquent ; le configurateur écrit les vôtres, avec vos adresses.

${[...groups].map(([policy, tags]) => `## ${tags.join(', ')}\n\n${codeBlock(policy)}`).join('\n\n')}

## Avec un fond de carte

Un composant qui a une carte demande en plus l’hôte du fond, une fois que le visiteur l’a accepté. Avec \`tiles="ign"\` :

${codeBlock(createPolicy(map, {tiles: 'ign'}))}

Avec \`tiles="osm-be"\`, l’hôte est \`https://tile.openstreetmap.be\`. \`data:\` ne sert qu’à l’image vide que montre une tuile en chemin. Un fichier \`.pmtiles\` se lit par morceaux, donc par \`connect-src\` :

${codeBlock(createPolicy(map, {tiles: 'https://cartes.exemple.fr/nord.pmtiles'}))}

## Si les images viennent d’ailleurs

Les images des fiches sont là où les données le disent. Si ce n’est pas chez le portail, ajoutez leur hôte à \`img-src\` ; une image refusée laisse un dessin à sa place.

## Dans un cadre

La page autour d’un \`<iframe>\` n’a besoin que de ceci ; celle du cadre, \`embed.html\`, a besoin des lignes du composant qu’elle montre :

${codeBlock(frame.join('; '))}

Sur le serveur des fichiers, \`frame-ancestors\` dit quels sites peuvent encadrer \`embed.html\` :

${codeBlock('frame-ancestors https://mairie.exemple.fr')}

## Ce que ces mots veulent dire

| mot | pourquoi |
| --- | --- |
| \`default-src 'none'\` | rien n’est permis que ce qui suit |
| \`script-src 'self'\` | le script et ses parties, du même dossier ; ni script dans la page, ni \`eval\` |
| \`style-src 'self'\` | \`spass-widgets.css\` ; les styles des composants n’ont besoin d’aucune permission |
| \`img-src\` | les images des fiches |
| \`connect-src\` | les données |
| \`require-trusted-types-for 'script'\` | aucun texte ne devient du HTML ou un script sans passer par une règle nommée |
| \`trusted-types lit-html spass-widgets\` | les deux règles des composants : l’une ne voit que les modèles du code, l’autre que les adresses de ses parties. Si la page a elle-même Lit, ajoutez \`'allow-duplicates'\` |

Si une règle est refusée, le contenu de la page reste, et la console le dit une fois.
`;
}

export const POLICIES_FILE = join(root, 'docs/content-security-policy.md');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(
    POLICIES_FILE,
    renderPoliciesPage(JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'))),
  );
