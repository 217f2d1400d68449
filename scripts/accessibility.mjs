// node scripts/accessibility.mjs: generates docs/accessibilite/ from scripts/accessibility-data.mjs.
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {CRITERIA, WIDGETS} from './accessibility-data.mjs';
import {root} from './setup.mjs';

const WORDS = {
  test: 'Conforme (test)',
  examen: 'Conforme (examen)',
  'sans objet': 'Non applicable',
  'à vérifier': 'Non établi',
  'non conforme': 'Non conforme',
};

/** Returns the assessment of a criterion for a widget. */
export const verdictFor = ([, , rule], {has = [], silent}) => {
  if (silent) return {state: 'sans objet', why: silent};
  if (!rule.only) return rule;
  return has.includes(rule.only) ? rule.verdict : {state: 'sans objet', why: rule.why};
};

/** Returns every widget with its assessments. */
export const allVerdicts = () =>
  WIDGETS.map(widget => ({
    tag: widget.tag,
    rows: CRITERIA.map(criterion => ({
      number: criterion[0],
      title: criterion[1],
      ...verdictFor(criterion, widget),
    })),
  }));

const count = (rows, state) => rows.filter(row => row.state === state).length;

/** Returns a summary over all widgets: `RGAA: automated n, hand m, n.a. k`. */
export const rgaaSummary = () => {
  const rows = allVerdicts().flatMap(({rows: own}) => own);
  const of = state => count(rows, state);
  return (
    `RGAA: automated ${of('test')}, hand ${of('examen')}, n.a. ${of('sans objet')}, ` +
    `to be checked by a person ${of('à vérifier')}, not met ${of('non conforme')} ` +
    `(${CRITERIA.length} criteria, ${WIDGETS.length} widgets)`
  );
};

/** Inserts the no-break spaces of French typography. */
const withFrenchSpaces = text =>
  text
    .replace(/ ([;!?»])/g, '\u202f$1')
    .replace(/« /g, '«\u202f')
    .replace(/ ([:%])/g, '\u00a0$1');

const proofOf = ({tests, why}) =>
  tests ? tests.map(([file, id]) => `${id}, \`${file}\``).join(' ; ') : why;

const sheet = ({tag, rows}) => `# \`<${tag}>\` : accessibilité

Les 106 critères du RGAA 4.1.2. « Conforme (test) » : le test nommé est rouge quand le critère est enfreint ; « Conforme (examen) » : quelqu’un a regardé, à la date dite, ce qui est dit ; « Non établi » : seule une personne, avec une technologie d’assistance ou le contenu du portail, peut le dire. Ce texte est écrit par \`scripts/accessibility.mjs\`.

| Conforme (test) | Conforme (examen) | Non applicable | Non établi | Non conforme |
| --- | --- | --- | --- | --- |
| ${Object.keys(WORDS)
  .map(state => count(rows, state))
  .join(' | ')} |

| Critère | Sujet | État | Preuve ou raison |
| --- | --- | --- | --- |
${rows
  .map(row => `| ${row.number} | ${row.title} | ${WORDS[row.state]} | ${proofOf(row)} |`)
  .join('\n')}
`;

const listOf = state => {
  const lines = new Map();
  for (const {tag, rows} of allVerdicts())
    for (const row of rows.filter(({state: own}) => own === state)) {
      const key = `${row.number} ${row.title} : ${row.why}`;
      lines.set(key, [...(lines.get(key) ?? []), `\`${tag}\``]);
    }
  const told = [...lines].map(([key, tags]) => `- ${key} (${tags.join(', ')}).`);
  return told.join('\n') || 'Nous n’en connaissons pas.';
};

const index = () => `# Accessibilité des composants

Une fiche par composant dit, pour chacun des 106 critères du RGAA 4.1.2, ce qui le tient : un test qui porte son nom, quelqu’un qui a regardé à une date, ou rien. « Conforme » ne s’écrit que dans les deux premiers cas.

| Composant | Conforme (test) | Conforme (examen) | Non applicable | Non établi | Non conforme |
| --- | --- | --- | --- | --- | --- |
${allVerdicts()
  .map(
    ({tag, rows}) =>
      `| [\`${tag}\`](${tag}.md) | ${Object.keys(WORDS)
        .map(state => count(rows, state))
        .join(' | ')} |`,
  )
  .join('\n')}

