import type {Contribution} from '../model/records.js';

/** Fired when a contribution is submitted. Cancel it to prevent sending; the form remains as it is. */
export class ContributionSubmitEvent extends Event {
  static readonly type = 'spass-contribution-submit';
  /** Contribution as it will be sent. */
  readonly contribution: Omit<Contribution, 'id' | 'photos' | 'state' | 'created'>;
  /** Photographs, resized and without metadata. */
  readonly photos: readonly Blob[];

  constructor(contribution: ContributionSubmitEvent['contribution'], photos: readonly Blob[]) {
    super(ContributionSubmitEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.contribution = contribution;
    this.photos = photos;
  }
}
