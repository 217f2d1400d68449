import {html, nothing, type TemplateResult} from 'lit';
import {KINDS, type Kind, sayFinding} from '../../src/convert/convert.js';
import {type Conversion, conversions} from '../../src/i18n/tools.js';
import {OF_DATA} from './choose.js';
import type {Desk} from './desk.js';
import {renderField} from './field.js';
import type {Words} from './words.js';

/** Values of the attribute `source`. The manifest lists them in prose only. */
const SOURCES = [
  'portal',
  'document',
  'geojson',
  'csv',
  'opendatasoft',
  'tabular',
  'wordpress',
  'openagenda',
  'ogc-features',
  'pmtiles',
];

/** Maximum number of diagnostics in the list. */
const REMARKS = 200;

function renderVerdict({verdict}: Desk, words: Words): TemplateResult | typeof nothing {
  if (verdict.what === 'untried') return nothing;
  if (verdict.what === 'trying') return html`<p>${words.trying}</p>`;
  if (verdict.what === 'failed') {
    const [sentence, fix] = words.troubles[verdict.trouble];
    return html`<div class="verdict mauvais">
      <p><strong>${sentence}</strong></p>
      <p>${fix}</p>
      ${verdict.detail ? html`<p class="conseil" lang="en">${verdict.detail}</p>` : nothing}
    </div>`;
  }
  const {held, languages, dropped, licence, isOpen} = verdict;
  const isGood = (held[0]?.total ?? 0) > 0 && isOpen;
  const parts = held
    .filter(({total}) => total > 0)
    .map(({collection, total}) => words.collections[collection]?.(total) ?? collection);
  const names = new Intl.DisplayNames(words.lang, {type: 'language', fallback: 'code'});
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
        ${!held[0]?.total ? words.noneHeld : isOpen ? words.readable : words.readableHere}
      </strong>
    </p>
    ${parts.length ? html`<p>${words.holds(parts)}</p>` : nothing}
    ${languages.length ? html`<p>${words.inLanguages(languages.map(nameOf))}</p>` : nothing}
    ${dropped ? html`<p>${words.dropped(dropped)}</p>` : nothing}
    ${licence ? html`<p class="conseil">${licence}</p>` : nothing}
  </div>`;
}

/** Returns the URL of the demo portal, one folder above this page. */
const demoApi = (): string => new URL('../api', location.href).href;

/** Renders the data panel: the URL and the result of the test request. */
export function renderData(desk: Desk, words: Words): TemplateResult | typeof nothing {
  const attributes = desk.widget?.attributes;
  if (!attributes?.has('api')) return nothing;
  const [api, ...others] = OF_DATA.flatMap(name => attributes.get(name) ?? []).map(attribute =>
    attribute.name === 'source'
      ? {...attribute, kind: 'choice' as const, choices: SOURCES, standard: 'portal'}
      : attribute,
  );
  const isOther = others.some(({name}) => desk.settings.attributes[name] !== undefined);
  return html`<fieldset class="etape">
    <legend>${words.steps.data}</legend>
    ${api ? renderField(api, desk, words) : nothing}
    <p class="actions">
      <button type="button" class="bouton" @click=${() => void desk.tryAddress()}>
        ${words.tryIt}
      </button>
      <button type="button" class="bouton" @click=${() => desk.setAttribute('api', demoApi())}>
        ${words.tryDemo}
      </button>
    </p>
    <div role="status" id="verdict">${renderVerdict(desk, words)}</div>
    <details ?open=${isOther}>
      <summary>${words.otherKind}</summary>
      <div class="champs">${others.map(attribute => renderField(attribute, desk, words))}</div>
    </details>
    ${renderFile(desk, words, conversions[words.lang])}
  </fieldset>`;
}

function renderConverted(
  {file}: Desk,
  words: Words,
  conversion: Conversion,
): TemplateResult | typeof nothing {
  if (file.what === 'none') return nothing;
  if (file.what === 'working') return html`<p>${words.file.working}</p>`;
  if (file.what === 'unknown')
    return html`<p class="faute">${file.name} : ${words.file.unknown}</p>`;
  const {findings, kept} = file.result;
  return html`
    ${
      file.address
        ? html`<p><strong>${file.name}</strong> : ${words.file.kept(kept)}</p>
            <p>
              <a class="bouton" href=${file.address} download="portail.json"
                >${words.file.download}</a
              >
            </p>
            <p class="conseil">${words.file.next}</p>`
        : html`<p class="faute">${words.file.nothing}</p>`
    }
    ${
      findings.length
        ? html`<details ?open=${!file.address}>
            <summary>${words.file.findings(findings.length)}</summary>
            <ul class="remarques">
              ${findings.slice(0, REMARKS).map(
                finding =>
                  html`<li class=${finding.level}>
                    <strong>${words.file.levels[finding.level]}</strong>
                    ${sayFinding(file.name, finding, conversion)}
                  </li>`,
              )}
            </ul>
          </details>`
        : nothing
    }
  `;
}

/** Renders the conversion of a local file to a portal document. */
function renderFile(desk: Desk, words: Words, conversion: Conversion): TemplateResult {
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file) void desk.takeFile(file);
  };
  const over = (event: DragEvent): void => event.preventDefault();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    take(event.dataTransfer?.files);
  };
  return html`<details class="fichier" @dragover=${over} @drop=${drop}>
    <summary>${words.file.title}</summary>
    <p>${words.file.intro}</p>
    <p class="champ">
      <label for="kind">${words.file.kind}</label>
      <select
        id="kind"
        @change=${({target}: Event) => desk.setFileKind((target as HTMLSelectElement).value as Kind)}
      >
        ${KINDS.map(
          kind =>
            html`<option value=${kind} ?selected=${kind === desk.fileKind}>
              ${words.collections[kind]?.(1) ?? kind}
            </option>`,
        )}
      </select>
    </p>
    <p class="champ">
      <label for="file">${words.file.choose}</label>
      <input
        id="file"
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,.ods,.geojson,.json"
        @change=${({target}: Event) => take((target as HTMLInputElement).files)}
      />
    </p>
    <div role="status" id="converted">${renderConverted(desk, words, conversion)}</div>
  </details>`;
}
