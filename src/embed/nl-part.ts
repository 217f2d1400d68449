import * as sentences from '../i18n/nl.js';
import {handOver} from './hand-over.js';

handOver(sentences);
