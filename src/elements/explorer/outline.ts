import {html, type TemplateResult} from 'lit';

/** Coast and borders between Somme and Scheldt, drawn by hand to a few kilometres: a decoration, not a map. */
const COAST =
  'M65 555l30-60 30-5-20-25 0-55 10-50-5-75 0-65 30-20 40-20 65-15 65-15 50-15 95-60 70-40 45-15 55-15 65 20 40-25 55 15M360 135l15 55-5 15 10 35 25 10 20 35 25 10 30-30 20-5 20 10 20 20-5 35 10 35 25 15 35-15 25 15 15 20 0 40 10 15 45-10 40-10 25 40 20 0-15 50 15 25-20 30 80 25 60-25 40-65 10 5-10 75M570 20l0 35 40 0 15-5 55 15 25 20 55-30 30-30 50-5 5-40 65-5M105 410l20 20 65 10 55 35 65 10 10 30 50 20 45 25 80-5 25 15 70-5 55 20 60-20 60 10M245 165l5 35 30 10 35 50 10 45 55 15 40-15 20 25-10 35 30 15 15 20 30 5-20 25 15 20-25 65 20 40';

/** Renders the filter, a list and a map, as a drawing of what has failed to load. */
export const renderOutline = (): TemplateResult =>
  html`<div class="outline">
    <div class="bone"><i></i><i></i><i></i><i></i></div>
    <div>${[1, 2, 3, 4].map(() => html`<p><i class="bone"></i><i></i><i></i></p>`)}</div>
    <svg class="bone" viewBox="0 0 1000 600" preserveAspectRatio="xMidYMid slice">
      <path d=${COAST} />
    </svg>
  </div>`;
