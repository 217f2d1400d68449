import {html, nothing, type TemplateResult} from 'lit';
import {renderCode} from './code-block.js';
import type {ConfiguratorState} from './configurator-state.js';
import type {ConfiguratorMessages} from './messages.js';
import {escapeHtml} from './snippets.js';

/**
 * Returns the addresses that the preview has requested first, from other sites: those that waited for no response.
 * Empty before the preview has data.
 */
function firstAddresses(): string[] {
  const frame = document.querySelector<HTMLIFrameElement>('.apercu iframe');
  const entries = frame?.contentWindow?.performance.getEntriesByType('resource') ?? [];
  const requests = (entries as PerformanceResourceTiming[]).filter(
    ({initiatorType, name}) => initiatorType === 'fetch' && !name.startsWith(`${location.origin}/`),
  );
  const firstResponse = Math.min(...requests.map(({responseEnd}) => responseEnd));
  return [
    ...new Set(requests.filter(({startTime}) => startTime < firstResponse).map(({name}) => name)),
  ];
}

/** Renders the lines by which a page requests the data before its scripts have arrived. */
export function renderPreload(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  if (state.format === 'frame' || state.dataOrigin !== 'address') return nothing;
  const {title, intro, none} = messages.preload;
  const lines = firstAddresses().map(
    address =>
      `<link rel="preload" as="fetch" crossorigin="anonymous" referrerpolicy="no-referrer" href="${escapeHtml(address)}">`,
  );
  // Rendered again when it is opened, since the preview has requested its data meanwhile.
  return html`<details id="avance" @toggle=${() => state.change(state.settings)}>
    <summary>${title}</summary>
    <p>${lines.length > 0 ? intro : none}</p>
    ${lines.length > 0 ? renderCode(lines.join('\n'), title, state, messages) : nothing}
  </details>`;
}
