import {html, type TemplateResult} from 'lit';

export const renderButton = (label: unknown, onClick: (event: Event) => unknown): TemplateResult =>
  html`<button class="button" type="button" @click=${onClick}>${label}</button>`;
