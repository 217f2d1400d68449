import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {type ExportController, type ExportState, FILE_NAME} from './export-controller.js';

/** How far the file is: `ressources.csv : 20 000 sur 50 000`; '' as long as nobody asked. */
export function exportSentence(
  state: ExportState,
  {messages, number}: LocalizeController<'resourceList'>,
  colon: string,
): string {
  if (state.status !== 'done') {
    return {idle: '', busy: messages.exporting, failed: messages.exportFailed}[state.status];
  }
  const {count, total} = state;
  const what =
    count < total
      ? messages.shownOf(number(count), number(total))
      : messages.results(count, number(count));
  return FILE_NAME + colon + what;
}

export function renderExport(
  file: ExportController,
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