## Comment c’est vérifié

Chaque état de chaque composant (chargement, vide, erreur, partiel, périmé, filtré, fiche ouverte, carte à la demande…) est une histoire du Storybook. \`npm test\` les dessine toutes et leur demande : aucune faute qu’axe sache trouver avec les règles RGAA, EN 301 549 et WCAG 2.2 AA ; rien dont axe doute que personne n’ait examiné (\`tests/support/axe-reviews.ts\`) ; des cibles de 24 px au moins, de 44 px pour ce qui sert d’abord ; un HTML valide une fois les arbres réunis ; des titres, des langues et des liens en règle ; des états que la couleur n’est pas seule à dire. Une histoire de chaque composant est parcourue au clavier, agrandie, espacée, imprimée, et vue en couleurs forcées. \`npm run test:all\` fait tout cela pour toutes les histoires, dans quatre langues, trois palettes et deux largeurs, et fait lire chaque état jusqu’au bout par un lecteur d’écran simulé, qui doit trouver un nom à chaque commande, région et groupe.

Boutons, champs, onglets, bascules du filtre et « Voir plus » sont ce qui sert d’abord : 44 px. Puces, boutons d’une ligne de texte, liens d’une liste et repères de la carte : 24 px.

## Ce qui n’est pas établi

${listOf('à vérifier')}

## Écarts connus

${listOf('non conforme')}

Le texte à reprendre dans votre déclaration est dans [declaration.md](declaration.md).
`;

const OURS = new Set(['test', 'examen', 'non conforme', 'à vérifier']);
const theirs = CRITERIA.filter(([, , {why = ''}]) => why.startsWith('relève de la page'));
const numbers = list => list.map(([number]) => number).join(', ');

const statement = () => `# Déclaration d’accessibilité : à reprendre

À coller dans la déclaration de votre site, à la rubrique des contenus embarqués ; remplacez ce qui est entre crochets. Elle ne remplace pas l’audit de vos pages.

> ## Composants S-PASS Territoires
>
> Les pages [adresses] montrent des composants de la bibliothèque spass-widgets, version [version]. Ils sont financés et choisis par [organisme] : l’exemption des contenus de tiers ne s’y applique pas.
>
> **Ce qui relève des composants** : les critères du RGAA 4.1.2 qui portent sur ce qu’ils dessinent (${CRITERIA.filter(criterion => WIDGETS.some(widget => OURS.has(verdictFor(criterion, widget).state))).length} des 106). Leur état, critère par critère, est publié avec eux : ce qu’un test tient, ce que quelqu’un a examiné, ce qui n’est pas établi.
>
> **Ce qui relève de [organisme]** : les critères ${numbers(theirs)}, le niveau des titres (\`heading-level\`), les couleurs données aux composants par \`--spass-…\`, le texte laissé dans les composants pour qui n’a pas de script, et, pour une diffusion par iframe, le titre du cadre.
>
> **Ce qui relève du portail** : les textes, les alternatives des images et les documents joints.
>
> **Cartes** : les cartes en ligne sont exemptées si l’information essentielle est donnée autrement ; la liste à côté de la carte la donne, avec les mêmes fiches, le même filtre et le clavier.
>
> **Non-conformités connues** :
>
${listOf('non conforme')
  .split('\n')
  .map(line => `> ${line}`)
  .join('\n')}
>
> **Non établi** : la restitution par NVDA, JAWS, VoiceOver et TalkBack n’a pas été essayée par une personne.
>
> **Retour d’information et contact** : [adresse de [organisme]] ; pour un défaut des composants eux-mêmes, [adresse de l’éditeur du portail]. Une réponse est due dans [délai].
>
> **Voies de recours** : Défenseur des droits, défenseurdesdroits.fr.
`;

/** Returns the files of docs/accessibilite/, by name. */
export const accessibilityFiles = () =>
  new Map(
    [
      ['LISEZMOI.md', index()],
      ['declaration.md', statement()],
      ...allVerdicts().map(one => [`${one.tag}.md`, sheet(one)]),
    ].map(([name, text]) => [name, withFrenchSpaces(text)]),
  );

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const [name, text] of accessibilityFiles())
    writeFileSync(join(root, 'docs/accessibilite', name), text);
