// Packs the plugins of integrations/ with the files of dist/cdn/ into dist/integrations/; the output is reproducible.
// Run by the build; alone: node scripts/integrations/pack-integrations.mjs [FOLDER], where FOLDER is dist/ by default.
import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {strToU8, zipSync} from 'fflate';
import {catalogueOf, sentencesOf} from './catalogue.mjs';
import {saisiesOf, yamlOf} from './saisies.mjs';
import {languageFiles, readTranslations, sentencesOfPlugin} from './translations.mjs';
import {root} from '../setup.mjs';

const integrations = join(root, 'integrations');

/** Files that a CMS does not need: the single-file script and the pages for iframes. */
const NOT_FOR_CMS = /^(?:spass-widgets\.all\.js|spass-iframe\.js|embed\..*|sri\.json)$/;

/** Returns the files under a folder by path, with `/` as separator on all systems. */
const filesUnder = folder =>
  Object.fromEntries(
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter(entry => entry.isFile())
      .map(({parentPath, path, name}) => join(parentPath ?? path, name))
      .map(path => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );

const into = (folder, files) =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes]));

/** Creates a zip file. All entries have the earliest possible time, so that the output is reproducible. */
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

/** Returns both zip files, by name. */
export async function packIntegrations(dist) {
  const read = path => JSON.parse(readFileSync(join(dist, path), 'utf8'));
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const {parseManifest} = await import(join(dist, 'tools/snippets/catalogue.js'));
  const {AUTHORED_WIDGETS: authored, WIDGET_COLLECTIONS: collections} = await import(
    join(dist, 'tools/snippets/settings.js')
  );
  const widgets = parseManifest(read('custom-elements.json'), []);
  const catalogue = catalogueOf({
    widgets,
    authored,
    collections,
    sri: read('cdn/sri.json'),
    version,
  });
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
  // SPIP does not translate such a form.
  const form = saisiesOf(catalogue, readTranslations(translations, 'fr'));
  paquet['modeles/spass.yaml'] = strToU8(yamlOf(form).trimStart());
  versioned(paquet, 'paquet.xml', version, /^(\s+version=")[^"]*(?=")/m);

  return {
    'spass-widgets-wordpress.zip': zip('spass-widgets', plugin),
    'spass-widgets-spip.zip': zip('spass_widgets', paquet),
  };
}

/** Writes the zip files to `integrations/` in a folder. */
export async function writeIntegrations(dist) {
  const folder = join(dist, 'integrations');
  mkdirSync(folder, {recursive: true});
  for (const [name, bytes] of Object.entries(await packIntegrations(dist)))
    writeFileSync(join(folder, name), bytes);
}

/** Returns the checksums of files in the format of `sha256sum --check`. */
const sumsOf = files =>
  Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`)
    .join('');

/** Returns the instructions inside the zip file: the tags to paste, with their hashes. */
const instructions = (version, hashes) => {
  const folder = `https://www.exemple.fr/spass-widgets/${version}`;
  const style = 'spass-widgets.css';
  const script = 'spass-widgets.js';
  const tags = `<link rel="stylesheet" href="${folder}/${style}"
  integrity="${hashes[style]}" crossorigin="anonymous">
<script src="${folder}/${script}"
  integrity="${hashes[script]}" crossorigin="anonymous" defer></script>

<spass-explorer api="https://www.exemple.fr/portail.json">
  <a href="https://about.s-pass.org/projets">Les portails S-PASS Territoires</a>
</spass-explorer>`;
  return `spass-widgets ${version}

FRANÇAIS

1. Copiez le dossier « spass-widgets » sur votre site, sans modifier les fichiers.
2. Collez dans votre page, en remplaçant « www.exemple.fr » par l’adresse de votre site :

${tags}

3. Remplacez « portail.json » par l’adresse de vos données. Le configurateur aide à choisir
   le composant et ses réglages.

« sha256sum --check SHA256SUMS », dans le dossier ${version}, vérifie les fichiers.
« sri.json » contient l’empreinte de chaque fichier.

ENGLISH

1. Copy the folder "spass-widgets" to your site, without changing its files.
2. Paste the lines above into your page, and replace "www.exemple.fr" by the address of your site.
3. Replace "portail.json" by the address of your data. The configurator helps to choose the
   widget and its settings.

"sha256sum --check SHA256SUMS", run in the folder ${version}, verifies the files.
"sri.json" contains the hash of each file.
`;
};

/**
 * Writes the zip file for self-hosting: the files of `dist/cdn/` in a folder named by their version, with instructions,
 * checksums, licences and the list of included packages. The configurator offers a copy.
 */
export function writeFilesToHost(dist) {
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const cdn = filesUnder(join(dist, 'cdn'));
  const files = {
    ...cdn,
    LICENSE: readFileSync(join(root, 'LICENSE')),
    'LISEZMOI.txt': Buffer.from(instructions(version, JSON.parse(cdn['sri.json'].toString()))),
    'sbom.cdx.json': readFileSync(join(dist, 'sbom.cdx.json')),
  };
  const bytes = zip(`spass-widgets/${version}`, {...files, SHA256SUMS: strToU8(sumsOf(files))});
  for (const name of ['spass-widgets.zip', 'configurateur/spass-widgets.zip'])
    writeFileSync(join(dist, name), bytes);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await writeIntegrations(resolve(root, process.argv[2] ?? 'dist'));
