// node scripts/accessibility.mjs: generates docs/accessibilite/ from the data in scripts/accessibility/.
// With --record the results of the last `npm test` are recorded first.
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {ASSESSMENTS} from './accessibility/assessments.mjs';
import {LIMITATIONS, NONCONFORMITIES} from './accessibility/known-issues.mjs';
import {fileOf, LAST_RUN, passDate, passDates, recordRun, TESTS} from './accessibility/tests.mjs';
import {WIDGETS} from './accessibility/widgets.mjs';
import {root} from './setup.mjs';

/** Name and criteria of the edition of the RGAA; another edition is another file. */
const {name: RGAA, criteria: CRITERIA} = JSON.parse(
  readFileSync(join(root, 'scripts/accessibility/rgaa-4.1.2.json'), 'utf8'),
);

const WORDS = {
  test: 'Conforme (test)',
  examen: 'Conforme (examen)',
  'sans objet': 'Non applicable',
  'à vérifier': 'Non évalué',
  'non conforme': 'Non conforme',
};

/** Returns the assessment by tests: « conforme » only if a pass of each is recorded for the widget. */
const verdictByTests = ({tests}, tag, hasPassed) => {
  const missing = tests.filter(test => !hasPassed(test, tag));
  if (missing.length > 0) {
    const list = missing.map(test => `${TESTS[test].id}, \`${fileOf(test, tag)}\``).join(' ; ');
    return {state: 'à vérifier', why: `aucun test réussi pour ce composant : ${list}`};
  }
  return {
    state: 'test',
    tests: tests.map(test => ({id: TESTS[test].id, file: fileOf(test, tag)})),
  };
};

/** Returns the assessment of a criterion for a widget. */
const verdictFor = ({number}, {tag, has = [], silent}, hasPassed = passDate) => {
  const rule = ASSESSMENTS.get(number);
  if (silent) return {state: 'sans objet', why: silent};
  const faults = NONCONFORMITIES.filter(
    ({criteria, tags}) => criteria.includes(number) && tags.includes(tag),
  );
  if (faults.length > 0)
    return {state: 'non conforme', why: faults.map(({why}) => why).join(' ; ')};
  if (rule.only && !has.includes(rule.only)) return {state: 'sans objet', why: rule.why};
  const verdict = rule.only ? rule.verdict : rule;
  return verdict.state === 'test' ? verdictByTests(verdict, tag, hasPassed) : verdict;
};

/**
 * Returns every widget with its assessments.
 *
 * `hasPassed(test, tag)` replaces the record of passed tests.
 */
