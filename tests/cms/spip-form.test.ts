// The form that SPIP's plugin "Insérer modèles" generates from our YAML. Debian's SPIP lacks that plugin and its
// dependencies "Saisies" and "YAML": the tests check the input it would read and the code it would write.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {strFromU8, unzipSync} from 'fflate';
import {parse} from 'yaml';
import {findProgram, root} from '../../scripts/setup.mjs';
import {parseModeleArguments, startPhpParser} from './php-parser.js';

interface Field {
  readonly saisie: string;
  readonly options: {
    readonly nom: string;
    readonly data?: Readonly<Record<string, string>>;
    readonly afficher_si?: string;
    readonly valeur_oui?: string;
  };
  readonly saisies?: readonly Field[];
}
interface Catalogue {
  readonly widgets: Readonly<
    Record<
      string,
      {
        readonly attributes: Readonly<
          Record<string, {readonly kind: string; readonly choices?: readonly string[]}>
        >;
      }
    >
  >;
}

const php = findProgram(['php']);
const skip = php ? false : "PHP is missing: install Debian's php-cli.";
const zip = unzipSync(
  new Uint8Array(readFileSync(join(root, 'dist/integrations/spass-widgets-spip.zip'))),
);
const text = strFromU8(zip['spass_widgets/modeles/spass.yaml']!);
const json = strFromU8(zip['spass_widgets/widgets.json']!);
const form = parse(text) as {readonly parametres: readonly Field[]};
const fields = form.parametres.flatMap(field => field.saisies ?? [field]);
const {widgets} = JSON.parse(json) as Catalogue;

/** YAML parser that SPIP's plugin "YAML" can use, as installed by Debian. */
const SYMFONY = '/usr/share/php/Symfony/Component/Yaml/autoload.php';
const YAML_PARSERS = {
  'php-symfony-yaml': {
    isThere: () => existsSync(SYMFONY),
    code: `require '${SYMFONY}'; $read = Symfony\\Component\\Yaml\\Yaml::parse($text);`,
  },
  'php-yaml': {
    isThere: () => spawnSync(php!, ['-m'], {encoding: 'utf8'}).stdout.includes('yaml'),
    code: '$read = yaml_parse($text);',
  },
};

describe('the form of SPIP’s “Insérer modèles”', {skip}, () => {
  for (const [name, {isThere, code}] of Object.entries(YAML_PARSERS))
    it(
      `is parsed correctly by ${name}`,
      {skip: php && isThere() ? false : `${name} is missing: install Debian's ${name}.`},
      () => {
        const program = `$text = stream_get_contents(STDIN); ${code} echo json_encode($read);`;
        const {stdout, stderr} = spawnSync(php!, ['-r', program], {input: text, encoding: 'utf8'});
        assert.equal(stderr, '');
        assert.deepEqual(JSON.parse(stdout), form);
      },
    );

  it('avoids field names reserved by the plugin', () => {
    const own = ['id_modele', 'variante', 'classe', 'align', 'formulaire_modele'];
    const names = fields.map(({options}) => options.nom);
    assert.deepEqual(
      names.filter(one => own.includes(one)),
      [],
    );
  });

  it('has no text that SPIP would interpret as a tag or a modèle', () => {
    for (const {options} of fields) {
      const {afficher_si: _condition, ...words} = options;
      assert.doesNotMatch(JSON.stringify(words), /[<>]/, options.nom);
    }
  });

  const reader = startPhpParser(php ?? '', json);
  after(() => reader.close());

  /** True if a field is shown for a widget, as "Saisies" evaluates the condition. */
  const isShown = ({options}: Field, noun: string): boolean => {
    const {afficher_si: condition} = options;
    if (condition === undefined) return true;
    const [, field, list = ''] = /^@(.+?)@ IN "(.*?)"$/.exec(condition) ?? [];
    assert.equal(field, 'widget', condition);
    return list.split(',').includes(noun);
  };
  const valueOf = ({options, saisie}: Field, noun: string): string => {
    if (saisie === 'case') return String(options.valeur_oui);
    if (options.nom === 'api') return 'https://exemple.fr/api';
    // A background by name; an address is one too.
    if (options.nom === 'tiles') return 'ign';
    const {kind, choices} = widgets[noun]!.attributes[options.nom]!;
    const choice = choices?.find(Boolean);
    assert.ok(choice === undefined || choice in options.data!, `${options.nom} has no ${choice}`);
    return choice ?? (kind === 'number' ? '3' : 'mot');
  };

  for (const noun of Object.keys(widgets))
    it(`writes, with every field filled in, a modèle that our plugin reads: ${noun}`, () => {
      const shown = fields.slice(2).filter(field => isShown(field, noun));
      const own = Object.fromEntries(shown.map(field => [field.options.nom, valueOf(field, noun)]));
      const written = Object.entries({widget: noun, ...own}).map(
        ([name, value]) => `|${name}=${value}`,
      );
      const flags = shown.filter(({saisie}) => saisie === 'case').map(({options}) => options.nom);
      assert.deepEqual(reader.read(parseModeleArguments(`<spass${written.join('')}>`)), {
        noun,
        attributes: {...own, ...Object.fromEntries(flags.map(name => [name, '']))},
        faults: [],
        style: '',
      });
      assert.deepEqual(Object.keys(own).sort(), Object.keys(widgets[noun]!.attributes).sort());
    });
});
