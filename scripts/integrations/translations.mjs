// Converts the .po files of integrations/translations to the formats of WordPress, and generates the template for
// translators.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {mo, po} from 'gettext-parser';

/** WordPress locales by language: WordPress has no fallback from Belgian to other Dutch. */
const LOCALES = {fr: ['fr_FR', 'fr_BE', 'fr_CA'], nl: ['nl_NL', 'nl_BE']};

const CALL = /\b__\(\s*'((?:[^'\\]|\\.)*)',\s*'spass-widgets'/g;

/** Returns the translatable sentences of the PHP files, the block and the plugin header. */
export function sentencesOfPlugin(folder) {
  const php = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.php'))
    .sort()
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const calls = [...php.matchAll(CALL)].map(([, text]) => ({text: text.replace(/\\'/g, "'")}));
  const header = /^ \* Description: +(.*)$/m.exec(php);
  const block = JSON.parse(readFileSync(join(folder, 'block/block.json'), 'utf8'));
  return [
    ...calls,
    ...(header ? [{text: header[1]}] : []),
    {text: block.title, context: 'block title'},
    {text: block.description, context: 'block description'},
    ...block.keywords.map(text => ({text, context: 'block keyword'})),
  ];
}

const headersOf = language => ({
  'Content-Type': 'text/plain; charset=UTF-8',
  'Content-Transfer-Encoding': '8bit',
  'MIME-Version': '1.0',
  'Project-Id-Version': 'spass-widgets',
  ...(language ? {Language: language} : {}),
});

const NO_CONTEXT = '';

/** Reads the translations of a language, by context and sentence. */
export function readTranslations(folder, language) {
  const {translations} = po.parse(readFileSync(join(folder, `${language}.po`)));
  return (text, context = NO_CONTEXT) => translations[context]?.[text]?.msgstr[0] || undefined;
}

function tableOf(sentences, translate, language) {
  const translations = {[NO_CONTEXT]: {'': {msgid: '', msgstr: ['']}}};
  for (const {text, context = NO_CONTEXT} of sentences) {
    const translated = translate(text, context);
    if (translated === undefined) continue;
    translations[context] ??= {};
    translations[context][text] = {
      msgid: text,
      msgstr: [translated],
      ...(context ? {msgctxt: context} : {}),
    };
  }
  return {charset: 'utf-8', headers: headersOf(language), translations};
}

/** Returns the files `languages/…` of the WordPress plugin, by name, with the sentences of the plugin only. */
export function languageFiles(folder, sentences) {
  const files = {
    'spass-widgets.pot': po.compile(
      tableOf(sentences, () => '', ''),
      {sort: true},
    ),
  };
  for (const [language, locales] of Object.entries(LOCALES)) {
    const translate = readTranslations(folder, language);
    for (const locale of locales)
      files[`spass-widgets-${locale}.mo`] = mo.compile(tableOf(sentences, translate, locale));
  }
  return files;
}
