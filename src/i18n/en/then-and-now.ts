import type {Sections} from '../messages.js';

export const thenAndNow: Sections['thenAndNow'] = {
  before: 'Before',
  after: 'After',
  compareHandle: 'Share of the earlier picture',
  shares: (before, share, after, rest) => `${before}: ${share}%, ${after}: ${rest}%`,
  beforeLost: alt => `The earlier picture could not be loaded${alt ? `: ${alt}` : '.'}`,
  afterLost: alt => `The later picture could not be loaded${alt ? `: ${alt}` : '.'}`,
};
