// All planted faults, by the letter of the promise that they break.
import {faults as accessibility} from './accessibility.js';
import {faults as announcements} from './announcements.js';
import {faults as ecodesign} from './ecodesign.js';
import type {Fault} from './fault.js';
import {faults as languages} from './languages.js';
import {faults as privacy} from './privacy.js';
import {faults as reliability} from './reliability.js';
import {faults as security} from './security.js';

export const faults: readonly Fault[] = [
  ...accessibility,
  ...announcements,
  ...ecodesign,
  ...privacy,
  ...security,
  ...reliability,
  ...languages,
];
