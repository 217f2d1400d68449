import {html, nothing, type TemplateResult} from 'lit';
import {
  DownloadController,
  type DownloadFile,
  type DownloadState,
} from '../../controllers/download-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {QueryResult} from '../../data/source.js';
import {withoutFormula} from '../../model/formula-text.js';
import {ALL_RECORDS, type Query} from '../../model/query.js';
import type {Resource} from '../../model/records.js';
import {type Text, pickText} from '../../model/text.js';
import type {WidgetHost} from '../base/widget-view.js';

const FILE_NAME = 'ressources.csv';

/** Formats one cell (RFC 4180). Text that a spreadsheet may execute is preceded by an apostrophe, which it hides. */
export function formatCell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  return `"${withoutFormula(value ?? '').replaceAll('"', '""')}"`;
}

type Cell = string | number | undefined;
type CellReader = (record: Resource, text: (text: Text | undefined) => string) => Cell;

const joinValues = (values: readonly (string | number)[] | undefined): string =>
  (values ?? []).join(', ');

/** Columns have the names of the API's fields, so that the file can be used as a source. */
const COLUMNS: readonly (readonly [name: string, read: CellReader])[] = [
  ['id', ({id}) => id],
  ['title', ({title}, text) => text(title)],
  ['type', ({type}) => type],
  ['section', ({section}) => section],
  ['abstract', ({abstract}, text) => text(abstract)],
  ['url', ({url}) => url],
  ['themes', ({themes}) => joinValues(themes)],
  ['commune', ({commune}, text) => text(commune?.name)],
  ['insee', ({commune}) => commune?.insee],
  ['lat', ({geo}) => geo?.lat],
  ['lon', ({geo}) => geo?.lon],
  ['organisation', ({organisation}) => organisation],
  ['authors', ({authors}) => joinValues(authors)],
  ['published', ({published}) => published],
  ['start', ({event, period}) => (event ?? period)?.start],
  ['end', ({event, period}) => (event ?? period)?.end ?? undefined],
  ['files', ({attachments}) => joinValues(attachments?.map(({url}) => url))],
  ['licence', ({licence}) => licence],
];

/**
 * Creates a CSV file of resources, with semicolons and a byte order mark: spreadsheets open it in columns with correct
 * accents.
 */
export function createCsv(records: Iterable<Resource>, language: string): Blob {
  const lines = [COLUMNS.map(([name]) => formatCell(name)).join(';')];
  for (const record of records) {
    const text = (words: Text | undefined): string => pickText(words, language).value;
    lines.push(COLUMNS.map(([, read]) => formatCell(read(record, text))).join(';'));
  }
  return new Blob(['\ufeff', lines.join('\r\n'), '\r\n'], {type: 'text/csv'});
}

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
        const {items, total} = await list.runQuery(ALL_RECORDS, signal);
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
