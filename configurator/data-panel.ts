import {html, nothing, type TemplateResult} from 'lit';
import {SOURCE_KINDS} from '../src/data/sources/registry.js';
import {RECORD_KINDS, type RecordKind} from '../src/tools/convert/convert.js';
import {formatDiagnostic} from '../src/tools/messages/format-diagnostic.js';
import {DATA_ATTRIBUTES} from './widget-panel.js';
import type {ConfiguratorState} from './configurator-state.js';
import {renderField} from './field.js';
import type {ConfiguratorMessages} from './messages.js';

/** Maximum number of diagnostics in the list. */
const MAX_DIAGNOSTICS = 200;

function renderProbeResult(
  {probeResult}: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  if (probeResult.status === 'idle') return nothing;
  if (probeResult.status === 'loading') return html`<p>${messages.probing}</p>`;
  if (probeResult.status === 'failed') {
    const [message, solution] = messages.probeErrors[probeResult.error];
    return html`<div class="verdict mauvais">
      <p><strong>${message}</strong></p>
      <p>${solution}</p>
      ${probeResult.detail ? html`<p class="conseil" lang="en">${probeResult.detail}</p>` : nothing}
    </div>`;
  }
  const {collections, languages, dropped, licence, isCorsOpen} = probeResult;
  const isGood = (collections[0]?.total ?? 0) > 0 && isCorsOpen;
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
  return html`<div class="verdict ${isGood ? 'bon' : 'mauvais'}">
    <p>
      <strong>
        ${!collections[0]?.total ? messages.noRecords : isCorsOpen ? messages.readable : messages.readableFromSameSite}
      </strong>
    </p>
    ${parts.length ? html`<p>${messages.contents(parts)}</p>` : nothing}
    ${languages.length ? html`<p>${messages.inLanguages(languages.map(nameOf))}</p>` : nothing}
    ${dropped ? html`<p>${messages.dropped(dropped)}</p>` : nothing}
    ${licence ? html`<p class="conseil">${licence}</p>` : nothing}
  </div>`;
}

/** Returns the URL of the demo portal, one folder above this page. */
const demoApi = (): string => new URL('../api', location.href).href;

/** Renders the data panel: the URL and the result of the test request. */
export function renderDataPanel(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  const attributes = state.widget?.attributes;
  if (!attributes?.has('api')) return nothing;
  const [api, ...others] = DATA_ATTRIBUTES.flatMap(name => attributes.get(name) ?? []).map(
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
  const isOther = others.some(({name}) => state.settings.attributes[name] !== undefined);
  return html`<fieldset class="etape">
    <legend>${messages.steps.data}</legend>
    ${api ? renderField(api, state, messages) : nothing}
    <p class="actions">
      <button type="button" class="bouton" @click=${() => void state.probeUrl()}>
        ${messages.probe}
      </button>
      <button type="button" class="bouton" @click=${() => state.setAttribute('api', demoApi())}>
        ${messages.useDemo}
      </button>
    </p>
    <div role="status" id="verdict">${renderProbeResult(state, messages)}</div>
    <details ?open=${isOther}>
      <summary>${messages.otherSource}</summary>
      <div class="champs">${others.map(attribute => renderField(attribute, state, messages))}</div>
    </details>
    ${renderFileConversion(state, messages)}
  </fieldset>`;
}

function renderConversion(
  {conversion, toolMessages}: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  if (conversion.status === 'idle') return nothing;
  if (conversion.status === 'loading') return html`<p>${messages.file.working}</p>`;
  if (conversion.status === 'unsupported')
    return html`<p class="faute">${conversion.name} : ${messages.file.unknown}</p>`;
  const {diagnostics, recordCount} = conversion.result;
  return html`
    ${
      conversion.objectUrl
        ? html`<p>
              <strong>${conversion.name}</strong> : ${messages.file.recordCount(recordCount)}
            </p>
            <p>
              <a class="bouton" href=${conversion.objectUrl} download="portail.json"
                >${messages.file.download}</a
              >
            </p>
            <p class="conseil">${messages.file.next}</p>`
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
  const {conversion, sheet} = state;
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

/** Renders the conversion of a local file to a portal document. */
function renderFileConversion(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const loadFile = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file) void state.loadFile(file);
  };
  const handleDragOver = (event: DragEvent): void => event.preventDefault();
  const handleDrop = (event: DragEvent): void => {
    event.preventDefault();
    loadFile(event.dataTransfer?.files);
  };
  return html`<details class="fichier" @dragover=${handleDragOver} @drop=${handleDrop}>
    <summary>${messages.file.title}</summary>
    <p>${messages.file.intro}</p>
    <p class="champ">
      <label for="kind">${messages.file.recordKind}</label>
      <select
        id="kind"
        @change=${({target}: Event) => state.setRecordKind((target as HTMLSelectElement).value as RecordKind)}
      >
        ${RECORD_KINDS.map(
          kind =>
            html`<option value=${kind} .selected=${kind === state.recordKind}>
              ${messages.collections[kind]?.(1) ?? kind}
            </option>`,
        )}
      </select>
    </p>
    <p class="champ">
      <label for="file">${messages.file.choose}</label>
      <input
        id="file"
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,.ods,.geojson,.json"
        @change=${({target}: Event) => loadFile((target as HTMLInputElement).files)}
      />
    </p>
    ${renderSheetChoice(state, messages)}
    <div role="status" id="converted">${renderConversion(state, messages)}</div>
  </details>`;
}
