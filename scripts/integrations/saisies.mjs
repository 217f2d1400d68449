// Generates the form of SPIP's plugin "Insérer modèles" for the SPIP model: one field per attribute of the plugins'
// catalogue.

const PANELS = {main: 'L’essentiel', filter: 'Contenu affiché', more: 'Autres réglages'};

/** Options are shown as they are: SPIP has no translations for them. */
const choices = words => Object.fromEntries(words.filter(Boolean).map(word => [word, word]));

/** Returns the type of form field of an attribute. */
const kindOf = ({kind, choices: words}) =>
  words ? 'selection' : kind === 'flag' ? 'case' : 'input';

/** Returns the description of an attribute, per widget if they differ. */
function explain(own, titleOf, translate) {
  const sentences = new Map();
  for (const [noun, {text}] of own) {
    const sentence = (translate(text) ?? text).replaceAll('`', '');
    sentences.set(sentence, [...(sentences.get(sentence) ?? []), titleOf(noun)]);
  }
  return sentences.size === 1
    ? [...sentences.keys()][0]
    : [...sentences]
        .map(([sentence, titles]) => `${titles.join(', ')}\u00a0: ${sentence}`)
        .join(' ');
}

/**
 * Returns the form field of an attribute. `own` maps the widgets that have it to its description there; the options are
 * the attributes of all widgets.
 */
function fieldOf(name, own, all, titleOf, translate) {
  const nouns = [...own.keys()];
  const [{kind}] = own.values();
  const words = new Set([...own.values()].flatMap(setting => setting.choices ?? []));
  return {
    saisie: kindOf({kind, choices: words.size > 0}),
    options: {
      nom: name,
      ...(kind === 'flag' ? {label_case: name, valeur_oui: 'oui'} : {label: name}),
      explication: explain(own, titleOf, translate),
      ...(words.size > 0 ? {data: choices([...words])} : {}),
      ...(nouns.length < all ? {afficher_si: `@widget@ IN "${nouns.join(',')}"`} : {}),
    },
  };
}

/** Returns `modeles/spass.yaml` as an object. An attribute of several widgets is one field. */
export function saisiesOf({widgets}, translate) {
  const nouns = Object.keys(widgets);
  const titleOf = noun => translate(widgets[noun].title) ?? widgets[noun].title;
  const settings = new Map();
  for (const [noun, {attributes}] of Object.entries(widgets))
    for (const [name, setting] of Object.entries(attributes))
      settings.set(name, (settings.get(name) ?? new Map()).set(noun, setting));
  const panelOf = own => [...own.values()][0].panel;
  const fieldsOf = panel =>
    [...settings]
      .filter(([, own]) => panelOf(own) === panel)
      .map(([name, own]) => fieldOf(name, own, nouns.length, titleOf, translate));
  const titles = nouns.map(noun => [noun, titleOf(noun)]);
  return {
    nom: 'Composant S-PASS',
    parametres: [
      {saisie: 'hidden', options: {nom: 'modele', defaut: 'spass'}},
      {
        saisie: 'selection',
        options: {
          nom: 'widget',
          label: 'Composant',
          obligatoire: 'oui',
          data: Object.fromEntries(titles),
        },
      },
      ...Object.entries(PANELS).map(([panel, label]) => ({
        saisie: 'fieldset',
        options: {
          nom: `groupe_${panel}`,
          label,
          ...(panel === 'main' ? {} : {pliable: 'oui', plie: 'oui'}),
        },
        saisies: fieldsOf(panel),
      })),
    ],
  };
}

/** Serializes strings, lists and objects as YAML, in the block style that all YAML parsers of SPIP support. */
export function yamlOf(value, indent = '') {
  if (typeof value === 'string') return ` '${value.replaceAll("'", "''")}'\n`;
  const entries = Array.isArray(value)
    ? value.map(one => ['-', one])
    : Object.entries(value).map(([key, one]) => [`'${key}':`, one]);
  return `\n${entries.map(([key, one]) => `${indent}${key}${yamlOf(one, `${indent}  `)}`).join('')}`;
}
