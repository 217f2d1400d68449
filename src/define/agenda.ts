import {SpassAgenda} from '../elements/agenda/agenda.js';

if (!customElements.get('spass-agenda')) customElements.define('spass-agenda', SpassAgenda);

declare global {
  interface HTMLElementTagNameMap {
    'spass-agenda': SpassAgenda;
  }
}
