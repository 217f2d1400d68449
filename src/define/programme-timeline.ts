import {SpassProgrammeTimeline} from '../elements/programme-timeline/programme-timeline.js';

if (!customElements.get('spass-programme-timeline'))
  customElements.define('spass-programme-timeline', SpassProgrammeTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'spass-programme-timeline': SpassProgrammeTimeline;
  }
}
