import {html, nothing, type TemplateResult} from 'lit';
import {SOURCE_KINDS} from '../src/data/sources/registry.js';
import {RECORD_KINDS, type RecordKind} from '../src/tools/convert/convert.js';
import {formatDiagnostic} from '../src/tools/messages/diagnostic.js';
import {renderBlock} from './blocks-panel.js';
import {DATA_ATTRIBUTES} from './widget-panel.js';
import type {ConfiguratorState} from './configurator-state.js';
import {hostOf} from './link-trust.js';
import {renderField, renderSegments} from './field.js';
import type {ConfiguratorMessages} from './messages.js';

/** Maximum number of diagnostics in the list. */
const MAX_DIAGNOSTICS = 200;

function renderProbeResult(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  const {result: probeResult} = state.probe;
  if (probeResult.status === 'idle') return nothing;
  if (probeResult.status === 'loading') return html`<p>${messages.probing}</p>`;
  if (probeResult.status === 'failed') {
    const [message, solution] = messages.probeErrors[probeResult.error];
    return html`<div class="verdict mauvais">
      <p><strong>${message}</strong></p>
      <p>${solution}</p>
      ${probeResult.error === 'noCors' ? html`<p>${messages.sameSite(hostOf(state.target.value('api') ?? ''))}</p>` : nothing}
      ${probeResult.detail ? html`<p class="conseil" lang="en">${probeResult.detail}</p>` : nothing}
    </div>`;
  }
  const {collections, languages, dropped, licence, isCorsOpen} = probeResult;
  const hasRecords = (collections[0]?.total ?? 0) > 0;
  // In a frame of its own, a page of the same site needs it too.
  const isGood = hasRecords && (isCorsOpen || state.format !== 'frame');
  const parts = collections
    .filter(({total}) => total > 0)
    .map(({collection, total}) => messages.collections[collection]?.(total) ?? collection);
  const names = new Intl.DisplayNames(messages.lang, {type: 'language', fallback: 'code'});
  const nameOf = (code: string): string => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
  // Nobody has to make the demonstration readable.
  if (state.dataOrigin === 'demo')
    return html`<div class="verdict bon">
      ${parts.length ? html`<p>${messages.contents(parts)}</p>` : nothing}
    </div>`;
  return html`<div class="verdict ${isGood ? 'bon' : 'mauvais'}">
    <p>
      <strong>
        ${!hasRecords ? messages.noRecords : isCorsOpen ? messages.readable : messages.readableFromSameSite}
      </strong>
    </p>
    ${!hasRecords || isCorsOpen ? nothing : html`<p>${isGood ? messages.sameSite(location.host) : messages.frameNeedsCors}</p>`}
    ${parts.length ? html`<p>${messages.contents(parts)}</p>` : nothing}
    ${languages.length ? html`<p>${messages.inLanguages(languages.map(nameOf))}</p>` : nothing}
    ${dropped ? html`<p>${messages.dropped(dropped)}</p>` : nothing}
    ${licence ? html`<p class="conseil">${licence}</p>` : nothing}
  </div>`;
}

/** Renders the address of the data, and the result of the test request. */
function renderAddress(state: ConfiguratorState, messages: ConfiguratorMessages): TemplateResult {
  const attributes = state.widget?.attributes;
  const [api, ...others] = DATA_ATTRIBUTES.flatMap(name => attributes?.get(name) ?? []).map(
    attribute =>
      attribute.name === 'source'
        ? {
            ...attribute,
            kind: 'choice' as const,
            choices: Object.keys(SOURCE_KINDS),
            defaultValue: 'portal',
          }
        : attribute,
  );
  const isOther = others.some(({name}) => state.target.value(name) !== undefined);
  return html`
    ${api ? renderField(api, state, messages) : nothing}
    <p class="actions">
      <button type="button" class="bouton" @click=${() => void state.probeUrl()}>
        ${messages.probe}
      </button>
    </p>
    <details ?open=${isOther}>
      <summary>${messages.otherSource}</summary>
      <div class="champs">${others.map(attribute => renderField(attribute, state, messages))}</div>
    </details>
  `;
}

