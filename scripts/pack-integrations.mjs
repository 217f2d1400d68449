// Packs the plugins of integrations/ with the files of dist/cdn/ into dist/integrations/, the same bytes each time.
// Run by the build; alone: node scripts/pack-integrations.mjs [FOLDER], where FOLDER is dist/ by default.
import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {strToU8, zipSync} from 'fflate';
import {catalogueOf, sentencesOf} from './integrations/catalogue.mjs';
import {saisiesOf, yamlOf} from './integrations/saisies.mjs';
import {languageFiles, readTranslations, sentencesOfPlugin} from './integrations/translations.mjs';
import {root} from './setup.mjs';

const integrations = join(root, 'integrations');

/** A page of a CMS needs neither the one big file nor the pages for frames. */
const NOT_FOR_CMS = /^(?:spass-widgets\.all\.js|spass-iframe\.js|embed\..*|sri\.json)$/;

/** The files under a folder, by path, with `/` whatever the machine. */
const filesUnder = folder =>
  Object.fromEntries(
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter(entry => entry.isFile())
      .map(({parentPath, path, name}) => join(parentPath ?? path, name))
      .map(path => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );

const into = (folder, files) =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes]));

/** A zip has the time of its clock in it, so it gets one for all: the earliest that it can hold. */
const zip = (name, files) => {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = sorted.map(([path, bytes]) => [`${name}/${path}`, new Uint8Array(bytes)]);
  return zipSync(Object.fromEntries(entries), {level: 9, mtime: new Date(1980, 0, 1)});
};

const versioned = (files, path, version, pattern) => {
  const text = files[path].toString();
  if (!pattern.test(text)) throw new Error(`${path}: no version to fill in`);
  files[path] = Buffer.from(text.replace(pattern, `$1${version}`));
};

/** Both zips, by name. */
export function packIntegrations(dist) {
  const read = path => JSON.parse(readFileSync(join(dist, path), 'utf8'));
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const catalogue = catalogueOf(read('custom-elements.json'), read('cdn/sri.json'), version);
  const cdn = Object.fromEntries(
    Object.entries(filesUnder(join(dist, 'cdn'))).filter(([name]) => !NOT_FOR_CMS.test(name)),
  );
  const shared = {
    ...into('lib', filesUnder(join(integrations, 'php'))),
    ...into('cdn', cdn),
    'widgets.json': strToU8(JSON.stringify(catalogue)),
    LICENSE: readFileSync(join(root, 'LICENSE')),
  };
  const translations = join(integrations, 'translations');

  const wordpress = join(integrations, 'wordpress/spass-widgets');
  const sentences = [
    ...sentencesOfPlugin(wordpress),
    ...sentencesOf(catalogue).map(text => ({text})),
  ];
  const plugin = {
    ...filesUnder(wordpress),
    ...shared,
    ...into('languages', languageFiles(translations, sentences)),
  };
  versioned(plugin, 'spass-widgets.php', version, /^( \* Version: +).*$/m);
  versioned(plugin, 'readme.txt', version, /^(Stable tag: ).*$/m);

  const paquet = {...filesUnder(join(integrations, 'spip/spass_widgets')), ...shared};
  // SPIP gives such a form no language of its own.
  const form = saisiesOf(catalogue, readTranslations(translations, 'fr'));
  paquet['modeles/spass.yaml'] = strToU8(yamlOf(form).trimStart());
  versioned(paquet, 'paquet.xml', version, /^(\s+version=")[^"]*(?=")/m);

  return {
    'spass-widgets-wordpress.zip': zip('spass-widgets', plugin),
    'spass-widgets-spip.zip': zip('spass_widgets', paquet),
  };
}

/** Writes them to `integrations/` of the folder. */
export function writeIntegrations(dist) {
  const folder = join(dist, 'integrations');
  mkdirSync(folder, {recursive: true});
  for (const [name, bytes] of Object.entries(packIntegrations(dist)))
    writeFileSync(join(folder, name), bytes);
}

/** Sums of files as `sha256sum --check` reads them. */
const sumsOf = files =>
  Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`)
    .join('');

/**
 * The files of `dist/cdn/` in a folder named by their version, with their sums, licences and the list of what is in
 * them, for whoever hosts them: the configurator offers it.
 */
export function writeFilesToHost(dist) {
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const files = {
    ...filesUnder(join(dist, 'cdn')),
    LICENSE: readFileSync(join(root, 'LICENSE')),
    'sbom.cdx.json': readFileSync(join(dist, 'sbom.cdx.json')),
  };
  const bytes = zip(`spass-widgets/${version}`, {...files, SHA256SUMS: strToU8(sumsOf(files))});
  writeFileSync(join(dist, 'configurateur/spass-widgets.zip'), bytes);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeIntegrations(resolve(root, process.argv[2] ?? 'dist'));
