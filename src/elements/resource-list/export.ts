import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {FileController, FileState, MadeFile} from '../../controllers/file-controller.js';
import type {Answer} from '../../data/source.js';
import type {Resource} from '../../model/records.js';
import {loadCsv} from './load-csv.js';

const FILE_NAME = 'ressources.csv';

/** CSV file of the matching resources. `count` is below `total` if the source does not return all. */
export interface Export extends MadeFile {
  readonly count: number;
  readonly total: number;
}

export async function exportOf(
  {items, total}: Answer<Resource>,
  language: string,
): Promise<Export> {
  const {csvOf} = await loadCsv();
  return {name: FILE_NAME, file: csvOf(items, language), count: items.length, total};
}

/** Returns the status of the export: `ressources.csv : 20 000 sur 50 000`, or an empty string before the first one. */
export function exportSentence(
  state: FileState<Export>,
  {messages, number}: LocalizeController<'resourceList'>,
  colon: string,
): string {
  if (state.status !== 'done') {
    return {idle: '', busy: messages.exporting, failed: messages.exportFailed}[state.status];
  }
  const {count, total} = state.made;
  const what =
    count < total
      ? messages.shownOf(number(count), number(total))
      : messages.results(count, number(count));
  return FILE_NAME + colon + what;
}

export function renderExport(
  file: FileController<Export>,
  i18n: LocalizeController<'resourceList'>,
  colon: string,
): TemplateResult {
  const sentence = exportSentence(file.state, i18n, colon);
  return html`<button
      class="quiet"
      type="button"
      aria-busy=${file.state.status === 'busy'}
      @click=${() => void file.run()}
    >
      ${i18n.messages.exportCsv}</button
    >${sentence ? html`<span>${sentence}</span>` : nothing}`;
}
