import type {Contribution} from '../model/records.js';

/** An inhabitant sends a contribution. Cancel it to keep the widget from sending: the form stays as it is. */
export class ContributionSubmitEvent extends Event {
  static readonly type = 'spass-contribution-submit';
  /** As it will be sent. */
  readonly contribution: Omit<Contribution, 'id' | 'photos' | 'state' | 'created'>;
  /** The photographs, made smaller and without their hidden data. */
  readonly photos: readonly Blob[];

  constructor(contribution: ContributionSubmitEvent['contribution'], photos: readonly Blob[]) {
    super(ContributionSubmitEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.contribution = contribution;
    this.photos = photos;
  }
}

declare global {
  interface HTMLElementEventMap {
    'spass-contribution-submit': ContributionSubmitEvent;
  }
}
