import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {strFromU8, unzipSync} from 'fflate';
import {mo, po} from 'gettext-parser';
import {parse} from 'yaml';
import {packIntegrations} from '../../scripts/integrations/pack-integrations.mjs';
import {root} from '../../scripts/setup.mjs';
import {SKINS} from '../../src/styles/tokens.styles.js';

interface Setting {
  readonly kind: string;
  readonly text: string;
  readonly choices?: readonly string[];
}
interface Catalogue {
  readonly version: string;
  readonly integrity: Readonly<Record<string, string>>;
  readonly widgets: Readonly<
    Record<string, {title: string; text: string; attributes: Readonly<Record<string, Setting>>}>
  >;
}

const dist = join(root, 'dist');
const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown;
const zips = await packIntegrations(dist);
const PLUGINS = {
  'spass-widgets-wordpress.zip': 'spass-widgets',
  'spass-widgets-spip.zip': 'spass_widgets',
};

for (const [name, folder] of Object.entries(PLUGINS))
  describe(name, () => {
    const files = unzipSync(zips[name as keyof typeof PLUGINS]);
    const text = (path: string) => strFromU8(files[`${folder}/${path}`]!);
    const catalogue = JSON.parse(text('widgets.json')) as Catalogue;

    it('S-12 is identical in every time zone, and equal to the output of the build', () => {
      const written = readFileSync(join(dist, 'integrations', name));
      assert.ok(written.equals(zips[name as keyof typeof PLUGINS]));
      const out = mkdtempSync(join(tmpdir(), 'pack-'));
      try {
        const code = `
          import {packIntegrations} from './scripts/integrations/pack-integrations.mjs';
          import {createHash} from 'node:crypto';
          const bytes = (await packIntegrations(process.argv[1]))['${name}'];
          process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`;
        const hash = execFileSync(process.execPath, ['--input-type=module', '-e', code, dist], {
          cwd: root,
          env: {...process.env, TZ: 'Pacific/Auckland'},
          encoding: 'utf8',
        });
        assert.equal(hash, createHash('sha256').update(written).digest('hex'));
      } finally {
        rmSync(out, {recursive: true});
      }
    });

    it('is one folder, with its licence and all files that the scripts load', () => {
      for (const path of Object.keys(files)) assert.ok(path.startsWith(`${folder}/`), path);
      const cdn = json('dist/cdn/sri.json') as Record<string, string>;
      for (const [file, hash] of Object.entries(cdn)) {
        const bytes = files[`${folder}/cdn/${file}`];
        if (/^(?:embed|spass-iframe|spass-widgets\.all)/.test(file)) assert.equal(bytes, undefined);
        else
          assert.equal(
            `sha384-${createHash('sha384').update(bytes!).digest('base64')}`,
            hash,
            file,
          );
      }
      assert.ok(files[`${folder}/cdn/licences.txt`]);
      assert.match(text('LICENSE'), /^MIT License/);
    });

    it('contains every widget with all its attributes, and the hashes of its scripts', () => {
      const manifest = json('dist/custom-elements.json') as {
        modules: {declarations?: {tagName?: string; attributes?: {name: string}[]}[]}[];
      };
      const elements = manifest.modules
        .flatMap(({declarations = []}) => declarations)
        .filter(({tagName = ''}) => tagName && !/^spass-(?:portal|layer)$/.test(tagName));
      assert.ok(elements.length >= 11);
      assert.deepEqual(
        Object.keys(catalogue.widgets),
        elements.map(({tagName}) => tagName!.slice(6)).sort(),
      );
      for (const {tagName, attributes = []} of elements)
        assert.deepEqual(
          Object.keys(catalogue.widgets[tagName!.slice(6)]!.attributes).sort(),
          [...attributes.map(({name: attribute}) => attribute), 'lang'].sort(),
        );
      const list = catalogue.widgets['resource-list']!.attributes;
      assert.deepEqual(list['sort']?.choices, ['title', '-title', 'date', '-date']);
      assert.deepEqual(list['skin']?.choices, ['plain', 'dsfr', 'caue']);
      assert.deepEqual(
        [list['limit']?.kind, list['sync-url']?.kind, list['api']?.kind],
        ['number', 'flag', 'text'],
      );
      const sri = json('dist/cdn/sri.json') as Record<string, string>;
      for (const [file, hash] of Object.entries(catalogue.integrity)) assert.equal(hash, sri[file]);
    });

    it('has the version of the package', () => {
      const {version} = json('package.json') as {version: string};
      assert.equal(catalogue.version, version);
      const header = name.includes('wordpress')
        ? text('spass-widgets.php').includes(`* Version:           ${version}\n`) &&
          text('readme.txt').includes(`Stable tag: ${version}\n`)
        : text('paquet.xml').includes(`version="${version}"`);
      assert.ok(header);
    });

    it('shows no file of its own to a visitor who requests it', () => {
      for (const path of Object.keys(files)) {
        if (!path.endsWith('.php') || path.includes('/lib/')) continue;
        const guard =
          /defined\( 'ABSPATH' \) \|\| exit|WP_UNINSTALL_PLUGIN' \) \|\| exit|!defined\('_ECRIRE_INC_VERSION'\)/;
        assert.match(strFromU8(files[path]!), guard, path);
      }
    });
  });

