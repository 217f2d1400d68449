// Checks the values that editors suggest for attributes, in the output of the build: each is a text to write in HTML.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

/** Texts of attributes are in lower case; names of types, such as `Sort`, are not. */
const VALUE = /^-?[a-z0-9]+(?:-[a-z0-9]+)*$/;
const TYPES = ['string', 'number', 'boolean'];

/** Returns the members of a type, without the quotes of texts; a type that is not quoted is returned with `<…>`. */
const valuesOfType = (type = '') =>
  type
    .split('|')
    .map(one => one.trim())
    .filter(one => one !== '' && !TYPES.includes(one))
    .map(one => /^'(.*)'$/.exec(one)?.[1] ?? `<${one}>`);

/** Returns the suggested values that nobody can write, as `tag attribute="value"`. */
export function wrongSuggestions({tags = []} = {}, {contributions} = {}) {
  const suggested = [
    ...tags.flatMap(tag =>
      (tag.attributes ?? []).flatMap(({name, values = []}) =>
        values.map(value => [tag.name, name, value.name]),
      ),
    ),
    ...(contributions?.html.elements ?? []).flatMap(tag =>
      (tag.attributes ?? []).flatMap(({name, value}) =>
        valuesOfType(value?.type).map(one => [tag.name, name, one]),
      ),
    ),
  ];
  const wrong = suggested.filter(([, , value]) => !VALUE.test(value));
  return [...new Set(wrong.map(([tag, name, value]) => `<${tag} ${name}="${value}">`))];
}

/** @throws {Error} if the editor data in a folder suggest a value that is the name of a type. */
export function checkEditorData(out) {
  const read = name => JSON.parse(readFileSync(join(out, name), 'utf8'));
  const wrong = wrongSuggestions(read('vscode.html-custom-data.json'), read('web-types.json'));
  if (wrong.length > 0) throw new Error(`editor data: no value of HTML: ${wrong.join(', ')}`);
}
