import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

const licenceOf = folder => {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find(path => /^licen[cs]e(?:\.md|\.txt)?$/i.test(path));
  // Texts of licences that packages name without including them.
  const path = file ? join(folder, file) : join(import.meta.dirname, 'licences', `${name}.txt`);
  const title = `${name} ${version} (${license})`;
  return `${title}\n${'-'.repeat(title.length)}\n\n${readFileSync(path, 'utf8').trim()}\n`;
};

/** Returns the licences of the packages that some modules belong to. */
export const licencesOf = modules => {
  // Ids of virtual modules start with a null character.
  const folders = modules.map(id => /^[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0]);
  return [...new Set(folders.filter(Boolean))].map(licenceOf).sort().join('\n\n');
};

/** Notice of the data of the regional sheet, required by their licence. */
const SHEET_NOTICE =
  'Coast, borders and waters of the regional sheet: © OpenStreetMap contributors, Open Database License (ODbL) 1.0, https://opendatacommons.org/licenses/odbl/1.0/. Towns of France: Insee, IGN, Licence Ouverte 2.0.';

/** Returns the notice of data that some modules contain; empty if there are none. */
export const dataNoticeOf = modules =>
  modules.some(id => /regional-sheet[\\/]sheet\.data/.test(id)) ? SHEET_NOTICE : '';

const bundled = [];

/** Rollup plugin: writes licences.txt with the licence of every package in the files built so far. */
export const thirdPartyLicences = out => ({
  name: 'third-party-licences',
  writeBundle(_options, bundle) {
    for (const {modules = {}} of Object.values(bundle))
      bundled.push(...Object.keys(modules).filter(id => modules[id].renderedLength > 0));
    const path = join(out, 'licences.txt');
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, [licencesOf(bundled), dataNoticeOf(bundled)].filter(Boolean).join('\n\n'));
  },
});