describe('the form of SPIP’s “Insérer modèles”', () => {
  interface Field {
    readonly saisie: string;
    readonly options: Readonly<Record<string, unknown>>;
    readonly saisies?: readonly Field[];
  }
  const spip = unzipSync(zips['spass-widgets-spip.zip']);
  const text = strFromU8(spip['spass_widgets/modeles/spass.yaml']!);
  const form = parse(text, {strict: true, uniqueKeys: true}) as {
    nom: string;
    parametres: readonly Field[];
  };
  const fields = form.parametres.flatMap(field => field.saisies ?? [field]);
  const field = (name: string) => fields.find(({options}) => options['nom'] === name);
  const {widgets} = JSON.parse(strFromU8(spip['spass_widgets/widgets.json']!)) as Catalogue;

  it('is valid YAML that names every attribute of the model once, and no other', () => {
    const attributes = new Set(Object.values(widgets).flatMap(one => Object.keys(one.attributes)));
    const names = fields.map(({options}) => options['nom']);
    assert.deepEqual([...names].sort(), [...attributes, 'modele', 'widget'].sort());
  });

  it('writes <spass|widget=…>, offers every widget, and each attribute only for its widgets', () => {
    assert.equal(field('modele')?.options['defaut'], 'spass');
    assert.deepEqual(Object.keys(field('widget')?.options['data'] as object), Object.keys(widgets));
    const all = Object.keys(widgets).length;
    for (const {options} of fields.slice(2)) {
      const nouns = Object.entries(widgets).flatMap(([noun, {attributes}]) =>
        String(options['nom']) in attributes ? noun : [],
      );
      const shown = /^@widget@ IN "(.*)"$/.exec(String(options['afficher_si']))?.[1];
      assert.deepEqual(shown?.split(',') ?? nouns.slice(0, all), nouns, String(options['nom']));
      assert.equal(shown === undefined, nouns.length === all);
    }
  });

  it('describes each attribute in French, and lists the allowed values', () => {
    assert.deepEqual(Object.keys(field('skin')?.options['data'] as object), [...SKINS]);
    assert.equal(field('sync-url')?.saisie, 'case');
    // An attribute with different values in different widgets lists the values of each.
    assert.deepEqual(Object.keys(field('group-by')?.options['data'] as object), [
      'country',
      'role',
      'none',
      'family',
    ]);
    assert.match(
      String(field('no-list')?.options['explication']),
      /^Contribuer\u00a0: .+\. Carte des projets\u00a0: .+\.$/,
    );
    const sentences = Object.values(widgets).flatMap(({attributes}) => Object.values(attributes));
    const english = new Set(sentences.map(setting => setting.text.replaceAll('`', '')));
    for (const {options} of fields.slice(2)) {
      assert.equal(typeof options['explication'], 'string');
      assert.ok(!english.has(options['explication'] as string));
    }
  });
});

describe('the messages of the plugins', () => {
  const wordpress = unzipSync(zips['spass-widgets-wordpress.zip']);
  const template = po.parse(
    Buffer.from(wordpress['spass-widgets/languages/spass-widgets.pot']!),
  ).translations;

  for (const locale of ['fr_FR', 'fr_BE', 'nl_NL', 'nl_BE'])
    it(`are complete in ${locale}, with the same placeholders`, () => {
      const bytes = Buffer.from(wordpress[`spass-widgets/languages/spass-widgets-${locale}.mo`]!);
      const {translations} = mo.parse(bytes);
      for (const [context, entries] of Object.entries(template))
        for (const sentence of Object.keys(entries).filter(Boolean)) {
          const translated = translations[context]?.[sentence]?.msgstr[0];
          assert.ok(translated, `${locale}: ${sentence}`);
          const fill = (from: string) => from.match(/%(?:\d\$)?s|`[^`]*`/g)?.sort();
          assert.deepEqual(fill(translated), fill(sentence), sentence);
        }
    });

  it('I-04 follow French typography', () => {
    const {translations} = po.parse(readFileSync(join(root, 'integrations/translations/fr.po')));
    const lines = Object.values(translations)
      .flatMap(entries => Object.values(entries))
      .filter(({msgid}) => msgid)
      .map(({msgstr}) => String(msgstr[0]).replace(/`[^`]*`/g, '`'));
    for (const path of ['lang/spass_widgets_fr.php', 'lang/paquet-spass_widgets_fr.php'])
      for (const [, line = ''] of readFileSync(
        join(root, 'integrations/spip/spass_widgets', path),
        'utf8',
      ).matchAll(/=> '(.*)',$/gm))
        lines.push(line.replace(/<code>.*?<\/code>/g, '`'));
    assert.ok(lines.length > 80);
    for (const line of lines)
      assert.doesNotMatch(
        line.replace(/https?:\S*/g, ''),
        /'| [;:!?»]|« |[^\s\u202f][;!?»]|«[^\u202f]/,
        line,
      );
  });

  it('of SPIP are the same in each language', () => {
    const spip = unzipSync(zips['spass-widgets-spip.zip']);
    const keys = (file: string) =>
      [
        ...strFromU8(spip[`spass_widgets/lang/${file}.php`]!).matchAll(/^\t'(\w+)' => '(.*)',$/gm),
      ].map(([, key, sentence = '']) => [key, sentence.match(/@\w+@/g)?.sort()]);
    for (const name of ['spass_widgets', 'paquet-spass_widgets'])
      for (const language of ['nl', 'en', 'de'])
        assert.deepEqual(keys(`${name}_${language}`), keys(`${name}_fr`));
  });
});
