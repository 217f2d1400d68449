import {html, nothing, type TemplateResult} from 'lit';
import {
  DownloadController,
  type DownloadFile,
  type DownloadState,
} from '../../controllers/download-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {QueryResult} from '../../data/source.js';
import {ALL_RECORDS, type Query} from '../../model/query.js';
import type {Resource} from '../../model/records.js';
import type {WidgetHost} from '../base/widget-view.js';

const FILE_NAME = 'ressources.csv';

/** CSV file of the matching resources. `count` is below `total` if the source does not return all. */
interface CsvFile extends DownloadFile {
  readonly count: number;
  readonly total: number;
}

/** Members of the list that its export uses. */
export interface ExportedList {
  readonly i18n: LocalizeController<'resourceList'>;
  runQuery(overrides: Query, signal: AbortSignal): Promise<QueryResult<Resource>>;
}

/** Button that downloads all matching resources as a CSV file. */
export class CsvExport {
  readonly #i18n: LocalizeController<'resourceList'>;
  readonly #download: DownloadController<CsvFile>;

  constructor(host: WidgetHost, list: ExportedList) {
    this.#i18n = list.i18n;
    this.#download = new DownloadController<CsvFile>(host, {
      createFile: async signal => {
        const [{createCsv}, {items, total}] = await Promise.all([
          import('../parts/records/csv-file.js'),
          list.runQuery(ALL_RECORDS, signal),
        ]);
        const file = createCsv(items, host.i18n.language);
        return {name: FILE_NAME, file, count: items.length, total};
      },
      onStateChange: state => {
        host.status.announce(this.#messageOf(state));
        host.requestUpdate();
      },
    });
  }

  render(): TemplateResult {
    const {state} = this.#download;
    const message = this.#messageOf(state);
    return html`<button
        class="quiet"
        type="button"
        aria-busy=${state.status === 'busy'}
        @click=${() => void this.#download.start()}
      >
        ${this.#i18n.messages.exportCsv}</button
      >${message ? html`<span>${message}</span>` : nothing}`;
  }

  /** Returns the status: `ressources.csv : 20 000 sur 50 000`, or an empty string before the first export. */
  #messageOf(state: DownloadState<CsvFile>): string {
    const {messages, number, colon} = this.#i18n;
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
}
