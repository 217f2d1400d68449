// Writes docs/content-security-policy.md, the policy that each widget needs, with the rules of the configurator:
// `npx tsx scripts/docs/csp-docs.ts`.
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {
  framePolicyDirectives,
  BASE_DIRECTIVES,
  policyDirectives,
} from '../../configurator/content-security-policy.js';
import type {Manifest} from '../../src/tools/snippets/catalogue.js';
import {DEFAULT_SETTINGS} from '../../src/tools/snippets/settings.js';
import {root} from '../setup.mjs';

const PAGE_URL = 'https://mairie.exemple.fr/';
const BASE_URL = `${PAGE_URL}spass-widgets/0.1.0`;
const API_URL = 'https://portail.exemple.fr/api';

export interface WidgetOfManifest {
  readonly noun: string;
  readonly attributes: readonly string[];
}

/** Returns the standalone tags with their attributes, in alphabetical order. */
export const listWidgets = (manifest: unknown): readonly WidgetOfManifest[] =>
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
  readonly geocoder?: string;
}

/** Returns the complete policy of a page with one widget. */
export function createPolicy(
  {noun, attributes}: WidgetOfManifest,
  {
    page = PAGE_URL,
    base = BASE_URL,
    api = API_URL,
    tiles = 'none',
    geocoder = '',
  }: PolicyOptions = {},
): string {
  const given = Object.entries({api, tiles, geocoder}).filter(([name]) =>
    attributes.includes(name),
  );
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
  const map = widgets.find(({noun}) => noun === 'project-map') as WidgetOfManifest;
  const frame = [
    "default-src 'none'",
    "base-uri 'none'",
    ...framePolicyDirectives({...DEFAULT_SETTINGS, base: BASE_URL}, PAGE_URL),
  ];
  return `# Politique de sécurité de chaque composant

Cette page est générée par \`npx tsx scripts/docs/csp-docs.ts\`, avec les règles du configurateur.

Une politique de sécurité (\`Content-Security-Policy\`) indique au navigateur les adresses d’où une page peut charger ses scripts, ses images et ses données. Les politiques suivantes contiennent le minimum nécessaire à chaque composant : un test ouvre chaque composant avec sa politique, dans Chromium et dans Firefox, et vérifie qu’aucune valeur n’est superflue.

Dans ces exemples, la page est à l’adresse \`${PAGE_URL}\`, les fichiers sont sur le même site et le portail à l’adresse \`https://portail.exemple.fr\`. Si votre site a déjà une politique, ajoutez-y les valeurs manquantes ; le configurateur les produit avec vos adresses.

${[...groups].map(([policy, tags]) => `## ${tags.join(', ')}\n\n${codeBlock(policy)}`).join('\n\n')}

## Avec un fond de carte

Pour afficher un fond de carte, autorisez aussi l’hôte de ce fond. Avec \`tiles="ign"\` :

${codeBlock(createPolicy(map, {tiles: 'ign'}))}

Avec \`tiles="osm-be"\`, l’hôte est \`https://tile.openstreetmap.be\`. \`data:\` n’est utilisé que pour l’image vide d’une tuile en cours de chargement. Un fichier \`.pmtiles\` est lu par parties et dépend de \`connect-src\` :

${codeBlock(createPolicy(map, {tiles: 'https://cartes.exemple.fr/nord.pmtiles'}))}

## Avec la recherche d’une adresse

Avec \`geocoder="ban"\`, le service de l’IGN n’est appelé qu’après l’accord du visiteur :

${codeBlock(createPolicy(map, {geocoder: 'ban'}))}

## Images d’un autre site

L’adresse des images est indiquée dans les données. Si elles ne sont pas sur le site du portail, ajoutez leur hôte à \`img-src\` ; une image refusée est remplacée par un dessin.

## Dans un cadre

La page qui contient un \`<iframe>\` a besoin de cette politique ; celle du cadre, \`embed.html\`, a besoin de la politique du composant affiché :

${codeBlock(frame.join('; '))}

Sur le serveur des fichiers, \`frame-ancestors\` indique les sites qui peuvent afficher \`embed.html\` dans un cadre :

${codeBlock('frame-ancestors https://mairie.exemple.fr')}

## Signification des valeurs

| valeur | rôle |
| --- | --- |
| \`default-src 'none'\` | tout ce qui n’est pas indiqué est refusé |
| \`script-src 'self'\` | le script et ses parties, dans le même dossier ; ni script écrit dans la page, ni \`eval\` |
| \`style-src 'self'\` | \`spass-widgets.css\` ; les styles des composants n’exigent aucune autorisation |
| \`img-src\` | les images des fiches |
| \`connect-src\` | les données |
| \`require-trusted-types-for 'script'\` | un texte ne peut devenir du HTML ou un script que par une règle nommée (Trusted Types) |
| \`trusted-types lit-html spass-widgets\` | les deux règles des composants : l’une pour les modèles HTML du code, l’autre pour les adresses des parties du script. Si la page utilise elle-même Lit, ajoutez \`'allow-duplicates'\` |

Si une règle est refusée, le contenu de secours reste affiché et la console l’indique une fois.
`;
}

export const POLICIES_FILE = join(root, 'docs/content-security-policy.md');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(
    POLICIES_FILE,
    renderPoliciesPage(JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'))),
  );
