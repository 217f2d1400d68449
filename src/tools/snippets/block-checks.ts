import {canonicalLanguage, supportedLanguages} from '../../i18n/catalogues.js';
import {MESSAGE_PARAMETERS} from '../../i18n/message-parameters.data.js';
import {overrideFault} from '../../i18n/override-fault.js';
import {COLLECTIONS} from '../../model/records.js';
import {isObject} from '../../model/schemas/schema-builder.js';
import type {ReportDiagnostic} from '../messages/diagnostic.js';
import {isAllowedAttribute, tokensIn} from './allowed-content.js';
import {type BlockName, TEMPLATE_MARKUP} from './blocks.js';
import {parseAttributes} from './html.js';
import {closestName} from './value-rules.js';

/** Parses JSON, and reports a syntax error. Undefined then. */
function parseJson(json: string, name: string, report: ReportDiagnostic): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    report('error', {name}, 'badJson', (error as Error).message);
    return undefined;
  }
}

/** Reports the parts of a template that a widget removes, and a template without a title. */
function checkTemplate(html: string, name: string, report: ReportDiagnostic): void {
  let hasTitle = false;
  for (const {tag, isEnd, attributes: text} of tokensIn(html)) {
    if (tag === '' || isEnd) continue;
    if (!TEMPLATE_MARKUP.elements.has(tag)) {
      report('error', {name}, 'removedFromTemplate', `<${tag}>`);
      continue;
    }
    const attributes = parseAttributes(text);
    const field = attributes.get('data-field') ?? '';
    hasTitle ||= field === 'title' || (tag === 'a' && field === 'url');
    for (const [attribute, value] of attributes)
      if (!isAllowedAttribute(tag, attribute, value, TEMPLATE_MARKUP))
        report('error', {name}, 'removedFromTemplate', `${attribute}="${value.slice(0, 40)}"`);
  }
  if (!hasTitle) report('error', {name}, 'templateWithoutTitle');
}

/** Reports the mistakes in a block of a tag. */
export function checkBlock(name: BlockName, text: string, report: ReportDiagnostic): void {
  if (!text.trim()) return;
  if (name !== 'items') {
    checkTemplate(text, name, report);
    return;
  }
  const value = parseJson(text, name, report);
  if (value === undefined) return;
  const isDocument =
    isObject(value) && COLLECTIONS.some(collection => Array.isArray(value[collection]));
  if (!Array.isArray(value) && !isDocument) report('error', {name}, 'notRecords');
}

/** Reports the mistakes in the message overrides of a page. */
export function checkMessageOverrides(
  language: string,
  json: string,
  report: ReportDiagnostic,
): void {
  if (!json.trim()) return;
  if (language && canonicalLanguage(language) === undefined)
    report('error', {name: 'lang'}, 'badValue', 'lang', language, supportedLanguages().join(', '));
  const value = parseJson(json, 'data-spass-messages', report);
  if (value === undefined) return;
  if (!isObject(value)) {
    report('error', {}, 'notSentences');
    return;
  }
  for (const [key, sentence] of Object.entries(value)) {
    const fault = overrideFault(key, sentence);
    const name = key.slice(0, 40);
    switch (fault?.[0]) {
      case 'unknown':
        report(
          'error',
          {name},
          'unknownSentence',
          name,
          closestName(name, Object.keys(MESSAGE_PARAMETERS)),
        );
        break;
      case 'form':
        report('error', {name}, fault[1] ? 'sentenceNotForms' : 'sentenceNotText', name);
        break;
      case 'empty':
        report('error', {name}, 'emptySentence', name);
        break;
      case 'placeholder':
        report('error', {name}, 'unknownPlaceholder', name, fault[1], fault[2]);
        break;
      case 'lacks':
        report('error', {name}, 'missingPlaceholder', name, fault[1]);
        break;
      case undefined:
    }
  }
}

export function checkTemplateKind(
  used: string,
  expected: readonly BlockName[],
  report: ReportDiagnostic,
): void {
  const kinds = expected.filter(name => name !== 'items');
  const suggestion = closestName(used, kinds);
  report(
    'error',
    {name: 'data-for'},
    'badValue',
    'data-for',
    used,
    kinds.join(', ') || '–',
    suggestion,
  );
}
