import {readFile} from 'node:fs/promises';
import {supportedLanguages} from '../../../i18n/catalogues.js';
import {parseDependentTags, parseManifest} from '../../snippets/catalogue.js';
import {parsePage} from '../../snippets/parse-snippet.js';
import type {CheckReport} from './check-report.js';
import {fetchPage} from './check-response.js';

/** Checks the widgets of a published page: tags, attributes, values, and the URL of the script. */
export async function checkPage(address: string, report: CheckReport, now: number): Promise<void> {
  const response = await fetchPage(address, report, now, false);
  if (!response) return;
  // Manifest of the package, with its tags and attributes.
  const manifest = new URL(import.meta.resolve('spass-widgets/custom-elements.json'));
  const json: unknown = JSON.parse(await readFile(manifest, 'utf8'));
  const languages = supportedLanguages();
  const {nouns, diagnostics} = parsePage(
    response.body.toString('utf8'),
    parseManifest(json, languages),
    parseDependentTags(json, languages),
  );
  if (nouns.length > 0) report.addPassed('widgets', [...new Set(nouns)].join(', '));
  for (const diagnostic of diagnostics)
    report.add({...diagnostic, location: {...diagnostic.location, url: response.url}});
}
