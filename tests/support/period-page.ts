import {html} from 'lit';
import type {SpassProgrammeTimeline, SpassProjectMap} from '../../src/index.js';
import type {Selection} from '../../src/model/selection.js';
import {loadedFixture} from './widget-fixture.js';

/** Renders a timeline and a map that share one selection. */
export async function renderLinked(
  programmes: readonly object[],
  projects: readonly object[],
): Promise<{timeline: SpassProgrammeTimeline; map: SpassProjectMap; selection: Selection}> {
  const now = new Date(2026, 10, 24);
  const timeline = await loadedFixture<SpassProgrammeTimeline>(
    html`<spass-programme-timeline
      group="period"
      .now=${now}
      .items=${[...programmes, ...projects]}
    ></spass-programme-timeline>`,
  );
  const map = await loadedFixture<SpassProjectMap>(
    html`<spass-project-map group="period" .items=${projects}></spass-project-map>`,
  );
  const {selection} = timeline as unknown as {selection: Selection};
  return {timeline, map, selection};
}
