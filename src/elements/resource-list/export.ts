import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {
  DownloadController,
  DownloadState,
  DownloadFile,
} from '../../controllers/download-controller.js';
import type {QueryResult} from '../../data/source.js';
import type {Resource} from '../../model/records.js';

const FILE_NAME = 'ressources.csv';

/** CSV file of the matching resources. `count` is below `total` if the source does not return all. */
export interface CsvExport extends DownloadFile {
  readonly count: number;
  readonly total: number;
}

export async function createExport(
  {items, total}: QueryResult<Resource>,
  language: string,
): Promise<CsvExport> {
  const {createCsv} = await import('./csv.js');
  return {name: FILE_NAME, file: createCsv(items, language), count: items.length, total};
}

/** Returns the status of the export: `ressources.csv : 20 000 sur 50 000`, or an empty string before the first one. */
export function exportMessage(
  state: DownloadState<CsvExport>,
  {messages, number}: LocalizeController<'resourceList'>,
  colon: string,
): string {
  if (state.status !== 'done') {
    return {idle: '', busy: messages.exporting, failed: messages.exportFailed}[state.status];
  }
  const {count, total} = state.result;
  const countText =
    count < total
      ? messages.shownOf(number(count), number(total))
      : messages.results(count, number(count));
  return FILE_NAME + colon + countText;
}

export function renderExportButton(
  file: DownloadController<CsvExport>,
  i18n: LocalizeController<'resourceList'>,
  colon: string,
): TemplateResult {
  const message = exportMessage(file.state, i18n, colon);
  return html`<button
      class="quiet"
      type="button"
      aria-busy=${file.state.status === 'busy'}
      @click=${() => void file.start()}
    >
      ${i18n.messages.exportCsv}</button
    >${message ? html`<span>${message}</span>` : nothing}`;
}