export const allVerdicts = hasPassed =>
  WIDGETS.map(widget => ({
    tag: widget.tag,
    rows: CRITERIA.map(criterion => ({
      ...criterion,
      ...verdictFor(criterion, widget, hasPassed),
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
  tests ? tests.map(({id, file}) => `${id}, \`${file}\``).join(' ; ') : why;

const EVALUATED =
  'Légende : « Conforme (test) », le test cité a réussi, et un défaut introduit exprès le fait échouer ; « Conforme (examen) », une personne a examiné le composant à la date indiquée ; « Non évalué », aucun test réussi ni aucun examen daté ne porte sur le critère pour ce composant.';

/** Returns a sentence with the date of the oldest recorded result. */
const resultDates = () => {
  const dates = passDates().sort();
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  return first === last
    ? `Les tests cités ont réussi le ${first}.`
    : `Les tests cités ont réussi entre le ${first} et le ${last}.`;
};

const sheet = ({tag, rows}) => `# \`<${tag}>\` : accessibilité

Évaluation du composant pour les ${CRITERIA.length} critères du ${RGAA}. ${EVALUATED} ${resultDates()} Cette page est générée par \`scripts/accessibility.mjs\`.

| Conforme (test) | Conforme (examen) | Non applicable | Non évalué | Non conforme |
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

/** Returns the criteria to be checked by a person, with their reason and the widgets concerned. */
const listNotEvaluated = () => {
  const lines = new Map();
  for (const {tag, rows} of allVerdicts())
    for (const row of rows.filter(({state}) => state === 'à vérifier')) {
      const key = `${row.number} ${row.title} : ${row.why}`;
      lines.set(key, [...(lines.get(key) ?? []), `\`${tag}\``]);
    }
  return [...lines].map(([key, tags]) => `- ${key} (${tags.join(', ')}).`).join('\n');
};

/** Returns the criteria that are not evaluated for at least one widget. */
const criteriaNotEvaluated = () => {
  const rows = allVerdicts().flatMap(({rows: own}) => own);
  const open = new Set(rows.filter(({state}) => state === 'à vérifier').map(({number}) => number));
  return CRITERIA.filter(({number}) => open.has(number));
};

const listNonconformities = () =>
  listOrNone(NONCONFORMITIES, ({criteria, tags, why}) => {
    const label = criteria.length > 1 ? 'critères' : 'critère';
    return `- ${label} ${criteria.join(' et ')} : ${why} (${tags.map(tag => `\`${tag}\``).join(', ')}).`;
  });

const listLimitations = () => listOrNone(LIMITATIONS, text => `- ${text}`);

/** Returns a list, or a sentence that says what an empty list does not mean. */
function listOrNone(entries, write) {
  return entries.length > 0
    ? entries.map(write).join('\n')
    : 'Aucune n’est connue. Des critères ne sont pas évalués (voir « Non évalué »), et les tests ne détectent pas tout.';
}

const index = () => `# Accessibilité des composants

Chaque composant a une page qui donne son évaluation pour les ${CRITERIA.length} critères du ${RGAA}. ${EVALUATED} ${resultDates()}

| Composant | Conforme (test) | Conforme (examen) | Non applicable | Non évalué | Non conforme |
| --- | --- | --- | --- | --- | --- |
${allVerdicts()
  .map(
    ({tag, rows}) =>
      `| [\`${tag}\`](${tag}.md) | ${Object.keys(WORDS)
        .map(state => count(rows, state))
        .join(' | ')} |`,
  )
  .join('\n')}

## Méthode

Chaque état de chaque composant (chargement, vide, erreur, partiel, périmé, filtré, fiche ouverte, carte à la demande…) est une histoire du Storybook. \`npm test\` affiche toutes les histoires et vérifie :

- qu’axe ne trouve aucune erreur avec les règles RGAA, EN 301 549 et WCAG 2.2 AA, et que chaque doute d’axe a été examiné par une personne (\`tests/support/axe-reviews.ts\`) ;
- que les cibles mesurent au moins 24 px, et 44 px pour les commandes principales : boutons, champs, onglets, filtre par famille, « Voir plus » ;
- que le HTML est valide ;
- que les titres, les langues et les liens sont corrects ;
- qu’aucun état n’est indiqué par la couleur seule.

Une histoire de chaque composant est parcourue au clavier, agrandie, espacée, imprimée et affichée en couleurs forcées. \`npm run test:all\` fait de même pour toutes les histoires, dans quatre langues, trois palettes et deux largeurs. Un lecteur d’écran simulé y lit chaque état en entier et vérifie que chaque commande, région et groupe a un nom.

\`npm test\` parcourt aussi des pages entières, avec de vraies touches :

- le contour du focus de chaque arrêt de tabulation est visible : les pixels de son contour changent, à 1280 et à 320 px de large ;
- une recherche, un changement de page, un échec, une nouvelle tentative et une longue attente sont annoncés une fois ;
- chaque commande de chaque composant est atteinte au clavier, et aucune page de la démonstration n’a plus de 80 arrêts de tabulation ;
- avec \`sync-url\`, « Précédent » ferme une fiche et annule un choix ;
- dans une page écrite de droite à gauche, les textes français gardent leur sens.

\`npm run test:all\` parcourt aussi une page au clavier dans Firefox et WebKitGTK : arrêts de tabulation, pixels du focus, annonce d’un choix, « Précédent » et « Suivant ».

Ces tests ne détectent pas tout : un audit a trouvé des non-conformités qu’aucun test ne montrait. Aucune personne n’a encore essayé les composants avec NVDA, JAWS, VoiceOver ou TalkBack.

## Non évalué

${listNotEvaluated()}

## Non-conformités connues

${listNonconformities()}

## Autres limites connues

Ces limites ne relèvent d’aucun critère du RGAA.

${listLimitations()}

Le texte à reprendre dans votre déclaration est dans [declaration.md](declaration.md).
`;

const OURS = new Set(['test', 'examen', 'non conforme', 'à vérifier']);
const hostCriteria = CRITERIA.filter(({number}) =>
  ASSESSMENTS.get(number).why?.startsWith('relève de la page'),
);
const numbers = list => list.map(({number}) => number).join(', ');
const quote = text => text.replace(/^/gm, '> ');

const statement = () => `# Déclaration d’accessibilité : à reprendre

Collez ce texte dans la déclaration de votre site, à la rubrique des contenus embarqués, et remplacez ce qui est entre crochets. Il ne remplace pas l’audit de vos pages.

> ## Composants S-PASS Territoires
>
> Les pages [adresses] contiennent des composants de la bibliothèque spass-widgets, version [version]. Ils sont financés et choisis par [organisme] : l’exemption des contenus de tiers ne s’y applique pas.
>
> **Responsabilité de l’éditeur des composants** : les critères du ${RGAA} qui portent sur le contenu affiché par les composants (${CRITERIA.filter(criterion => WIDGETS.some(widget => OURS.has(verdictFor(criterion, widget).state))).length} des ${CRITERIA.length}). Leur évaluation, critère par critère, est publiée avec les composants : critères vérifiés par un test, critères examinés par une personne, critères non évalués, critères non conformes.
>
> **Responsabilité de [organisme]** : les critères ${numbers(hostCriteria)}, le niveau des titres (\`heading-level\`), les couleurs données aux composants par \`--spass-…\`, le contenu de secours placé dans les composants et, pour une diffusion par iframe, le titre du cadre.
>
> **Responsabilité du portail** : les textes, les alternatives des images et les documents joints.
>
> **Cartes** : les cartes en ligne sont exemptées si l’information essentielle est fournie sous une autre forme. Sauf avec l’attribut \`no-list\`, la liste à côté de la carte présente les mêmes fiches, avec les mêmes filtres, et s’utilise au clavier.
>
> **Non-conformités connues** :
>
${quote(listNonconformities())}
>
> **Autres limites connues** :
>
${quote(listLimitations())}
>
> **Non évalué** : la restitution par NVDA, JAWS, VoiceOver et TalkBack ; pour au moins un composant, les critères ${numbers(criteriaNotEvaluated())}.
>
> **Retour d’information et contact** : [adresse de [organisme]] ; pour un défaut des composants eux-mêmes, [adresse de l’éditeur du portail]. Une réponse est due dans [délai].
>
> **Voies de recours** : Défenseur des droits, defenseurdesdroits.fr.
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--record')) recordRun(JSON.parse(readFileSync(LAST_RUN, 'utf8')));
  for (const [name, text] of accessibilityFiles())
    writeFileSync(join(root, 'docs/accessibilite', name), text);
}
