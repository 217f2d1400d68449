import {SpassPortal} from '../elements/portal/portal.js';

if (!customElements.get('spass-portal')) customElements.define('spass-portal', SpassPortal);

declare global {
  interface HTMLElementTagNameMap {
    'spass-portal': SpassPortal;
  }
}
