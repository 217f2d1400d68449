import {readFile} from 'node:fs/promises';
import {readCatalogue} from '../paste/catalogue.js';
import type {SnippetFault} from '../paste/findings.js';
import {readPage} from '../paste/reading.js';
import type {Findings} from './check-findings.js';
import {reach} from './check-web.js';

/** Checks the widgets of a published page: tags, attributes, values, and the URL of the script. */
export async function checkPage(address: string, findings: Findings, now: number): Promise<void> {
  const reply = await reach(address, findings, now, false);
  if (!reply) return;
  // Manifest of the package, with its tags and attributes.
  const manifest = new URL(import.meta.resolve('spass-widgets/custom-elements.json'));
  const catalogue = readCatalogue(JSON.parse(await readFile(manifest, 'utf8')));
  const {nouns, faults} = readPage(reply.body.toString('utf8'), catalogue);
  if (nouns.length > 0) findings.merit('widgets', [...new Set(nouns)].join(', '));
  for (const fault of faults) tell(fault, reply.url, findings);
}

function tell(fault: SnippetFault, url: string, findings: Findings): void {
  switch (fault.what) {
    // In a published page a URL may be relative, and there may be several widgets.
    case 'relativeAddress':
    case 'several':
      break;
    case 'nothing':
      findings.fault(url, 'noWidget');
      break;
    case 'unknownWidget':
    case 'unknownAttribute':
      findings.fault(url, fault.what, fault.got, fault.meant ?? '');
      break;
    case 'badValue': {
      const {attribute, got, expected, meant = ''} = fault;
      findings.fault(url, fault.what, attribute, got, expected, meant);
      break;
    }
    case 'movingAddress':
      findings.fault(url, fault.what, fault.got);
      break;
    default:
      findings.fault(url, fault.what);
  }
}
