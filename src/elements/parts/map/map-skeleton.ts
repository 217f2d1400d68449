import {html, nothing, type TemplateResult} from 'lit';

/** Maximum number of placeholders: about as many entries as are visible at once. */
const MAX_PLACEHOLDERS = 12;

/**
 * Renders placeholders of the map, of its search field if it has one, and of its list.
 *
 * @param ground Content of the map.
 */
export const renderSkeleton = (
  entries: number,
  hasSearch: boolean,
  ground: unknown,
): TemplateResult => html`
  ${
    hasSearch
      ? html`<div class="tools">
          <div class="finder"><span class="small"> </span><span class="bone field"></span></div>
          <span class="bone button"></span>
        </div>`
      : nothing
  }
  <div class="layout">
    <div class="stage bone">${ground || nothing}</div>
    ${
      entries
        ? html`<div class="list">
            <p class="in-view"></p>
            <ul>
              ${new Array<undefined>(Math.min(entries, MAX_PLACEHOLDERS))
                .fill(undefined)
                .map(() => html`<li class="entry"><span class="bone"></span></li>`)}
            </ul>
          </div>`
        : nothing
    }
  </div>
`;
