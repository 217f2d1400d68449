import {html, type TemplateResult} from 'lit';
import type {Messages} from '../../../i18n/messages.js';
import type {SketchShape} from './sketch-shape.js';

/** Renders the choice between a point, a line and an area. */
export function renderShapeChoice(
  selected: 'point' | SketchShape,
  messages: Messages<'contribute'>,
  onChange: (shape: 'point' | SketchShape) => void,
): TemplateResult {
  const options = [
    ['point', messages.shapePoint],
    ['line', messages.shapeLine],
    ['area', messages.shapeArea],
  ] as const;
  return html`<fieldset class="choice">
    <legend class="small">${messages.shapeTitle}</legend>
    ${options.map(
      ([shape, label]) =>
        html`<label
          ><input
            type="radio"
            name="shape"
            id="shape-${shape}"
            .checked=${shape === selected}
            @change=${() => onChange(shape)}
          />${label}</label
        >`,
    )}
  </fieldset>`;
}
