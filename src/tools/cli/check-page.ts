import {readFile} from 'node:fs/promises';
import {parseManifest} from '../snippets/catalogue.js';
import type {SnippetDiagnostic} from '../snippets/snippet-diagnostic.js';
import {parsePage} from '../snippets/parse-snippet.js';
import type {CheckReport} from './check-report.js';
import {fetchPage} from './check-response.js';

/** Checks the widgets of a published page: tags, attributes, values, and the URL of the script. */
export async function checkPage(address: string, report: CheckReport, now: number): Promise<void> {
  const response = await fetchPage(address, report, now, false);
  if (!response) return;
  // Manifest of the package, with its tags and attributes.
  const manifest = new URL(import.meta.resolve('spass-widgets/custom-elements.json'));
  const catalogue = parseManifest(JSON.parse(await readFile(manifest, 'utf8')));
  const {nouns, faults} = parsePage(response.body.toString('utf8'), catalogue);
  if (nouns.length > 0) report.addPassed('widgets', [...new Set(nouns)].join(', '));
  for (const fault of faults) addSnippetDiagnostic(fault, response.url, report);
}

function addSnippetDiagnostic(
  diagnostic: SnippetDiagnostic,
  url: string,
  report: CheckReport,
): void {
  switch (diagnostic.what) {
    // In a published page a URL may be relative, and there may be several widgets.
    case 'relativeAddress':
    case 'several':
      break;
    case 'nothing':
      report.addDiagnostic(url, 'noWidget');
      break;
    case 'unknownWidget':
    case 'unknownAttribute':
      report.addDiagnostic(url, diagnostic.what, diagnostic.got, diagnostic.meant ?? '');
      break;
    case 'badValue': {
      const {attribute, got, expected, meant = ''} = diagnostic;
      report.addDiagnostic(url, diagnostic.what, attribute, got, expected, meant);
      break;
    }
    case 'repeated':
    case 'movingAddress':
      report.addDiagnostic(url, diagnostic.what, diagnostic.got);
      break;
    default:
      report.addDiagnostic(url, diagnostic.what);
  }
}
