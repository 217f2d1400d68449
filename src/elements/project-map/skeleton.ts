import {html, nothing, type TemplateResult} from 'lit';

/** As many bones as entries that a reader may see at once. */
const MOST_BONES = 12;

/** The boxes that the map, its tools and its list will have. */
export const renderSkeleton = (entries: number): TemplateResult => html`
  <div class="tools">
    <div class="finder"><span class="small"> </span><span class="bone field"></span></div>
    <span class="bone button"></span>
  </div>
  <div class="layout">
    <div class="stage bone"></div>
    ${
      entries
        ? html`<div class="list">
            <p class="in-view"></p>
            <ul>
              ${new Array<undefined>(Math.min(entries, MOST_BONES))
                .fill(undefined)
                .map(() => html`<li class="entry"><span class="bone"></span></li>`)}
            </ul>
          </div>`
        : nothing
    }
  </div>
`;
