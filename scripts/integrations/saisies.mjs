// The form of SPIP's plugin "Insérer modèles" for our model: one field an attribute, from the catalogue of the plugins.

const PANELS = {main: 'L’essentiel', filter: 'Ce qui est montré', more: 'Autres réglages'};

/** An option of a choice says itself: SPIP has no words of ours for it. */
const choices = words => Object.fromEntries(words.map(word => [word, word]));

/** Which kind of field an attribute has. */
const kindOf = ({kind, choices: words}) =>
  words ? 'selection' : kind === 'flag' ? 'case' : 'input';

function fieldOf(name, setting, nouns, all, translate) {
  const {kind, text, choices: words} = setting;
  return {
    saisie: kindOf(setting),
    options: {
      nom: name,
      ...(kind === 'flag' ? {label_case: name, valeur_oui: 'oui'} : {label: name}),
      explication: (translate(text) ?? text).replaceAll('`', ''),
      ...(words ? {data: choices(words)} : {}),
      ...(nouns.length < all ? {afficher_si: `@widget@ IN "${nouns.join(',')}"`} : {}),
    },
  };
}

/** `modeles/spass.yaml` as an object. An attribute that several widgets have is one field. */
export function saisiesOf({widgets}, translate) {
  const nouns = Object.keys(widgets);
  const settings = new Map();
  for (const [noun, {attributes}] of Object.entries(widgets))
    for (const [name, setting] of Object.entries(attributes)) {
      const known = settings.get(name) ?? {setting, nouns: []};
      settings.set(name, {...known, nouns: [...known.nouns, noun]});
    }
  const fieldsOf = panel =>
    [...settings]
      .filter(([, {setting}]) => setting.panel === panel)
      .map(([name, {setting, nouns: own}]) => fieldOf(name, setting, own, nouns.length, translate));
  const titles = nouns.map(noun => [noun, translate(widgets[noun].title) ?? widgets[noun].title]);
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

/** YAML of texts, lists and objects, in the block style that every reader of SPIP's has. */
export function yamlOf(value, indent = '') {
  if (typeof value === 'string') return ` '${value.replaceAll("'", "''")}'\n`;
  const entries = Array.isArray(value)
    ? value.map(one => ['-', one])
    : Object.entries(value).map(([key, one]) => [`'${key}':`, one]);
  return `\n${entries.map(([key, one]) => `${indent}${key}${yamlOf(one, `${indent}  `)}`).join('')}`;
}