/** Renders the data panel: their origin, and what it needs. */
export function renderDataPanel(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  if (!state.widget?.attributes.has('api')) return nothing;
  const {dataOrigin} = state;
  const origins = state.dataOrigins.map(value => ({value, label: messages.dataOrigins[value]}));
  return html`
    ${renderSegments('donnees', messages.steps.data, origins, dataOrigin, origin =>
      state.setDataOrigin(origin),
    )}
    ${dataOrigin === 'own' ? html`<p class="conseil">${messages.sampleNotice}</p>` : nothing}
    ${dataOrigin === 'address' ? renderAddress(state, messages) : nothing}
    ${dataOrigin === 'file' ? renderFileConversion(state, messages) : nothing}
    ${dataOrigin === 'inline' ? renderBlock('items', state, messages) : nothing}
    <div role="status" id="verdict">
      ${dataOrigin === 'demo' || dataOrigin === 'address' ? renderProbeResult(state, messages) : nothing}
    </div>
  `;
}

function renderConversion(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  const {
    file: {state: conversion},
    toolMessages,
  } = state;
  if (conversion.status === 'idle') return nothing;
  if (conversion.status === 'loading') return html`<p>${messages.file.working}</p>`;
  if (conversion.status !== 'converted') {
    const {unknown, unreadable} = messages.file;
    const reason = conversion.status === 'unreadable' ? unreadable : unknown;
    return html`<p class="faute">${conversion.name} : ${reason}</p>`;
  }
  const {diagnostics, recordCount} = conversion.result;
  return html`
    ${
      conversion.objectUrl
        ? html`<div class="verdict bon">
              <p>
                <strong>${messages.file.recordCount(recordCount)}</strong>
              </p>
              <p class="conseil">${conversion.name}</p>
            </div>
            <ol class="suite">
              <li>
                <a class="bouton" href=${conversion.objectUrl} download="portail.json"
                  >${messages.file.download}</a
                >
              </li>
              <li>${messages.file.next}</li>
              <li>
                <p class="champ">
                  <label for="file-address">${messages.file.address}</label>
                  <input
                    id="file-address"
                    type="url"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=${messages.file.exampleAddress}
                    .value=${state.target.value('api') ?? ''}
                    @change=${({target}: Event) => state.setAttribute('api', (target as HTMLInputElement).value.trim())}
                  />
                </p>
              </li>
            </ol>`
        : html`<p class="faute">${messages.file.nothing}</p>`
    }
    ${
      diagnostics.length
        ? html`<details ?open=${!conversion.objectUrl}>
            <summary>${messages.file.diagnostics(diagnostics.length)}</summary>
            <ul class="remarques">
              ${diagnostics.slice(0, MAX_DIAGNOSTICS).map(
                diagnostic =>
                  html`<li class=${diagnostic.severity}>
                    <strong>${messages.file.severities[diagnostic.severity]}</strong>
                    ${formatDiagnostic(conversion.name, diagnostic, toolMessages)}
                  </li>`,
              )}
            </ul>
          </details>`
        : nothing
    }
  `;
}

/** Renders the choice of a sheet, if a workbook has several. */
function renderSheetChoice(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  const {state: conversion, sheet} = state.file;
  const sheets = conversion.status === 'converted' ? conversion.sheets : [];
  if (sheets.length < 2) return nothing;
  const handleChange = ({target}: Event): void =>
    state.setSheet((target as HTMLSelectElement).value);
  return html`<p class="champ">
    <label for="sheet">${messages.file.sheet}</label>
    <select id="sheet" @change=${handleChange}>
      ${sheets.map(
        name =>
          html`<option value=${name} .selected=${name === (sheet ?? sheets[0])}>${name}</option>`,
      )}
    </select>
  </p>`;
}

/** Renders the conversion of a file. */
function renderFileConversion(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const loadFile = ({target}: Event): void => {
    const file = (target as HTMLInputElement).files?.[0];
    if (file) void state.loadFile(file);
  };
  return html`<div class="fichier">
    <p class="depot">
      <input
        id="file"
        class="cache"
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,.ods,.geojson,.json,.ics,.xml,.rss"
        aria-describedby="file-hint"
        @change=${loadFile}
      />
      <label class="bouton" for="file">${messages.file.choose}</label>
      <span class="conseil" id="file-hint">${messages.file.intro}</span>
    </p>
    <p class="champ">
      <label for="kind">${messages.file.recordKind}</label>
      <select
        id="kind"
        @change=${({target}: Event) => state.setRecordKind((target as HTMLSelectElement).value as RecordKind)}
      >
        ${RECORD_KINDS.map(
          kind =>
            html`<option value=${kind} .selected=${kind === state.file.kind}>
              ${messages.recordKinds[kind]}
            </option>`,
        )}
      </select>
    </p>
    ${renderSheetChoice(state, messages)}
    <div role="status" id="converted">${renderConversion(state, messages)}</div>
  </div>`;
}
